/** Applies what reviewers have done, one event at a time: what is applied, what is answered, who claims the post. */

import { answers } from "#words/bot-answers.ts";
import type { BoardConfig } from "../config.ts";
import { dayText } from "../day-text.ts";
import { isSameLogin } from "../login.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import type { Claim } from "./claim.ts";
import { claimEnd, newClaim } from "./claim.ts";
import type { Kind } from "./classify.ts";
import type { Command, ReadCommand } from "./commands.ts";
import { commandsTable } from "./commands.ts";
import type { ChangeRequest, ReviewContext } from "./context.ts";
import { answeredBy, closingEvent, hasReopened, isOutdated, newest } from "./context.ts";
import type { Facts, Login, Moment, Reaction, Review } from "./facts.ts";
import { openPosts } from "./featuring.ts";
import { askedBy } from "./given-commands.ts";
import { kindLabels, markLabels } from "./labels.ts";
import type { CommandEvent, ReviewerEvent } from "./objections.ts";
import { conflictOf, isHelper } from "./permissions.ts";
import type { Asked } from "./plan.ts";
import { code } from "./quote.ts";
import type { Rejection } from "./status.ts";
import { rejectionBy } from "./status.ts";
import { commandKey, isAnswered, reviewKey } from "./tags.ts";

/** `about`: which command, if a comment has several. */
export type Answer = { key: string; to: Login; about?: string; text: string };

/** What reviewer events lead to. */
export type ReviewOutcome = {
  claim: Claim | undefined;
  request: ChangeRequest | undefined;
  /** All that are open: several reviewers may ask before the author has answered. */
  requests: readonly ChangeRequest[];
  /** When the author answered the last request for changes, if none is open. */
  answeredAt: Moment | undefined;
  /** Requests that the author has not been told about yet. `key`: of the notice. */
  newRequests: readonly (ChangeRequest & { key: string })[];
  /** What to do with the pull request itself. */
  decision:
    | ({ by: Login; asked?: Asked } & (
        | { to: "merge" }
        | ({ to: "reject" } & Rejection)
        | { to: "reopen" }
      ))
    | undefined;
  /** Who asked for the claim by a command. */
  claimAsked: Asked | undefined;
  /** Labels that reviewers asked for. */
  marks: ReadonlySet<string>;
  /** Who asked by a command that the post is featured. */
  featureAsked: Asked | undefined;
  answers: readonly Answer[];
  reactions: readonly { comment: number; reaction: Reaction }[];
};

/** Whether reviewers of posts decide on it. A maintainer’s change is reviewed like code. */
export function isReviewed({ kind }: Kind): boolean {
  return kind !== "other" && kind !== "maintenance";
}

/** In order. Even if only the first was applied, the answers say what was refused. */
const bothReactions: readonly Reaction[] = ["+1", "confused"];

export class ReviewSession {
  readonly #facts: Facts;
  readonly #context: ReviewContext;
  readonly #config: BoardConfig;
  readonly #now: Moment;
  #claim: Claim | undefined;
  /** When the claim was made, however late the bot read it. */
  #claimedFrom: Moment;
  #objector: Login | undefined;
  #claimAsked: Asked | undefined;
  #requests: readonly ChangeRequest[];
  #decision: ReviewOutcome["decision"];
  #featureAsked: Asked | undefined;
  readonly #marks = new Set<string>();
  readonly #answers: Answer[] = [];
  readonly #newRequests: (ChangeRequest & { key: string })[] = [];
  readonly #reactions = new Map<number, Set<Reaction>>();

  constructor(facts: Facts, context: ReviewContext, config: BoardConfig) {
    this.#facts = facts;
    this.#context = context;
    this.#config = config;
    this.#now = context.now;
    this.#claim = context.claim;
    this.#claimedFrom = context.claim?.since ?? "";
    this.#requests = context.requests;
    this.#featureAsked = context.featureAsked;
  }

