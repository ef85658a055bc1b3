import { describe, expect, it } from "vitest";
import { readJobFile } from "../../src/board/job/file.ts";
import { maxFrontMatter } from "../../src/board/job/front-matter.ts";
import { exampleConfig } from "../example-job.ts";
import { body, fields, file, read, readJob, withFields } from "./job-text.ts";

describe("an opening fence", () => {
  it.each([
    "---js",
    "---jsLegacy",
    "---javascript",
    "---json",
    "---toml",
    "---coffee",
    "---yaml",
    "---constructor",
    "---__proto__",
    "--- JS ",
    "---\u00a0",
    "----",
    "--",
    "+++",
    ";;;",
    "\n---",
    " ---",
    "\ufeff\ufeff---",
    "\ufeff\n---",
    "\ufeff ---",
    "\u200b---",
    "<!-- -->\n---",
  ])("of %j is rejected, and nothing in it runs", (fence) => {
    const { refusedBy } = read(`${fence}\n${fields}---\n\n${body}`);
    expect(refusedBy).toHaveLength(1);
    expect(["fences", "characters"]).toContain(refusedBy[0]);
  });

  it("runs no code", () => {
    const program = '({ title: (globalThis.harmed = true, "x") })';
    expect(read(`---js\n${program}\n---\n\n${body}`).refusedBy).toEqual(["fences"]);
    expect(read(`---\n${program}\n---\n\n${body}`).refusedBy).not.toEqual([]);
    expect(globalThis).not.toHaveProperty("harmed");
  });
});

describe("a closing fence", () => {
  it.each(["---anything", "----", "--- x", "---js", "---\u00a0"])("of %j is rejected", (fence) => {
    expect(read(`---\n${fields}${fence}\n\n${body}`).refusedBy).toEqual(["fences"]);
    expect(read(`---\n${fields}${fence}\n---\n\n${body}`).refusedBy).toEqual(["fences"]);
  });

  it("is required", () => {
    expect(read(`---\n${fields}`).refusedBy).toEqual(["fences"]);
    expect(read("---").refusedBy).toEqual(["fences"]);
    expect(read("").refusedBy).toEqual(["fences"]);
  });

  it("cannot be in a value or a comment", () => {
    expect(
      read(`---\n${fields}contact: |\n  a\n---\npermalink: /x/\n---\n\n${body}`).refusedBy,
    ).toEqual(["schema"]);
    expect(read(`---\n${fields}# ---\n---\n\n${body}`).refusedBy).toEqual([]);
    expect(read(`---\n${fields}... \n---\n\n${body}`).refusedBy).toEqual([]);
    expect(read(`---\n${fields}...\ntitle: other\n---\n\n${body}`).refusedBy).toEqual(["yaml"]);
  });

  it("ends the fields, so later ones are text", () => {
    const job = readJob(`---\n${fields}---\n\n---js\nalert(1)\n---\n\n${body}`);
    expect(job.description).toMatch(/^---js\nalert\(1\)\n---/);
  });
});

describe("the same bad file read twice", () => {
  it.each([
    withFields("x: [1, 2"),
    withFields("x: *y"),
    withFields("x: !!js/function y"),
    "---js\nx\n---\n",
  ])("is rejected in the same way both times", (text) => {
    const first = readJobFile(file, text, exampleConfig);
    expect(first.ok).toBe(false);
    expect(readJobFile(file, text, exampleConfig)).toEqual(first);
  });
});

describe("YAML other than plain fields", () => {
  it.each([
    ["an anchor", "contact: &a x"],
    ["an alias", "contact: &a x\nregion: *a"],
    ["a merge", "base: &b {a: 1}\nsalary:\n  <<: *b\n  min: 1"],
    ["a tag", "contact: !!str 42"],
    ["a tag for a program", "contact: !!js/function 'function () {}'"],
    ["a tag for bytes", "contact: !!binary aGVsbG8="],
    ["a tag for a moment", "submitted: !!timestamp 2026-11-20"],
    ["a tag of its own", "contact: !<tag:example.com,2026:x> y"],
    ["a tag for a set", "job_types: !!set {web, cloud}"],
    ["a directive", "%YAML 1.1"],
    ["a second document", "...\ncontact: x"],
    ["a key twice", "contact: x\ncontact: y"],
    ["a key that is a list", "? [a, b]\n: c"],
    ["deep nesting", `contact: ${"[".repeat(50)}${"]".repeat(50)}`],
    ["nesting that is never closed", `contact: ${"[".repeat(5000)}`],
    ["a tab as indentation", "salary:\n\tmin: 1"],
  ])("is rejected: %s", (_, lines) => {
    expect(read(withFields(lines)).refusedBy).toEqual(["yaml"]);
  });

  it("cannot expand 340 bytes to a billion", () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0 ? "a0: &a0 [x, x]" : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
    );
    expect(read(withFields(levels.join("\n"))).refusedBy).toEqual(["yaml"]);
  });

  it.each(["- a\n- b", "only words", "42", "null", "", "# nothing", "[a, b]", "'quoted'"])(
    "is rejected if it is not a list of fields: %j",
    (yaml) => {
      const { refusedBy } = read(`---\n${yaml}\n---\n\n${body}`);
      expect(refusedBy).toHaveLength(1);
      expect(["yaml", "schema"]).toContain(refusedBy[0]);
    },
  );
});

