/**
 * The board at the GitHub emulator in played time. Jobs of its real workflows wait for their turn and for a
 * runner as at GitHub, then really run, all at the moment at which their work begins, and take as long as what
 * they asked for would take at GitHub. People act in the meantime.
 */
import { basename, join } from "node:path";
import type { AnsweredRequest, GitHubEvent } from "github-emulator";
import type { AroundJob, JobResult, Run } from "github-emulator/actions";
import { logOf } from "github-emulator/actions";
import type { HostedBoard, HostedBoardOptions } from "../../sandbox/hosted-board.ts";
import { withPlayedWaits } from "./played-waits.ts";
import { Timeline } from "./timeline.ts";
import type { Cost, Wait } from "./timing.ts";
import {
  assumptions,
  costOf,
  secondsOf as modelledSeconds,
  requestsOfDeploy,
  workBegins,
} from "./timing.ts";

/** What jobs take of GitHub. */
export type Usage = {
  jobs: number;
  rest: number;
  points: number;
  fetches: number;
  /** REST requests of publish.yml, which are not among the others. */
  publishing: number;
};

/** Something that happened and is to be answered. Moments are in milliseconds. */
export type Happening = {
  what: string;
  at: number;
  /** The pull request or issue. */
  number: number;
  /** The commit that it is about. */
  head?: string;
  /** The end of the job that wrote the first answer. */
  answered?: number;
};

export type PlayedBoardOptions = {
  /** How many messages the mail server has received. */
  mailed(): number;
  /** How long a job takes; default: as it would at GitHub, which depends a little on what overlapped here. */
  secondsOf?(waits: readonly Wait[]): number;
  /** Told of each failed run; default: the play ends with an Error. */
  onFailure?(run: Run): void;
  /** Told of each request that a job has made, at its moment of the play. */
  onJobRequest?(request: AnsweredRequest, at: number): void;
};

type HookOptions = Required<Pick<HostedBoardOptions, "aroundJob" | "onRun" | "onRequest">>;

export class PlayedBoard {
  readonly timeline: Timeline;
  readonly usage: Usage = { jobs: 0, rest: 0, points: 0, fetches: 0, publishing: 0 };
  readonly happenings: Happening[] = [];
  /** The end of the last job. */
  lastEnd = 0;
  readonly #created = new WeakMap<Run, number>();
  readonly #failed = new Set<Run>();
  readonly #options: PlayedBoardOptions;
  /** Ends the jobs whose turn has come. */
  readonly #ends = new Set<(result: JobResult) => void>();
  #board: HostedBoard | undefined;
  /** What the job asks for that runs now. */
  #waits: Wait[] | undefined;

  /** @param start when the play begins, in milliseconds since 1970 */
  constructor(start: number, options: PlayedBoardOptions) {
    this.timeline = new Timeline(start, (now) => this.board.github.clock.set(new Date(now)));
    this.#options = options;
  }

  /** To start the board with. */
  get hooks(): HookOptions {
    return {
      aroundJob: this.#aroundJob,
      onRun: (run) => this.#noteRun(run),
      onRequest: (request) => this.#noteRequest(request),
    };
  }