  outcome(): ReviewOutcome {
    return {
      claim: this.#claim,
      claimAsked: this.#claimAsked,
      request: newest(this.#requests),
      requests: this.#requests,
      answeredAt: answeredBy(this.#requests, this.#context.earlierAnsweredAt),
      newRequests: this.#newRequests,
      decision: this.#decision,
      marks: this.#marks,
      featureAsked: this.#featureAsked,
      answers: this.#answers,
      reactions: [...this.#reactions].flatMap(([comment, given]) =>
        bothReactions
          .filter((reaction) => given.has(reaction))
          .map((reaction) => ({ comment, reaction })),
      ),
    };
  }

  /** `objector`: who has spoken against the post since, if the event is an approval. */
  apply(event: ReviewerEvent, objector: Login | undefined): void {
    this.#objector = objector;
    if (event.type === "review") this.#applyReview(event);
    else this.#applyCommand(event);
  }

  #applyReview(review: Review): void {
    const { id, author, state, at } = review;
    if (this.#facts.pull.state !== "open" || this.#decision || !this.#counts(review)) return;
    const obstacle = state === "commented" ? undefined : this.#whyNotReview(review);
    if (obstacle !== undefined) {
      this.#answers.push({ key: reviewKey(id), to: author, text: obstacle });
      return;
    }
    if (state === "approved") {
      this.#decision = { to: "merge", by: author, asked: { by: author, key: reviewKey(id) } };
    }
    if (this.#isFresh(at)) this.#claimFor(author, at);
  }

  /** An approval is for one commit. GitHub lets everybody review, including people who may not decide. */
  #counts({ author, state, sha }: Review): boolean {
    if (state === "dismissed") return false;
    if (state === "approved") return sha === this.#facts.pull.head;
    return state !== "commented" || !conflictOf(author, this.#context.owner, this.#config);
  }

  #whyNotReview({ author, state, at }: Review): string | undefined {
    const conflict = conflictOf(author, this.#context.owner, this.#config);
    if (conflict) return answers.conflict(conflict);
    // Whoever has claimed the post, GitHub has already told its author that changes are requested.
    if (state !== "approved") return undefined;
    const isClaimed = this.#isClaimedByAnother(author) && at >= this.#claimedFrom;
    return isClaimed ? claimedBy(this.#claim) : this.#obstacle(at);
  }

  /** Whether a review is recent enough to claim the post for its author. */
  #isFresh(at: Moment): boolean {
    const { requests, earlierAnsweredAt, freedAt } = this.#context;
    const answeredAt = answeredBy(requests, earlierAnsweredAt);
    const isNews = at > freedAt && at >= (answeredAt ?? "");
    const hasLapsed = claimEnd(at, this.#config) <= this.#now;
    return isNews && (!hasLapsed || this.#requests.length > 0);
  }

  #applyCommand(event: CommandEvent): void {
    const { author: to, id, read, among } = event;
    const about = among > 1 && { about: `/${read.name}` };
    const answer = { key: commandKey("answer", id, read.line), to, ...about };
    const obstacle = this.#whyNotEvent(event);
    if (obstacle !== undefined) {
      this.#react(id, "confused");
      this.#answers.push({ ...answer, text: obstacle });
      return;
    }
    if (read.name === "help") {
      this.#answers.push({ ...answer, text: answers.help(commandsTable(this.#config)) });
    } else if (isAnswered(this.#facts, answer.key)) {
      // An earlier run refused it, and was interrupted.
      this.#react(id, "confused");
      return;
    }
    this.#react(id, "+1");
    if ("command" in read) this.#carryOut(read.command, event);
  }

  #whyNotEvent(event: CommandEvent): string | undefined {
    const { author, read, edited } = event;
    if (edited) return answers.edited;
    // Authors are only heard when they reopen.
    if (read.name !== "reopen" && isHelper(author, this.#facts, this.#config)) {
      return answers.noReviewer;
    }
    if ("unknown" in read) return answers.unknown(read.unknown, commandsTable(this.#config));
    if ("unclear" in read) return answers.unclear(read.unclear);
    return read.command.name === "help" ? undefined : this.#whyNot(read.command, event);
  }

  /** Why a command is not applied, as an answer to whoever gave it. */
  #whyNot(command: Command, event: CommandEvent): string | undefined {
    const { author, at } = event;
    const { kind, owner } = this.#context;
    const { pull } = this.#facts;
    if (!isReviewed(kind)) return answers.noSubmission;
    if (command.name === "reopen") return this.#whyNotReopen(at);
    if (this.#decision?.to === "reopen" || isOutdated({ at }, this.#facts)) {
      return answers.justReopened;
    }
    const conflict = conflictOf(author, owner, this.#config);
    if (conflict && command.name !== "release") return answers.conflict(conflict);
    if (pull.state !== "open") return this.#whyNotAfterwards(event);
    if (this.#decision) {
      const isMark = command.name === "feature" && this.#decision.to === "merge";
      return isMark ? undefined : answers.decided(this.#decision.by);
    }
    if (this.#isClaimedByAnother(author)) return claimedBy(this.#claim, command);
    // A refused pull request already has reasons, and no commit status that could date a request.
    if (kind.kind === "refused" && command.name === "request-changes") {
      return answers.alreadyRefused(kind.reasons);
    }
    return command.name === "approve" ? this.#obstacle(at) : undefined;
  }

  #whyNotReopen(at: Moment): string | undefined {
    if (this.#decision?.to === "reopen" || hasReopened({ at }, this.#facts)) return undefined;
    const { pull } = this.#facts;
    if (this.#isCarriedOut()) return answers.carriedOut;
    const isWanted = pull.state === "closed" && at > (closingEvent(pull)?.at ?? "");
    return isWanted && !this.#decision ? undefined : answers.notClosed;
  }

  /** Whether the bot has closed a deletion because it has removed the post with a separate change. */
  #isCarriedOut(): boolean {
    const { pull, bot } = this.#facts;
    const isClosing = pull.labels.includes(kindLabels.closing.name);
    const isByBot = pull.state === "closed" && isSameLogin(closingEvent(pull)?.actor, bot);
    return isClosing && isByBot && !rejectionBy(this.#facts, this.#context, this.#config);
  }

  /**
   * After closing, only the command that closed it still applies, and those above it in the same comment:
   * the bot may have been interrupted. Posts can still be featured.
   */
  #whyNotAfterwards({ id, read, later }: CommandEvent): string | undefined {
    const { pull, bot } = this.#facts;
    const rejection = rejectionBy(this.#facts, this.#context, this.#config);
    const decides = ({ name, line }: ReadCommand) =>
      rejection ? rejection.key === commandKey("rejected", id, line) : name === "approve";
    const isAbove = read.name !== "approve" && later.some(decides);
    const isByBot = isSameLogin(pull.mergedBy ?? closingEvent(pull)?.actor, bot);
    const isDone = isByBot && (decides(read) || isAbove);
    if (isDone) return undefined;
    if (read.name !== "feature" || pull.state !== "merged") return answers.over(pull.state);
    return openPosts(this.#facts, this.#config).length > 0 ? undefined : answers.noLongerListed;
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
    const isJudged = judgedAt !== undefined && judgedAt < approvedAt;
    return isJudged ? undefined : answers.changedSince;
  }

  #carryOut(command: Command, { author, id, at, read }: CommandEvent): void {
    if (command.name === "help") return;
    const isOpen = this.#facts.pull.state === "open";
    const asked = askedBy({ by: author, comment: id, line: read.line });
    switch (command.name) {
      case "approve":
        if (isOpen) this.#decision = { to: "merge", by: author, asked };
        break;
      case "reject": {
        const { reason, text } = command;
        const key = commandKey("rejected", id, read.line);
        const rejection = { by: author, reason: reason.slug, text, key };
        if (isOpen) this.#decision = { to: "reject", ...rejection, asked };
        break;
      }
      case "request-changes": {
        const { reason, text } = command;
        const request = { by: author, reason: reason.slug, text, at };
        this.#requests = [...this.#requests, request];
        this.#newRequests.push({ ...request, key: commandKey("changes", id, read.line) });
        break;
      }
      case "release":
        this.#claim = undefined;
        return;
      case "reopen":
        if (!isOpen) this.#decision ??= { to: "reopen", by: author, asked };
        return;
      case "feature":
        this.#marks.add(markLabels.featured.name);
        this.#featureAsked = asked;
        break;
      case "duplicate-ok":
        this.#marks.add(markLabels.duplicateOk.name);
        break;
      case "claim":
        this.#claimAsked = asked;
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

  #react(comment: number, reaction: Reaction): void {
    this.#reactions.set(comment, (this.#reactions.get(comment) ?? new Set()).add(reaction));
  }
}

function claimedBy(claim: Claim | undefined, command?: Command): string {
  const { by, since, until } = claim ?? { by: "", since: "", until: "" };
  const refusal = answers.claimed(by, dayText(since.slice(0, 10)), dayText(until.slice(0, 10)));
  return command?.name === "request-changes" ? `${refusal} ${answers.requestByButton}` : refusal;
}

function firstError(problems: readonly Problem[]): string {
  const first = problems.find((problem) => hasErrors([problem]));
  return first ? `${code(first.message, 600)} ` : "";
}