describe("a value that looks like another type", () => {
  it.each([
    ["a number for text", "title: 1e3"],
    ["infinity", "salary: {min: .inf, currency: EUR, per: year}"],
    ["no number", "salary: {min: .nan, currency: EUR, per: year}"],
    ["true for text", "contact: true"],
    ["null for text", "contact: ~"],
    ["a list for text", "contact: [a]"],
    ["an object for text", "contact: {toString: x}"],
    ["yes for true", "agencies_welcome: yes"],
    ["1 for true", "agencies_welcome: 1"],
    ["a word for a list", "job_types: web"],
    ["a list in a list", "job_types: [[web]]"],
    ["an object with the length of a list", "job_types: {length: 1, '0': web}"],
    ["a moment for a day", "submitted: 2026-11-20T00:00:00Z"],
    ["a year that no sum can leave", "expires: 9999-12-31"],
    ["a day that does not exist", "submitted: 2026-02-30"],
  ])("is rejected: %s", (_, lines) => {
    expect(read(withFields(lines)).refusedBy).toEqual(["schema"]);
  });

  it("is not converted: days stay text, and numbers follow YAML 1.2", () => {
    expect(readJob(withFields("submitted: 2026-11-20")).submitted).toBe("2026-11-20");
    expect(
      readJob(withFields("salary: {min: 010, max: 0o17, currency: EUR, per: hour}")).salary,
    ).toEqual({
      min: 10,
      max: 15,
      currency: "EUR",
      per: "hour",
    });
  });
});

describe("a field that posts do not have", () => {
  it.each([
    "permalink: ../../.github/workflows/x.yml",
    "permalink: false",
    "layout: ../../../etc/passwd",
    "pagination: {data: collections.all, size: 1}",
    "tags: [jobs]",
    "eleventyComputed: {title: '{{ x }}'}",
    "eleventyExcludeFromCollections: true",
    "eleventyNavigation: {key: x}",
    "templateEngineOverride: njk",
    "date: 2026-11-20",
    "site: {title: x}",
    "draft: true",
    "page: {url: /x/}",
    "env: x",
    "description: x",
    "__proto__: {posted_by_agency: true}",
    "constructor: {prototype: {x: 1}}",
    "prototype: {x: 1}",
    "toString: x",
    "hasOwnProperty: x",
    "'': x",
    "Title: x",
    "'title ': x",
    "<<: {title: x}",
    "salary: {min: 1, currency: EUR, per: year, __proto__: {max: 2}}",
    "closed: {on: 2026-11-21, reason: filled, constructor: x}",
  ])("is rejected: %s", (line) => {
    const { refusedBy } = read(withFields(line));
    expect(refusedBy).toHaveLength(1);
    expect(["schema", "sections"]).toContain(refusedBy[0]);
  });

  it("does not change any prototype", () => {
    read(withFields("__proto__: {harmed: true}\nconstructor: {prototype: {harmed: true}}"));
    expect({}).not.toHaveProperty("harmed");
  });

  it("cannot replace one that is missing", () => {
    const inherited = `---\n__proto__:\n${fields.replace(/^/gm, "  ").trimEnd()}\n---\n\n${body}`;
    const result = readJobFile(file, inherited, exampleConfig);
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["title", "__proto__"]),
    );
  });
});

describe("fields that are too large", () => {
  it("are rejected before they are parsed", () => {
    expect(read(withFields(`# ${"x".repeat(maxFrontMatter)}`)).refusedBy).toEqual(["fences"]);
    expect(read(`---\n${fields}${"\n".repeat(60_000)}---\n\n${body}`).refusedBy).toEqual([
      "fences",
    ]);
  });

  it("do not occur in an honest post, however full", () => {
    const full = withFields(
      [
        `title: ${"題".repeat(100)}`,
        `company: ${"社".repeat(100)}`,
        `contact: ${"人".repeat(100)}`,
        `places: [${Array(5)
          .fill(`{city: ${"市".repeat(100)}, region: ${"区".repeat(100)}, country: CN}`)
          .join(", ")}]`,
        `other_job_type: ${"他".repeat(100)}`,
        `apply_url: https://example.com/${"x".repeat(1980)}`,
        `email: ${"x".repeat(60)}@example.com`,
        `managers: [${Array.from({ length: 5 }, (_, index) => `${"m".repeat(37)}${index}`).join(", ")}]`,
      ].join("\n"),
    );
    expect(read(full).refusedBy).toEqual([]);
  });
});

describe("the text of a problem", () => {
  it.each([
    withFields('"a\\n::error::b": 1'),
    withFields('"\\e[2J": 1'),
    withFields('"\\u202e": 1'),
    withFields('"\\ud800": 1'),
    withFields('category: "x\\n::add-mask::y"'),
    withFields('apply_url: "javascript:\\n::warning::x"'),
    withFields('salary: {"\\n::x": 1}'),
    withFields('x: "a\\u2028b"'),
    withFields("x: [1,\n::stop-commands::"),
  ])("has nothing of a stranger’s on separate lines: %j", (text) => {
    const result = readJobFile(file, text, exampleConfig);
    expect(result.ok).toBe(false);
    for (const { message, fix, field } of result.ok ? [] : result.problems) {
      expect(`${message} ${fix}`).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u);
      expect(field ?? "").not.toMatch(/(?!\n)[\p{Cs}\p{Cf}\p{Cc}]/u);
    }
  });
});
