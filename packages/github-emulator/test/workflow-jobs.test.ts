import { spawnSync } from "node:child_process";
import { mkdtempDisposable, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Run } from "../src/actions/run.ts";
import type { JobContext } from "../src/actions/runner.ts";
import { logOf } from "../src/actions/runner.ts";
import type { TestRunner } from "./actions-runner.ts";
import { fork, indent, pullPayload, repository, setUp, workflow } from "./actions-runner.ts";

const file = ".github/workflows/test.yml";
const created = { action: "created" };

let pooled: TestRunner;

afterEach(async () => {
  await pooled[Symbol.asyncDispose]();
});

/** Runs a workflow with these jobs, in a repository with other files. */
async function runJobs(
  jobs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  options: Parameters<typeof setUp>[1] = {},
): Promise<Run | undefined> {
  const texts = Object.entries(jobs).map(([id, job]) => `  ${id}:\n${indent(job, 4)}\n`);
  const head = "name: test\non: issue_comment\npermissions: {}\njobs:\n";
  pooled = await setUp({ [file]: head + texts.join(""), ...files }, options);
  const [run] = await pooled.emit("issue_comment", created);
  return run;
}

/** A job with these steps. */
function job(steps: string, more = ""): string {
  return `runs-on: ubuntu-latest\n${more}${more && "\n"}steps:\n${indent(steps, 2)}`;
}

/** Runs one job with these steps. */
function runSteps(
  steps: string,
  files?: Readonly<Record<string, string>>,
  options?: Parameters<typeof setUp>[1],
): Promise<Run | undefined> {
  return runJobs({ test: job(steps) }, files, options);
}

/** The step that creates an app's token. */
function appToken(key: string): string {
  return `- id: app
  uses: actions/create-github-app-token@bcd2ba49218906704ab6c1aa796996da409d3eb1 # v3.2.0
  with:
    client-id: hello
    private-key: ${key}
    permission-issues: write`;
}

function results(run: Run | undefined): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(run?.jobs ?? {}).map(([id, { result }]) => [id, result]),
  );
}

describe("a step that fails", () => {
  it("fails its job, and later steps run only if their condition allows it", async () => {
    const run = await runSteps(
      `- run: "false"
- run: echo never
- run: echo always
  if: always()
- run: echo sadly
  if: failure()`,
    );
    expect(run?.conclusion).toBe("failure");
    expect(logOf(run)).toContain(`${file}:8: It failed with exit code 1.`);
    expect(logOf(run)).toMatch(/\nalways\n/);
    expect(logOf(run)).toMatch(/\nsadly\n/);
    expect(logOf(run)).not.toContain("never");
  });

  it("skips jobs that need its job, except those that always run", async () => {
    const run = await runJobs({
      broken: job(`- run: "false"`),
      needy: job("- run: echo", "needs: broken"),
      needier: job("- run: echo", "needs: [needy]"),
      stubborn: job("- run: echo", "needs: needier\nif: failure()"),
      alone: job("- run: echo"),
    });
    expect(results(run)).toEqual({
      alone: "success",
      broken: "failure",
      needier: "skipped",
      needy: "skipped",
      stubborn: "success",
    });
    expect(run?.conclusion).toBe("failure");
  });
});

describe("a condition", () => {
  it("that is false skips a job, and a run with only such jobs is skipped", async () => {
    const run = await runJobs({
      test: job(
        "- run: echo",
        "if: github.event_name != 'issue_comment' || github.event.issue.pull_request",
      ),
    });
    expect(run?.conclusion).toBe("skipped");
    const issue = { pull_request: { url: "x" } };
    const [other] = await pooled.emit("issue_comment", { ...created, issue });
    expect(other?.conclusion).toBe("success");
  });
});

