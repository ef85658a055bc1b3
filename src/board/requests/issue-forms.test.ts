import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { boardConfig } from "../../board.config.ts";
import { testConfig } from "../fixtures.ts";
import { githubTexts } from "./issue-forms.ts";

describe("the texts for people who open issues and pull requests", () => {
  it.each(Object.entries(githubTexts(boardConfig)))(
    "%s follows from the settings (if not, run: npm run docs)",
    async (path, text) => {
      expect(await readFile(path, "utf8")).toBe(text);
    },
  );

  it("give the address of a post that could be on the board", () => {
    const topic = { name: "Rust", terms: ["Rust"] };
    const texts = githubTexts({ ...testConfig, url: "https://rust.example.org/jobs/", topic });
    expect(texts[".github/ISSUE_TEMPLATE/your-post.yml"]).toContain(
      "placeholder: https://rust.example.org/jobs/jobs/2026-11-22-example-company-senior-rust-developer/\n",
    );
  });
});
