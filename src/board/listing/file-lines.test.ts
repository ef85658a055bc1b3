import { describe, expect, it } from "vitest";
import { jobWith, testConfig } from "../fixtures.ts";
import { writeJobFile } from "../job/file.ts";
import { countFromTop } from "./file-lines.ts";

const job = jobWith({
  description: "One\n\n- two",
  requirements: "One\n\nthree\n\nfour",
});

function lineOf(field: string, line: number, change = (text: string) => text) {
  const written = writeJobFile("jobs/x.md", job, testConfig);
  const text = change(written.ok ? written.text : "");
  const found = { file: "jobs/x.md", rule: "x", severity: "advice", message: "", fix: "" } as const;
  const problem = countFromTop({ ...found, field, line }, job, new TextEncoder().encode(text));
  return problem.line === undefined ? undefined : text.split(/\r?\n/)[problem.line - 1];
}

describe("the line of a problem", () => {
  it("is counted from the top of the file", () => {
    expect(lineOf("description", 3)).toBe("- two");
    expect(lineOf("requirements", 5)).toBe("four");
    expect(lineOf("requirements", 3, (text) => text.replaceAll("\n", "\r\n"))).toBe("three");
  });

  it("is counted below its author’s own heading, whatever its level was", () => {
    const own = { ...job, requirements: "## Skills\n\nthree\n\nfour" };
    for (const heading of ["## Skills\n\n", "### Skills\n", "Skills\n===\n\n"]) {
      const text = `---\nfields\n---\n\nOne\n\n${heading}three\n\nfour\n`;
      const found = { file: "x", rule: "x", severity: "advice", message: "", fix: "" } as const;
      const problem = { ...found, field: "requirements", line: 5 };
      const { line = 0 } = countFromTop(problem, own, new TextEncoder().encode(text));
      expect(text.split("\n")[line - 1]).toBe("four");
    }
  });

  it("is counted in the file, whatever characters are read as what they mean", () => {
    const soft = (text: string) => text.replace("One\n\n- two", "\u200bOne\n\f-\u00a0two");
    expect(lineOf("description", 3, soft)).toBe("\f-\u00a0two");
    expect(lineOf("requirements", 5, soft)).toBe("four");
  });

  it("is left out if the text is not in the file as it is", () => {
    expect(lineOf("description", 3, (text) => text.replace("One", "Uno"))).toBeUndefined();
  });
});
