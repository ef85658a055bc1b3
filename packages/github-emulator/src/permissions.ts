/** Checks permissions. https://docs.github.com/organizations/managing-user-access-to-your-organizations-repositories */
import type { Call } from "./api/call.ts";
import { parameter } from "./api/call.ts";
import { ApiError, forbidden, notForIntegration, notFound } from "./api/errors.ts";
import type { AuthenticatedCaller, Caller } from "./authentication.ts";
import type { Repository, Role } from "./state.ts";
import { roles } from "./state.ts";
import { sameName } from "./store.ts";

/** Somebody's role in a repository; `undefined` if they have none. */
export function roleOf(repository: Repository, login: string): Role | undefined {
  if (sameName(repository.owner, login)) return "admin";
  return repository.roles[login.toLowerCase()] ?? (repository.private ? undefined : "read");
}

export function hasRole(repository: Repository, login: string, least: Role): boolean {
  const role = roleOf(repository, login);
  return role !== undefined && roles.indexOf(role) <= roles.indexOf(least);
}

/** Whether a caller may see a repository at all. */
export function canRead(caller: Caller, repository: Repository): boolean {
  if (!repository.private) return true;
  if (caller.kind === "anonymous") return false;
  if (caller.kind === "installation") return caller.repositoryId === repository.id;
  return hasRole(repository, caller.user.login, "read") && caller.scopes.includes("repo");
}

/** What a change needs: a role for people, one of several permissions for an app's token. */
export type Need = { role: Role; app: string | readonly string[] };

/** Whether a caller may make a change. */
export function may(caller: Caller, repository: Repository, need: Need): boolean {
  if (caller.kind === "anonymous") return false;
  if (caller.kind === "user") {
    return hasScope(caller, repository) && hasRole(repository, caller.user.login, need.role);
  }
  return (
    caller.repositoryId === repository.id &&
    [need.app].flat().some((permission) => caller.permissions[permission] === "write")
  );
}

/** The repository in the path. Throws 404 if it does not exist or is hidden. */
export function readable(call: Call): Repository {
  const { store } = call.core;
  const repository = store.repository(parameter(call, "owner"), parameter(call, "repo"));
  if (repository && canRead(call.caller, repository)) return repository;
  throw notFound();
}

/** The repository in the path, for a change. Throws 401, 403 or 404 as GitHub does. */
export function writable(
  call: Call,
  need: Need,
): { repository: Repository; caller: AuthenticatedCaller } {
  const caller = requireAuthentication(call.caller);
  const repository = readable(call);
  if (may(caller, repository, need)) return { repository, caller };
  if (caller.kind === "installation") throw notForIntegration();
  if (!hasScope(caller, repository)) throw notFound();
  throw forbidden(
    need.role === "admin"
      ? "Must have admin rights to Repository."
      : `Must have ${need.role} access to Repository.`,
  );
}

/** For what only admins may even read. */
export function administered(call: Call): { repository: Repository; caller: AuthenticatedCaller } {
  return writable(call, { role: "admin", app: "administration" });
}

/** Throws 401 if nobody is signed in. */
export function requireAuthentication(caller: Caller): AuthenticatedCaller {
  if (caller.kind === "anonymous") throw new ApiError(401, "Requires authentication");
  return caller;
}

/** A person's token has access to public repositories with `public_repo`, and to private ones with `repo`. */
function hasScope(caller: AuthenticatedCaller, repository: Repository): boolean {
  if (caller.kind === "installation") return true;
  return (
    caller.scopes.includes("repo") || (!repository.private && caller.scopes.includes("public_repo"))
  );
}