describe("outputs", () => {
  it("pass from steps to jobs, and to the jobs that need them", async () => {
    const run = await runJobs({
      first: job(
        `- id: greet\n  run: printf 'word=hello\\ntext<<END\\na\\nb\\nEND\\n' >> "$GITHUB_OUTPUT"`,
        `outputs: { word: "\${{ steps.greet.outputs.word }}" }`,
      ),
      second: job(
        `- run: node -p "process.env.WORD"\n  env: { WORD: "\${{ needs.first.outputs.word }} \${{ needs.first.result }}" }`,
        "needs: first",
      ),
    });
    expect(run?.jobs.second?.log.join("")).toContain("hello success");
  });

  it("of a job that failed are there, too", async () => {
    const run = await runJobs({
      first: job(
        `- id: greet\n  run: echo word=hello >> "$GITHUB_OUTPUT" && false`,
        `outputs: { word: "\${{ steps.greet.outputs.word }}" }`,
      ),
      second: job(
        "- run: echo",
        `needs: first\nif: "!cancelled() && needs.first.outputs.word == 'hello'"`,
      ),
    });
    expect(results(run)).toEqual({ first: "failure", second: "success" });
  });

  it("are empty for a job that was skipped, or has none of that name", async () => {
    const isEmpty = "needs: [first, other]\nif: ";
    const run = await runJobs({
      first: job("- run: echo", `if: "false"\noutputs: { word: hello }`),
      other: job("- run: echo"),
      second: job(
        "- run: echo",
        `${isEmpty}"!cancelled() && needs.first.outputs.word == '' && needs.other.outputs.word == ''"`,
      ),
    });
    expect(results(run)).toEqual({ first: "skipped", other: "success", second: "success" });
  });

  it("are not passed on if they contain a secret", async () => {
    const run = await runJobs({
      first: job(
        "- run: echo",
        `outputs: { word: "\${{ github.token }}", other: "\${{ github.job }}x" }`,
      ),
    });
    expect(run?.jobs.first?.outputs).toEqual({ other: expect.any(String) });
    expect(logOf(run)).toContain("The output “word” is skipped");
  });

  it("stay data, whatever they contain", async () => {
    const hostile = "a\nEOF\nword=other\n::set-output name=word::x\n$(touch here) \"`'\\";
    const write = `require("fs").appendFileSync(process.env.GITHUB_OUTPUT, process.env.GIVEN)`;
    const run = await runJobs({
      first: job(
        `- id: greet
  run: node -e '${write}'
  env: { GIVEN: ${JSON.stringify(`word<<-END-\n${hostile}\n-END-\n`)} }`,
        `outputs: { word: "\${{ steps.greet.outputs.word }}" }`,
      ),
      second: job(
        `- run: node -p "JSON.stringify(process.env.WORD)"\n  env: { WORD: "\${{ needs.first.outputs.word }}" }`,
        "needs: first",
      ),
    });
    expect(run?.jobs.second?.log.join("")).toContain(JSON.stringify(hostile));
  });
});

