/** Reads when workflows ran. */
import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { Answer, GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";

type Filter = Pick<
  RestEndpointMethodTypes["actions"]["listWorkflowRuns"]["parameters"],
  "branch" | "head_sha" | "status"
>;

type Run = Answer<"actions", "listWorkflowRuns">["workflow_runs"][number];

/** The newest run of a workflow that fits; `undefined` if the repository has no such workflow. */
export async function newestRun(
  { rest, at }: Pick<GitHub, "rest" | "at">,
  file: string,
  filter: Filter,
): Promise<{ run: Run | undefined } | undefined> {
  const request = { ...at, workflow_id: file, ...filter, per_page: 1 };
  const runs = await unlessStatus([404], rest.actions.listWorkflowRuns(request));
  return runs && { run: runs.data.workflow_runs[0] };
}
