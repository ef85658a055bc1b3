/** Only tokens with the right scope may change workflow files. */
import { notForIntegration, unprocessable } from "./api/errors.ts";
import type { AuthenticatedCaller } from "./authentication.ts";
import type { Core } from "./core.ts";
import { resolve } from "./git.ts";
import { listRefs } from "./git-refs.ts";
import type { Repository } from "./state.ts";
import { listEntries } from "./tree-objects.ts";

export const workflowFolder = ".github/workflows";

/**
 * Throws 403 or 422 for a commit with a workflow file that the caller may not add or change. A file
 * that is already on a branch may be added to others.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
export async function refuseWorkflows(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  commit: string | null,
): Promise<void> {
  const file = await forbiddenWorkflow(core, repository, caller, commit);
  if (file === undefined) return;
  if (caller.kind === "installation") throw notForIntegration();
  throw unprocessable(workflowRefusal(caller, file));
}

async function forbiddenWorkflow(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  commit: string | null,
): Promise<string | undefined> {
  if (!commit || mayChangeWorkflows(caller)) return undefined;
  const path = core.store.pathOf(repository);
  const brought = await workflowsAt(path, commit);
  if (brought.length === 0) return undefined;
  const tips = [...new Set(listRefs(path, "refs/heads/").map(({ sha }) => sha))];
  const known = new Set((await Promise.all(tips.map((tip) => workflowsAt(path, tip)))).flat());
  return brought.find((entry) => !known.has(entry))?.replace(/^.*\t/, "");
}

/** The error for somebody who may not change workflow files. */
export function workflowRefusal(caller: AuthenticatedCaller, path: string): string {
  return caller.kind === "installation"
    ? `refusing to allow a GitHub App to create or update workflow \`${path}\` without \`workflows\` permission`
    : `refusing to allow an OAuth App to create or update workflow \`${path}\` without \`workflow\` scope`;
}

export function mayChangeWorkflows(caller: AuthenticatedCaller): boolean {
  return caller.kind === "installation"
    ? caller.permissions.workflows === "write"
    : caller.scopes.includes("workflow");
}

/** One line per file, with its hash and path. */
async function workflowsAt(path: string, commit: string): Promise<string[]> {
  const folder = await resolve(path, `${commit}:${workflowFolder}`, "tree");
  const entries = folder ? await listEntries(path, folder, true) : [];
  return entries.map(({ sha, path: file }) => `${sha}\t${workflowFolder}/${file}`);
}
