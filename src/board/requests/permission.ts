/** Whether the author of a request is allowed to make it. */

import { answers } from "#words/bot-answers.ts";
import { commandsInIssues } from "#words/requests.ts";
import type { BoardConfig } from "../config.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import { readCommands } from "../review/commands.ts";
import type { Comment, Login } from "../review/facts.ts";
import { ownershipOf } from "../review/ownership.ts";
import { conflictOf, mayDecide } from "../review/permissions.ts";
import { readNoticeKey } from "../review/tags.ts";
import type { RequestFacts } from "./facts.ts";

export type Permission =
  /** To the owner, proven by the account, or to a reviewer. */
  | { permission: "granted" }
  /** An owner by name only. The comment with this key asks reviewers to confirm. */
  | {
      permission: "pending";
      key: string;
      /** Why a reviewer’s approval does not count. */
      whyNot(approval: Comment): string;
    }
  | { permission: "refused" };

/**
 * Checks the author first, then whether a reviewer has approved. Authors can edit their issue at any time, so
 * an approval counts only for the request that the bot described in its latest question.
 *
 * @param what the request, in letters, digits, and hyphens
 */
export function permissionFor(
  facts: RequestFacts,
  { job, what }: { job: Job; what: string },
  config: BoardConfig,
): Permission {
  const { author } = facts.issue;
  const ownership = ownershipOf(job, author, facts);
  const owner = { author: job.submitted_by, jobs: [job] };
  const decides = (login: Login) => mayDecide(login, owner, facts, config);
  if (ownership === "proven" || decides(author.login)) {
    return { permission: "granted" };
  }
  if (ownership === "none") return { permission: "refused" };
  const { key, since } = questionAbout(what, facts);
  const isApproved = since.some(
    ({ author: by, body, edited }) =>
      !edited &&
      decides(by) &&
      readCommands(body, config).some((read) => read.name === "approve" && "command" in read),
  );
  if (isApproved) return { permission: "granted" };
  return {
    permission: "pending",
    key,
    whyNot({ author: by }) {
      const conflict = conflictOf(by, owner, config);
      return conflict ? answers.conflict(conflict) : commandsInIssues.notAsked;
    },
  };
}

/** The key of the comment in which the bot asks reviewers to confirm a request, and the comments since. */
function questionAbout(what: string, { issue: { comments }, bot }: RequestFacts) {
  const keys = comments.map(({ author, body }) => {
    const key = isSameLogin(author, bot) ? readNoticeKey(body) : undefined;
    return key?.startsWith("unproven-") ? key : undefined;
  });
  const asked = keys.filter((key) => key !== undefined);
  const last = asked.at(-1);
  if (last?.replace(/^unproven-\d+-/, "") === what) {
    return { key: last, since: comments.slice(keys.lastIndexOf(last) + 1) };
  }
  return { key: `unproven-${asked.length + 1}-${what}`, since: [] };
}
