/** What the token of a job may do. https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#permissions */
import type { TemplateToken } from "./tokens.ts";
import { readMapping, readText, workflowError } from "./tokens.ts";

/** By GitHub's names, such as `pull-requests`. What is not named is not allowed. */
export type Permissions = Readonly<Record<string, "read" | "write">>;

/** What a workflow gets that says nothing, where the repository keeps GitHub's restricted default. */
const restrictedDefault: Permissions = { contents: "read", packages: "read" };

/** Reads a mapping of permissions; `undefined` where there is none. */
export function readPermissions(
  file: string,
  token: TemplateToken | undefined,
): Permissions | undefined {
  if (!token) return undefined;
  if (!("count" in token)) {
    throw workflowError(file, token, "Name the permissions one by one, or write {} for none.");
  }
  const permissions: Record<string, "read" | "write"> = {};
  for (const [name, value] of readMapping(file, token)) {
    const level = readText(file, value);
    if (level === "read" || level === "write") permissions[name] = level;
  }
  return permissions;
}

/**
 * What a job's token may do: what the job says, else what the workflow says, else the default; and
 * nothing but reading where the code may be a stranger's.
 *
 * @param bounds.limit the permissions of the job that calls this workflow
 * @param bounds.untrusted the run is about a pull request from a fork, and so has its files
 * Throws an Error if a called workflow asks for more than it is given, as GitHub refuses to start it.
 */
export function permissionsOf(
  job: Permissions | undefined,
  workflow: Permissions | undefined,
  { limit, untrusted }: { limit?: Permissions | undefined; untrusted: boolean },
): Permissions {
  const asked = Object.entries(job ?? workflow ?? limit ?? restrictedDefault);
  const excess = limit && asked.find(([name, level]) => !covers(limit[name], level));
  if (excess) {
    throw new Error(`It asks for ${excess.join(": ")}, which the job that calls it does not give.`);
  }
  if (!untrusted) return Object.fromEntries(asked);
  // An identity cannot be read, only be had.
  const readable = asked.filter(([name]) => name !== "id-token");
  return Object.fromEntries(readable.map(([name]) => [name, "read"]));
}

function covers(given: "read" | "write" | undefined, asked: "read" | "write"): boolean {
  return given === "write" || given === asked;
}
