/** What reviewers have done since the bot last looked, in the order in which they did it. */
import type { BoardConfig } from "../config.ts";
import { hasErrors } from "../problem.ts";
import { answers } from "./answers.ts";
import type { CheckedSubmission } from "./check.ts";
import type { Command, ReadCommand } from "./commands.ts";
import { readCommand } from "./commands.ts";
import type { Comment, Facts, Login, Moment, Reaction, Review } from "./facts.ts";
import { byTime } from "./head.ts";
import type { Kind } from "./kind.ts";
import { markLabels } from "./labels.ts";
import { daysLater } from "./moments.ts";
import type { Act } from "./objections.ts";
import { objectorTo } from "./objections.ts";
import type { PostOwner } from "./people.ts";
import { conflictOf, isReviewer, isSame } from "./people.ts";
import type { ChangeRequest, Claim, Standing } from "./standing.ts";
import { closingEvent, commentKey, newest, reviewKey, waitingSince } from "./standing.ts";

/** What becomes of the pull request itself. */
export type Decision =
  | { to: "merge"; by: Login }
  | { to: "reject"; by: Login; reason: string; text: string; comment: number }
  | { to: "reopen"; by: Login };

export type Answer = { key: string; to: Login; text: string };

/** How things stand once everything that people have said is heard. */
export type Progress = {
  claim: Claim | undefined;
  request: ChangeRequest | undefined;
  /** The request that is to be told to its author now. */
  newRequest: (ChangeRequest & { comment: number }) | undefined;
  decision: Decision | undefined;
  /** Labels that reviewers have asked for. */
  marks: ReadonlySet<string>;
  answers: readonly Answer[];
  reactions: readonly { comment: number; reaction: Reaction }[];
};

export type Subject = {
  kind: Kind;
  owner: PostOwner;
  checked: CheckedSubmission;
  standing: Standing;
};

/** Hears all that is new: reviews and commands, the earlier ones first. */
export function hearActs(facts: Facts, subject: Subject, config: BoardConfig): Progress {
  const reviews = isReviewed(subject.kind) ? subject.standing.reviews : [];
  const acts: Act[] = [
    ...reviews.map((review) => ({ ...review, act: "review" as const })),
    ...facts.pull.comments
      .filter((comment) => isUnheard(comment, facts, config))
      .map((comment) => ({ ...comment, act: "comment" as const })),
  ].sort(byTime);
  const deciding = acts.filter(
    ({ author }) => conflictOf(author, subject.owner, config) === undefined,
  );
  const hearing = new Hearing(facts, subject, config);
  for (const act of acts) hearing.hear(act, objectorTo(act, deciding, config));
  return hearing.progress();
}

/** Only people with a say are heard; the author has one word, with which a closed post is opened again. */
function isUnheard(comment: Comment, facts: Facts, config: BoardConfig): boolean {
  const { author, reactions, body } = comment;
  if (reactions.length > 0) return false;
  // What was said of a pull request before it was closed is over.
  if (facts.pull.state === "open" && comment.at < waitingSince(facts.pull)) return false;
  const read = readCommand(body, config);
  if (!read) return false;
  if (isReviewer(author, facts, config)) return true;
  const isAuthor = isSame(author, facts.pull.author.login);
  return isAuthor && !comment.edited && "command" in read && read.command.name === "reopen";
}

/** Whether reviewers of posts decide on it; a maintainer’s change is reviewed as code is. */
function isReviewed({ kind }: Kind): boolean {
  return kind !== "other" && kind !== "maintenance";
}

class Hearing {
  readonly #facts: Facts;
  readonly #subject: Subject;
  readonly #config: BoardConfig;
  readonly #now: Moment;
  #claim: Claim | undefined;
  /** When the claim was made, however late the bot read it. */
  #claimedFrom: Moment;
  #objector: Login | undefined;
  #requests: readonly ChangeRequest[];
  #newRequest: Progress["newRequest"];
  #decision: Decision | undefined;
  readonly #marks = new Set<string>();
  readonly #answers: Answer[] = [];
  readonly #reactions: { comment: number; reaction: Reaction }[] = [];

  constructor(facts: Facts, subject: Subject, config: BoardConfig) {
    this.#facts = facts;
    this.#subject = subject;
    this.#config = config;
    this.#now = subject.standing.now;
    this.#claim = subject.standing.claim;
    this.#claimedFrom = subject.standing.claim?.since ?? "";
    this.#requests = subject.standing.requests;
  }

