/** A board on the GitHub emulator with its real workflows, and people who send and review posts. */
import { access, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewApp, TimingOption } from "github-emulator";
import type { Run } from "github-emulator/actions";
import { logOf } from "github-emulator/actions";
import { statusTag } from "../../src/board/review/tags.ts";
import type { CopiedBoardOptions } from "../copied-board.ts";
import { people, startCopiedBoard } from "../copied-board.ts";
import type { MailServerForTests } from "../mail-server.ts";
import { Person } from "./people.ts";

type Login = (typeof people)[number]["login"];

/** What people see on a pull request. */
export type Standing = {
  state: "open" | "closed" | "merged";
  labels: string[];
  assignees: string[];
  /** The bot's status of the head. */
  commitStatus: string | undefined;
  /** The bot’s status comment. */
  comment: string;
  /** The bot’s other comments, oldest first. */
  told: string[];
};

export type SceneOptions = {
  /** The initial posts. */
  posts?: Readonly<Record<string, string>>;
  /** The workflows that run; by default those for reviews. */
  workflows?: readonly string[];
  /** Whether GitHub takes its time: it does, if this is left out. */
  timing?: TimingOption;
  /** Whether the bot acts as an app of its own. */
  hasApp?: boolean;
  /** The mail server. Without it, the board sends no mail. */
  mailServer?: MailServerForTests;
} & Pick<CopiedBoardOptions, "aroundJob" | "git" | "onRequest">;

/** The board’s URL if it differs from the settings, as on a staging site. */
export const siteUrl = "https://board.example.net/";

const mail = `mail: {
  list: "team@example.org",
  announce: "new-jobs@example.org",
  from: { name: "Jobs", address: "board@example.org" },
},`;

/** The app of boards that have one. */
export const app: NewApp = {
  ...{ id: 4711, slug: "example-jobs", clientId: "Iv23liExample", privateKey: "the app's key" },
  permissions: {
    actions: "write",
    contents: "write",
    issues: "write",
    "pull-requests": "write",
    statuses: "write",
  },
};

const appSetting = `app: { login: "${app.slug}[bot]", id: ${app.id} }`;

