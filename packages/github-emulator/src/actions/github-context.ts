/** What GitHub tells a job about its run: `github` in expressions, and environment variables of steps. */
import type { Run } from "./run.ts";

export type Addresses = {
  /** `owner/name`. */
  repository: string;
  serverUrl: string;
  apiUrl: string;
  graphqlUrl: string;
};

/** The `github` context. https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context */
export function githubContext(run: Run, { repository, serverUrl, apiUrl, graphqlUrl }: Addresses) {
  const { payload } = run.trigger;
  return {
    event_name: run.trigger.name,
    event: payload,
    repository,
    repository_owner: repository.split("/")[0] ?? "",
    actor: run.actor,
    triggering_actor: run.actor,
    sha: run.sha,
    ref: run.ref,
    ref_name: run.ref.replace(/^refs\/(?:heads|pull)\//, ""),
    ref_type: "branch",
    head_ref: payload.pull_request?.head.ref ?? "",
    base_ref: payload.pull_request?.base.ref ?? "",
    run_id: String(run.id),
    run_number: String(run.id),
    run_attempt: "1",
    workflow: run.name,
    server_url: serverUrl,
    api_url: apiUrl,
    graphql_url: graphqlUrl,
  };
}

/** The same as variables: `GITHUB_REPOSITORY` and so on. Not the token, which a step must ask for. */
export function githubVariables(run: Run, addresses: Addresses): Record<string, string> {
  const { event: _, ...texts } = githubContext(run, addresses);
  const variables = Object.entries(texts).map(([name, text]) => [
    `GITHUB_${name.toUpperCase()}`,
    text,
  ]);
  return { CI: "true", GITHUB_ACTIONS: "true", ...Object.fromEntries(variables) };
}
