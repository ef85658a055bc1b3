/**
 * Branches of a fork that maintainers may edit: while a pull request from one is open and allows it, everybody
 * with write access to the base repository may push to it.
 * https://docs.github.com/pull-requests/collaborating-with-pull-requests/working-with-forks/allowing-changes-to-a-pull-request-branch-created-from-a-fork
 */
import type { Call } from "./api/call.ts";
import type { Caller } from "./authentication.ts";
import type { Core } from "./core.ts";
import { may, readable, requireAuthentication, writable } from "./permissions.ts";
import type { Repository } from "./state.ts";

/** The full names of the branches that a caller may push to in somebody else's repository. */
export function branchesForMaintainers(core: Core, fork: Repository, caller: Caller): Set<string> {
  // Only for people: a workflow's token has access to its own repository only.
  if (caller.kind !== "user") return new Set();
  const refs = core.store.state.repositories
    .filter((base) => may(caller, base, { role: "write", app: "contents" }))
    .flatMap(({ issues }) =>
      issues.flatMap(({ pull, state }) =>
        pull?.maintainerCanModify && state === "open" && pull.headRepositoryId === fork.id
          ? [`refs/heads/${pull.headRef}`]
          : [],
      ),
    );
  return new Set(refs);
}

/** The repository in the path, for a change of one branch. Throws 401, 403 or 404 as GitHub does. */
export function writableBranch(call: Call, ref: string) {
  const repository = readable(call);
  const caller = requireAuthentication(call.caller);
  if (branchesForMaintainers(call.core, repository, caller).has(ref)) return { repository, caller };
  return writable(call, { role: "write", app: "contents" });
}
