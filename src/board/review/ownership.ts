/** Who owns a post, and so may edit, close, renew, or remove it. */
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import type { Facts, Person } from "./facts.ts";
import { ghost, isMaintainer } from "./permissions.ts";

/** How somebody is known to own a post: `proven` by the account, or by name only. */
export type Ownership = "proven" | "by-name" | "none";

/**
 * Whether the author of a change or a request owns a post. Logins can be given up and reused by others, so
 * the account that opened the post’s first pull request counts for more than the name in the file.
 */
export function ownershipOf(
  before: Job,
  author: Person,
  facts: Pick<Facts, "addedBy" | "permissions" | "bot">,
): Ownership {
  const { addedBy } = facts;
  if (addedBy && addedBy.id === author.id && author.id !== ghost.id) return "proven";
  if (before.managers?.some((manager) => isSameLogin(manager, author.login))) return "by-name";
  // A maintainer may have sent it on behalf of the person whom the file names.
  if (addedBy && !isMaintainer(addedBy.login, facts)) return "none";
  return isSameLogin(before.submitted_by, author.login) ? "by-name" : "none";
}
