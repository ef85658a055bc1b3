/**
 * Checkouts for commands that run in this process: clones with or without history, but without files and packages,
 * which these commands do not need.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JobContext, SupportedAction } from "github-emulator/actions";

const nothing: SupportedAction = {
  inputs: ["npm-ci-flags"],
  perform: () => Promise.resolve({}),
};

/** Replacements for the actions that check out and set up. */
export const lightActions: Readonly<Record<string, SupportedAction>> = {
  "actions/checkout": {
    inputs: ["fetch-depth", "persist-credentials"],
    async perform(job, inputs) {
      await checkOut(job, inputs["fetch-depth"] === "0");
      return {};
    },
  },
  "./.github/actions/setup": nothing,
};

async function checkOut({ run, directories }: JobContext, hasHistory: boolean): Promise<void> {
  const folder = join(directories.workspace, ".git");
  await mkdir(join(folder, "objects", "info"), { recursive: true });
  await mkdir(join(folder, "refs"));
  const files = {
    HEAD: `${run.sha}\n`,
    config: "[core]\n\trepositoryformatversion = 0\n\tbare = false\n",
    "objects/info/alternates": `${join(directories.repository, "objects")}\n`,
    ...(!hasHistory && { shallow: `${run.sha}\n` }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