  progress(): Progress {
    return {
      claim: this.#claim,
      request: newest(this.#requests),
      newRequest: this.#newRequest,
      decision: this.#decision,
      marks: this.#marks,
      answers: this.#answers,
      reactions: this.#reactions,
    };
  }

  /** `objector` has spoken against the post since, should the act be an approval. */
  hear(act: Act, objector: Login | undefined): void {
    this.#objector = objector;
    if (act.act === "review") this.#hearReview(act);
    else this.#hearComment(act);
  }

  #hearReview(review: Review): void {
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
    return state !== "commented" || !conflictOf(author, this.#subject.owner, this.#config);
  }

  #whyNotReview({ author, state, at }: Review): string | undefined {
    const conflict = conflictOf(author, this.#subject.owner, this.#config);
    if (conflict) return answers.conflict(conflict);
    const isClaimed = this.#isClaimedByAnother(author) && at >= this.#claimedFrom;
    if (isClaimed) return answers.claimed(this.#claim);
    return state === "approved" ? this.#obstacle(at) : undefined;
  }

  /** Whether a review is recent enough to make its author look after the post. */
  #isFresh(at: Moment): boolean {
    const { answeredAt, freedAt } = this.#subject.standing;
    const isNews = at > freedAt && at >= (answeredAt ?? "");
    const hasLapsed = daysLater(at, this.#config.review.claimDays) <= this.#now;
    return isNews && (!hasLapsed || this.#requests.length > 0);
  }

  #hearComment(comment: Comment): void {
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
    if ("command" in read) this.#apply(read.command, comment);
  }

  #whyNotComment(read: ReadCommand, comment: Comment): string | undefined {
    if (comment.edited) return answers.edited;
    if ("unknown" in read) return answers.unknown(read.unknown, this.#config);
    return read.command.name === "help" ? undefined : this.#whyNot(read.command, comment);
  }

  /** Why a command is not carried out, as an answer to whoever gave it. */
  #whyNot(command: Command, { author, at }: Comment): string | undefined {
    const { kind, owner } = this.#subject;
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
    if (this.#isClaimedByAnother(author)) return answers.claimed(this.#claim);
    // What is refused has its reasons already; a request would have no status that it could be dated by.
    if (kind.kind === "refused" && command.name === "request-changes") {
      return answers.alreadyRefused(kind.reasons);
    }
    return command.name === "approve" ? this.#obstacle(at) : undefined;
  }

  /** On a closed pull request only what led to it, cut off before it was marked as done, or a mark makes sense. */
  #whyNotAfterwards(command: Command): string | undefined {
    const { state } = this.#facts.pull;
    const isDone = command.name === (state === "merged" ? "approve" : "reject");
    const isMark = command.name === "feature" && state === "merged";
    return isDone || isMark ? undefined : answers.over(state);
  }

  /** What keeps a post from being merged on an approval given at a moment. */
  #obstacle(approvedAt: Moment): string | undefined {
    const { kind, checked, standing } = this.#subject;
    const { pull } = this.#facts;
    if (this.#objector !== undefined) return answers.objected(this.#objector);
    if (kind.kind === "refused") return answers.refused(kind.reasons);
    if (pull.draft) return answers.draft;
    if (hasErrors(checked.problems)) return answers.invalid(checked.problems);
    const { judgedAt } = standing.head;
    if (judgedAt === undefined || judgedAt >= approvedAt) return answers.changedSince;
    return pull.mergeable === false ? answers.conflicting : undefined;
  }

  #apply(command: Command, { author, id, at }: Comment): void {
    if (command.name === "help") {
      this.#answer(commentKey(id), author, answers.help(this.#config));
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
    return this.#claim !== undefined && !isSame(this.#claim.by, login);
  }

  /** Whoever does something about a post that nobody holds looks after it from now on. */
  #claimFor(by: Login, at: Moment): void {
    if (!this.#claim) {
      const until = daysLater(this.#now, this.#config.review.claimDays);
      this.#claim = { by, since: this.#now, until };
      this.#claimedFrom = at;
    } else if (isSame(this.#claim.by, by) && at < this.#claimedFrom) this.#claimedFrom = at;
  }

  #dropRequestOf({ author, at }: Review): void {
    this.#requests = this.#requests.filter(
      (request) => request.at !== at || !isSame(request.by, author),
    );
  }

  #answer(key: string, to: Login, text: string): void {
    this.#answers.push({ key, to, text });
  }
}
