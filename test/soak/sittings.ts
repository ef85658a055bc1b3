/** Simulates reviewers: on their days, each goes through the queue according to their habits. One of them tidies up. */
import { Random } from "../../scripts/demo-posts/random.ts";
import type { ReviewAct, Reviewer } from "./cast.ts";
import { maintainer } from "./cast.ts";
import type { Case } from "./ledger.ts";
import type { Owners } from "./owners.ts";
import type { World } from "./world.ts";
import { dayLength, minute } from "./world.ts";

/** Of so many reviews, one races with a push. */
const everyRace = 9;

/** Once a week somebody closes what nobody has touched for so many days, as maintainers do. */
const tidying = { weekday: 6, hour: 9, afterDays: 21 } as const;

export class Sittings {
  readonly #world: World;
  readonly #owners: Owners;
  readonly #seed: number;
  #count = 0;

  constructor(world: World, owners: Owners, seed: number) {
    this.#world = world;
    this.#owners = owners;
    this.#seed = seed;
  }

  /** Schedules the sessions of a day. */
  beginDay(midnight: number, reviewers: readonly Reviewer[]): void {
    const weekday = new Date(midnight).getUTCDay();
    for (const [index, reviewer] of reviewers.entries()) {
      if (!reviewer.weekdays.includes(weekday)) continue;
      const random = new Random(Math.imul(this.#seed + midnight / dayLength, 104729) + index);
      const moment = midnight + reviewer.hour * 60 * minute + random.int(0, 40) * minute;
      this.#world.played.timeline.add(moment, async () => this.#sit(reviewer, random));
    }
    if (weekday !== tidying.weekday) return;
    const moment = midnight + tidying.hour * 60 * minute;
    this.#world.played.timeline.add(moment, async () => this.#tidy());
  }

  /** Closes by GitHub's button what its author has forgotten. */
  #tidy(): void {
    const { ledger, now, people } = this.#world;
    this.#world.sync();
    const forgotten = [...ledger.cases.values()].filter(
      ({ kind, state, touched }) =>
        kind === "pull" &&
        state === "open" &&
        now - Date.parse(touched) > tidying.afterDays * dayLength,
    );
    for (const [index, { number }] of forgotten.entries()) {
      this.#world.at(now + index * minute, maintainer, () =>
        people.setOpen(maintainer, number, false),
      );
    }
  }

  /** Posts changed as requested first, then the oldest. */
  #sit(reviewer: Reviewer, random: Random): void {
    this.#world.sync();
    const waiting = [...this.#world.ledger.cases.values()].filter(
      (each) => this.#isFor(reviewer, each) && this.#world.submissions.has(each.number),
    );
    const [first, last] = [true, false].map((answered) =>
      waiting.filter(({ labels }) => labels.includes("answered") === answered),
    );
    const chosen = [...(first ?? []), ...(last ?? [])].slice(0, reviewer.atOnce);
    for (const [index, each] of chosen.entries()) {
      this.#review(reviewer, each, { moment: this.#world.now + index * 3 * minute, random });
    }
  }

  #isFor({ login }: Reviewer, { kind, state, labels, assignees, author }: Case): boolean {
    if (kind !== "pull" || state !== "open") return false;
    // Reviewers also try to review their own posts, which is not allowed.
    if (author === login) return labels.includes("waiting");
    const isFree = labels.includes("waiting") && assignees.length === 0;
    return isFree || (labels.includes("claimed") && assignees.includes(login));
  }

  #review(reviewer: Reviewer, { number, author }: Case, at: { moment: number; random: Random }) {
    const { login } = reviewer;
    const submission = this.#world.submissions.get(number);
    if (!submission) return;
    const { random } = at;
    let { moment } = at;
    for (const act of reviewer.review(submission.quality, random)) {
      moment += act.after * minute;
      // GitHub has no review button for authors.
      if (author === login && "review" in act) continue;
      const isDecision = act.meaning === "approve" || act.meaning === "reject";
      this.#world.at(moment, login, () => this.#act(login, number, act), isDecision);
    }
    this.#count += 1;
    // Sometimes the owner pushes a change at the same time.
    if (this.#count % everyRace !== 0) return;
    this.#owners.pushAt(moment + random.pick([-12, 12]) * 1000, number);
  }

  async #act(login: string, number: number, act: ReviewAct): Promise<void> {
    const { people, ledger, submissions, commands, now } = this.#world;
    const submission = submissions.get(number);
    const found = ledger.cases.get(number);
    if (!submission || found?.state !== "open") return;
    if (act.meaning === "approve" && found.author !== login) {
      submission.approvals.push({ by: login, order: ledger.order });
    }
    if ("review" in act) {
      await people.review(login, number, act.review, act.body);
      return;
    }
    const comment = await people.comment(login, number, act.comment);
    commands.push({ number, comment, by: login, meaning: act.meaning, at: now });
  }
}
