/** Whether whoever asks for something may have it. */
import type { BoardConfig } from "../config.ts";
import type { Job } from "../job/schema.ts";
import { readCommand } from "../review/commands.ts";
import type { Login } from "../review/facts.ts";
import { conflictOf, isReviewer, isSame, ownershipOf } from "../review/people.ts";
import { readNoticeKey } from "../review/tags.ts";
import type { RequestFacts } from "./facts.ts";

export type Leave =
  /** The owner, proven by the account, or a reviewer. */
  | { leave: "given"; by: Login }
  /** The owner by name only: a reviewer has to confirm it, who is asked in a comment of this key. */
  | { leave: "awaited"; key: string }
  | { leave: "refused" };

/**
 * Looks at the author first, and where that proves nothing, at what reviewers have said. Its author can
 * change an issue at any time, so an approval is one of what the bot has said last would be done.
 *
 * @param what is asked for, in letters, digits and hyphens
 */
export function leaveFor(
  facts: RequestFacts,
  { job, what }: { job: Job; what: string },
  config: BoardConfig,
): Leave {
  const { author } = facts.issue;
  const ownership = ownershipOf(job, author, facts);
  const mayDecide = (login: Login) =>
    isReviewer(login, facts, config) &&
    conflictOf(login, { author: job.submitted_by, jobs: [job] }, config) === undefined;
  if (ownership === "proven" || mayDecide(author.login)) {
    return { leave: "given", by: author.login };
  }
  if (ownership === "none") return { leave: "refused" };
  const { key, since } = questionAbout(what, facts);
  const approval = since.find(({ author: by, body, edited }) => {
    const read = edited ? undefined : readCommand(body, config);
    return read && "command" in read && read.command.name === "approve" && mayDecide(by);
  });
  return approval ? { leave: "given", by: approval.author } : { leave: "awaited", key };
}

/** The key of the comment in which the bot asks reviewers to confirm a request, and the comments since. */
function questionAbout(what: string, { issue: { comments }, bot }: RequestFacts) {
  const keys = comments.map(({ author, body }) => {
    const key = isSame(author, bot) ? readNoticeKey(body) : undefined;
    return key?.startsWith("unproven-") ? key : undefined;
  });
  const asked = keys.filter((key) => key !== undefined);
  const last = asked.at(-1);
  if (last?.replace(/^unproven-\d+-/, "") === what) {
    return { key: last, since: comments.slice(keys.lastIndexOf(last) + 1) };
  }
  return { key: `unproven-${asked.length + 1}-${what}`, since: [] };
}
