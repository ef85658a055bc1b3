import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { unpaidWording } from "./unpaid-wording.ts";

describe("wording that may mean unpaid work", () => {
  it.each([
    "This is an unpaid internship of three months.",
    "We offer an **unpaid** summer position.",
    "The role is currently unpaid.",
    "We look for volunteer developers for our charity.",
    "You would work on a voluntary basis.",
    "Compensation is equity-only until we raise.",
    "You will be paid in equity.",
    "There is no salary at this stage.",
    "There is no pay, but great exposure.",
    "We cannot pay you yet.",
    "Would you code for free for a good cause?",
    "Commission only.",
    "It is a job without pay\nuntil the first investment.",
  ])("is shown to reviewers: %s", (description) => {
    expect(findingsOf(unpaidWording, { description })).toMatchObject([{ field: "description" }]);
  });

  it("is also found in the title", () => {
    expect(findingsOf(unpaidWording, { title: "Volunteer Python Developer" })).toHaveLength(1);
  });

  it("is quoted", () => {
    const [finding] = findingsOf(unpaidWording, { requirements: "An unpaid\ninternship." });
    expect(finding).toMatchObject({ field: "requirements" });
    expect(finding?.message).toContain("“unpaid internship”");
  });
});

describe("similar wording that is fine", () => {
  it.each([
    "We do not offer unpaid internships.",
    "There are no unpaid positions here, and the trial day is paid.",
    "Two paid volunteering days a year, and unpaid leave when you need it.",
    "You write tools that colleagues use voluntarily.",
    "CAD 165,000 to 195,000 base, plus equity.",
    "There is no pay gap, and no salary negotiation.",
    "No pay cuts in 14 years.",
    "Our work for volunteers' fire brigades is open source.",
    "Applicants never pay anything. The test is free of charge.",
    "Overtime is never unpaid.",
    "You care about private equity data.",
    "Schema migrations without downtime.",
    "```\nraise Unpaid('unpaid position')\n```",
  ])("passes: %s", (description) => {
    expect(findingsOf(unpaidWording, { description })).toEqual([]);
  });
});
