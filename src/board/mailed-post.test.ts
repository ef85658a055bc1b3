import { describe, expect, it } from "vitest";
import { CityNames } from "./cities/city-names.ts";
import { at, jobWith, testConfig } from "./fixtures.ts";
import { mailAddress } from "./form/new-file.ts";
import { writeJobFile } from "./job/file.ts";
import type { Surroundings } from "./mailed-post.ts";
import { draftMailedPost, leftOut, readMailedPost } from "./mailed-post.ts";

const cities = new CityNames({ DE: [["Munich=München"]] });
const now = at("2026-11-22T12:00:00Z");
const nothing: Surroundings = { posts: [], others: [], sent: [] };
const file = "jobs/2026-11-22-example-gmbh-developer-berlin.md";

const fields = {
  title: "Developer",
  company: "Example GmbH",
  contact: undefined,
  submitted: "2026-11-22",
  submitted_by: "rita",
} as const;

/** The file of a post, as the board would write it. */
function textOf(changes: Parameters<typeof jobWith>[0] = {}): string {
  const written = writeJobFile(file, jobWith({ ...fields, ...changes }), testConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

/** The same as it comes by mail: without what the form stamps. */
const mailed = textOf().replace(/^submitted.*\n/gm, "");

function read(text: string) {
  const result = readMailedPost("mail.txt", new TextEncoder().encode(text), testConfig);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.post;
}

function draft(text: string, around: Partial<Surroundings> = {}, contact?: string) {
  const sending = { login: "rita", contact };
  const others = { ...nothing, ...around };
  return draftMailedPost(read(text), sending, others, testConfig, now, cities);
}

describe("a post that came by email", () => {
  it("becomes a file in canonical form, dated today, in the maintainer’s name", () => {
    expect(mailed).not.toMatch(/^submitted/m);
    expect(draft(mailed)).toMatchObject({ ok: true, file, text: textOf() });
    expect(draft(textOf())).toMatchObject({ ok: true, file, text: textOf() });
    const damaged = `\ufeff${mailed.replaceAll("\n", "\r\n")}`;
    expect(draft(damaged)).toMatchObject({ ok: true, file, text: textOf() });
  });

  it("has the format of emails from the board’s own form", () => {
    const { address } = mailAddress("jobs@example.org", "Developer", { file, text: mailed });
    const body = new URL(address).searchParams.get("body") ?? "";
    expect(body).toMatch(/^Please post this job for me\.\r\n/);
    expect(draft(body)).toMatchObject({ ok: true, file, text: textOf() });
  });

  it("keeps its name when it is corrected in the form, whatever is changed in it", () => {
    const slug = "2026-11-20-example-gmbh-developer-berlin";
    const sent = [{ number: 7, slug }];
    const corrected = textOf({ title: "Senior Developer", city: "Bremen" });
    const { address } = mailAddress("jobs@example.org", "Developer", {
      ...{ file: `jobs/${slug}.md`, text: corrected },
    });
    const body = new URL(address).searchParams.get("body") ?? "";
    const expected = corrected.replace("submitted: 2026-11-22", "submitted: 2026-11-20");
    expect(draft(body, { sent })).toMatchObject({
      ...{ ok: true, file: `jobs/${slug}.md`, text: expected },
    });
  });

  it("names its sender as the contact", () => {
    const named = textOf({ contact: "Ann Example" });
    expect(draft(mailed, {}, "Ann Example")).toMatchObject({ text: named });
    expect(draft(textOf({ contact: "Somebody" }), {}, "Ann Example")).toMatchObject({
      text: named,
    });
    expect(draft(named)).toMatchObject({ text: named });
  });

  it("gets advice on soft characters, with their line below a greeting", () => {
    const lines = `Hello,\n\n${mailed}One\u2028two.\n`;
    const line = lines.split("\n").findIndex((one) => one.startsWith("One")) + 1;
    expect(read(lines).advice).toMatchObject([
      { file: "mail.txt", rule: "soft-characters", severity: "advice", line },
    ]);
    expect(read(mailed).advice).toEqual([]);
  });

  it("gets advice on the name of its city, as at the form", () => {
    const { problems } = draft(mailed.replace("city: Berlin", "city: Muenchen"));
    expect(problems).toContainEqual(expect.objectContaining({ rule: "city-name" }));
  });

  it("loses fields that only the board may set, and reports them", () => {
    const text = textOf({ featured: true, submitted_by: "ann", submitted: "2026-11-02" });
    expect(draft(text)).toMatchObject({ ok: true, file, text: textOf() });
    expect(leftOut(read(text), { login: "rita" })).toEqual([
      expect.stringMatching(/^“featured”/),
      expect.stringMatching(/^“submitted_by”/),
    ]);
    expect(leftOut(read(mailed), { login: "rita" })).toEqual([]);
    expect(leftOut(read(textOf()), { login: "RITA" })).toEqual([]);
  });

  it("gets the same problems as from the bot, all at once", () => {
    const wrong = mailed
      .replace(/^company:.*\n/m, "")
      .replace(/^workplace:.*$/m, "workplace: moon");
    const result = draft(wrong);
    const fieldsWrong = result.problems.map(({ field }) => field);
    expect(result.ok).toBe(false);
    expect(fieldsWrong).toEqual(expect.arrayContaining(["company", "workplace"]));
  });

  it("is rejected if it is not a job file", () => {
    const hello = new TextEncoder().encode("Hello,\n\nhere is our post.\n");
    expect(readMailedPost("mail.txt", hello, testConfig)).toMatchObject({
      ok: false,
      problems: [{ file: "mail.txt", rule: "fences" }],
    });
    expect(readMailedPost("mail.txt", new Uint8Array(70_000), testConfig)).toMatchObject({
      problems: [{ rule: "size" }],
    });
    expect(readMailedPost("mail.txt", Buffer.from("Büro", "latin1"), testConfig)).toMatchObject({
      problems: [{ rule: "encoding" }],
    });
  });
});

describe("the name of a post that came by email", () => {
  const encoded = (text: string) => new TextEncoder().encode(text);

  it("is not that of a post on the board", () => {
    const posts = [{ file, content: encoded(textOf({ submitted_by: "ada" })) }];
    expect(draft(mailed, { posts })).toMatchObject({
      ok: false,
      problems: [{ rule: "address-taken" }],
    });
  });

  it("is not that of a submission waiting for review", () => {
    const others = [
      { number: 5, author: "ada", path: file, content: encoded(textOf({ submitted_by: "ada" })) },
    ];
    expect(draft(mailed, { others })).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/^Pull request #5 already adds/) }],
    });
    expect(draft(mailed, { others: [{ number: 5, author: "ada", path: file }] }).ok).toBe(false);
  });

  it("is the same if it is sent again", () => {
    const path = "jobs/2026-11-20-example-gmbh-developer-berlin.md";
    const content = encoded(textOf({ submitted: "2026-11-20" }));
    const others = [{ number: 5, author: "rita", path, content }];
    const sent = [{ number: 5, slug: "2026-11-20-example-gmbh-developer-berlin" }];
    const again = draft(mailed, { others, sent });
    expect(again).toMatchObject({
      ok: true,
      file: path,
      text: textOf({ submitted: "2026-11-20" }),
    });
    // It is no duplicate of itself.
    expect(again.problems.map(({ rule }) => rule)).not.toContain("likely-duplicate");
    // The same sent by somebody else on that day is another submission, and perhaps a duplicate.
    expect(draft(mailed, { others })).toMatchObject({
      ok: true,
      file,
      problems: expect.arrayContaining([expect.objectContaining({ rule: "likely-duplicate" })]),
    });
  });
});