describe("the environment of a step", () => {
  it("has GitHub's variables and the workflow's, of which the innermost wins", async () => {
    pooled = await setUp(
      {
        [file]: workflow(
          "pull_request",
          `- run: node -p "JSON.stringify(process.env)"\n  env: { NEAR: step }`,
          "env: { NEAR: job, FAR: job }",
        ),
      },
      { env: () => ({ APP_NOW: "2027-01-31" }) },
    );
    const sha = await pooled.push({}, { branch: "post", to: fork });
    const [run] = await pooled.emit("pull_request", pullPayload(sha));
    const line =
      logOf(run)
        .split("\n")
        .find((text) => text.startsWith("{")) ?? "";
    expect(JSON.parse(line)).toMatchObject({
      CI: "true",
      NEAR: "step",
      FAR: "job",
      APP_NOW: "2027-01-31",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REPOSITORY: repository,
      GITHUB_HEAD_REF: "post",
      GITHUB_BASE_REF: "main",
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_SHA: run?.sha,
    });
  });

  it("has nothing from the runner's own environment, and no token unless it asks", async () => {
    vi.stubEnv("GITHUB_TOKEN", "of a person");
    vi.stubEnv("NPM_TOKEN", "of a person");
    try {
      const names = `- run: node -p "Object.keys(process.env).join()"`;
      expect(logOf(await runSteps(names))).not.toMatch(/TOKEN/);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("has the job's token if it asks, which is masked in the log", async () => {
    const run = await runSteps(
      `- run: echo "$GITHUB_TOKEN" && test "$GITHUB_TOKEN" = "token-1-of-the-job"
  env: { GITHUB_TOKEN: "\${{ github.token }}" }`,
    );
    expect(run?.conclusion).toBe("success");
    expect(logOf(run)).toContain("***");
    expect(logOf(run)).not.toContain("token-1");
  });

  it("can have an app's token, which is masked in the log and revoked with the job's", async () => {
    const run = await runSteps(`${appToken("the key")}
- run: echo "$TOKEN of \${{ steps.app.outputs.app-slug }}" && test "$TOKEN" = "token-2-of-an-app"
  env: { TOKEN: "\${{ steps.app.outputs.token || github.token }}" }`);
    expect(run && logOf(run)).toContain("*** of hello");
    expect(run?.conclusion).toBe("success");
    expect(pooled.tokens.at(-1)?.permissions).toEqual({ issues: "write" });
    expect(pooled.revoked).toEqual(["token-1-of-the-job", "token-2-of-an-app"]);
  });

  it("has no token of an app whose key is wrong", async () => {
    const run = await runSteps(appToken("another key"));
    expect(run?.conclusion).toBe("failure");
  });

  it("has the event's payload, as a file", async () => {
    const run = await runSteps(
      `- run: node -p "JSON.parse(require('fs').readFileSync(process.env.GITHUB_EVENT_PATH)).action"`,
    );
    expect(logOf(run)).toContain("\ncreated\n");
  });
});

describe("a checkout", () => {
  const checkout = (inputs: string) => `- uses: actions/checkout@v7\n  with: { ${inputs} }`;

  it("is a shallow clone of the run's commit, without the token", async () => {
    const run = await runSteps(
      `${checkout("persist-credentials: false")}
- run: git rev-parse HEAD && git rev-parse --is-shallow-repository && cat a.txt
- run: '! grep -ri authorization .git/config'`,
      { "a.txt": "a text\n" },
    );
    expect(run?.conclusion).toBe("success");
    expect(logOf(run)).toContain(`\n${run?.sha}\ntrue\na text\n`);
  });

  it("has all history with fetch-depth: 0", async () => {
    pooled = await setUp({
      [file]: workflow("push", `${checkout("fetch-depth: 0")}\n- run: git rev-list --count HEAD`),
    });
    const after = await pooled.push({ "a.txt": "one" });
    const [run] = await pooled.emit("push", { ref: "refs/heads/main", before: "", after });
    expect(logOf(run)).toContain("\n2\n");
  });

  it("leaves the token in the clone unless it is told not to", async () => {
    const run = await runSteps(
      "- uses: actions/checkout@v7\n- run: grep -ri authorization .git/config",
    );
    expect(run?.conclusion).toBe("success");
  });

  it("of a pull request is its merge with the base", async () => {
    pooled = await setUp({
      [file]: workflow("pull_request", `${checkout("fetch-depth: 1")}\n- run: ls`),
    });
    const sha = await pooled.push({ "from-fork.txt": "" }, { branch: "post", to: fork });
    await pooled.push({ "from-main.txt": "" });
    const [run] = await pooled.emit("pull_request", pullPayload(sha));
    expect(logOf(run)).toContain("from-fork.txt\nfrom-main.txt\n");
  });
});

describe("a composite action", () => {
  const action = `name: greet
description: Greets.
inputs:
  name: { description: Whom, required: true }
  word: { description: How, default: hello }
runs:
  using: composite
  steps:
    - run: echo "$WORD $NAME"
      shell: bash
      env: { WORD: "\${{ inputs.word }}", NAME: "\${{ inputs.name }}" }
`;
  const files = { ".github/actions/greet/action.yml": action };
  const use = (inputs: string) =>
    `- uses: actions/checkout@v7\n- uses: ./.github/actions/greet\n  with: { ${inputs} }`;

  it("runs its steps with its inputs", async () => {
    expect(logOf(await runSteps(use("name: Ada"), files))).toContain("\nhello Ada\n");
  });

  it("is one step of the job, with its time", async () => {
    const steps = `- run: "true"\n  if: false\n${use("name: Ada")}\n- run: exit 1`;
    const run = await runSteps(steps, files);
    const [{ steps: noted } = { steps: [] }] = Object.values(run?.jobs ?? {});
    expect(noted.map(({ name }) => name)).toEqual([
      "actions/checkout@v7",
      "./.github/actions/greet",
      "exit 1",
    ]);
    const moments = noted.flatMap(({ startedAt, completedAt }) => [startedAt, completedAt]);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });

  it("rejects unknown inputs, and runs without required ones", async () => {
    const unknown = await runSteps(use("name: Ada, mood: good"), files);
    expect(logOf(unknown)).toContain("mood");
    expect(unknown?.conclusion).toBe("failure");
  });

  it("can be replaced, like GitHub's own actions", async () => {
    const told: string[] = [];
    const tell = (name: string) => ({
      inputs: ["name"],
      perform(_: JobContext, inputs: Readonly<Record<string, string>>) {
        told.push([name, inputs.name].filter(Boolean).join(" "));
        return Promise.resolve({ word: name });
      },
    });
    const steps = `- uses: actions/checkout@v7
- uses: ./.github/actions/greet
  id: greet
  with: { name: Ada }
- run: echo "\${{ steps.greet.outputs.word }} at $(ls | wc -l)"`;
    const run = await runSteps(steps, files, {
      actions: { "actions/checkout": tell("look"), "./.github/actions/greet": tell("wave") },
    });
    expect(told).toEqual(["look", "wave Ada"]);
    expect(logOf(run)).toContain("\nwave at 0\n");
  });

  it("must be checked out first", async () => {
    const run = await runSteps("- uses: ./.github/actions/greet", files);
    expect(logOf(run)).toContain("Was the repository checked out?");
  });
});

describe("npm ci", () => {
  const lock = JSON.stringify({
    packages: {
      "": {},
      "node_modules/luxon": { version: "3.7.2" },
      "node_modules/vitest": { version: "4.1.12", dev: true },
    },
  });
  const files = { "package.json": "{}", "package-lock.json": lock };
  const install = (flags: string, name: string) =>
    `- uses: actions/checkout@v7
- run: npm ci ${flags}
- run: node -e "import('${name}')"`;

  it("links all packages without installing any", async () => {
    const run = await runSteps(install("", "vitest"), files);
    expect(logOf(run)).toContain("all installed packages");
    expect(run?.conclusion).toBe("success");
  });

  it("without development packages links only the others", async () => {
    const flags = "--omit=dev --ignore-scripts";
    const run = await runSteps(install(flags, "luxon"), files);
    expect(run?.conclusion).toBe("success");
    await pooled[Symbol.asyncDispose]();
    const other = await runSteps(install(flags, "vitest"), files);
    expect(logOf(other)).toContain("ERR_MODULE_NOT_FOUND");
  });

  it("reports a package that is missing on this machine", async () => {
    const other = { ...files, "package-lock.json": lock.replace("3.7.2", "0.0.1") };
    const run = await runSteps(install("", "luxon"), other);
    expect(run?.conclusion).toBe("failure");
    expect(logOf(run)).toContain("luxon@0.0.1");
  });
});

describe("a deployed site", () => {
  const build = job(`- run: mkdir out && echo hello > out/index.html
- uses: actions/upload-pages-artifact@v5
  with: { path: out }`);
  const deploy = (permissions: string) =>
    job("- uses: actions/deploy-pages@v5", `needs: build\npermissions: ${permissions}`);

  it("is copied to the folder that is served", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "pages-"));
    const shown: string[] = [];
    const pages = {
      directory: folder.path,
      url: "https://pages.example.org/",
      deployed: (directory: string) => shown.push(directory),
    };
    const permissions = "{ pages: write, id-token: write }";
    const run = await runJobs({ build, deploy: deploy(permissions) }, {}, { pages });
    expect(run?.conclusion).toBe("success");
    expect(shown).toEqual([join(folder.path, "1")]);
    expect(await readdir(join(folder.path, "1"))).toEqual(["index.html"]);
  });

  it("needs the permissions that GitHub requires", async () => {
    const run = await runJobs({ build, deploy: deploy("{ pages: write }") });
    expect(logOf(run)).toContain("id-token: write");
    expect(run?.conclusion).toBe("failure");
  });
});

