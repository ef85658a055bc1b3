import { describe, expect, it } from "vitest";
import { readFrontMatter, writeFrontMatter } from "./front-matter.ts";

const message = (text: string) => {
  const result = readFrontMatter(text);
  return result.ok ? undefined : `${result.rule}: ${result.finding.message}`;
};

describe("the fences", () => {
  it.each([
    "",
    "title: x",
    "---js\ntitle: x\n---\n",
    "--- \ntitle: x\n---\n",
    "----\ntitle: x\n---\n",
    "\n---\ntitle: x\n---\n",
    " ---\ntitle: x\n---\n",
    "---\ntitle: x\n",
    "---\ntitle: x\n---more\n",
    "---\ntitle: x\n--- \n",
    "---\ntitle: x\n----\n",
  ])("must be lines of exactly three hyphens: %j", (text) => {
    expect(message(text)).toMatch(/^fences: /);
  });

  it("may be followed by such lines in the text", () => {
    expect(readFrontMatter("---\na: 1\n---\ntext\n\n---\nmore")).toEqual({
      ok: true,
      value: { fields: { a: 1 }, body: "text\n\n---\nmore" },
    });
  });
});

describe("the fields", () => {
  it("are plain values; dates, yes and no stay text", () => {
    const result = readFrontMatter(
      "---\nday: 2026-11-22\nyes: no\nn: 1.5\nt: true\nl: [a, {b: c}]\n---\n",
    );
    expect(result.ok && { ...result.value.fields }).toEqual({
      day: "2026-11-22",
      yes: "no",
      n: 1.5,
      t: true,
      l: ["a", { b: "c" }],
    });
  });

  it("have no prototype", () => {
    const result = readFrontMatter("---\n__proto__: {polluted: true}\nconstructor: x\n---\n");
    const fields = result.ok ? result.value.fields : {};
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
    const result = readFrontMatter(`---\n${yaml}\n---\n`);
    expect(!result.ok && result.finding.fix).toContain("the one above it if a quote is missing");
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
    const text = writeFrontMatter({ fields, body: "text\n" });
    expect(text).toBe(
      `---\nplain: C++ & C#\ncolon: 'a: b'\nword: yes\ntruth: 'true'\nnumber: '1'\nlist: [a, 'b, c']\nlong: ${"word ".repeat(40)}.\n---\n\ntext\n`,
    );
    const read = readFrontMatter(text);
    expect(read.ok && { ...read.value.fields }).toEqual(fields);
  });
});