/** Paths run as on GitHub, which takes its time. One file of each kind also runs where it does not. */
export const timings = ["realistic", "instant"] as const satisfies readonly TimingOption[];

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** Starts it on the morning of 22 November 2026. */
export async function openScene({
  posts = { "jobs/.gitkeep": "" },
  workflows = ["triage.yml", "review-signal.yml", "daily.yml"],
  timing = "realistic",
  mailServer,
  hasApp = false,
  ...hooks
}: SceneOptions = {}) {
  const bot = hasApp ? `${app.slug}[bot]` : "github-actions[bot]";
  // Every scene of a worker has the same path, so that Node can reuse its compile cache.
  const folder = join(tmpdir(), `scene-${process.pid}`);
  const trace = join(folder, "trace-of-a-stranger");
  const deployed: string[] = [];
  const board = await startCopiedBoard({
    directory: join(folder, "board"),
    now: () => new Date("2026-11-22T09:00:00Z"),
    posts,
    workflows,
    timing,
    ...hooks,
    variables: {
      BOARD_URL: siteUrl,
      ...(mailServer && { MAIL: "on" }),
      ...(hasApp && { APP_CLIENT_ID: app.clientId }),
    },
    secrets: {
      ...(mailServer && { SMTP_URL: mailServer.url }),
      ...(hasApp && { APP_PRIVATE_KEY: app.privateKey }),
    },
    config: (source) =>
      source
        .replace("demo: null,", mailServer ? `demo: null,\n${mail}` : "$&")
        .replace('branch: "main"', hasApp ? `$&, ${appSetting}` : "$&"),
    deployTo: {
      directory: join(folder, "pages"),
      url: siteUrl,
      deployed: (directory) => deployed.push(directory),
    },
  });
  const { github, runner } = board;
  if (hasApp) github.addApp(board.repository, app);
  const directory = join(folder, "clones");
  const personNamed = (login: Login) => new Person({ login, board, directory, trace });
  const mia = personNamed("mia");
  const { rest, at, paginate } = mia.github;
  // As if the push that brought the first posts had published them.
  const tip = await rest.git.getRef({ ...at, ref: `heads/${mia.github.branch}` });
  github.recordRun(board.repository, {
    file: ".github/workflows/publish.yml",
    trigger: { name: "push" },
    head: { sha: tip.data.object.sha, branch: mia.github.branch },
    status: "completed",
    conclusion: "success",
  });
  let seen = 0;

  const look = async (number: number): Promise<Standing> => {
    const [{ data: pull }, comments] = await Promise.all([
      rest.pulls.get({ ...at, pull_number: number }),
      paginate(rest.issues.listComments, { ...at, issue_number: number }),
    ]);
    // GitHub’s lists may lack at first what is new.
    await rest.repos.getCombinedStatusForRef({ ...at, ref: pull.head.sha });
    const { data: all } = await rest.repos.getCombinedStatusForRef({ ...at, ref: pull.head.sha });
    const own = comments.flatMap(({ user, body }) => (user?.login === bot ? [body ?? ""] : []));
    return {
      state: pull.merged ? "merged" : pull.state,
      labels: pull.labels.map(({ name }) => name).sort(),
      assignees: (pull.assignees ?? []).map(({ login }) => login),
      commitStatus: all.statuses.find(({ context }) => context === "job post")?.state,
      comment: own.find((body) => body.endsWith(statusTag)) ?? "",
      told: own.filter((body) => !body.endsWith(statusTag)),
    };
  };

  const elsewhere = ["https://github.com/", board.config.url];

  /** All that the bot has written to people, on GitHub and by mail. */
  const writtenByBot = async (): Promise<string[]> => {
    const issues = await paginate(rest.issues.listForRepo, { ...at, state: "all" });
    const comments = await Promise.all(
      issues.map(({ number }) =>
        paginate(rest.issues.listComments, { ...at, issue_number: number }),
      ),
    );
    const own = [...issues, ...comments.flat()].filter(({ user }) => user?.login === bot);
    const mails = (mailServer?.received ?? []).flatMap(({ mail }) => [mail.text, mail.html]);
    return [...own.map(({ body }) => body), ...mails].filter((text) => typeof text === "string");
  };

  return {
    board,
    github,
    runner,
    ...(Object.fromEntries(people.map(({ login }) => [login, personNamed(login as Login)])) as {
      [Name in Login]: Person;
    }),
    /** The file that a stranger’s code would write if it were run. */
    trace,
    look,

    /** Waits until all workflows have finished, and returns the new runs. */
    async runs(): Promise<Run[]> {
      await runner.idle();
      const runs = runner.runs.slice(seen);
      seen = runner.runs.length;
      return runs;
    },

    /** Like `runs`, but every run must succeed. Then returns what people see on a pull request. */
    async settled(number: number): Promise<Standing> {
      const failed = (await this.runs()).find(({ conclusion = "" }) => /failure/.test(conclusion));
      if (failed)
        throw new Error(`${failed.name} has failed:\n${failed.log.join("\n")}${logOf(failed)}`);
      return await look(number);
    },

    /** Lets people send pull requests while the bot is off, and then runs one sweep. */
    async sent(...sendings: (() => Promise<number>)[]): Promise<number[]> {
      const pulls: number[] = [];
      for (const send of sendings) {
        github.faults.loseEvent(({ name }) => name === "pull_request");
        pulls.push(await send());
      }
      await this.looksRound();
      for (const pull of pulls) await this.settled(pull);
      return pulls;
    },

    /** Lets days pass, and then starts the daily workflow by its schedule. */
    strikesAfter({ days }: { days: number }): void {
      github.clock.advance(days * 24 * 3_600_000);
      runner.schedule("daily.yml");
    },

    /** Runs the daily sweep a minute later, without publishing. */
    async looksRound(): Promise<void> {
      github.clock.advance(60_000);
      const request = { ...at, workflow_id: "triage.yml", ref: mia.github.branch };
      await rest.actions.createWorkflowDispatch(request);
    },

    /** The latest commit of the board’s branch. */
    async main(): Promise<string> {
      const { data } = await rest.git.getRef({ ...at, ref: `heads/${mia.github.branch}` });
      return data.object.sha;
    },

    /** The message of the latest commit of the board’s branch. */
    async lastMessage(): Promise<string> {
      const { data } = await rest.repos.getCommit({ ...at, ref: mia.github.branch });
      return data.commit.message;
    },

    /** The content of a file on the board’s branch. Throws an Error if there is none. */
    async fileOnMain(path: string): Promise<string> {
      const { data } = await rest.repos.getContent({ ...at, path });
      if (!("content" in data)) throw new Error(`${path} is no file.`);
      return Buffer.from(data.content, "base64").toString();
    },

    /** The branches of the board's repository. */
    async branches(): Promise<string[]> {
      const { data } = await rest.git.listMatchingRefs({ ...at, ref: "heads/" });
      return data.map(({ ref }) => ref.replace("refs/heads/", ""));
    },

    /** The pull requests that the bot has opened, as a list shows them a minute later. */
    async botPulls(): Promise<{ title: string; state: string; branch: string }[]> {
      github.clock.advance(60_000);
      const { data } = await rest.pulls.list({ ...at, state: "all" });
      return data
        .filter(({ user }) => user?.login === bot)
        .map(({ title, state, merged_at, head }) => ({
          title,
          state: merged_at === null ? state : "merged",
          branch: head.ref,
        }));
    },

    /** How often the bot has started publishing. */
    published(): number {
      return github.events.filter(
        ({ name, payload }) =>
          name === "workflow_dispatch" && String(payload.workflow).endsWith("/publish.yml"),
      ).length;
    },

    /** The folder of the current site. */
    site(): string {
      return deployed.at(-1) ?? "";
    },

    /**
     * Stops it. Throws an Error if the emulator got an unknown request, a stranger’s code was run, or people were sent
     * to another site or server.
     */
    async close(): Promise<void> {
      const texts = await writtenByBot();
      await board.stop();
      const faults = [...github.unknownRequests, ...github.schemaViolations];
      faults.push(...texts.filter((text) => elsewhere.some((address) => text.includes(address))));
      if (await exists(trace)) faults.push("Code of a stranger's was run.");
      await rm(folder, { recursive: true });
      if (faults.length > 0) throw new Error(faults.join("\n"));
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
