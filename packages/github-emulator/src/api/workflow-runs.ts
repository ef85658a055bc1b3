/** Workflow runs, as reported by the runner. */
import { readCommits } from "../commits.ts";
import type { Core } from "../core.ts";
import { readable } from "../permissions.ts";
import { nodeId, repositoryApi, repositoryPage } from "../serializers/addresses.ts";
import { pushedCommit } from "../serializers/commits.ts";
import { shortRepository } from "../serializers/repositories.ts";
import { userByLogin } from "../serializers/users.ts";
import type { Repository, WorkflowRun } from "../state.ts";
import { workflowFolder } from "../workflow-files.ts";
import type { Workflow } from "./actions.ts";
import { workflowInPath } from "./actions.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { counted } from "./call.ts";

export const workflowRunOperations: Operations = {
  "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs": listRuns,
};

/** Newest first. `status` is a status or a conclusion. */
async function listRuns(call: Call): Promise<Answer> {
  const { core, query } = call;
  const repository = readable(call);
  const workflow = await workflowInPath(call, repository);
  const status = query.get("status");
  const branch = query.get("branch");
  const sha = query.get("head_sha");
  const found = (repository.runs ?? []).filter(
    (run) =>
      run.file === workflow.file &&
      (status === null || run.status === status || run.conclusion === status) &&
      (branch === null || run.branch === branch) &&
      (sha === null || run.sha === sha),
  );
  return await counted(call, "workflow_runs", found.toReversed(), (run) =>
    shape(core, repository, workflow, run),
  );
}

async function shape(core: Core, repository: Repository, workflow: Workflow, run: WorkflowRun) {
  const [commit] = await readCommits(core, repository, [run.sha]);
  const head = commit && pushedCommit(core, repository, commit);
  const self = repositoryApi(core, repository, `/actions/runs/${run.id}`);
  const place = shortRepository(core, repository);
  const owner = { owner: userByLogin(core, repository.owner) };
  return {
    id: run.id,
    node_id: nodeId("WorkflowRun", run.id),
    name: workflow.name,
    head_branch: run.branch,
    head_sha: run.sha,
    path: `${workflowFolder}/${workflow.file}`,
    display_title: workflow.name,
    run_number: run.number,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflow.id,
    url: self,
    html_url: repositoryPage(core, repository, `/actions/runs/${run.id}`),
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    jobs_url: `${self}/jobs`,
    logs_url: `${self}/logs`,
    check_suite_url: repositoryApi(core, repository, `/check-suites/${run.id}`),
    artifacts_url: `${self}/artifacts`,
    cancel_url: `${self}/cancel`,
    rerun_url: `${self}/rerun`,
    workflow_url: repositoryApi(core, repository, `/actions/workflows/${workflow.id}`),
    head_commit: head && {
      id: head.id,
      tree_id: head.tree_id,
      message: head.message,
      timestamp: head.timestamp,
      author: { name: head.author.name, email: head.author.email },
      committer: { name: head.committer.name, email: head.committer.email },
    },
    repository: { ...place, ...owner },
    head_repository: { ...place, ...owner },
  };
}