describe("an artifact", () => {
  const build = job(`- run: mkdir out && echo hello > out/.hidden
- uses: actions/upload-artifact@v7
  with: { name: site, path: out, include-hidden-files: true, retention-days: 1 }`);
  const take = (name: string) =>
    job(
      `- uses: actions/download-artifact@v8
  with: { name: ${name}, path: in }
- run: cat in/.hidden`,
      "needs: build\npermissions: {}",
    );

  it("is handed to another job by its name", async () => {
    const run = await runJobs({ build, take: take("site") });
    expect(run?.conclusion).toBe("success");
    expect(logOf(run)).toContain("hello");
  });

  it("must have been uploaded in the same run", async () => {
    const run = await runJobs({ build, take: take("other") });
    expect(run?.conclusion).toBe("failure");
    expect(logOf(run)).toContain("No artifact “other” was uploaded.");
  });
});

describe("a called workflow", () => {
  const called = (permissions: string) => ({
    ".github/workflows/called.yml": `on: workflow_call
permissions: {}
jobs:
  inner:
    runs-on: ubuntu-latest
    permissions: ${permissions}
    steps:
      - run: echo "$GITHUB_EVENT_NAME"
`,
  });
  const caller = (path: string) => ({
    outer: `permissions: { contents: read }\nuses: ./.github/workflows/${path}`,
  });

  it("runs its jobs for the caller's event, with at most the caller's permissions", async () => {
    const run = await runJobs(caller("called.yml"), called("{ contents: read }"));
    expect(run?.jobs["outer / inner"]).toMatchObject({
      result: "success",
      permissions: { contents: "read" },
    });
    expect(logOf(run)).toContain("\nissue_comment\n");
  });

  it("fails to start if it asks for more, or cannot be called", async () => {
    const run = await runJobs(caller("called.yml"), called("{ contents: write }"));
    expect(logOf(run)).toContain("contents: write");
    await pooled[Symbol.asyncDispose]();
    const other = await runJobs(caller("test.yml"));
    expect(logOf(other)).toContain("workflow_call");
    expect([run?.conclusion, other?.conclusion]).toEqual(["failure", "failure"]);
  });
});

