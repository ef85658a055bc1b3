/** The webhook payload for a run that began or ended. https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run */
import type { Run } from "./run.ts";
import type { Payload } from "./triggers.ts";
import { isUntrusted } from "./triggers.ts";

export function workflowRunPayload(
  run: Run,
  action: "requested" | "completed",
  repository: string,
): Payload {
  const [owner = "", name = ""] = repository.split("/");
  const pull = run.trigger.payload.pull_request;
  // GitHub leaves out pull requests from forks.
  const pulls = pull && !isUntrusted(run.trigger) ? [{ number: pull.number }] : [];
  const actor = { login: run.actor, type: run.actor.endsWith("[bot]") ? "Bot" : "User" };
  const here = { full_name: repository, name, owner: { login: owner } };
  return {
    action,
    repository: here,
    sender: actor,
    workflow: { name: run.name, path: run.file },
    workflow_run: {
      id: run.id,
      name: run.name,
      path: run.file,
      event: run.trigger.name,
      status: run.status,
      conclusion: run.conclusion ?? null,
      run_number: run.id,
      run_attempt: 1,
      head_sha: run.head.sha,
      head_branch: run.head.branch,
      head_repository: { full_name: pull?.head.repo?.full_name ?? repository },
      repository: here,
      pull_requests: pulls,
      actor,
    },
  };
}
