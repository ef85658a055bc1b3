import { describe, expect, it } from "vitest";
import { hello, startEmulator, submit } from "./test-emulator.ts";

const one = { ...hello, pull_number: 1 };

describe("a pull request from a fork", () => {
  it("lists its changes, and can be merged", async () => {
    await using emulator = await startEmulator();
    const { pull } = await submit(emulator, {
      changes: { "docs/second.md": "hello\n", "docs/first.md": "one\n2\nthree\n" },
    });
    expect(pull).toMatchObject({
      number: 1,
      state: "open",
      mergeable: true,
      mergeable_state: "clean",
      commits: 1,
      changed_files: 2,
      additions: 2,
      deletions: 1,
      head: { label: "sam:post", repo: { full_name: "sam/hello", fork: true } },
      base: { label: "octo-org:main" },
      user: { login: "sam" },
    });
    const { data: changes } = await emulator.anonymous.rest.pulls.listFiles(one);
    expect(changes.map(({ filename, status, patch }) => [filename, status, patch])).toEqual([
      ["docs/first.md", "modified", "@@ -1,3 +1,3 @@\n one\n-two\n+2\n three"],
      ["docs/second.md", "added", "@@ -0,0 +1 @@\n+hello"],
    ]);
  });

  it("lists files that are moved, removed, or binary", async () => {
    await using emulator = await startEmulator();
    const { working, octokit } = await submit(emulator);
    await working.git("mv", "docs/first.md", "docs/moved file.md");
    await working.git("rm", "-q", "README.md");
    await working.commit("post", { "docs/picture.png": "\0\u0001\0" });
    await working.git("push", "-q", "origin", "post");
    const { data: changes } = await octokit.rest.pulls.listFiles(one);
    expect(
      changes.map((file) => [file.filename, file.status, file.previous_filename, file.patch?.[0]]),
    ).toEqual([
      ["README.md", "removed", undefined, "@"],
      ["docs/moved file.md", "renamed", "docs/first.md", undefined],
      ["docs/picture.png", "added", undefined, undefined],
      ["docs/second.md", "added", undefined, "@"],
    ]);
  });

  it("counts the lines of new files as Git does", async () => {
    await using emulator = await startEmulator();
    const { git, pulls } = emulator.as("rita").rest;
    const { data: main } = await git.getRef({ ...hello, ref: "heads/main" });
    const sha = main.object.sha;
    await git.createRef({ ...hello, ref: "refs/heads/topic", sha });
    const texts = { "a.md": "one\ntwo\n", "b.md": "no end", "c.md": "", "d.bin": "\0\n\n" };
    const tree = Object.entries(texts).map(([path, content]) => ({
      ...({ path: `docs/new/${path}`, mode: "100644", type: "blob" } as const),
      content,
    }));
    const { data: made } = await git.createTree({ ...hello, base_tree: sha, tree });
    const commit = { ...hello, message: "Add", tree: made.sha, parents: [sha] };
    const { data: added } = await git.createCommit(commit);
    await git.updateRef({ ...hello, ref: "heads/topic", sha: added.sha });
    await pulls.create({ ...hello, title: "Add", head: "topic", base: "main" });
    const { data: pull } = await pulls.get(one);
    const { data: files } = await pulls.listFiles(one);
    // The list is by Git.
    const lines = files.reduce((sum, { additions }) => sum + additions, 0);
    expect(pull).toMatchObject({ additions: lines, deletions: 0, changed_files: files.length });
    expect(files.map(({ additions }) => additions)).toEqual([2, 1, 0, 0]);
  });

  it("follows its branch, with an event that names the commits before and after", async () => {
    await using emulator = await startEmulator();
    const { working, pull, octokit } = await submit(emulator);
    const after = await working.commit("post", { "docs/second.md": "better\n" });
    await working.git("push", "-q", "origin", "post");
    expect((await octokit.rest.pulls.get(one)).data.head.sha).toBe(after);
    expect(emulator.github.events.at(-1)).toMatchObject({
      name: "pull_request",
      action: "synchronize",
      repository: "octo-org/hello",
      actor: "sam",
      triggers: true,
      payload: { number: 1, before: pull.head.sha, after, pull_request: { head: { sha: after } } },
    });
  });

  it("keeps its objects and head in the base repository if the fork is deleted", async () => {
    await using emulator = await startEmulator();
    const { octokit, pull } = await submit(emulator);
    await octokit.rest.repos.delete({ owner: "sam", repo: "hello" });
    const { data } = await emulator.anonymous.rest.pulls.get(one);
    expect(data).toMatchObject({ state: "open", mergeable: true, head: { repo: null } });
    const { data: content } = await emulator.anonymous.rest.repos.getContent({
      ...hello,
      path: "docs/second.md",
      ref: pull.head.sha,
    });
    expect(content).toMatchObject({ content: `${btoa("hello\n")}\n` });
    const { data: ref } = await emulator.anonymous.rest.git.getRef({
      ...hello,
      ref: "pull/1/head",
    });
    expect(ref.object.sha).toBe(pull.head.sha);
  });

  it("is closed when its branch is deleted", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    await octokit.rest.git.deleteRef({ owner: "sam", repo: "hello", ref: "heads/post" });
    expect((await octokit.rest.pulls.get(one)).data).toMatchObject({
      state: "closed",
      merged: false,
    });
  });

  it("reopens at its branch's current commit, unless the branch was force-pushed", async () => {
    await using emulator = await startEmulator();
    const { octokit, working } = await submit(emulator);
    await octokit.rest.pulls.update({ ...one, state: "closed" });
    const head = await working.commit("post", { "docs/second.md": "better\n" });
    await working.git("push", "-q", "origin", "post");
    const { data: reopened } = await octokit.rest.pulls.update({ ...one, state: "open" });
    expect(reopened).toMatchObject({ state: "open", closed_at: null, head: { sha: head } });

    await octokit.rest.pulls.update({ ...one, state: "closed" });
    await working.git("reset", "-q", "--hard", "HEAD~2");
    await working.commit("post", { "docs/second.md": "quite another\n" });
    await working.git("push", "-q", "--force", "origin", "post");
    await expect(octokit.rest.pulls.update({ ...one, state: "open" })).rejects.toThrow(
      "The post branch was force-pushed or recreated.",
    );
  });

  it("is rejected if there is nothing to merge, or one already exists", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    const open = (head: string, base = "main") =>
      octokit.rest.pulls.create({ ...hello, title: "Again", head, base });
    await expect(open("sam:post")).rejects.toThrow("A pull request already exists for sam:post.");
    await expect(open("sam:main")).rejects.toThrow("No commits between octo-org:main and sam:main");
    await expect(open("sam:nowhere")).rejects.toMatchObject({ status: 422 });
    await expect(open("sam:post", "nowhere")).rejects.toMatchObject({ status: 422 });
  });

  it("is found by its head, its state and its base", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    await submit(emulator, { branch: "other", changes: { "docs/third.md": "3\n" } });
    await octokit.rest.pulls.update({ ...one, state: "closed" });
    const numbers = async (query: object) =>
      (await octokit.rest.pulls.list({ ...hello, ...query })).data.map(({ number }) => number);
    expect(await numbers({})).toEqual([2]);
    expect(await numbers({ state: "all" })).toEqual([2, 1]);
    expect(await numbers({ state: "all", sort: "created", direction: "asc" })).toEqual([1, 2]);
    expect(await numbers({ state: "all", head: "sam:post" })).toEqual([1]);
    expect(await numbers({ state: "all", head: "rita:post" })).toEqual([]);
    expect(await numbers({ state: "all", base: "elsewhere" })).toEqual([]);
  });
});

