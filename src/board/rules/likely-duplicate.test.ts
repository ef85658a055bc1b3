import { describe, expect, it } from "vitest";
import { CityNames, noCities } from "../cities/city-names.ts";
import type { jobWith } from "../fixtures.ts";
import { findingsOf, subjectWith } from "./fixtures.ts";
import { likelyDuplicate } from "./likely-duplicate.ts";
import { SimilarPosts } from "./similar-posts.ts";

const text = {
  description:
    "We sell loose tea by post to 140,000 households. The shop is ours, written in Django since 2012, and it has grown into the warehouse, the tea-tasting calendar and the accounts. You would lead its renewal together with two colleagues.",
  requirements:
    "At least five years with Python and Django. Experience with shops, payments or stock, where a rounding error has a name and an address.",
};
const otherText = {
  description:
    "Our robots inspect railway tunnels at night, between the last train and the first. You write the Python bindings of the trajectory planner and a bench that is driven by pytest.",
  requirements:
    "Several years of C++ and of Python. Some mechanics: you know what a quaternion is for.",
};
const tea = { company: "Kupferkanne GmbH", submitted: "2026-09-14", ...text };
const listed = subjectWith(tea, "jobs/2026-09-14-tea.md");

function messages(changes: Parameters<typeof jobWith>[0], others = [listed]) {
  const later = { ...tea, submitted: "2026-11-20", ...changes };
  return findingsOf(likelyDuplicate, later, { file: "jobs/2026-11-20-new.md", others }).map(
    ({ message }) => message,
  );
}

describe("a post that is likely to be listed already", () => {
  it("has the same company, title and text", () => {
    const [message] = messages({});
    expect(message).toBe(
      "This may be the same job as jobs/2026-09-14-tea.md: the same company, the same title, the same place, and nearly all of the wording (100%).",
    );
  });

  it("has the same company, title and place with a rewritten text", () => {
    expect(messages(otherText)[0]).toContain("and little of the wording (0%)");
    expect(messages({ ...otherText, city: "Hamburg" })).toEqual([]);
  });

  it("has a place in common", () => {
    const none = { city: undefined, country: undefined };
    const hamburg = { city: "Hamburg", country: "DE" };
    const berlin = { city: "Berlin", country: "DE" };
    expect(messages({ ...otherText, ...none, places: [hamburg, berlin] })[0]).toContain(
      "the same place",
    );
    const bonn = { city: "Bonn", country: "DE" };
    expect(messages({ ...otherText, ...none, places: [hamburg, bonn] })).toEqual([]);
  });

  it("has another name of the same city", () => {
    const inCity = (city: string) => ({ ...tea, city, country: "DE" });
    const others = [subjectWith(inCity("Köln"), "jobs/2026-09-14-tea.md")];
    const later = { ...inCity("Cologne"), ...otherText, submitted: "2026-11-20" };
    const cities = new CityNames({ DE: [["Köln=Cologne"]] });
    const [finding] = findingsOf(likelyDuplicate, later, { others, cities });
    expect(finding?.message).toContain("the same place");
  });

  it("has the same company and title in different spelling", () => {
    const changes = { company: "KUPFERKANNE", title: "Senior Django Developer (m/f/d)" };
    expect(messages(changes)[0]).toContain("the same company, the same title");
  });

  it("has non-breaking spaces in company, title and city", () => {
    const changes = {
      company: "Kupferkanne\u00a0GmbH",
      title: "Senior\u00a0Django\u202fDeveloper",
      city: "Frankfurt\u00a0am Main",
    };
    const there = subjectWith({ ...tea, city: "Frankfurt am Main" }, listed.file);
    expect(messages(changes, [there])[0]).toContain(
      "the same company, the same title, the same place",
    );
  });

  it("has the same text under another title, or by another company", () => {
    expect(messages({ title: "Teeladen-Entwickler" })[0]).toContain(
      "a different title (Senior Django Developer)",
    );
    expect(messages({ company: "Fairweather Search" })[0]).toContain(
      "a different company (Kupferkanne GmbH)",
    );
  });

  it("has the same text in another place", () => {
    expect(messages({ city: "Hamburg" })[0]).toContain("a different place");
  });

  it("is reported even if the other was closed, with the reason", () => {
    const closed = { on: "2026-10-02", reason: "filled" } as const;
    const before = subjectWith({ ...tea, closed }, "jobs/archive/2026/2026-09-14-tea.md");
    expect(messages({}, [before])[0]).toContain("which was filled on 2026-10-02");
    expect(messages({}, [before, listed])[0]).toContain("jobs/2026-09-14-tea.md:");
  });
});

describe("a post that is no duplicate", () => {
  it("has the same title at another company", () => {
    expect(messages({ ...otherText, company: "Ferrovia Robotik AG" })).toEqual([]);
  });

  it("is a different job at the same company", () => {
    expect(messages({ ...otherText, title: "Motion Control Engineer" })).toEqual([]);
  });

  it("is the post itself, or the earlier of two", () => {
    expect(findingsOf(likelyDuplicate, tea, { file: listed.file, others: [listed] })).toEqual([]);
    const later = subjectWith({ ...tea, submitted: "2026-11-20" }, "jobs/2026-11-20-new.md");
    expect(
      findingsOf(likelyDuplicate, tea, { file: listed.file, others: [listed, later] }),
    ).toEqual([]);
  });
});

describe("many posts", () => {
  it("are not all compared with each other", () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      subjectWith({ ...tea, company: `Company ${index}` }, `jobs/tea-${index}.md`),
    );
    const similar = new SimilarPosts(many, noCities);
    for (const subject of many.slice(0, 50)) expect(similar.of(subject).length).toBeLessThan(100);
  });
});
