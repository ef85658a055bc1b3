import { describe, expect, it } from "vitest";
import { agencyWording } from "./agency-wording.ts";
import { findingsOf } from "./fixtures.ts";

describe("a post that reads as an agency’s", () => {
  it.each([
    { description: "Our client, a bank in Leeds, needs a Python developer." },
    { description: "Our client is looking for a Python developer." },
    { description: "On behalf of our client we seek a Python developer." },
    { description: "We hire for one of our clients in Vienna." },
    { company_description: "Fairweather is a small recruitment firm in Hoboken." },
    { company_description: "We place developers with companies in Belgium." },
    { description: "Sable has been retained by a bank to identify a head of data." },
    { description: "We are assisting an insurer in the recruitment of a data scientist." },
    { description: "For an industrial group in the Ruhr we are looking for a developer." },
    { description: "I am a headhunter. Call me." },
    { company: "Harbour Recruitment Ltd" },
  ])("gets advice: %o", (changes) => {
    expect(findingsOf(agencyWording, changes)).toMatchObject([{ field: "posted_by_agency" }]);
    expect(findingsOf(agencyWording, { ...changes, posted_by_agency: true })).toEqual([]);
  });
});

describe("an employer that speaks of clients or agencies", () => {
  it.each([
    "We are a digital agency of nine. Our clients' visitors use screen readers.",
    "You talk with our clients about their models.",
    "We are not a recruitment agency.",
    "No recruitment agencies, please.",
    "You maintain our client library and our client SDK.",
    "You build software for recruitment agencies.",
    "Our client-side code is TypeScript.",
    "We build software for our clients, which we then run.",
    "We build sites for our clients and are looking for a developer.",
    "We are looking for a developer for our client portal.",
    "In this role you will work with our customers to identify what they need.",
    "You find out with our clients what to build, and we hire for attitude.",
    "Do not apply if you are a recruiting agency.",
    "If you are a recruitment agency, please do not call.",
    "Dovecot is the leading platform for recruitment agencies.",
    "We work as a team of five and are looking for a sixth.",
    "We are an engaged team in search of an engineer.",
    "You support our managers in hiring nurses.",
    "Deployments are handled by the platform team, which will introduce you to the code.",
    "Jobs at Quay is a site where recruiters post, and sailors apply.",
    "Our client success team will help you.",
    "Our client services are written in Python.",
    "We regret that we can’t accept applications through staffing firms.",
    "You will be the first contact for one of our clients, a railway.",
    "As a consultancy we work with a bank and two insurers on their data.",
    "You join one of our consultants at customers’ sites.",
    "We are hiring engineers to help our customers recruit faster.",
    "We place great value on tests, and we are looking for people with opinions.",
    "On behalf of our clients we answer letters.",
    "We help companies find, recruit and keep nurses.",
    "An opportunity to work with our clients in Germany.",
    "We work with a university to find out how people read.",
  ])("gets no advice: %s", (description) => {
    expect(findingsOf(agencyWording, { description })).toEqual([]);
  });
});
