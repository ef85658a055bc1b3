/**
 * When a claim on a pull request begins and when it lapses, and whose turn it is on the rota. A claim is an
 * assignment at GitHub: it lasts for `review.claimDays` after the reviewer’s last comment or review.
 */
import { compareText } from "../compare-text.ts";
import type { BoardConfig } from "../config.ts";
import { isSameLogin } from "../login.ts";
import type { Facts, Login, Moment, PullRequest } from "./facts.ts";
import type { PostOwner } from "./permissions.ts";
import { rotaFor } from "./permissions.ts";
import { daysLater, momentOf } from "./timestamps.ts";

export type Claim = { by: Login; since: Moment; until: Moment };

/** The requests for changes that matter to claims. */
type Requests = {
  open: readonly { by: Login; at: Moment }[];
  earlierAnsweredAt: Moment | undefined;
};

/**
 * The current claim, and the assigned reviewers whose claims have lapsed. Of several claims, the newest
 * counts. A claim does not lapse while the author still has changes to make, and it ends when the author
 * has made them.
 */
export function readClaims(
  assigned: readonly Login[],
  { open, earlierAnsweredAt }: Requests,
  facts: Facts,
  config: BoardConfig,
): { claim: Claim | undefined; lapsed: readonly Login[] } {
  const now = momentOf(facts.now);
  const [claim] = assigned
    .map((login) => claimOf(login, facts, config))
    .filter(({ by, since, until }) => {
      const waitsForAuthor = open.some((one) => isSameLogin(one.by, by) || one.at <= since);
      const hasLapsed = until <= now && !waitsForAuthor;
      return !hasLapsed && !(earlierAnsweredAt && since < earlierAnsweredAt);
    })
    .sort((a, b) => compareText(b.since, a.since) || compareText(a.by, b.by));
  return { claim, lapsed: assigned.filter((login) => !isSameLogin(login, claim?.by)) };
}

/** The claim of somebody who claims it now. */
export function newClaim(by: Login, now: Moment, config: BoardConfig): Claim {
  return { by, since: now, until: claimEnd(now, config) };
}

/** When a claim lapses, counted from the reviewer’s last activity. */
export function claimEnd(active: Moment, { review }: BoardConfig): Moment {
  return daysLater(active, review.claimDays);
}

/**
 * The claim of the next reviewer on the rota: whoever has waited longest since being assigned this pull request.
 * Pull requests start with different people.
 */
export function nextInTurn(
  { pull, now }: Facts,
  { owner, lapsed }: { owner: PostOwner; lapsed: readonly Login[] },
  config: BoardConfig,
): Claim | undefined {
  const rota = rotaFor(owner, config);
  const start = pull.number % rota.length;
  const [by] = [...rota.slice(start), ...rota.slice(0, start)]
    .filter((login) => !lapsed.some((other) => isSameLogin(other, login)))
    .sort((a, b) => compareText(assignedAt(a, pull) ?? "", assignedAt(b, pull) ?? ""));
  return by === undefined ? undefined : newClaim(by, momentOf(now), config);
}

/** Every comment and review renews the claim of whoever wrote it. */
function claimOf(by: Login, { pull }: Facts, config: BoardConfig): Claim {
  const since = assignedAt(by, pull) ?? pull.openedAt;
  const active = [...pull.comments, ...pull.reviews]
    .filter(({ author }) => isSameLogin(author, by))
    .reduce((last, { at }) => (at > last ? at : last), since);
  return { by, since, until: claimEnd(active, config) };
}

/** When somebody was last assigned. */
function assignedAt(login: Login, { events }: PullRequest): Moment | undefined {
  return events
    .filter(({ event, assignee }) => event === "assigned" && isSameLogin(assignee, login))
    .map(({ at }) => at)
    .sort()
    .at(-1);
}
