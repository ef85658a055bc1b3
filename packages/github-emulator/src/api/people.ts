/** People, and their permissions. */
import type { Core } from "../core.ts";
import { hasRole, readable, requireAuthentication, roleOf } from "../permissions.ts";
import { permissionsOf } from "../serializers/repositories.ts";
import { privateUser, publicUser, simpleUser } from "../serializers/users.ts";
import type { Repository, User } from "../state.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { noContent, ok, parameter } from "./call.ts";
import { forbidden, notForIntegration, notFound } from "./errors.ts";

export const peopleOperations: Operations = {
  "GET /user": (call) => {
    const caller = requireAuthentication(call.caller);
    // A workflow's token is not a user's.
    if (caller.kind === "installation") throw notForIntegration();
    return ok(privateUser(call.core, caller.user));
  },
  "GET /users/{username}": (call) => ok(publicUser(call.core, userInPath(call))),
  "GET /repos/{owner}/{repo}/collaborators/{username}": isCollaborator,
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission": permission,
};

function isCollaborator(call: Call): Answer {
  const repository = readable(call);
  const caller = requireAuthentication(call.caller);
  if (caller.kind === "user" && !hasRole(repository, caller.user.login, "write")) {
    throw forbidden("Must have push access to view repository collaborators.");
  }
  const { login } = userInPath(call);
  const isOne = repository.roles[login.toLowerCase()] || roleOf(repository, login) === "admin";
  if (!isOne) throw notFound();
  return noContent();
}

/** The older field `permission` has only four levels. `role_name` has all. */
const levels = {
  admin: "admin",
  maintain: "write",
  write: "write",
  triage: "read",
  read: "read",
  none: "none",
} as const;

function permission(call: Call): Answer {
  const repository = readable(call);
  const caller = requireAuthentication(call.caller);
  if (caller.kind === "user" && !roleOf(repository, caller.user.login)) throw notFound();
  const user = userInPath(call);
  const role = roleOf(repository, user.login) ?? "none";
  return ok({
    permission: levels[role],
    user: collaborator(call.core, repository, user),
    role_name: role,
  });
}

function collaborator(core: Core, repository: Repository, user: User) {
  return {
    ...simpleUser(core, user),
    permissions: permissionsOf(repository, user.login),
    role_name: roleOf(repository, user.login) ?? "none",
  };
}

function userInPath(call: Call): User {
  const user = call.core.store.user(parameter(call, "username"));
  if (!user) throw notFound();
  return user;
}
