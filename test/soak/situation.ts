/** Gathers what the checks of a day need. */
import type { Permissions } from "github-emulator/actions";
import { maxFileBytes } from "../../src/board/job/file.ts";
import { decide } from "../../src/board/review/decide.ts";
import { cityNames } from "../../src/services/city-names.ts";
import { readEnvironment } from "../../src/services/environment.ts";
import { GitObjects } from "../../src/services/git-objects.ts";
import { fetchPosts } from "../../src/services/git-posts.ts";
import type { GitHub } from "../../src/services/github/client.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import { factsGatherer } from "../../src/services/github/gather.ts";
import type { MailServerForTests } from "../mail-server.ts";
import type { BoardHistory } from "./board-history.ts";
import { maintainer, reviewers } from "./cast.ts";
import type { Violation } from "./checks.ts";
import type { Hour } from "./hourly-use.ts";
import type { Case } from "./ledger.ts";
import type { GivenCommand, OwnerRequest, Submission } from "./records.ts";
import type { Failure, World } from "./world.ts";

export type Situation = {
  now: number;
  cases: ReadonlyMap<number, Case>;
  submissions: ReadonlyMap<number, Submission>;
  requests: ReadonlyMap<number, OwnerRequest>;
  commands: readonly GivenCommand[];
  /** Ids of comments with a reaction. */
  reacted: ReadonlySet<number>;
  reviewers: ReadonlySet<string>;
  mayApprove(login: string, submission: Submission): boolean;
  /** Actions that the bot would still take, by `decide`. */
  plans: readonly { number: number; actions: string[] }[];
  onBoard: ReadonlyMap<string, string>;
  boardProblems: readonly Violation[];
  hours: readonly Hour[];
  mails: readonly { id: string; to: string }[];
  failures: readonly Failure[];
};

const hour = 3_600_000;
/** How long after its last event a case is checked. */
const attention = 3 * 24 * hour;

/** So long after its last event, runs have ended and lists are complete. Until then, a case waits for the next day. */
const rest = hour / 4;

const reading: Permissions = {
  contents: "read",
  "pull-requests": "read",
  issues: "read",
  statuses: "read",
  actions: "read",
};

export class Observer {
  readonly #world: World;
  readonly #history: BoardHistory;
  readonly #mailServer: MailServerForTests;
  readonly #mails: { id: string; to: string }[] = [];
  readonly #reacted = new Set<number>();
  #seenUntil = 0;

  constructor(world: World, history: BoardHistory, mailServer: MailServerForTests) {
    this.#world = world;
    this.#history = history;
    this.#mailServer = mailServer;
  }

  /**
   * Gathers everything about recent cases.
   *
   * @param isThorough whether to ask for the bot's plan for every open case, not only for those with new events
   */
  async look(isThorough: boolean): Promise<Situation> {
    const world = this.#world;
    world.sync();
    const { ledger, now } = world;
    const { cases } = ledger;
    const [since, until] = [this.#seenUntil, now - rest];
    this.#seenUntil = until;
    this.#takeMails();
    const isLate = ({ touched }: Case) => now - Date.parse(touched) < attention;
    const lately = new Map([...cases].filter(([, each]) => isLate(each) || each.state === "open"));
    const part = <Value>(all: ReadonlyMap<number, Value>) =>
      new Map([...all].filter(([number]) => lately.has(number)));
    const settled = [...lately.values()].filter(
      ({ number, touched, state }) =>
        world.submissions.has(number) &&
        !world.unheard.has(number) &&
        Date.parse(touched) < until &&
        (Date.parse(touched) >= since || (isThorough && state === "open")),
    );
    const commands = world.commands.filter(({ number }) => lately.has(number));
    await this.#readReactions(commands);
    const boardProblems = await this.#history.read({ ...world, cases });
    world.onBoard = this.#history.files;
    return {
      ...{ now, commands, reacted: this.#reacted, boardProblems },
      cases: lately,
      submissions: part(world.submissions),
      requests: part(world.requests),
      reviewers: new Set(reviewers.map(({ login }) => login)),
      mayApprove,
      plans: await this.#plans(settled),
      onBoard: this.#history.files,
      hours: world.use.hours.filter(({ begin }) => begin > now - 2 * attention),
      mails: this.#mails,
      failures: world.failures.splice(0),
    };
  }

  /** Takes new messages from the mail server, to save memory. */
  #takeMails(): void {
    for (const { mail, recipients } of this.#mailServer.received.splice(0)) {
      for (const to of recipients) this.#mails.push({ id: mail.messageId ?? "", to });
    }
  }

  async #readReactions(commands: readonly GivenCommand[]): Promise<void> {
    const open = commands.filter(({ comment }) => !this.#reacted.has(comment));
    const { github, config } = this.#world.played.board;
    const { owner, name: repo } = config.repository;
    for (const number of new Set(open.map((each) => each.number))) {
      const address = `${github.apiUrl}/repos/${owner}/${repo}/issues/${number}/comments?per_page=100`;
      const headers = { authorization: `Bearer ${this.#token}` };
      const comments: { id: number; reactions?: { total_count: number } }[] = await (
        await fetch(address, { headers })
      ).json();
      for (const { id, reactions } of comments) {
        if ((reactions?.total_count ?? 0) > 0) this.#reacted.add(id);
      }
    }
  }

  get #token(): string {
    this.#knownToken ??= this.#world.played.board.github.tokenFor(maintainer);
    return this.#knownToken;
  }
  #knownToken: string | undefined;

  /** The bot's plans that are not empty. */
  async #plans(cases: readonly Case[]): Promise<Situation["plans"]> {
    if (cases.length === 0) return [];
    const { near, config } = this.#world;
    return await near.during(async () => {
      const github = this.#asBot();
      const { board } = this.#world.played;
      await using objects = await GitObjects.open(github.remote, { blobBytes: maxFileBytes });
      const gather = factsGatherer({
        ...{ github, config, objects },
        posts: () => fetchPosts(board.clone, github.remote),
        now: () => readEnvironment({ BOARD_NOW: board.github.clock.now().toISOString() }).now,
      });
      const plans: { number: number; actions: string[] }[] = [];
      for (const { number } of cases) {
        const facts = await gather(number);
        if ("ignored" in facts) continue;
        const actions = decide(facts, config, cityNames).actions.map((action) =>
          JSON.stringify(action),
        );
        if (actions.length > 0) plans.push({ number, actions });
      }
      return plans;
    });
  }

  #asBot(): GitHub {
    const { github, repository, config } = this.#world.played.board;
    const token = github.installationToken(repository, reading);
    const access = { apiUrl: github.apiUrl, serverUrl: github.origin, token };
    return connectGitHub(access, config.repository, { retryDelay: 1 });
  }
}

/** Whether somebody is a reviewer without a conflict of interest. */
function mayApprove(login: string, { owner, post: { job } }: Submission): boolean {
  const works = login === "rosa" ? "example.net" : undefined;
  const host = job.apply_url ? new URL(job.apply_url).hostname : "";
  const hosts = [host, job.email?.split("@")[1] ?? ""];
  const isAffiliated = works !== undefined && hosts.some((each) => each.endsWith(works));
  return login !== owner && !isAffiliated && reviewers.some((each) => each.login === login);
}
