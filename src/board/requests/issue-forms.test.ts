import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { githubTexts } from "./issue-forms.ts";

const program = `
  import { boardConfig } from "./src/board.config.ts";
  import { githubTexts } from "./src/board/requests/issue-forms.ts";
  console.log(JSON.stringify(githubTexts(boardConfig)));`;

describe("the texts for people who open issues and pull requests", () => {
  it("follow from the settings, in the language of the board (if not, run: npm run docs)", async () => {
    // Tests have the English words, whatever the board speaks.
    const parameters = ["--input-type=module", "--eval", program];
    const { stdout } = await promisify(execFile)(process.execPath, parameters, { env: {} });
    const texts: Record<string, string> = JSON.parse(stdout);
    expect(Object.keys(texts)).toEqual(Object.keys(githubTexts(testConfig)));
    for (const [path, text] of Object.entries(texts)) {
      expect(await readFile(path, "utf8"), path).toBe(text);
    }
  });

  it("give the address of a post that could be on the board", () => {
    const topic = { name: "Rust", terms: ["Rust"] };
    const texts = githubTexts({ ...testConfig, url: "https://rust.example.org/jobs/", topic });
    expect(texts[".github/ISSUE_TEMPLATE/your-post.yml"]).toContain(
      "placeholder: https://rust.example.org/jobs/jobs/2026-11-22-example-company-senior-rust-developer/\n",
    );
  });
});
