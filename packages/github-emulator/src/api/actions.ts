/** Workflows, and the permissions of Actions. */
import { load } from "js-yaml";
import type { Core } from "../core.ts";
import { readBlob } from "../git.ts";
import { readRef } from "../git-refs.ts";
import { administered, readable, writable } from "../permissions.ts";
import { nodeId, repositoryApi, repositoryPage } from "../serializers/addresses.ts";
import type { Repository } from "../state.ts";
import { entryAt, listTree } from "../trees.ts";
import { emit } from "../webhooks.ts";
import { workflowFolder } from "../workflow-files.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { counted, isObject, noContent, ok, parameter } from "./call.ts";
import { forbidden, notFound, unprocessable } from "./errors.ts";

const actions = "/repos/{owner}/{repo}/actions";
const workflow = `${actions}/workflows/{workflow_id}`;
const change = { role: "write", app: "actions" } as const;

export const actionsOperations: Operations = {
  [`GET ${actions}/workflows`]: async (call) => {
    const repository = readable(call);
    const found = await workflowsOf(call.core, repository);
    return await counted(call, "workflows", found, (one) => shape(call.core, repository, one));
  },
  [`GET ${workflow}`]: async (call) => {
    const repository = readable(call);
    return ok(shape(call.core, repository, await workflowInPath(call, repository)));
  },
  [`PUT ${workflow}/enable`]: (call) => setEnabled(call, true),
  [`PUT ${workflow}/disable`]: (call) => setEnabled(call, false),
  [`POST ${workflow}/dispatches`]: dispatch,
  "POST /repos/{owner}/{repo}/dispatches": (call) => {
    const { repository, caller } = writable(call, { role: "write", app: "contents" });
    const action = call.body.requiredText("event_type");
    const payload = {
      branch: repository.defaultBranch,
      client_payload: call.body.object("client_payload")?.fields ?? {},
    };
    emit(call.core, repository, caller, { name: "repository_dispatch", action, payload });
    return noContent();
  },
  [`GET ${actions}/permissions`]: (call) => {
    const { enabled, allowedActions } = administered(call).repository.actions;
    return ok({ enabled, ...(enabled && { allowed_actions: allowedActions }) });
  },
  [`PUT ${actions}/permissions`]: (call) => {
    const settings = administered(call).repository.actions;
    settings.enabled = call.body.flag("enabled") ?? settings.enabled;
    settings.allowedActions = call.body.text("allowed_actions") ?? settings.allowedActions;
    return noContent();
  },
  [`GET ${actions}/permissions/workflow`]: (call) => {
    const { defaultPermissions, canApprovePulls } = administered(call).repository.actions;
    return ok({
      default_workflow_permissions: defaultPermissions,
      can_approve_pull_request_reviews: canApprovePulls,
    });
  },
  [`PUT ${actions}/permissions/workflow`]: (call) => {
    const settings = administered(call).repository.actions;
    const level = call.body.text("default_workflow_permissions");
    if (level === "read" || level === "write") settings.defaultPermissions = level;
    settings.canApprovePulls =
      call.body.flag("can_approve_pull_request_reviews") ?? settings.canApprovePulls;
    return noContent();
  },
};

export type Workflow = { id: number; file: string; name: string; state: string };