describe("runs in a concurrency group", () => {
  /** Sends three events at once. The run of the first one waits until a file exists. */
  async function three(concurrency: string): Promise<(string | undefined)[]> {
    pooled = await setUp(
      {
        [file]: workflow(
          "issue_comment",
          `- run: while [ ! -e "$GATE" ]; do sleep 0.05; done`,
          `concurrency: ${concurrency}`,
        ),
      },
      { env: () => ({ GATE: gate() }) },
    );
    const told = [1, 2, 3].map(() => pooled.emit("issue_comment", created));
    const { runs } = pooled.runner;
    const isWaitedFor = (run: Run | undefined) => run && Object.keys(run.jobs).length > 0;
    await vi.waitUntil(() => runs.length === 3 && runs.every(isWaitedFor), { timeout: 20_000 });
    await writeFile(gate(), "");
    await Promise.all(told);
    return runs.map(({ conclusion }) => conclusion);
  }

  function gate(): string {
    return join(pooled.folder, "gate");
  }

  it("wait for each other, and the newest replaces the one that is waiting", async () => {
    expect(await three("{ group: triage, cancel-in-progress: false }")).toEqual([
      "success",
      "cancelled",
      "success",
    ]);
  });

  it("all wait if there is a queue", async () => {
    expect(await three("{ group: triage, queue: max }")).toEqual(["success", "success", "success"]);
  });

  it("cancel the running one if they are set to", async () => {
    expect(await three("{ group: triage, cancel-in-progress: true }")).toEqual([
      "cancelled",
      "cancelled",
      "success",
    ]);
  });
});

