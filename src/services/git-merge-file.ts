/** Merges two changes of a file with Git. */
import { execFile } from "node:child_process";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitNotStarted } from "../board/words/en/terminal-errors.ts";

/**
 * The text with the changes of both sides, as in a merge of branches; `undefined` if they conflict. The texts
 * are data: nothing in them is executed.
 */
export async function mergeFile({
  base,
  ours,
  theirs,
}: Readonly<Record<"base" | "ours" | "theirs", Uint8Array>>): Promise<Uint8Array | undefined> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "merge-"));
  const files = { ours, base, theirs };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder.path, name), content);
  }
  return await new Promise((resolve, reject) => {
    const parameters = ["merge-file", "--quiet", "--stdout", ...Object.keys(files)];
    const options = { cwd: folder.path, encoding: "buffer" } as const;
    execFile("git", parameters, options, (error, stdout) => {
      if (!error) resolve(new Uint8Array(stdout));
      // The number of conflicts; higher codes are errors, such as a binary file.
      else if (typeof error.code === "number") resolve(undefined);
      else reject(new Error(gitNotStarted, { cause: error }));
    });
  });
}
