/** Applies what reviewers have done since the bot last looked, oldest first: reviews and commands. */
import type { BoardConfig } from "../config.ts";
import { dayText } from "../day-text.ts";
import { isSameLogin } from "../login.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import { answers } from "../words/en/bot-answers.ts";
import type { Claim } from "./claim.ts";
import { claimEnd, newClaim } from "./claim.ts";
import type { Kind } from "./classify.ts";
import type { Command, ReadCommand } from "./commands.ts";
import { commandsTable, readCommand } from "./commands.ts";
import type { ChangeRequest, ReviewContext } from "./context.ts";
import {
  answeredBy,
  closingEvent,
  commentKey,
  newest,
  reviewKey,
  waitingSince,
} from "./context.ts";
import { byTime } from "./current-commits.ts";
import type { Comment, Facts, Login, Moment, Reaction, Review } from "./facts.ts";
import { markLabels } from "./labels.ts";
import type { ReviewerEvent } from "./objections.ts";
import { objectorTo } from "./objections.ts";
import { conflictOf, isReviewer } from "./permissions.ts";
import { code } from "./quote.ts";

export type Answer = { key: string; to: Login; text: string };

/** What reviewer events lead to. */
export type ReviewOutcome = {
  claim: Claim | undefined;
  request: ChangeRequest | undefined;
  /** When the author answered the last request for changes, if none is open. */
  answeredAt: Moment | undefined;
  /** A request that its author has not been told about yet. */
  newRequest: (ChangeRequest & { comment: number }) | undefined;
  /** What to do with the pull request itself. */
  decision:
    | { to: "merge"; by: Login }
    | { to: "reject"; by: Login; reason: string; text: string; comment: number }
    | { to: "reopen"; by: Login }
    | undefined;
  /** Labels that reviewers asked for. */
  marks: ReadonlySet<string>;
  answers: readonly Answer[];
  reactions: readonly { comment: number; reaction: Reaction }[];
};

export function applyReviewerEvents(
  facts: Facts,
  context: ReviewContext,
  config: BoardConfig,
): ReviewOutcome {
  const reviews = isReviewed(context.kind) ? context.reviews : [];
  const events: ReviewerEvent[] = [
    ...reviews.map((review) => ({ ...review, type: "review" as const })),
    ...facts.pull.comments
      .filter((comment) => isNew(comment, facts, config))
      .map((comment) => ({ ...comment, type: "comment" as const })),
  ].sort(byTime);
  const deciding = events.filter(
    ({ author }) => conflictOf(author, context.owner, config) === undefined,
  );
  const session = new ReviewSession(facts, context, config);
  for (const event of events) session.apply(event, objectorTo(event, deciding, config));
  return session.outcome();
}

/** Commands of reviewers that the bot has not reacted to. The author has one, which reopens a closed post. */
function isNew(comment: Comment, facts: Facts, config: BoardConfig): boolean {
  const { author, reactions, body } = comment;
  if (reactions.length > 0) return false;
  // What was said before a pull request was closed and reopened no longer counts.
  if (facts.pull.state === "open" && comment.at < waitingSince(facts.pull)) return false;
  const read = readCommand(body, config);
  if (!read) return false;
  if (isReviewer(author, facts, config)) return true;
  const isAuthor = isSameLogin(author, facts.pull.author.login);
  return isAuthor && !comment.edited && "command" in read && read.command.name === "reopen";
}

/** Whether reviewers of posts decide on it; a maintainer’s change is reviewed as code is. */
function isReviewed({ kind }: Kind): boolean {
  return kind !== "other" && kind !== "maintenance";
}

class ReviewSession {
  readonly #facts: Facts;
  readonly #context: ReviewContext;
  readonly #config: BoardConfig;
  readonly #now: Moment;
  #claim: Claim | undefined;
  /** When the claim was made, however late the bot read it. */
  #claimedFrom: Moment;
  #objector: Login | undefined;
  #requests: readonly ChangeRequest[];
  #newRequest: ReviewOutcome["newRequest"];
  #decision: ReviewOutcome["decision"];
  readonly #marks = new Set<string>();
  readonly #answers: Answer[] = [];
  readonly #reactions: { comment: number; reaction: Reaction }[] = [];