describe("jobs that the host controls", () => {
  it("start and end when the host lets them, while others wait for them", async () => {
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    pooled = await setUp(
      {
        [file]: `name: test\non: issue_comment\npermissions: {}\njobs:\n${indent(
          `first:\n${indent(job("- run: echo", "concurrency: { group: one, queue: max }"), 2)}
second:\n  needs: first\n${indent(job("- run: echo"), 2)}`,
          2,
        )}`,
      },
      {
        aroundJob: async ({ run, name }, perform) => {
          begun.push(`${run.id} ${name}`);
          await new Promise<void>((resolve) => ends.push(resolve));
          // The host skips the steps of the second job.
          return name === "first" ? await perform() : "failure";
        },
      },
    );
    const { runner } = pooled;
    const told = [pooled.emit("issue_comment", created), pooled.emit("issue_comment", created)];
    await runner.dispatched();
    expect(begun).toEqual(["1 first"]);
    ends.shift()?.();
    await vi.waitUntil(() => begun.length === 3);
    await runner.dispatched();
    expect(begun.slice(1).sort()).toEqual(["1 second", "2 first"]);
    for (const end of ends.splice(0)) end();
    await vi.waitUntil(() => ends.length === 1);
    ends[0]?.();
    await Promise.all(told);
    expect(runner.runs.map(results)).toEqual([
      { first: "success", second: "failure" },
      { first: "success", second: "failure" },
    ]);
  });
});

describe("a job that takes too long", () => {
  it("is stopped, with all processes that it has started", async () => {
    const run = await runJobs({
      test: job("- run: sleep 600 & wait", "timeout-minutes: 0.005"),
    });
    expect(run?.conclusion).toBe("cancelled");
    expect(logOf(run)).toContain("0.005 minutes");
  });
});

describe("the runner", () => {
  it("leaves nothing on disk after a run", async () => {
    await runSteps("- run: touch a.txt");
    expect(await readdir(join(pooled.folder, "actions", "runs"))).toEqual([]);
  });

  it("cancels runs and kills their processes when it is stopped", async () => {
    const step = `- name: Wait\n  run: sleep 600 >/dev/null 2>&1 & echo "child=$!"; wait`;
    pooled = await setUp({ [file]: workflow("issue_comment", step) });
    const runs = pooled.emit("issue_comment", created);
    const child = () => Number(/child=(\d+)/.exec(logOf(pooled.runner.runs[0]))?.[1] ?? 0);
    await vi.waitUntil(child, { timeout: 20_000 });
    await pooled.runner.stop();
    expect((await runs)[0]?.conclusion).toBe("cancelled");
    // A killed process remains as a zombie until init has reaped it.
    const state = () =>
      spawnSync("ps", ["-o", "stat=", "-p", String(child())], { encoding: "utf8" }).stdout.trim();
    await vi.waitFor(() => expect(state()).toMatch(/^(?:Z.*)?$/));
  });
});
