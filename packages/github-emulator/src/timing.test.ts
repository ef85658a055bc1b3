import { describe, expect, it } from "vitest";
import { hello, runGit, startEmulator, submit } from "./test-emulator.ts";

const one = { ...hello, pull_number: 1 } as const;

/** An emulator that takes GitHub's time. */
const startSlow = () => startEmulator({ timing: "realistic" });

type Slow = Awaited<ReturnType<typeof startSlow>>;

/** Requests a pull request several times. Returns its mergeability each time. */
async function look({ as }: Slow, times: number, number = 1) {
  const seen: (boolean | null)[] = [];
  for (let count = 1; count <= times; count += 1) {
    seen.push((await as("rita").rest.pulls.get({ ...hello, pull_number: number })).data.mergeable);
  }
  return seen;
}

async function mergeRef({ github }: Slow): Promise<string> {
  const refs = await runGit(
    "ls-remote",
    `${github.origin}/octo-org/hello.git`,
    "refs/pull/1/merge",
  );
  return refs.slice(0, 40);
}

describe("a pull request's mergeability", () => {
  it("is unknown at first, and again after a push to its head or base", async () => {
    await using emulator = await startSlow();
    const { working, pull } = await submit(emulator);
    expect(pull).toMatchObject({
      mergeable: null,
      mergeable_state: "unknown",
      merge_commit_sha: null,
    });
    expect(await look(emulator, 4)).toEqual([null, null, true, true]);
    const { data: tried } = await emulator.as("rita").rest.pulls.get(one);

    await working.commit("post", { "docs/second.md": "again\n" });
    await working.git("push", "-q", "origin", "post");
    const { data: pushed } = await emulator.as("rita").rest.pulls.get(one);
    expect(pushed).toMatchObject({ mergeable: null, merge_commit_sha: tried.merge_commit_sha });
    expect(await look(emulator, 2)).toEqual([null, true]);

    const file = { ...hello, path: "other.md", message: "Add", content: "" };
    await emulator.as("rita").rest.repos.createOrUpdateFileContents(file);
    expect(await look(emulator, 3)).toEqual([null, null, true]);
  });

  it("is UNKNOWN in GraphQL, however many fields a query has", async () => {
    await using emulator = await startSlow();
    await submit(emulator);
    const ask = () =>
      emulator
        .as("rita")
        .graphql(`{ repository(owner: "octo-org", name: "hello") { pullRequest(number: 1) {
        mergeable mergeStateStatus potentialMergeCommit { oid }
      } } }`);
    const unknown = {
      mergeable: "UNKNOWN",
      mergeStateStatus: "UNKNOWN",
      potentialMergeCommit: null,
    };
    expect(await ask()).toEqual({ repository: { pullRequest: unknown } });
    expect(await ask()).toEqual({ repository: { pullRequest: unknown } });
    expect(await ask()).toMatchObject({
      repository: { pullRequest: { mergeable: "MERGEABLE", potentialMergeCommit: {} } },
    });
  });

  it("has a ref only after a test merge, an outdated one after a push, and none once it is closed", async () => {
    await using emulator = await startSlow();
    const { working } = await submit(emulator);
    expect(await mergeRef(emulator)).toBe("");
    await look(emulator, 3);
    const { data: tried } = await emulator.as("rita").rest.pulls.get(one);
    expect(await mergeRef(emulator)).toBe(tried.merge_commit_sha);
    await working.commit("post", { "docs/second.md": "again\n" });
    await working.git("push", "-q", "origin", "post");
    await look(emulator, 1);
    expect(await mergeRef(emulator)).toBe(tried.merge_commit_sha);
    await look(emulator, 2);
    expect(await mergeRef(emulator)).not.toBe(tried.merge_commit_sha);
    await emulator.as("rita").rest.pulls.update({ ...one, state: "closed" });
    expect(await mergeRef(emulator)).toBe("");
  });
});

