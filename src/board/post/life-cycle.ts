/**
 * How long a post is listed. The only rule of expiry: pages, feeds, the archive command and the
 * browser's own check all ask here.
 *
 * A post's term starts on the day it is first listed, or renewed. It is listed until 00:00 UTC of
 * the day that lies `listedDays` later, or to the end of its own last day if that comes first.
 */
import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, dayOf, startOf } from "../days.ts";
import type { Job } from "../job/schema.ts";

export type Closing = NonNullable<Job["closed"]>;

/** What the life cycle needs to know of a post. */
export type Term = Pick<Job, "renewed" | "expires" | "closed"> & {
  /** The day the post was first listed. */
  published: Day;
};

export type LifeState =
  | { state: "live"; until: Instant; isNew: boolean; closingSoon: boolean }
  | { state: "closed"; on: Day; reason: Closing["reason"] };

type Lifetimes = BoardConfig["lifetimes"];

/** The day on which a post's time on the board last started: that of its last renewal, else the first. */
export function termStart(published: Day, renewed: readonly Day[] = []): Day {
  return renewed.reduce((a, b) => (a > b ? a : b), published);
}

/** The first moment at which a post that nobody closes is no longer listed. */
export function listedUntil(term: Term, { listedDays }: Lifetimes): Instant {
  const end = addDays(termStart(term.published, term.renewed), listedDays);
  const ownEnd = term.expires ? addDays(term.expires, 1) : end;
  return startOf(ownEnd < end ? ownEnd : end);
}

/** The state of a post at a moment. */
export function stateAt(term: Term, now: Instant, lifetimes: Lifetimes): LifeState {
  if (term.closed) return { state: "closed", ...term.closed };
  const until = listedUntil(term, lifetimes);
  if (now >= until) return { state: "closed", on: dayOf(until), reason: "expired" };
  return {
    state: "live",
    until,
    isNew: now < startOf(addDays(term.published, lifetimes.newDays)),
    closingSoon: now >= startOf(addDays(dayOf(until), -lifetimes.closingSoonDays)),
  };
}
