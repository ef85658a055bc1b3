import { describe, expect, it } from "vitest";
import { readFields, splitAtFence, writeFrontMatter } from "./front-matter.ts";

const read = (text: string) => readFields(splitAtFence(text).head);

const message = (text: string) => {
  const result = read(text);
  return result.ok ? undefined : `${result.rule}: ${result.findings[0]?.message}`;
};

describe("the fences", () => {
  it.each([
    "",
    "title: x",
    "---js\ntitle: x\n---\n",
    "--- js\ntitle: x\n---\n",
    "---\u00a0\ntitle: x\n---\n",
    "----\ntitle: x\n---\n",
    "\n---\ntitle: x\n---\n",
    " ---\ntitle: x\n---\n",
    "---\ntitle: x\n",
    "---\ntitle: x\n---more\n",
    "---\ntitle: x\n--- more\n",
    "---\ntitle: x\n----\n",
  ])("must be lines of three hyphens: %j", (text) => {
    expect(message(text)).toMatch(/^fences: /);
  });

  it("may have blanks behind them", () => {
    const result = read("--- \t\ntitle: x\n---\t \ntext");
    expect(result.ok && { ...result.fields }).toEqual({ title: "x" });
  });

  it("may be followed by such lines in the text", () => {
    const text = "---\na: 1\n---\ntext\n\n---\nmore";
    expect(read(text).ok).toBe(true);
    expect(splitAtFence(text)).toMatchObject({ body: "text\n\n---\nmore", bodyLine: 4 });
  });
});

describe("the fields", () => {
  it("are plain values; dates, yes and no stay text", () => {
    const result = read("---\nday: 2026-11-22\nyes: no\nn: 1.5\nt: true\nl: [a, {b: c}]\n---\n");
    expect(result.ok && { ...result.fields }).toEqual({
      day: "2026-11-22",
      yes: "no",
      n: 1.5,
      t: true,
      l: ["a", { b: "c" }],
    });
  });

  it("have no prototype", () => {
    const result = read("---\n__proto__: {polluted: true}\nconstructor: x\n---\n");
    const fields = result.ok ? result.fields : {};
    expect(Object.keys(fields)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ["a: &x 1\nb: 2", /anchor or alias/],
    ["a: [1]\nb: *x", /anchor or alias/],
    ["a: !!js/function 'x'", /tag/],
    ["a: !!binary aGk=", /tag/],
    ["a: !!str 1", /tag/],
    ["a: !custom 1", /tag/],
    ["a: 1\na: 2", /duplicated mapping key on line 3/],
    ["? [a, b]\n: 1", /read: .*complex keys/],
    ["{{ a }}: 1", /read: .*complex keys/],
    ["a: [[[[[[1]]]]]]", /maxDepth/],
    ["a: b: c", /line 2/],
    ["a: 'x", /line \d/],
    ["- a", /no list of fields/],
    ["just words", /no list of fields/],
    ["a: 1\n...\nb: 2", /no list of fields|line/],
    ["%YAML 1.2", /line 2|percent/],
  ])("are rejected with a reason: %j", (yaml, reason) => {
    expect(message(`---\n${yaml}\n---\n`)).toMatch(reason);
  });

  it.each(['a: "x\nb: y', "a: 'x\nb: y"])("are reported if a quote is missing: %j", (yaml) => {
    const result = read(`---\n${yaml}\n---\n`);
    expect(!result.ok && result.findings[0]?.fix).toContain(
      "the one above it if a quote is missing",
    );
  });

  it.each([
    ["title: Backend Developer # Django", 2, "# Django", "title: 'Backend Developer # Django'"],
    ["company: Robots #1 GmbH", 2, "#1 GmbH", "company: 'Robots #1 GmbH'"],
    ["title: #1 Python team", 2, "#1 Python team", "title: '#1 Python team'"],
    ["city: x\n\ntitle: It's ours\t#1", 4, "#1", "title: 'It''s ours #1'"],
    ["title: Backend\n  Dev # Django", 3, "# Django", "title: 'Backend Dev # Django'"],
    ["types:\n  - web # mostly", 3, "# mostly", "'web # mostly'"],
    ["salary: {min: 5 # gross\n  }", 2, "# gross", "'5 # gross'"],
  ])("are rejected if a value would lose what follows a #: %j", (yaml, line, lost, shown) => {
    const result = read(`---\n${yaml}\n---\n`);
    expect(!result.ok && result.findings).toMatchObject([
      {
        field: expect.stringMatching(/^(?:title|company|types|salary)$/),
        line,
        message: `“${lost}” would be lost, because a # after a space starts a comment.`,
        repair: { shown },
      },
    ]);
  });

  it("come with the whole value, to correct it", () => {
    const result = read("---\ntitle: Developer # Django\n---\n");
    expect(!result.ok && result.findings[0]?.repair?.values).toEqual({
      title: "Developer # Django",
    });
  });

  it("are all named if several would lose words", () => {
    const result = read("---\ntitle: Developer # Django\ncompany: Robots #1 GmbH\n---\n");
    expect(!result.ok && result.findings.map(({ field }) => field)).toEqual(["title", "company"]);
  });

  it.each([
    "# a note\ntitle: x",
    "title: x\n  # an indented note\ncity: y",
    "title: 'x' # quoted",
    'title: "C# #1" # quoted',
    "title: C#",
    "title: C#/F#",
    "title: x#1",
    "l: [a, b] # a list",
    "salary: # of last year\n  min: 1",
    "l: # listed below\n  - a",
    "text: | # as it is\n  a # b",
    "title: 'a\n  # b'",
  ])("may have comments that take no words from a value: %j", (yaml) => {
    expect(message(`---\n${yaml}\n---\n`)).toBeUndefined();
  });

  it("are rejected again the second time", () => {
    const bad = "---\na: b: c\n---\n";
    expect(message(bad)).toBe(message(bad));
    expect(message(bad)).toBeDefined();
  });
});

describe("writing", () => {
  it("puts one field per line and quotes only where needed", () => {
    const fields = {
      plain: "C++ & C#",
      colon: "a: b",
      word: "yes",
      truth: "true",
      number: "1",
      list: ["a", "b, c"],
      long: `${"word ".repeat(40)}.`,
    };
    const text = writeFrontMatter(fields, "text\n");
    expect(text).toBe(
      `---\nplain: C++ & C#\ncolon: 'a: b'\nword: yes\ntruth: 'true'\nnumber: '1'\nlist: [a, 'b, c']\nlong: ${"word ".repeat(40)}.\n---\n\ntext\n`,
    );
    const result = read(text);
    expect(result.ok && { ...result.fields }).toEqual(fields);
  });
});
