import type { GitHub } from "../client.ts";

/** The workflow that builds the site and publishes it. */
const workflow = "publish.yml";

/**
 * Starts a build of the site, since merges with a workflow's token start no workflows.
 * https://docs.github.com/actions/concepts/security/github_token
 */
export async function publish({ rest, at, branch, url }: GitHub): Promise<void> {
  try {
    await rest.actions.createWorkflowDispatch({ ...at, workflow_id: workflow, ref: branch });
  } catch (cause) {
    throw new Error(
      `The board was changed, but publishing it could not be started. Start it by hand: ${url}/actions/workflows/${workflow}`,
      { cause },
    );
  }
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
