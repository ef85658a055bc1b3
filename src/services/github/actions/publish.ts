/** Builds and publishes the site, and starts the review bot. */

import { notPublished } from "#words/github.ts";
import type { GitHub } from "../client.ts";
import { readMainHead } from "../facts/objects.ts";
import { newestRun } from "../facts/workflow-runs.ts";
import type { Outcome } from "./outcome.ts";
import { already, done } from "./outcome.ts";

/** The workflow that builds the site and publishes it. */
const workflow = "publish.yml";

/**
 * Publishes what the bot has merged: merging with GITHUB_TOKEN starts no workflow, unlike merging with an app’s token.
 * https://docs.github.com/actions/concepts/security/github_token
 */
export async function publishMerged(github: GitHub): Promise<void> {
  if (!github.app) await publish(github);
}

/** Starts a build of the site. */
export async function publish({ rest, at, branch, url }: GitHub): Promise<void> {
  try {
    await rest.actions.createWorkflowDispatch({ ...at, workflow_id: workflow, ref: branch });
  } catch (cause) {
    throw new Error(notPublished(`${url}/actions/workflows/${workflow}`), { cause });
  }
}

/** Publishes the board’s newest commit if that has not been started, because the request after a merge failed. */
export async function ensurePublished(github: GitHub): Promise<Outcome> {
  const { branch } = github;
  const last = await newestRun(github, workflow, { branch, head_sha: await readMainHead(github) });
  if (!last || last.run) return already;
  await publish(github);
  return done;
}

/** Has the bot itself look at a pull request, or at all of them. */
export async function askTheBot({ rest, at, branch }: GitHub, pull?: number): Promise<void> {
  await rest.actions.createWorkflowDispatch({
    ...at,
    workflow_id: "triage.yml",
    ref: branch,
    ...(pull !== undefined && { inputs: { pr: String(pull) } }),
  });
}
