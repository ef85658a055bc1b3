import { execFileSync } from "node:child_process";
import { mkdir, mkdtempDisposable, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { NodeScript, RunnerOptions } from "../src/actions/runner.ts";
import { logOf, startRunner } from "../src/actions/runner.ts";
import { startGitHub } from "../src/github.ts";

const repository = "octo-org/hello";
const permissions = "permissions: { contents: read }";

/** Hosts files, starts the workflow among them by hand, and waits for its end. */
async function dispatch(steps: string, options: Partial<RunnerOptions> = {}) {
  const folder = await mkdtempDisposable(join(tmpdir(), "runner-"));
  const source = join(folder.path, "source");
  const file = ".github/workflows/test.yml";
  const files = {
    [file]: `on: workflow_dispatch\n${permissions}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`,
    "package.json": `{ "scripts": { "greet": "node greet.ts \\"a b\\"" } }`,
    "greet.ts": `console.log("as a process:", process.argv[2]);`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(source, dirname(path)), { recursive: true });
    await writeFile(join(source, path), text);
  }
  const github = await startGitHub({ directory: join(folder.path, "github"), timing: "instant" });
  await github.addRepository({ owner: "octo-org", name: "hello", private: true, from: source });
  const commit = { GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a", GIT_COMMITTER_NAME: "a" };
  const identity = { ...process.env, ...commit, GIT_COMMITTER_EMAIL: "a" };
  const bare = github.folderOf(repository);
  const second = execFileSync(
    "git",
    ["-C", bare, "commit-tree", "main^{tree}", "-p", "main", "-m", "Second"],
    { encoding: "utf8", env: identity },
  ).trim();
  execFileSync("git", ["-C", bare, "update-ref", "refs/heads/main", second]);
  execFileSync("git", ["-C", bare, "update-ref", "refs/heads/other", `${second}^`]);
  const workspaceRoot = join(folder.path, "actions");
  const runner = await startRunner({
    ...{ github, repository, workspaceRoot, nodeModules: "/nowhere" },
    ...options,
  });
  github.addUser({ login: "mona" });
  github.setRole(repository, "mona", "write");
  await fetch(`${github.apiUrl}/repos/${repository}/actions/workflows/test.yml/dispatches`, {
    method: "POST",
    headers: { authorization: `token ${github.tokenFor("mona")}` },
    body: JSON.stringify({ ref: "main" }),
  });
  return {
    github,
    runner,
    workspaceRoot,
    async [Symbol.asyncDispose]() {
      await runner.stop();
      await github.stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const checkout = (depth: number) =>
  `      - uses: actions/checkout@v7\n        with: { fetch-depth: ${depth}, persist-credentials: false }\n`;

describe("a checkout from disk", () => {
  it.each([0, 1])("is the same as a clone over HTTP, at depth %i", async (depth) => {
    const questions = [
      "log --format=%H:%s",
      "status --short --branch",
      "rev-parse --is-shallow-repository",
      "config remote.origin.url",
      "branch --all",
      "fsck --connectivity-only --no-dangling",
    ];
    const steps = questions.map((question) => `      - run: git ${question}\n`).join("");
    const logs: string[] = [];
    for (const checkoutFrom of ["http", "disk"] as const) {
      await using run = await dispatch(checkout(depth) + steps, { checkoutFrom });
      await run.runner.idle();
      const [only] = run.runner.runs;
      expect(only?.conclusion, logOf(only)).toBe("success");
      logs.push(logOf(only).replaceAll(/127\.0\.0\.1:\d+|[0-9a-f]{40}/g, ""));
    }
    expect(logs[0]).toContain(depth === 0 ? ":Initial commit" : ":Second");
    expect(logs[1]).toBe(logs[0]);
  });
});

describe("a script that the host runs itself", () => {
  it.each(["node greet.ts 'a b'", "npm run -s greet"])(
    "has the same surroundings as a process: %s",
    async (text) => {
      const steps = `${checkout(1)}      - run: ${text}\n        env: { WHO: mona }\n`;
      const calls: NodeScript[] = [];
      await using run = await dispatch(steps, {
        runScript(script) {
          calls.push(script);
          script.write("from the host\n");
          return Promise.resolve(0);
        },
      });
      await run.runner.idle();
      expect(logOf(run.runner.runs[0])).toContain("from the host");
      expect(calls).toMatchObject([
        { file: "greet.ts", words: ["a b"], variables: { WHO: "mona", GITHUB_ACTIONS: "true" } },
      ]);
      expect(calls[0]?.directory).toBe(calls[0]?.variables.GITHUB_WORKSPACE);
    },
  );

  it("fails the step with its exit code, and runs as a process if the host declines it", async () => {
    const steps = `${checkout(1)}      - run: node greet.ts 1\n      - run: node other.ts\n`;
    await using run = await dispatch(steps, {
      runScript: ({ file }) => Promise.resolve(file === "greet.ts" ? undefined : 3),
    });
    await run.runner.idle();
    const [only] = run.runner.runs;
    expect(logOf(only)).toContain("as a process: 1");
    expect(logOf(only)).toMatch(/other\.ts.*exit code 3/s);
    expect(only?.conclusion).toBe("failure");
  });

  it("is abandoned when its run is stopped, and its token is revoked", async () => {
    const token = Promise.withResolvers<string>();
    const steps = `${checkout(1)}      - run: node greet.ts\n        env: { TOKEN: "\${{ github.token }}" }\n`;
    const run = await dispatch(steps, {
      runScript({ variables }) {
        token.resolve(variables.TOKEN ?? "");
        return setTimeout(600_000, 0, { ref: false });
      },
    });
    const headers = { authorization: `token ${await token.promise}` };
    const address = `${run.github.apiUrl}/repos/${repository}`;
    expect((await fetch(address, { headers })).status).toBe(200);
    await run.runner.stop();
    expect((await fetch(address, { headers })).status).toBe(401);
    expect(run.runner.runs[0]?.conclusion).toBe("cancelled");
    expect(await readdir(join(run.workspaceRoot, "workspaces"))).toEqual([]);
    await run[Symbol.asyncDispose]();
  });
});
