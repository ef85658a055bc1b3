/** The permissions of a job's token. https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#permissions */
import type { TemplateToken } from "./tokens.ts";
import { readMapping, readText, workflowError } from "./tokens.ts";

/** By GitHub's names, such as `pull-requests`. Anything missing is not allowed. */
export type Permissions = Readonly<Record<string, "read" | "write">>;

/** GitHub's restricted default for workflows that set no permissions. */
const restrictedDefault: Permissions = { contents: "read", packages: "read" };

/** Reads a mapping of permissions; `undefined` if there is none. */
export function readPermissions(
  file: string,
  token: TemplateToken | undefined,
): Permissions | undefined {
  if (!token) return undefined;
  if (!("count" in token)) {
    throw workflowError(file, token, "List the permissions, or write {} for none.");
  }
  const permissions: Record<string, "read" | "write"> = {};
  for (const [name, value] of readMapping(file, token)) {
    const level = readText(file, value);
    if (level === "read" || level === "write") permissions[name] = level;
  }
  return permissions;
}

/**
 * The permissions of a job's token: the job's, else the workflow's, else the default; and only to read
 * if the code may be a stranger's.
 *
 * @param bounds.limit the permissions of the job that calls this workflow
 * @param bounds.untrusted the run uses the files of a pull request from a fork
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
    throw new Error(`It requests ${excess.join(": ")}, which the calling job does not have.`);
  }
  if (!untrusted) return Object.fromEntries(asked);
  // There is no read access to an OIDC identity.
  const readable = asked.filter(([name]) => name !== "id-token");
  return Object.fromEntries(readable.map(([name]) => [name, "read"]));
}

function covers(given: "read" | "write" | undefined, asked: "read" | "write"): boolean {
  return given === "write" || given === asked;
}