describe("merging", () => {
  it("creates a merge commit with the given message", async () => {
    await using emulator = await startEmulator();
    const { pull } = await submit(emulator);
    const { data } = await emulator.bot({ contents: "write" }).rest.pulls.merge({
      ...one,
      sha: pull.head.sha,
      commit_message: "Approved-by: rita",
    });
    const { data: commit } = await emulator.anonymous.rest.git.getCommit({
      ...hello,
      commit_sha: data.sha,
    });
    expect(commit.message).toBe("Merge pull request #1 from sam/post\n\nApproved-by: rita");
    expect(commit.parents.map(({ sha }) => sha)).toEqual([pull.base.sha, pull.head.sha]);
    expect((await emulator.anonymous.rest.pulls.get(one)).data).toMatchObject({
      state: "closed",
      merged: true,
      merged_by: { login: "github-actions[bot]" },
      merge_commit_sha: data.sha,
      changed_files: 1,
    });
    const { data: found } =
      await emulator.anonymous.rest.repos.listPullRequestsAssociatedWithCommit({
        ...hello,
        commit_sha: pull.head.sha,
      });
    expect(found.map(({ number }) => number)).toEqual([1]);
    expect(
      emulator.github.events
        .slice(-2)
        .map(({ name, action, triggers }) => [name, action, triggers]),
    ).toEqual([
      ["pull_request", "closed", false],
      ["push", undefined, false],
    ]);
  });

  it("can squash everything into one commit by the submitter", async () => {
    await using emulator = await startEmulator();
    const { pull } = await submit(emulator);
    const { data } = await emulator.as("rita").rest.pulls.merge({ ...one, merge_method: "squash" });
    const { data: commit } = await emulator.anonymous.rest.repos.getCommit({
      ...hello,
      ref: data.sha,
    });
    expect(commit.commit.message).toMatch(/^.+ \(#1\)$/);
    expect(commit.author?.login).toBe("sam");
    expect(commit.parents.map(({ sha }) => sha)).toEqual([pull.base.sha]);
  });

  it("uses the message for squashed commits from the settings", async () => {
    await using emulator = await startEmulator();
    const { working } = await submit(emulator);
    await working.commit("post", { "docs/second.md": "better\n" });
    await working.git("push", "-q", "origin", "post");
    await emulator.as("ada").rest.repos.update({
      ...hello,
      squash_merge_commit_title: "PR_TITLE",
      squash_merge_commit_message: "BLANK",
    });
    const { data } = await emulator.as("rita").rest.pulls.merge({ ...one, merge_method: "squash" });
    const { data: commit } = await emulator.anonymous.rest.git.getCommit({
      ...hello,
      commit_sha: data.sha,
    });
    expect(commit.message).toBe("A post by sam (#1)");
  });

  it("is rejected if the head has changed", async () => {
    await using emulator = await startEmulator();
    const { pull, working } = await submit(emulator);
    await working.commit("post", { "docs/second.md": "replaced\n" });
    await working.git("push", "-q", "origin", "post");
    await expect(
      emulator.as("rita").rest.pulls.merge({ ...one, sha: pull.head.sha }),
    ).rejects.toMatchObject({
      status: 409,
      message: expect.stringMatching(
        /^Head branch was modified\. Review and try the merge again\./,
      ),
    });
  });

  it("is rejected while there are conflicts", async () => {
    await using emulator = await startEmulator();
    const { working } = await submit(emulator, { changes: { "docs/first.md": "one\nMINE\n" } });
    const rita = emulator.as("rita");
    const theirs = await emulator.clone("octo-org/hello", "rita");
    await theirs.commit("main", { "docs/first.md": "one\nTHEIRS\n" });
    await theirs.git("push", "-q", "origin", "main");
    expect((await rita.rest.pulls.get(one)).data).toMatchObject({
      mergeable: false,
      mergeable_state: "dirty",
    });
    await expect(rita.rest.pulls.merge(one)).rejects.toMatchObject({
      status: 405,
      message: expect.stringMatching(/^Pull Request is not mergeable/),
    });
    await working.git("reset", "-q", "--hard", "HEAD~1");
    await working.commit("post", { "docs/second.md": "hello\n" });
    await working.git("push", "-q", "--force", "origin", "post");
    expect((await rita.rest.pulls.merge(one)).data.merged).toBe(true);
  });

  it("needs write access", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    await expect(octokit.rest.pulls.merge(one)).rejects.toMatchObject({ status: 403 });
    await expect(emulator.bot({ contents: "read" }).rest.pulls.merge(one)).rejects.toThrow(
      "Resource not accessible by integration",
    );
  });

  it("happens once if two people merge at the same time", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const outcomes = await Promise.allSettled(
      ["rita", "rob"].map((login) => emulator.as(login).rest.pulls.merge(one)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const merges = emulator.github.events.filter(({ action }) => action === "closed");
    expect(merges).toHaveLength(1);
  });

  it("is detected if somebody pushes the commits to the base branch", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const clone = await emulator.clone("octo-org/hello", "rita");
    await clone.git("fetch", "-q", "origin", "refs/pull/1/head");
    await clone.git("merge", "-q", "--ff-only", "FETCH_HEAD");
    await clone.git("push", "-q", "origin", "main");
    expect((await emulator.anonymous.rest.pulls.get(one)).data).toMatchObject({
      merged: true,
      merged_by: { login: "rita" },
    });
  });
});

describe("a test merge", () => {
  async function tried(emulator: Awaited<ReturnType<typeof startEmulator>>) {
    const { data } = await emulator.anonymous.rest.pulls.get(one);
    if (!data.merge_commit_sha) return data;
    const asked = { ...hello, commit_sha: data.merge_commit_sha };
    const { data: commit } = await emulator.anonymous.rest.git.getCommit(asked);
    return { ...data, parents: commit.parents.map(({ sha }) => sha), tree: commit.tree.sha };
  }

  it("is a commit with both branches, which is on no branch", async () => {
    await using emulator = await startEmulator();
    const { pull } = await submit(emulator);
    const { parents, tree } = { parents: [], tree: "", ...(await tried(emulator)) };
    expect(parents).toEqual([pull.base.sha, pull.head.sha]);
    const rita = emulator.as("rita").rest;
    const { data: merged } = await rita.pulls.merge({ ...one, merge_method: "squash" });
    const { data: commit } = await rita.git.getCommit({ ...hello, commit_sha: merged.sha });
    expect(commit).toMatchObject({ tree: { sha: tree }, parents: [{ sha: pull.base.sha }] });
    expect(await tried(emulator)).toMatchObject({ merge_commit_sha: merged.sha });
  });

  it("is repeated for another head or after half a day, not if only the base branch has moved", async () => {
    await using emulator = await startEmulator();
    const { pull, working } = await submit(emulator);
    const push = async (path: string) => {
      const theirs = await emulator.clone("octo-org/hello", "rita");
      const tip = await theirs.commit("main", { [path]: "one\n" });
      await theirs.git("push", "-q", "origin", "main");
      return tip;
    };
    const tip = await push("docs/third.md");
    expect(await tried(emulator)).toMatchObject({ parents: [pull.base.sha, pull.head.sha] });
    emulator.github.clock.advance(12 * 3_600_000);
    expect(await tried(emulator)).toMatchObject({ parents: [tip, pull.head.sha] });
    const next = await push("docs/fourth.md");
    expect(await tried(emulator)).toMatchObject({ parents: [tip, pull.head.sha] });
    const head = await working.commit("post", { "docs/second.md": "replaced\n" });
    await working.git("push", "-q", "origin", "post");
    expect(await tried(emulator)).toMatchObject({ parents: [next, head] });
  });
});

describe("a draft", () => {
  it("cannot be merged until its author marks it as ready", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    await emulator.github.setDraft("octo-org/hello", 1, true);
    const rita = emulator.as("rita");
    await expect(rita.rest.pulls.merge(one)).rejects.toThrow(/^Pull Request is still a draft/);
    await emulator.github.setDraft("octo-org/hello", 1, false);
    expect((await octokit.rest.pulls.get(one)).data.draft).toBe(false);
    expect(emulator.github.events.slice(-2).map(({ action, actor }) => [action, actor])).toEqual([
      ["converted_to_draft", "sam"],
      ["ready_for_review", "sam"],
    ]);
    expect((await rita.rest.pulls.merge(one)).data.merged).toBe(true);
  });
});

