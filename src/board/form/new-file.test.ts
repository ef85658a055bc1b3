import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob } from "../../../test/example-job.ts";
import { writeJobFile } from "../job/file.ts";
import {
  editorAddress,
  longestMailAddress,
  longestReturnAddress,
  mailAddress,
  withoutSubmitter,
} from "./new-file.ts";
import { localLogin } from "./stamp.ts";

const editor = "https://github.com/example-org/python-job-board/new/main";
const file = "jobs/2026-11-22-example.md";

describe("the address of GitHub’s editor", () => {
  it("has the name and the text, with any characters", () => {
    const text = "---\ntitle: C# & 100 % “مهندس”\n---\n\na+b = c?\n";
    const { address, holdsText } = editorAddress(editor, { file, text });
    const { searchParams } = new URL(address);
    expect(holdsText).toBe(true);
    expect([searchParams.get("filename"), searchParams.get("value")]).toEqual([file, text]);
  });

  it.each(["a", " ", "م", "\n"])(
    "is short enough even as part of the sign-in address, for texts of %j",
    (sign) => {
      const lengths = [1, 2, 3, 4, 5, 6, 7, 8].map((thousands) => thousands * 500);
      const found = lengths.map((length) =>
        editorAddress(editor, { file, text: sign.repeat(length) }),
      );
      for (const { address } of found) {
        const signIn = `https://github.com/login?${new URLSearchParams({ return_to: address })}`;
        expect(signIn.length).toBeLessThan(8190);
      }
      expect(found[0]?.holdsText).toBe(true);
    },
  );

  it("has only the name if the text is too long", () => {
    const text = "x".repeat(longestReturnAddress);
    const { address, holdsText } = editorAddress(editor, { file, text });
    expect(holdsText).toBe(false);
    expect([...new URL(address).searchParams]).toEqual([["filename", file]]);
  });
});

describe("the email to the team", () => {
  it("contains a short text, with line ends for mail", () => {
    const { address, holdsText } = mailAddress("jobs@example.org", "A & B", {
      file,
      text: "one\ntwo",
    });
    expect(holdsText).toBe(true);
    const { pathname, searchParams } = new URL(address);
    expect(pathname).toBe("jobs@example.org");
    expect(searchParams.get("subject")).toBe("Job post: A & B");
    expect(searchParams.get("body")).toContain("2026-11-22-example.md:\r\n\r\none\r\ntwo");
  });

  it("asks for an attachment if the text is too long", () => {
    const text = "x".repeat(longestMailAddress);
    const { address, holdsText } = mailAddress("jobs@example.org", "A job", { file, text });
    expect(holdsText).toBe(false);
    expect(new URL(address).searchParams.get("body")).toContain("is attached");
  });
});

describe("a file for the team", () => {
  it("only lacks the line with the submitter", () => {
    const written = writeJobFile(file, { ...exampleJob, submitted_by: localLogin }, exampleConfig);
    if (!written.ok) throw new Error(written.problems[0]?.message);
    const lines = written.text.split("\n");
    const line = `submitted_by: ${localLogin}`;
    expect(lines).toContain(line);
    expect(withoutSubmitter(written.text).split("\n")).toEqual(lines.filter((one) => one !== line));
  });
});
