/** What `actions/checkout` does: a real clone of the stand-in's repository, over HTTP. */
import { git, withAuthorization } from "../git.ts";
import type { JobContext } from "./job-context.ts";

/**
 * Clones the commit of the run into the workspace.
 *
 * @param inputs `fetch-depth`: 0 for all history; `persist-credentials`: whether the token stays in the
 * clone's configuration, where every later step can read it
 */
export async function checkout(
  { run, directories, remote, write }: JobContext,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const { workspace, mirror } = directories;
  const depth = Number(inputs["fetch-depth"] ?? "1");
  const limit = depth === 0 ? [] : [`--depth=${depth}`];
  const variables = withAuthorization(remote);
  // The workspace is gone before there is anything to tidy up.
  const fetch = ["fetch", "-q", "--no-tags", "--no-auto-maintenance"];
  await git(workspace, ["init", "-q", "--template=", "-b", "main"]);
  await git(workspace, ["remote", "add", "origin", remote.url]);
  const branches = "+refs/heads/*:refs/remotes/origin/*";
  if (run.ref.startsWith("refs/pull/")) {
    // GitHub keeps the merge commit beside the branches; here it is the sandbox that makes it.
    await git(workspace, [...fetch, "origin", branches], { variables });
    await git(workspace, [...fetch, ...limit, `file://${mirror}`, run.sha]);
  } else {
    const what = depth === 0 ? branches : `+${run.sha}:refs/remotes/origin/fetched`;
    await git(workspace, [...fetch, ...limit, "origin", what], { variables });
  }
  const branch = run.ref.replace(/^refs\/(?:heads|pull)\//, "");
  await git(workspace, ["checkout", "-q", "-B", branch, run.sha]);
  if (inputs["persist-credentials"] !== "false") {
    const { GIT_CONFIG_KEY_0: key = "", GIT_CONFIG_VALUE_0: value = "" } = variables;
    await git(workspace, ["config", key, value]);
  }
  write(`Checked out ${branch} at ${run.sha}.\n`);
}