describe("a branch in the repository itself", () => {
  it("is deleted after the merge if the settings say so", async () => {
    await using emulator = await startEmulator();
    await emulator.as("ada").rest.repos.update({ ...hello, delete_branch_on_merge: true });
    const rita = emulator.as("rita");
    const { data: main } = await rita.rest.git.getRef({ ...hello, ref: "heads/main" });
    const sha = main.object.sha;
    await rita.rest.git.createRef({ ...hello, ref: "refs/heads/tidy", sha });
    await rita.rest.repos.createOrUpdateFileContents({
      ...hello,
      branch: "tidy",
      path: "a.md",
      message: "Add",
      content: "",
    });
    await rita.rest.pulls.create({ ...hello, title: "Tidy", head: "tidy", base: "main" });
    await rita.rest.pulls.merge(one);
    await expect(rita.rest.git.getRef({ ...hello, ref: "heads/tidy" })).rejects.toMatchObject({
      status: 404,
    });
    expect((await rita.rest.pulls.get(one)).data).toMatchObject({ merged: true, state: "closed" });
  });
});

describe("reviews", () => {
  it("have a verdict on a commit, and can be dismissed by people with write access", async () => {
    await using emulator = await startEmulator();
    const { pull, octokit } = await submit(emulator);
    const rita = emulator.as("rita");
    const { data: review } = await rita.rest.pulls.createReview({
      ...one,
      event: "REQUEST_CHANGES",
      body: "Where is the pay?",
    });
    expect(review).toMatchObject({ state: "CHANGES_REQUESTED", commit_id: pull.head.sha });
    expect(emulator.github.events.at(-1)).toMatchObject({
      name: "pull_request_review",
      action: "submitted",
      payload: { review: { state: "changes_requested" }, pull_request: { number: 1 } },
    });
    const dismissal = { ...one, review_id: review.id, message: "It is there." };
    await expect(octokit.rest.pulls.dismissReview(dismissal)).rejects.toMatchObject({
      status: 403,
    });
    await rita.rest.pulls.dismissReview(dismissal);
    const { data: all } = await rita.rest.pulls.listReviews(one);
    expect(all.map(({ state }) => state)).toEqual(["DISMISSED"]);
  });

  it("cannot be of one's own pull request", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator);
    await expect(octokit.rest.pulls.createReview({ ...one, event: "APPROVE" })).rejects.toThrow(
      "Can not approve your own pull request",
    );
    await expect(
      octokit.rest.pulls.createReview({ ...one, event: "REQUEST_CHANGES", body: "?" }),
    ).rejects.toThrow("Can not request changes on your own pull request");
  });
});
