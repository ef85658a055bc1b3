/** What `actions/checkout` does: a real clone of the repository, from disk or over HTTP. */
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { git, withAuthorization } from "../git.ts";
import type { JobContext } from "./job-context.ts";

/**
 * Clones the commit of the run into the workspace.
 *
 * @param inputs `fetch-depth`: 0 for all history; `persist-credentials`: whether the token stays in the
 * clone's configuration, where every later step can read it
 */
export async function checkout(
  job: JobContext,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const { run, directories, remote, write } = job;
  const { workspace } = directories;
  const depth = Number(inputs["fetch-depth"] ?? "1");
  await git(workspace, ["init", "-q", "--template=", "-b", "main"]);
  const configuration = join(workspace, ".git", "config");
  await appendFile(configuration, `[remote "origin"]\n\turl = ${remote.url}\n`);
  if (job.checkoutFrom === "http" || depth > 1) await fetchFromRemote(job, depth);
  else await linkObjects(job, depth);
  const branch = run.ref.replace(/^refs\/(?:heads|pull)\//, "");
  await git(workspace, ["checkout", "-q", "-B", branch, run.sha]);
  if (inputs["persist-credentials"] !== "false") {
    const { GIT_CONFIG_KEY_0: key = "", GIT_CONFIG_VALUE_0: value = "" } =
      withAuthorization(remote);
    await git(workspace, ["config", key, value]);
  }
  write(`Checked out ${branch} at ${run.sha}.\n`);
}

async function fetchFromRemote({ run, directories, remote }: JobContext, depth: number) {
  const limit = depth === 0 ? [] : [`--depth=${depth}`];
  const all = depth === 0 ? ["+refs/heads/*:refs/remotes/origin/*"] : [];
  // The workspace is deleted before Git would clean up.
  const fetch = ["fetch", "-q", "--no-tags", "--no-auto-maintenance", ...limit, "origin"];
  const what = [...all, `+${run.sha}:refs/remotes/origin/fetched`];
  await git(directories.workspace, [...fetch, ...what], { variables: withAuthorization(remote) });
}

/** The same clone, which uses the repository’s objects instead of copying them. */
async function linkObjects({ run, directories }: JobContext, depth: number): Promise<void> {
  const { repository, workspace } = directories;
  const folder = join(workspace, ".git");
  await mkdir(join(folder, "objects", "info"), { recursive: true });
  await writeFile(join(folder, "objects/info/alternates"), `${join(repository, "objects")}\n`);
  const refs = [`${run.sha} refs/remotes/origin/fetched`];
  if (depth === 0) {
    const format = "--format=%(objectname) refs/remotes/origin/%(refname:lstrip=2)";
    refs.push(await git(repository, ["for-each-ref", format, "refs/heads"]));
  } else await writeFile(join(folder, "shallow"), `${run.sha}\n`);
  await writeFile(join(folder, "packed-refs"), `${refs.join("\n")}\n`);
}