async function dispatch(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, change);
  const { file, state } = await workflowInPath(call, repository);
  if (state !== "active")
    throw forbidden("Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  const ref = body.requiredText("ref");
  const path = core.store.pathOf(repository);
  const branch = ref.replace(/^refs\/heads\//, "");
  const commit = readRef(path, `refs/heads/${branch}`);
  if (!commit) throw unprocessable(`No ref found for: ${ref}`);
  const source = await entryAt(core, repository, commit, `${workflowFolder}/${file}`);
  const text = source && (await readBlob(path, source.sha)).toString();
  const trigger = text && dispatchTrigger(text);
  if (!trigger) throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  const inputs = readInputs(body.object("inputs")?.fields ?? {}, trigger.inputs);
  emit(core, repository, caller, {
    name: "workflow_dispatch",
    payload: { ref: `refs/heads/${branch}`, workflow: `${workflowFolder}/${file}`, inputs },
  });
  return noContent();
}

type Inputs = Readonly<Record<string, unknown>>;

/** The workflow's `workflow_dispatch` trigger; `undefined` if it cannot be started by hand. */
function dispatchTrigger(text: string): { inputs: Inputs } | undefined {
  const source = load(text);
  const on = isObject(source) ? source.on : undefined;
  if (on === "workflow_dispatch") return { inputs: {} };
  if (Array.isArray(on)) return on.includes("workflow_dispatch") ? { inputs: {} } : undefined;
  if (!isObject(on) || !("workflow_dispatch" in on)) return undefined;
  const trigger = on.workflow_dispatch;
  return { inputs: isObject(trigger) && isObject(trigger.inputs) ? trigger.inputs : {} };
}

/** The inputs with their defaults. Throws 422 for unknown or missing ones. */
function readInputs(given: Inputs, asked: Inputs): Record<string, unknown> {
  const strange = Object.keys(given).filter((name) => !(name in asked));
  if (strange.length > 0)
    throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(strange)}`);
  const inputs = Object.entries(asked).flatMap(([name, input]) => {
    if (name in given) return [[name, given[name]] as const];
    if (!isObject(input)) return [];
    if (input.default !== undefined) return [[name, String(input.default)] as const];
    if (input.required === true) throw unprocessable(`Required input '${name}' not provided`);
    return [];
  });
  return Object.fromEntries(inputs);
}

async function setEnabled(call: Call, isEnabled: boolean): Promise<Answer> {
  const { repository } = writable(call, change);
  const { file } = await workflowInPath(call, repository);
  const settings = repository.actions;
  settings.disabledWorkflows = settings.disabledWorkflows.filter((known) => known !== file);
  if (!isEnabled) settings.disabledWorkflows.push(file);
  return noContent();
}

/** By number or by file name. */
export async function workflowInPath(call: Call, repository: Repository): Promise<Workflow> {
  const wanted = parameter(call, "workflow_id");
  const all = await workflowsOf(call.core, repository);
  const found = all.find(({ id, file }) => String(id) === wanted || file === wanted);
  if (!found) throw notFound();
  return found;
}

/** The workflows on the default branch. */
async function workflowsOf(core: Core, repository: Repository): Promise<Workflow[]> {
  const path = core.store.pathOf(repository);
  const commit = readRef(path, `refs/heads/${repository.defaultBranch}`);
  const folder = commit ? await entryAt(core, repository, commit, workflowFolder) : undefined;
  if (folder?.type !== "tree") return [];
  const files = await listTree(core, repository, folder.sha, false);
  return await Promise.all(
    files
      .filter((file) => /\.ya?ml$/.test(file.path))
      .map(async ({ path: file, sha }) => {
        const text = (await readBlob(path, sha)).toString();
        const isDisabled = repository.actions.disabledWorkflows.includes(file);
        const state = isDisabled ? "disabled_manually" : "active";
        return {
          id: numberOf(file),
          file,
          name: nameIn(text) ?? `${workflowFolder}/${file}`,
          state,
        };
      }),
  );
}

function nameIn(text: string): string | undefined {
  const name = /^name:\s*(.+)$/m.exec(text)?.[1];
  return name?.replace(/^(["'])(.*)\1$/, "$2");
}

/** Always the same for the same file, without being stored. */
function numberOf(file: string): number {
  return [...file].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}

function shape(core: Core, repository: Repository, { id, file, name, state }: Workflow) {
  const path = `${workflowFolder}/${file}`;
  return {
    id,
    node_id: nodeId("Workflow", id),
    name,
    path,
    state,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    url: repositoryApi(core, repository, `/actions/workflows/${id}`),
    html_url: repositoryPage(core, repository, `/blob/${repository.defaultBranch}/${path}`),
    badge_url: repositoryPage(core, repository, `/actions/workflows/${file}/badge.svg`),
  };
}
