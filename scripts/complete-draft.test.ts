import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { draftPost } from "../src/board/draft.ts";
import { at, testConfig } from "../src/board/fixtures.ts";
import type { Given } from "./complete-draft.ts";
import { completeDraft } from "./complete-draft.ts";
import { askAt } from "./questions.ts";

const now = at("2027-01-31T10:00:00Z");

/** Types the answers all at once, as when pasting. Returns the post and what was printed. */
async function answer(answers: readonly string[], given: Given = {}) {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  stdin.end(answers.map((line) => `${line}\n`).join(""));
  const draft = await askAt({ stdin, stdout }, (questions) =>
    completeDraft(given, (values) => draftPost(values, [], testConfig, now), questions, testConfig),
  );
  return { draft, printed: String(stdout.read() ?? "") };
}

const complete: Given = {
  title: "Python Developer",
  company: "Example",
  category: "other",
  workplace: "remote",
  remote_from: ["DE"],
  email: "jobs@example.com",
  submitted_by: "octocat",
  description: "Python.",
  requirements: "Patience.",
};

describe("asking for the missing values of a new post", () => {
  it("asks nothing if nothing is missing", async () => {
    const { draft, printed } = await answer([], complete);
    expect(draft.ok).toBe(true);
    expect(printed).toBe("");
  });

  it("asks in the order of the file for what every post needs, and what this kind of post needs", async () => {
    const { draft, printed } = await answer([
      ...["Python Developer", "Example", "other", "hybrid", "Berlin", "DE"],
      ...["https://example.com/1", "octocat"],
      ...["You write Python.", "", "- every day", "."],
      ...["Patience.", "."],
    ]);
    expect(draft).toMatchObject({
      ok: true,
      file: "jobs/2027-01-31-example-python-developer-berlin.md",
    });
    expect(draft.ok && draft.text).toContain(
      "\nYou write Python.\n\n- every day\n\n## Requirements",
    );
    expect(printed).toMatch(/Job title: .*Company: .*Category: .*Workplace: .*City: /s);
    expect(printed).toContain("One of: onsite, hybrid, remote");
  });

  it("says what is wrong with an answer and asks again", async () => {
    const { category: _, ...given } = complete;
    const { draft, printed } = await answer(["gardener", "other"], given);
    expect(draft.ok).toBe(true);
    expect(printed).toContain("“gardener”, which is not one of its choices");
  });

  it("asks for all places again if a part of one is wrong", async () => {
    const { remote_from: _, ...office } = complete;
    const places = [{ city: "Berlin", country: "DE" }, { city: "Graz" }];
    const given = { ...office, workplace: "onsite", places };
    const { draft, printed } = await answer(
      ["{city: Berlin, country: DE}, {city: Graz, country: AT}"],
      given,
    );
    expect(printed).toContain("“Country of place 2” is missing");
    expect(draft.ok && draft.text).toContain("\n  - {city: Graz, country: AT}\n");
  });

  it("removes a given value that does not apply", async () => {
    const given = { ...complete, workplace: "onsite", city: "Berlin", country: "DE" };
    const { draft, printed } = await answer([""], given);
    expect(draft.ok && draft.text).not.toContain("remote_from");
    expect(printed).toContain("“Eligible countries” is only for remote jobs");
  });

  it("asks for an email address if there is no link to apply", async () => {
    const { email: _, ...given } = complete;
    const { draft } = await answer(["", "jobs@example.com"], given);
    expect(draft.ok && draft.text).toContain("email: jobs@example.com");
  });

  it("returns the remaining problems if no answer could fix them", async () => {
    const taken = {
      file: "jobs/2027-01-31-example-python-developer.md",
      content: { refused: "x" },
    };
    const judge = (values: Given) => draftPost(values, [taken], testConfig, now);
    const terminal = { stdin: new PassThrough(), stdout: new PassThrough() };
    const draft = await askAt(terminal, (questions) =>
      completeDraft(complete, judge, questions, testConfig),
    );
    expect(draft).toMatchObject({ ok: false, problems: [{ field: null, rule: "address-taken" }] });
  });

  it("ends with an error if the input ends", async () => {
    await expect(answer(["Python Developer"])).rejects.toThrow("The input ended");
  });
});
