import { describe, expect, it } from "vitest";
import type { Option } from "./command.ts";
import { helpText, readFlags, readNumber, UsageError } from "./command.ts";

const command = {
  usage: "npm run x -- [FILE…]",
  about: "Does x.",
  options: {
    "dry-run": { type: "boolean", help: "do nothing" },
    text: { type: "string", value: "TEXT", help: "some text" },
  } satisfies Record<string, Option>,
  takesFiles: true,
} as const;

describe("the arguments of a command line", () => {
  it("are flags, values and files", () => {
    expect(readFlags(command, ["a.md", "--text", "t", "--dry-run", "b.md"])).toEqual({
      flags: { text: "t", "dry-run": true },
      files: ["a.md", "b.md"],
    });
  });

  it("may be values that begin with a hyphen, as lists in Markdown do", () => {
    expect(readFlags(command, ["--text", "- a\n- b", "--dry-run"])).toMatchObject({
      flags: { text: "- a\n- b", "dry-run": true },
    });
  });

  it("may have the underscores that fields have in files", () => {
    expect(readFlags(command, ["--dry_run", "--text=a_b"])).toMatchObject({
      flags: { "dry-run": true, text: "a_b" },
    });
  });

  it("ask for help, whatever else they say", () => {
    expect(readFlags(command, ["--help", "--text", "x"])).toBe("help");
    expect(readFlags(command, ["-h"])).toBe("help");
  });

  it.each([[["--tex", "x"]], [["--dry-run=1"]], [["--text"]], [["--text", "--dry-run"]]])(
    "are rejected if they are unknown: %j",
    (words) => {
      expect(() => readFlags(command, words)).toThrow(UsageError);
    },
  );

  it("cannot be files if a command takes none", () => {
    expect(() => readFlags({ ...command, takesFiles: false }, ["a.md"])).toThrow(UsageError);
  });
});

describe("a number after a flag", () => {
  it("is a whole number in its range", () => {
    expect(readNumber({ days: "7" }, "days", { most: 7 })).toBe(7);
    expect(readNumber({ seed: "0" }, "seed", { least: 0, most: 7 })).toBe(0);
  });

  it.each(["0", "8", "-1", "1.5", "1e0", "", "x", undefined])("is not %j", (days) => {
    const flags = days === undefined ? {} : { days };
    expect(() => readNumber(flags, "days", { most: 7 })).toThrow(UsageError);
  });
});

describe("the help of a command", () => {
  it("has its usage, its purpose, and a description of every flag", () => {
    expect(helpText(command)).toBe(`npm run x -- [FILE…]

Does x.

  --dry-run    do nothing
  --text TEXT  some text
  --help       show this help`);
  });

  it("has short lines, however long a flag’s description is", () => {
    const help = `${"many words ".repeat(20)}and-one-that-is-${"very-".repeat(20)}long end`;
    const text = helpText({ ...command, options: { text: { type: "string", help } } });
    const lines = text.split("\n").slice(4);
    expect(lines.filter((line) => line.length > 100)).toEqual([
      expect.stringMatching(/^ +and-one-that-is-[very-]+long$/),
    ]);
    expect(lines.map((line) => line.slice(16)).join(" ")).toBe(`${help} show this help`);
    expect(lines.slice(1, -1).every((line) => line.startsWith(" ".repeat(16)))).toBe(true);
  });
});