  get board(): HostedBoard {
    if (!this.#board) throw new Error("The board has not been started.");
    return this.#board;
  }

  set board(board: HostedBoard) {
    this.#board = board;
  }

  /** Has somebody do something at a moment that is to be answered: `act` tells to what the answer belongs. */
  happens(at: number, what: string, act: () => Promise<Pick<Happening, "number" | "head">>): void {
    this.timeline.add(at, async () => {
      this.happenings.push({ what, at: this.timeline.now, ...(await act()) });
    });
  }

  /**
   * Plays until nothing is left to happen, or nothing before a moment. Throws an Error if a job failed, unless
   * that is heard by `onFailure`.
   */
  async play(until = Number.POSITIVE_INFINITY): Promise<void> {
    const { runner } = this.board;
    try {
      do {
        await runner.dispatched();
        for (const failed of this.#failed) this.#fail(failed);
        this.#failed.clear();
      } while (await this.timeline.next(until));
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Ends all jobs, so that the runner can be stopped. */
  end(): void {
    for (const end of this.#ends) end("cancelled");
  }

  #fail(run: Run): void {
    if (!this.#options.onFailure) throw new Error(`${run.name} has failed:\n${logOf(run)}`);
    this.#options.onFailure(run);
  }

  readonly #aroundJob: AroundJob = ({ run, name }, perform) => {
    const { timeline } = this;
    const turn = timeline.now;
    const begins = workBegins({ created: this.#created.get(run) ?? turn, turn });
    const end = Promise.withResolvers<JobResult>();
    this.#ends.add(end.resolve);
    timeline.add(begins, async () => {
      const { result, seconds, written } = await this.#work(run, name, perform);
      timeline.add(begins + seconds * 1000, () => {
        this.lastEnd = timeline.now;
        for (const happening of this.happenings) {
          const isAnswer = happening.at <= begins && written.some(isAbout(happening));
          if (isAnswer) happening.answered ??= timeline.now;
        }
        this.#ends.delete(end.resolve);
        end.resolve(result);
        return Promise.resolve();
      });
    });
    return end.promise;
  };

  /** Does what a job does. Resolves to how long that takes at GitHub, and to the events that it caused. */
  async #work(run: Run, name: string, perform: () => Promise<JobResult>) {
    this.usage.jobs += 1;
    if (basename(run.file) === "publish.yml") return this.#publish(name);
    const { events } = this.board.github;
    const { mailed, secondsOf = modelledSeconds } = this.#options;
    const before = { events: events.length, mails: mailed() };
    const waits: Wait[] = [];
    const note = (cost: Cost) => {
      const now = performance.now();
      waits.push({ cost, began: now, ended: now });
    };
    this.#waits = waits;
    const result = await withPlayedWaits((milliseconds) => note(milliseconds / 1000), perform);
    this.#waits = undefined;
    for (let mail = before.mails; mail < mailed(); mail += 1) note("mail");
    return { result, seconds: secondsOf(waits), written: events.slice(before.events) };
  }

  #publish(name: string) {
    const { publish } = assumptions;
    if (!isIn(publish, name)) {
      throw new Error(`How long does the job “${name}” of publish.yml take? Add it to timing.ts.`);
    }
    if (name === "deploy") this.usage.publishing += requestsOfDeploy;
    return { result: "success" as const, seconds: publish[name], written: [] };
  }

  #noteRun(run: Run): void {
    if (!this.#created.has(run)) this.#created.set(run, this.timeline.now);
    if (/failure/.test(run.conclusion ?? "")) this.#failed.add(run);
  }

  #noteRequest(request: AnsweredRequest): void {
    const cost = costOf(request);
    if (!this.#waits || !cost || request.caller === "user") return;
    this.#options.onJobRequest?.(request, this.timeline.now);
    this.#waits.push({ cost, began: request.began, ended: request.ended });
    if (cost === "fetch") this.usage.fetches += 1;
    else if (cost === "graphql") this.usage.points += request.points ?? 0;
    else this.usage.rest += 1;
  }
}

function isIn<Names extends object>(names: Names, name: string): name is string & keyof Names {
  return Object.hasOwn(names, name);
}

function isAbout({ number, head }: Happening): (event: GitHubEvent) => boolean {
  return ({ payload }) => {
    const {
      pull_request: pull,
      issue,
      sha,
    } = payload as {
      pull_request?: { number: number };
      issue?: { number: number };
      sha?: string;
    };
    return (pull ?? issue)?.number === number || (head !== undefined && sha === head);
  };
}

/** The workflows that belong to a reviewer's hour: all but those about code, links and reports. */
export function playedWorkflows(files: readonly string[]): string[] {
  const others = ["check.yml", "links.yml", "report.yml"];
  return files.filter((file) => !others.includes(file));
}

/** The folder of the workflow files. */
export const workflowFolder = join(import.meta.dirname, "../../.github/workflows");