  constructor(facts: Facts, context: ReviewContext, config: BoardConfig) {
    this.#facts = facts;
    this.#context = context;
    this.#config = config;
    this.#now = context.now;
    this.#claim = context.claim;
    this.#claimedFrom = context.claim?.since ?? "";
    this.#requests = context.requests;
  }

  outcome(): ReviewOutcome {
    return {
      claim: this.#claim,
      request: newest(this.#requests),
      answeredAt: answeredBy(this.#requests, this.#context.earlierAnsweredAt),
      newRequest: this.#newRequest,
      decision: this.#decision,
      marks: this.#marks,
      answers: this.#answers,
      reactions: this.#reactions,
    };
  }

  /** `objector`: who has spoken against the post since, if the event is an approval. */
  apply(event: ReviewerEvent, objector: Login | undefined): void {
    this.#objector = objector;
    if (event.type === "review") this.#applyReview(event);
    else this.#applyComment(event);
  }

  #applyReview(review: Review): void {
    const { id, author, state, at } = review;
    if (this.#facts.pull.state !== "open" || this.#decision || !this.#counts(review)) return;
    const obstacle = state === "commented" ? undefined : this.#whyNotReview(review);
    if (obstacle !== undefined) {
      this.#dropRequestOf(review);
      this.#answer(reviewKey(id), author, obstacle);
      return;
    }
    if (state === "approved") this.#decision = { to: "merge", by: author };
    if (this.#isFresh(at)) this.#claimFor(author, at);
  }

  /** An approval is of one commit. GitHub lets everybody comment, also those who may not decide. */
  #counts({ author, state, sha }: Review): boolean {
    if (state === "dismissed") return false;
    if (state === "approved") return sha === this.#facts.pull.head;
    return state !== "commented" || !conflictOf(author, this.#context.owner, this.#config);
  }

  #whyNotReview({ author, state, at }: Review): string | undefined {
    const conflict = conflictOf(author, this.#context.owner, this.#config);
    if (conflict) return answers.conflict(conflict);
    const isClaimed = this.#isClaimedByAnother(author) && at >= this.#claimedFrom;
    if (isClaimed) return claimedBy(this.#claim);
    return state === "approved" ? this.#obstacle(at) : undefined;
  }

  /** Whether a review is recent enough to claim the post for its author. */
  #isFresh(at: Moment): boolean {
    const { requests, earlierAnsweredAt, freedAt } = this.#context;
    const answeredAt = answeredBy(requests, earlierAnsweredAt);
    const isNews = at > freedAt && at >= (answeredAt ?? "");
    const hasLapsed = claimEnd(at, this.#config) <= this.#now;
    return isNews && (!hasLapsed || this.#requests.length > 0);
  }

  #applyComment(comment: Comment): void {
    const { author, id } = comment;
    const read = readCommand(comment.body, this.#config);
    if (!read) return;
    const obstacle = this.#whyNotComment(read, comment);
    if (obstacle !== undefined) {
      this.#reactions.push({ comment: id, reaction: "confused" });
      this.#answer(commentKey(id), author, obstacle);
      return;
    }
    this.#reactions.push({ comment: id, reaction: "+1" });
    if ("command" in read) this.#applyCommand(read.command, comment);
  }

  #whyNotComment(read: ReadCommand, comment: Comment): string | undefined {
    if (comment.edited) return answers.edited;
    if ("unknown" in read) return answers.unknown(read.unknown, commandsTable(this.#config));
    return read.command.name === "help" ? undefined : this.#whyNot(read.command, comment);
  }

  /** Why a command is not applied, as an answer to whoever gave it. */
  #whyNot(command: Command, { author, at }: Comment): string | undefined {
    const { kind, owner } = this.#context;
    const { pull } = this.#facts;
    if (!isReviewed(kind)) return answers.noSubmission;
    if (command.name === "reopen") {
      const isWanted = pull.state === "closed" && at > (closingEvent(pull)?.at ?? "");
      return isWanted && !this.#decision ? undefined : answers.notClosed;
    }
    const conflict = conflictOf(author, owner, this.#config);
    if (conflict && command.name !== "release") return answers.conflict(conflict);
    if (pull.state !== "open") return this.#whyNotAfterwards(command);
    if (this.#decision) return answers.decided(this.#decision.by);
    if (this.#isClaimedByAnother(author)) return claimedBy(this.#claim);
    // What is refused has its reasons already; a request would have no status that it could be dated by.
    if (kind.kind === "refused" && command.name === "request-changes") {
      return answers.alreadyRefused(kind.reasons);
    }
    return command.name === "approve" ? this.#obstacle(at) : undefined;
  }

  /** After closing, only the command that closed it (the bot may have been cut off) or a mark still applies. */
  #whyNotAfterwards(command: Command): string | undefined {
    const { state } = this.#facts.pull;
    const isDone = command.name === (state === "merged" ? "approve" : "reject");
    const isMark = command.name === "feature" && state === "merged";
    return isDone || isMark ? undefined : answers.over(state);
  }

  /** What keeps a post from being merged on an approval given at a moment. */
  #obstacle(approvedAt: Moment): string | undefined {
    const { kind, problems, head } = this.#context;
    const { pull } = this.#facts;
    if (this.#objector !== undefined) return answers.objected(this.#objector);
    if (kind.kind === "refused") return answers.refused(kind.reasons);
    if (pull.draft) return answers.draft;
    if (hasErrors(problems)) return answers.invalid(firstError(problems));
    const { judgedAt } = head;
    if (judgedAt === undefined || judgedAt >= approvedAt) return answers.changedSince;
    return pull.mergeable === false ? answers.conflicting : undefined;
  }

  #applyCommand(command: Command, { author, id, at }: Comment): void {
    if (command.name === "help") {
      this.#answer(commentKey(id), author, commandsTable(this.#config));
      return;
    }
    if (this.#facts.pull.state !== "open") {
      if (command.name === "reopen") this.#decision = { to: "reopen", by: author };
      if (command.name === "feature") this.#marks.add(markLabels.featured.name);
      return;
    }
    switch (command.name) {
      case "approve":
        this.#decision = { to: "merge", by: author };
        break;
      case "reject": {
        const { reason, text } = command;
        this.#decision = { to: "reject", by: author, reason: reason.slug, text, comment: id };
        break;
      }
      case "request-changes": {
        const { reason, text } = command;
        const request = { by: author, reason: reason.slug, text, at };
        this.#requests = [...this.#requests, request];
        this.#newRequest = { ...request, comment: id };
        break;
      }
      case "release":
        this.#claim = undefined;
        return;
      case "feature":
        this.#marks.add(markLabels.featured.name);
        break;
      case "duplicate-ok":
        this.#marks.add(markLabels.duplicateOk.name);
        break;
      default:
        break;
    }
    this.#claimFor(author, at);
  }

  #isClaimedByAnother(login: Login): boolean {
    return this.#claim !== undefined && !isSameLogin(this.#claim.by, login);
  }

  /** Whoever acts on an unclaimed post claims it. */
  #claimFor(by: Login, at: Moment): void {
    if (!this.#claim) {
      this.#claim = newClaim(by, this.#now, this.#config);
      this.#claimedFrom = at;
    } else if (isSameLogin(this.#claim.by, by) && at < this.#claimedFrom) this.#claimedFrom = at;
  }

  #dropRequestOf({ author, at }: Review): void {
    this.#requests = this.#requests.filter(
      (request) => request.at !== at || !isSameLogin(request.by, author),
    );
  }

  #answer(key: string, to: Login, text: string): void {
    this.#answers.push({ key, to, text });
  }
}

function claimedBy(claim: Claim | undefined): string {
  const { by, since, until } = claim ?? { by: "", since: "", until: "" };
  return answers.claimed(by, dayText(since.slice(0, 10)), dayText(until.slice(0, 10)));
}

function firstError(problems: readonly Problem[]): string {
  const first = problems.find((problem) => hasErrors([problem]));
  return first ? `${code(first.message, 600)} ` : "";
}