describe("merging", () => {
  it("is rejected during the test merge, and counts as another look", async () => {
    await using emulator = await startSlow();
    await submit(emulator);
    const merge = () => emulator.as("rita").rest.pulls.merge(one);
    await expect(merge()).rejects.toMatchObject({
      status: 405,
      message: expect.stringMatching(/^Pull Request is not mergeable/),
    });
    await expect(merge()).rejects.toMatchObject({ status: 405 });
    expect((await merge()).data.merged).toBe(true);
  });

  it("is rejected after another merge, with a different message", async () => {
    await using emulator = await startSlow();
    await submit(emulator);
    await submit(emulator, { login: "rob", changes: { "docs/third.md": "hello\n" } });
    const two = { ...hello, pull_number: 2 };
    await look(emulator, 3);
    await look(emulator, 3, 2);
    await emulator.as("rita").rest.pulls.merge(one);
    const merge = () => emulator.as("rita").rest.pulls.merge(two);
    await expect(merge()).rejects.toMatchObject({
      status: 405,
      message: expect.stringMatching(
        /^Base branch was modified\. Review and try the merge again\./,
      ),
    });
    expect(await look(emulator, 2, 2)).toEqual([null, true]);
    expect((await merge()).data.merged).toBe(true);
  });

  it("can succeed although the response is lost", async () => {
    await using emulator = await startSlow();
    await submit(emulator);
    await look(emulator, 3);
    emulator.github.faults.failNext({
      method: "PUT",
      path: /merge$/,
      status: 502,
      carriedOut: true,
    });
    const rita = emulator.as("rita").rest;
    await expect(rita.pulls.merge(one)).rejects.toMatchObject({ status: 502 });
    expect((await rita.pulls.get(one)).data.merged).toBe(true);
  });
});

describe("a list", () => {
  it("has a new pull request or issue from the second request on", async () => {
    await using emulator = await startSlow();
    const { octokit } = await submit(emulator);
    const pulls = async () => (await octokit.rest.pulls.list(hello)).data.length;
    expect([await pulls(), await pulls()]).toEqual([0, 1]);
    await octokit.rest.issues.create({ ...hello, title: "Hello" });
    const issues = async () => (await octokit.rest.issues.listForRepo(hello)).data.length;
    expect([await issues(), await issues()]).toEqual([1, 2]);
    await octokit.rest.issues.create({ ...hello, title: "Hello again" });
    const q = "repo:octo-org/hello is:issue";
    const found = async () =>
      (await octokit.rest.search.issuesAndPullRequests({ q })).data.total_count;
    expect([await found(), await found()]).toEqual([1, 2]);
    await octokit.rest.issues.create({ ...hello, title: "Hello once more" });
    const ask = () =>
      octokit.graphql(`{ repository(owner: "octo-org", name: "hello") { issues { totalCount } } }`);
    expect(await ask()).toEqual({ repository: { issues: { totalCount: 2 } } });
    expect(await ask()).toEqual({ repository: { issues: { totalCount: 3 } } });
  });

  it("has a new issue if it is read later", async () => {
    await using emulator = await startSlow();
    await emulator.as("sam").rest.issues.create({ ...hello, title: "Hello" });
    emulator.github.clock.advance(60_000);
    expect((await emulator.as("sam").rest.issues.listForRepo(hello)).data).toHaveLength(1);
  });

  it("has a new status from the second request on", async () => {
    await using emulator = await startSlow();
    const { pull } = await submit(emulator);
    const rita = emulator.as("rita").rest.repos;
    const at = { ...hello, ref: pull.head.sha };
    const states = async () =>
      (await rita.getCombinedStatusForRef(at)).data.statuses.map(({ state }) => state);
    const set = { ...hello, sha: pull.head.sha } as const;
    await rita.createCommitStatus({ ...set, state: "pending" });
    expect([await states(), await states()]).toEqual([[], ["pending"]]);
    await rita.createCommitStatus({ ...set, state: "success" });
    expect([await states(), await states()]).toEqual([["pending"], ["success"]]);
    await rita.createCommitStatus({ ...set, state: "failure" });
    const count = async () => (await rita.listCommitStatusesForRef(at)).data.length;
    expect([await count(), await count()]).toEqual([2, 3]);
  });
});
