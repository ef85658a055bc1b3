/**
 * The board in a simulated year: the emulator with the board's own workflows, whose commands run in this process, and
 * people who act in simulated time.
 */
import type { Run } from "github-emulator/actions";
import { logOf } from "github-emulator/actions";
import { People } from "../../bench/review/people.ts";
import type { PlayedBoard } from "../../bench/review/played-board.ts";
import type { SentPost } from "../../bench/review/posts.ts";
import { inventPost } from "../../bench/review/posts.ts";
import { Random } from "../../scripts/demo-posts/random.ts";
import type { BoardConfig } from "../../src/board/config.ts";
import type { NearGit } from "../near-git.ts";
import type { Outage } from "./calendar.ts";
import { strikesOn } from "./cron.ts";
import type { HourlyUse } from "./hourly-use.ts";
import type { Case } from "./ledger.ts";
import { Ledger } from "./ledger.ts";
import type { GivenCommand, OwnerRequest, Submission } from "./records.ts";
import type { Schedule, SoakBoard } from "./soak-board.ts";
import { dayAt, listed, postSeed } from "./soak-board.ts";

export const minute = 60_000;
export const dayLength = 24 * 60 * minute;

export type Failure = { name: string; at: number; log: string };

/** The shares of people's actions whose events are lost or arrive twice. */
const chances = { lost: 0.03, doubled: 0.03 };

/** Minutes after an outage in which jobs that began during it may still fail. */
const aftermath = 10;

export class World {
  readonly played: PlayedBoard;
  readonly people: People;
  readonly config: BoardConfig;
  readonly near: NearGit;
  readonly ledger = new Ledger();
  readonly submissions = new Map<number, Submission>();
  readonly requests = new Map<number, OwnerRequest>();
  readonly commands: GivenCommand[] = [];
  /** The text of each file in `jobs/` by path, as of the last check. */
  onBoard: ReadonlyMap<string, string> = new Map();
  /** Cases with a lost event, until the next sweep. */
  readonly unheard = new Set<number>();
  /** Runs that failed although GitHub was up. */
  readonly failures: Failure[] = [];
  readonly use: HourlyUse;
  readonly counts = {
    ...{ acts: 0, lost: 0, doubled: 0, postponed: 0, sweeps: 0, skipped: 0, failed: 0 },
  };
  /** Called with each case that has new events. */
  onNews: (about: Case) => void = () => undefined;
  readonly #seed: number;
  readonly #random: Random;
  readonly #schedules: readonly Schedule[];
  /** The number of events at the start of each schedule's last run. */
  readonly #swept = new Map<string, number>();
  /** Whether something may have been missed since the last sweep. */
  #isMissed = false;
  #comingOutage: Outage | undefined;
  #outage: { kind: Outage["kind"]; until: number } | undefined;
  #troubledUntil = 0;
  #posts = 0;

  constructor(seed: number, parts: SoakBoard) {
    this.#seed = seed;
    this.#random = new Random(seed);
    this.played = parts.played;
    this.config = parts.played.board.config;
    this.people = new People(parts.played.board);
    this.near = parts.near;
    this.use = parts.use;
    this.#schedules = parts.schedules;
    parts.heard.onFailure = (run) => this.#noteFailure(run);
  }

  get now(): number {
    return this.played.timeline.now;
  }

  get isDown(): boolean {
    return this.#outage !== undefined;
  }

