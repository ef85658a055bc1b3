/**
 * What a workflow's steps do on GitHub's runners besides running our commands: installing packages, packing the site,
 * and publishing what was packed. Really done, where the emulator by itself takes shortcuts.
 */
import { execFile } from "node:child_process";
import { mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { JobContext, SupportedAction } from "github-emulator/actions";
import { environmentWith } from "../../src/services/environment.ts";

const run = promisify(execFile);

type RunnerActionsOptions = {
  /** npm's cache: packages come from there once they have been downloaded. */
  npmCache: string;
  /** Where the site is unpacked that is deployed. */
  published: string;
  /** Told of the size of what is uploaded, in bytes. */
  onArtifact(bytes: number): void;
};

export function runnerActions(
  options: RunnerActionsOptions,
): Readonly<Record<string, SupportedAction>> {
  const { npmCache, published, onArtifact } = options;
  return {
    "./.github/actions/setup": {
      inputs: ["npm-ci-flags"],
      async perform({ directories }, { "npm-ci-flags": flags = "" }) {
        await installPackages(directories.workspace, flags.split(" ").filter(Boolean), npmCache);
        return {};
      },
    },
    "actions/upload-pages-artifact": {
      inputs: ["path"],
      async perform({ directories }, { path = "_site/" }) {
        const site = resolve(directories.workspace, path);
        await shell(`tar --dereference --hard-dereference --directory "$0" -cf "$1" .`, [
          site,
          tarIn(directories),
        ]);
        // The artifact is a ZIP archive, compressed as much as here by default.
        await shell(`gzip -6 --force "$0"`, [tarIn(directories)]);
        onArtifact((await stat(`${tarIn(directories)}.gz`)).size);
        return {};
      },
    },
    "actions/deploy-pages": {
      inputs: [],
      async perform({ directories }) {
        await mkdir(published, { recursive: true });
        await shell(`tar --directory "$1" -xzf "$0"`, [`${tarIn(directories)}.gz`, published]);
        return { page_url: "" };
      },
    },
  };
}

/** Installs packages in a folder of the project as a workflow does, without downloading any that are known. */
export async function installPackages(
  folder: string,
  flags: readonly string[],
  npmCache: string,
): Promise<void> {
  await run("npm", ["ci", ...flags], {
    cwd: folder,
    env: environmentWith({
      npm_config_cache: npmCache,
      npm_config_prefer_offline: "true",
      // A question to the registry, which takes as long as the network.
      npm_config_audit: "false",
    }),
  });
}

function tarIn({ artifacts }: JobContext["directories"]): string {
  return join(artifacts, "artifact.tar");
}

async function shell(script: string, parameters: readonly string[]): Promise<void> {
  await run("bash", ["-ec", script, ...parameters], { maxBuffer: 2 ** 26 });
}
