import { describe, expect, it } from "vitest";
import type { OwnedPost, OwnedPosts } from "../../board/listing/owned-posts.ts";
import type { SentPull } from "./my-posts.ts";
import { loginIn, myPosts, summaryText } from "./my-posts.ts";

const now = Date.parse("2026-11-22T12:00:00Z");

function pull(labels: string[], changes: Partial<SentPull> = {}): SentPull {
  return {
    number: 1,
    title: "A post",
    state: "open",
    created_at: "2026-11-20T10:00:00Z",
    labels: labels.map((name) => ({ name })),
    pull_request: { merged_at: null },
    ...changes,
  };
}

function boardOf(...posts: OwnedPost[]): OwnedPosts {
  return {
    asOf: "2026-11-22T09:00:00.000Z",
    reasons: { voluntary: "The work is not paid" },
    posts,
  };
}

const about = {
  slug: "a",
  file: "jobs/a.md",
  title: "A",
  company: "Example Ltd",
  owners: ["Sam", "rita"],
};

/** The only post there is, and its group. */
function only(pulls: SentPull[], ...posts: OwnedPost[]) {
  const groups = myPosts("sam", pulls, boardOf(...posts), now);
  expect(groups).toHaveLength(1);
  const [
    {
      name,
      posts: [post],
    } = { name: undefined, posts: [] },
  ] = groups;
  return { ...post, group: name };
}

describe("what somebody has sent", () => {
  it.each([
    ["draft", "yours", /Ready for review/],
    ["invalid", "yours", /what to mend/],
    ["refused", "yours", /cannot be taken like this/],
    ["changes requested", "yours", /asks you to change something/],
    ["waiting", "reviewers", /will read it/],
    ["claimed", "reviewers", /is looking at it/],
    ["approved", "reviewers", /within minutes/],
  ])("is told of as it stands: %s", (label, group, words) => {
    const post = only([pull(["new post", label])]);
    expect(post).toMatchObject({ group, mark: label, about: "New post, sent 2 days ago" });
    expect(post.words).toMatch(words);
  });

  it("says for what reason a change is asked for", () => {
    const { words } = only([pull(["edit", "changes requested", "reason: voluntary"])]);
    expect(words).toBe("A reviewer asks you to change something. The work is not paid.");
  });

  it("says for what reason it was not taken, and how to send it again", () => {
    const post = only([pull(["new post", "rejected", "reason: voluntary"], { state: "closed" })]);
    expect(post).toMatchObject({ group: "refused", mark: "not taken", deeds: ["why", "again"] });
    expect(post.words).toMatch(/^The work is not paid\. To send it again, .*\/reopen/);
  });

  it.each([
    [["rejected", "reason: gone"], /^Its conversation says why\. To send/],
    [["withdrawn"], /^You took it back\. To send/],
    [["waiting"], /^To send it again/],
  ])("does without a reason where none is known: %s", (labels, words) => {
    const post = only([pull(["new post", ...labels], { state: "closed" })]);
    expect(post.group).toBe("refused");
    expect(post.words).toMatch(words);
  });

  it.each(["rejected", "withdrawn"])("waits for the board once it is opened again: %s", (label) => {
    expect(only([pull(["new post", label])])).toMatchObject({ group: "reviewers", mark: "sent" });
  });

  it("is there before the board has looked at it", () => {
    const fresh = pull([], { created_at: "2026-11-22T11:59:00Z" });
    expect(only([fresh])).toMatchObject({ mark: "sent", about: "Post, sent today" });
  });

  it("is on its way from the merge until the site is built anew", () => {
    const merged = (merged_at: string) =>
      pull(["new post", "approved"], { state: "closed", pull_request: { merged_at } });
    expect(only([merged("2026-11-22T10:00:00Z")])).toMatchObject({ group: "reviewers" });
    expect(myPosts("sam", [merged("2026-11-22T08:00:00Z")], boardOf(), now)).toEqual([]);
  });

  it("is no issue, and nothing that is no post", () => {
    const { pull_request: _, ...issue } = pull(["new post", "waiting"]);
    const program = pull([]);
    const closed = pull([], { state: "closed", created_at: "2026-11-22T11:00:00Z" });
    const merged = { ...closed, pull_request: { merged_at: "2026-11-22T11:30:00Z" } };
    const others = [issue, program, closed, merged, pull(["dependencies"])];
    expect(myPosts("sam", others, boardOf(), now)).toEqual([]);
  });
});

describe("what is on the board", () => {
  it.each([
    ["2026-12-04", "13 days left, to the end of 4 December 2026."],
    ["2026-11-23", "2 days left, to the end of 23 November 2026."],
    ["2026-11-22", "This is its last day, to the end of 22 November 2026."],
  ])("says how long it is listed yet: to %s", (last, words) => {
    const post = only([], { ...about, state: "live", last });
    expect(post).toMatchObject({
      group: "live",
      words,
      deeds: ["see", "change", "renew", "filled", "remove"],
    });
  });

  it("is closed once its last day is over, also where the site was not built since", () => {
    const post = only([], { ...about, state: "live", last: "2026-11-21" });
    const id = { slug: "a", file: "jobs/a.md" };
    expect(post).toMatchObject({
      group: "closed",
      mark: "expired",
      deeds: ["see", "repost", "remove"],
      id,
    });
  });

  it("says when and why it was closed", () => {
    const on = "2026-11-15";
    const post = only([], { ...about, state: "closed", on, reason: "filled" });
    expect(post.words).toBe("Closed on 15 November 2026: it has been filled.");
  });

  it("is somebody's who sent or manages it, in whatever case the name is written", () => {
    const board = boardOf({ ...about, state: "live", last: "2026-12-04" });
    const found = ["SAM", "Rita", "samuel"].map((login) => myPosts(login, [], board, now).length);
    expect(found).toEqual([1, 1, 0]);
  });
});

describe("all posts of somebody", () => {
  it("begin with what waits for them", () => {
    const live = { ...about, state: "live", last: "2026-12-04" } as const;
    const closed = {
      ...about,
      state: "closed",
      on: "2026-11-15",
      reason: "expired",
      file: "",
    } as const;
    const labels = [["rejected"], ["claimed"], ["invalid"]];
    const pulls = labels.map((each, index) =>
      pull(["new post", ...each], index === 0 ? { state: "closed" } : {}),
    );
    const groups = myPosts("sam", pulls, boardOf(closed, live), now);
    const names = groups.map(({ name }) => name);
    expect(names).toEqual(["yours", "reviewers", "live", "refused", "closed"]);
    expect(summaryText("sam", groups)).toBe("5 posts of sam. Waiting for you: 1.");
  });

  it("are summed up in a sentence", () => {
    const waiting = myPosts("sam", [pull(["edit", "waiting"])], boardOf(), now);
    expect(summaryText("sam", waiting)).toBe("1 post of sam.");
    expect(summaryText("sam", [])).toMatch(/^No post of sam was found/);
  });
});

describe("a name as somebody types it", () => {
  it.each([
    ["octocat", "octocat"],
    [" @Octo-Cat ", "Octo-Cat"],
    ["sam_company", "sam_company"],
  ])("is taken: “%s”", (typed, login) => expect(loginIn(typed)).toBe(login));

  it.each(["", "@", "sam smith", "sam@example.org", "-sam", "مطور", "a".repeat(40)])(
    "is none: “%s”",
    (typed) => expect(loginIn(typed)).toBeUndefined(),
  );
});
