/** Labels of a repository, and on issues. */
import { addLabels, removeLabels, setLabels } from "../issue-updates.ts";
import { readable, writable } from "../permissions.ts";
import { serializeLabel } from "../serializers/issues.ts";
import type { Issue, Label, Repository } from "../state.ts";
import { sameName } from "../store.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { created, list, noContent, ok, parameter } from "./call.ts";
import { ApiError, notFound } from "./errors.ts";
import { changeableIssue, issueInPath } from "./issues.ts";

const ofRepository = "/repos/{owner}/{repo}/labels";
const ofIssue = "/repos/{owner}/{repo}/issues/{issue_number}/labels";
const sorting = { role: "write", app: ["issues", "pull_requests"] } as const;

export const labelOperations: Operations = {
  [`GET ${ofRepository}`]: (call) => {
    const repository = readable(call);
    return list(call, repository.labels, ({ name }) => serializeLabel(call.core, repository, name));
  },
  [`POST ${ofRepository}`]: create,
  [`GET ${ofRepository}/{name}`]: (call) => {
    const repository = readable(call);
    return ok(serializeLabel(call.core, repository, labelInPath(call, repository).name));
  },
  [`PATCH ${ofRepository}/{name}`]: update,
  [`DELETE ${ofRepository}/{name}`]: (call) => {
    const { repository } = writable(call, sorting);
    const label = labelInPath(call, repository);
    repository.labels = repository.labels.filter((known) => known !== label);
    for (const issue of repository.issues) replace(issue, label.name, []);
    return noContent();
  },
  [`GET ${ofIssue}`]: (call) => {
    const repository = readable(call);
    return onIssue(call, repository, issueInPath(call, repository));
  },
  [`POST ${ofIssue}`]: async (call) => {
    const { repository, caller, issue } = changeableIssue(call, "triage");
    await addLabels(call.core, repository, caller, issue, namesIn(call));
    return await onIssue(call, repository, issue);
  },
  [`PUT ${ofIssue}`]: async (call) => {
    const { repository, caller, issue } = changeableIssue(call, "triage");
    await setLabels(call.core, repository, caller, issue, namesIn(call));
    return await onIssue(call, repository, issue);
  },
  [`DELETE ${ofIssue}`]: async (call) => {
    const { repository, caller, issue } = changeableIssue(call, "triage");
    await setLabels(call.core, repository, caller, issue, []);
    return noContent();
  },
  [`DELETE ${ofIssue}/{name}`]: async (call) => {
    const { repository, caller, issue } = changeableIssue(call, "triage");
    const wanted = parameter(call, "name");
    const name = issue.labels.find((known) => sameName(known, wanted));
    if (name === undefined) throw new ApiError(404, "Label does not exist");
    await removeLabels(call.core, repository, caller, issue, [name]);
    return await onIssue(call, repository, issue);
  },
};

function create(call: Call): Answer {
  const { repository } = writable(call, sorting);
  const { core, body } = call;
  const name = body.requiredText("name");
  refuseTaken(repository, name);
  repository.labels.push({
    id: core.store.nextId(),
    name,
    color: body.text("color")?.replace(/^#/, "") ?? "ededed",
    description: body.text("description") ?? null,
  });
  return created(serializeLabel(core, repository, name));
}

function update(call: Call): Answer {
  const { repository } = writable(call, sorting);
  const { core, body } = call;
  const label = labelInPath(call, repository);
  const name = body.text("new_name") ?? label.name;
  if (!sameName(name, label.name)) refuseTaken(repository, name);
  for (const issue of repository.issues) replace(issue, label.name, [name]);
  label.name = name;
  label.color = body.text("color")?.replace(/^#/, "") ?? label.color;
  if (body.has("description")) label.description = body.text("description") ?? null;
  return ok(serializeLabel(core, repository, name));
}

function refuseTaken(repository: Repository, name: string): void {
  if (!repository.labels.some((known) => sameName(known.name, name))) return;
  throw new ApiError(422, "Validation Failed", [
    { resource: "Label", code: "already_exists", field: "name" },
  ]);
}

function replace(issue: Issue, name: string, replacement: readonly string[]): void {
  issue.labels = issue.labels.flatMap((known) => (known === name ? replacement : [known]));
}

function onIssue(call: Call, repository: Repository, issue: Issue): Promise<Answer> {
  return list(call, issue.labels, (name) => serializeLabel(call.core, repository, name));
}

/** An object with `labels`, or just the array, as older programs send it. */
function namesIn({ body }: Call): string[] {
  return body.texts("labels") ?? [];
}

function labelInPath(call: Call, repository: Repository): Label {
  const name = parameter(call, "name");
  const label = repository.labels.find((known) => sameName(known.name, name));
  if (!label) throw notFound();
  return label;
}
