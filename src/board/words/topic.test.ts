import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Where people read texts that are not made from the settings. */
const folders = ["src/board/words", "src/site", "admin", "docs", ".github"];
const files = ["CONTRIBUTING.md", "SECURITY.md"];

/** Where posts can be imported from, whatever the board is about. */
const otherBoards =
  /python\.?(?:dot)?org|Django[’']s `?dumpdata|«dumpdata» de Django|python manage\.py/gi;

it("no text for people names what one board is about", async () => {
  const found: string[] = [];
  for (const path of await textsIn(folders)) {
    const text = withoutComments(await readFile(path, "utf8")).replace(otherBoards, "");
    const naming = /.{0,40}(?:python|django|pydata).{0,40}/i.exec(text);
    if (naming) found.push(`${path}: ${naming[0]}`);
  }
  expect(found).toEqual([]);
});

async function textsIn(paths: readonly string[]): Promise<string[]> {
  const inside = await Promise.all(
    paths.map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((path) => join(folder, path)),
    ),
  );
  return [...inside.flat(), ...files].filter(
    (path) =>
      /\.(?:ts|tsx|njk|md|yml|css)$/.test(path) &&
      !path.endsWith(".test.ts") &&
      // Made from the settings.
      !path.includes("ISSUE_TEMPLATE") &&
      // Figures of the project's own benchmarks.
      !path.endsWith("performance.md"),
  );
}

/** Programmers may read of what inspired an address. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
