/** Reviewers at work: each looks through the queue on their days, and does what their habit is. */
import { Random } from "../../scripts/demo-posts/random.ts";
import type { ReviewAct, Reviewer } from "./cast.ts";
import type { Case } from "./ledger.ts";
import type { Owners } from "./owners.ts";
import type { World } from "./world.ts";
import { dayLength, minute } from "./world.ts";

export class Sittings {
  readonly #world: World;
  readonly #owners: Owners;
  readonly #seed: number;

  constructor(world: World, owners: Owners, seed: number) {
    this.#world = world;
    this.#owners = owners;
    this.#seed = seed;
  }

  /** Adds the sittings of a day. */
  beginDay(midnight: number, reviewers: readonly Reviewer[]): void {
    const weekday = new Date(midnight).getUTCDay();
    for (const [index, reviewer] of reviewers.entries()) {
      if (!reviewer.weekdays.includes(weekday)) continue;
      const random = new Random(Math.imul(this.#seed + midnight / dayLength, 104729) + index);
      const moment = midnight + reviewer.hour * 60 * minute + random.int(0, 40) * minute;
      this.#world.played.timeline.add(moment, async () => this.#sit(reviewer, random));
    }
  }

  /** The oldest first, after those that have been changed as asked for. */
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
    // Who has sent a post tries to review it themselves, if that is allowed: it is not.
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
      // GitHub offers nobody a button for their own.
      if (author === login && "review" in act) continue;
      this.#world.at(moment, login, () => this.#act(login, number, act));
    }
    // Now and then the owner changes something at just this moment.
    if (!random.chance(0.06)) return;
    this.#owners.pushAt(moment + random.int(-40, 40) * 1000, number);
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
