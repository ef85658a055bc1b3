/**
 * How long a post is listed. The only expiry rule, used by pages, feeds, the archive command and the browser's
 * check.
 *
 * A post's term starts on the day it is first listed or renewed. It is listed until 00:00 UTC of the day
 * `listedDays` later, or until the end of its own last day if that comes first.
 */
import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, dayOf, startOf } from "../days.ts";
import type { Job } from "../job/schema.ts";

export type Closing = NonNullable<Job["closed"]>;

/** What the life cycle depends on. */
export type Term = Pick<Job, "renewed" | "expires" | "closed"> & {
  /** The day the post was first listed. */
  published: Day;
};

export type LifeState =
  | {
      state: "live";
      until: Instant;
      isNew: boolean;
      closingSoon: boolean;
      /** The first day on which it may be renewed; `undefined` if it was renewed as often as is allowed. */
      renewableFrom: Day | undefined;
    }
  | { state: "closed"; on: Day; reason: Closing["reason"] };

type Lifetimes = BoardConfig["lifetimes"];

/** The day a post's term last started: its last renewal, else its first listing. */
export function termStart(published: Day, renewed: readonly Day[] = []): Day {
  return renewed.reduce((a, b) => (a > b ? a : b), published);
}

/** The moment from which a post is no longer listed, unless somebody closes it earlier. */
export function listedUntil(term: Term, { listedDays }: Lifetimes): Instant {
  const end = addDays(termStart(term.published, term.renewed), listedDays);
  const ownEnd = term.expires ? addDays(term.expires, 1) : end;
  return startOf(ownEnd < end ? ownEnd : end);
}

/** Whether a post may be renewed at the moment of its state. */
export function mayRenew(state: LifeState, now: Instant): boolean {
  if (state.state === "closed" || state.renewableFrom === undefined) return false;
  return now >= startOf(state.renewableFrom);
}

/**
 * Whether a post has a page of its own. Closed ones only in the year of their closing and as many years after it as
 * the settings say. The pages of removed posts stay, because the archive does not have them.
 */
export function hasPage(
  state: LifeState,
  now: Instant,
  { closedPageYears: years }: Pick<BoardConfig, "closedPageYears">,
): boolean {
  if (years === null || state.state === "live" || state.reason === "removed") return true;
  return Number(dayOf(now).slice(0, 4)) - Number(state.on.slice(0, 4)) <= years;
}

/** The state of a post at a moment. */
export function stateAt(term: Term, now: Instant, lifetimes: Lifetimes): LifeState {
  if (term.closed) return { state: "closed", ...term.closed };
  const until = listedUntil(term, lifetimes);
  if (now >= until) return { state: "closed", on: dayOf(until), reason: "expired" };
  const daysLeft = (days: number) => addDays(dayOf(until), -days);
  const { renewed = [] } = term;
  return {
    state: "live",
    until,
    isNew: now < startOf(addDays(term.published, lifetimes.newDays)),
    closingSoon: now >= startOf(daysLeft(lifetimes.closingSoonDays)),
    // Near the end only: the term restarts on the day of the renewal, so one on its first days would be wasted.
    renewableFrom:
      renewed.length < lifetimes.renewals
        ? daysLeft(Math.max(lifetimes.renewalDays, lifetimes.closingSoonDays))
        : undefined,
  };
}
