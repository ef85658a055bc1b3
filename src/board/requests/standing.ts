/** Whether whoever asks for something may have it. */
import type { BoardConfig } from "../config.ts";
import type { Job } from "../job/schema.ts";
import { readCommand } from "../review/commands.ts";
import type { Login } from "../review/facts.ts";
import { conflictOf, isReviewer, ownershipOf } from "../review/people.ts";
import type { RequestFacts } from "./facts.ts";

export type Leave =
  /** The owner, proven by the account, or a reviewer. */
  | { leave: "given"; by: Login }
  /** The owner by name only: a reviewer has to confirm it. */
  | { leave: "awaited" }
  | { leave: "refused" };

/** Looks at the author first, and where that proves nothing, at what reviewers have said. */
export function leaveFor(facts: RequestFacts, job: Job, config: BoardConfig): Leave {
  const { author, comments } = facts.issue;
  const ownership = ownershipOf(job, author, facts);
  const mayDecide = (login: Login) =>
    isReviewer(login, facts, config) &&
    conflictOf(login, { author: job.submitted_by, jobs: [job] }, config) === undefined;
  if (ownership === "proven" || mayDecide(author.login)) {
    return { leave: "given", by: author.login };
  }
  if (ownership === "none") return { leave: "refused" };
  const approval = comments.find(({ author: by, body, edited }) => {
    const read = edited ? undefined : readCommand(body, config);
    return read && "command" in read && read.command.name === "approve" && mayDecide(by);
  });
  return approval ? { leave: "given", by: approval.author } : { leave: "awaited" };
}