  /** A post that nobody has sent yet. */
  newPost(login: string): SentPost {
    this.#posts += 1;
    const number = postSeed(this.#seed, listed + this.#posts);
    return inventPost(number, login, dayAt(this.now), this.config);
  }

  /** Schedules what somebody does; during an outage, they wait until it is over. Their events may be lost or repeated. */
  at(moment: number, login: string, act: () => Promise<void>, isDecision = false): void {
    this.played.timeline.add(moment, async () => {
      if (this.#outage) {
        this.counts.postponed += 1;
        const later = this.#outage.until + this.#random.int(1, 30) * minute;
        this.at(later, login, act, isDecision);
        return;
      }
      this.sync();
      this.counts.acts += 1;
      const { faults } = this.played.board.github;
      const isOfAct = ({ name, actor }: { name: string; actor: string }) =>
        actor === login && heardEvents.includes(name);
      const isLost = this.#random.chance(chances.lost);
      const isDoubled = this.#random.chance(chances.doubled);
      if (isLost) faults.loseEvent(isOfAct);
      else if (isDoubled) faults.repeatEvent(isOfAct);
      await act();
      this.#beginComingOutage(isDecision);
      const [about] = this.sync();
      if (isLost) this.#noteLoss(about);
      else if (isDoubled) this.counts.doubled += 1;
    });
  }

  /** Reads new events. Returns the cases they are about. */
  sync(): Case[] {
    const { github, runner } = this.played.board;
    const cases = this.ledger.take(github.events);
    github.forgetEvents();
    runner.forgetRuns();
    for (const each of cases) this.onNews(each);
    return cases;
  }

  /** Schedules what happens on a day without people: the workflows' schedules, and an outage. */
  beginDay(midnight: number, outage: Outage | undefined): void {
    for (const schedule of this.#schedules) {
      for (const at of strikesOn(schedule.cron, new Date(midnight))) {
        this.#inTime(midnight + at * minute, () => this.#strike(schedule));
      }
    }
    for (let at = 0; at < 24 * 60; at += 30) {
      this.#inTime(midnight + at * minute, () => this.sync());
    }
    if (!outage) return;
    this.#inTime(midnight + outage.from * minute, () => {
      this.#comingOutage = outage;
    });
  }

  /** An outage begins right after somebody's action, so that the jobs it started are cut off. */
  #beginComingOutage(isDecision: boolean): void {
    const outage = this.#comingOutage;
    // Lost responses matter most where something is merged or closed, and its author notified.
    if (!outage || (outage.kind === "lossy" && !isDecision)) return;
    this.#comingOutage = undefined;
    const begin = this.now + outage.after * 1000;
    const until = begin + outage.minutes * minute;
    this.#inTime(begin, () => this.#beginOutage(outage.kind, until));
    this.#inTime(until, () => this.#endOutage());
  }

  #inTime(moment: number, act: () => unknown): void {
    this.played.timeline.add(moment, () => {
      act();
      return Promise.resolve();
    });
  }

  #strike({ file, cron }: Schedule): void {
    this.sync();
    const last = this.#swept.get(file + cron);
    const isDaily = /^\S+ \d+ /.test(cron);
    const isNeeded = isDaily || this.#isMissed || this.use.isScarce || this.isDown;
    const isNews = last === undefined || this.ledger.order > last;
    const hour = new Date(this.now).getUTCHours();
    // The daily run has moved posts to the archive, which causes no event.
    const isAfterDailyRun = hour === 0;
    // Once a day even if nothing was missed, because a sweep must not do any harm.
    const isTrial = hour === 12 && isNews;
    if (!(isNeeded || isAfterDailyRun || isTrial)) {
      this.counts.skipped += 1;
      return;
    }
    this.counts.sweeps += 1;
    this.#swept.set(file + cron, this.ledger.order);
    if (!this.isDown) {
      this.#isMissed = false;
      this.unheard.clear();
    }
    this.played.board.runner.schedule(cron);
  }

  #beginOutage(kind: Outage["kind"], until: number): void {
    this.#outage = { kind, until };
    this.#troubledUntil = until + aftermath * minute;
    this.#isMissed = true;
    if (kind === "down") {
      const { faults } = this.played.board.github;
      faults.failNext({ path: /./, status: 502, times: Number.POSITIVE_INFINITY });
      this.near.isDown = true;
      return;
    }
    for (let at = this.now; at < until; at += 2 * minute) {
      this.#inTime(at, () => this.#loseResponses());
    }
  }

  /** Of each kind of change the next response. */
  #loseResponses(): void {
    const { faults } = this.played.board.github;
    faults.clear();
    const changes = {
      POST: [/\/comments$/, /\/labels$/, /\/assignees$/, /\/dispatches$/],
      PUT: [/\/merge$/],
    };
    for (const [method, paths] of Object.entries({ ...changes, PATCH: [/\/issues\//] })) {
      for (const path of paths) {
        faults.failNext({ method, path, status: 502, carriedOut: true });
      }
    }
  }

  #endOutage(): void {
    this.played.board.github.faults.clear();
    this.near.isDown = false;
    this.#outage = undefined;
    this.#isMissed = true;
  }

  #noteLoss(about: Case | undefined): void {
    this.counts.lost += 1;
    this.#isMissed = true;
    if (!about) return;
    this.unheard.add(about.number);
    this.ledger.remark(about.number, new Date(this.now).toISOString(), "(event lost)");
  }

  #noteFailure(run: Run): void {
    this.counts.failed += 1;
    this.#isMissed = true;
    if (this.now < this.#troubledUntil) return;
    this.failures.push({ name: run.name, at: this.now, log: logOf(run) });
  }
}

/** Events that start workflows. */
const heardEvents = ["pull_request", "pull_request_review", "issue_comment", "issues"];
