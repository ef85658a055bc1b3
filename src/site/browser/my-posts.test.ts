import { describe, expect, it } from "vitest";
import { statusWords } from "#words/status.ts";
import type { OwnedPost, OwnedPosts } from "../../board/listing/owned-posts.ts";
import type { SentPull } from "./my-posts.ts";
import { myPosts, summaryText } from "./my-posts.ts";

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
  title: "A",
  company: "Example Ltd",
  owners: ["Sam", "rita"],
};

const live = { ...about, state: "live", isRenewable: false } as const;

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

describe("a submission", () => {
  it.each([
    ["draft", "yours", "Draft"],
    ["invalid", "yours", "Problems to fix"],
    ["refused", "yours", "Refused"],
    ["changes requested", "yours", "Changes requested"],
    ["waiting", "reviewers", "Waiting for review"],
    ["claimed", "reviewers", "In review"],
    ["approved", "reviewers", "Approved"],
  ])("has the status of its label: %s", (label, group, badge) => {
    const post = only([pull(["new post", label])]);
    expect(post).toMatchObject({ group, badge, about: "New post, sent 2 days ago" });
    const words = Object.values(statusWords).find((each) => each.label === badge);
    expect(post.text).toBe(`${words?.summary} ${words?.next}`);
  });

  it("names the reason why changes were requested", () => {
    const { text } = only([pull(["edit", "changes requested", "reason: voluntary"])]);
    const { summary, next } = statusWords["changes-requested"];
    expect(text).toBe(`${summary} Reason: The work is not paid. ${next}`);
  });

  it("names the reason why it was rejected, and how to try again", () => {
    const post = only([pull(["new post", "rejected", "reason: voluntary"], { state: "closed" })]);
    expect(post).toMatchObject({
      group: "refused",
      badge: "Rejected",
      actions: ["fix", "readReason", "reopen"],
    });
    expect(post.text).toMatch(/Reason: The work is not paid\. .*\/reopen/);
  });

  it("can be changed and withdrawn until it is approved, if it has a text", () => {
    const actionsOf = (labels: string[]) => only([pull(labels)]).actions;
    for (const status of ["waiting", "claimed", "invalid", "changes requested", "draft"]) {
      expect(actionsOf(["new post", status]), status).toEqual(
        expect.arrayContaining(["fix", "withdraw"]),
      );
    }
    expect(actionsOf(["closing", "waiting"])).toEqual(["discuss", "preview", "withdraw"]);
    expect(actionsOf(["new post", "approved"])).toEqual(["discuss"]);
  });

  it.each([
    [["rejected", "reason: gone"], statusWords.rejected],
    [["withdrawn"], statusWords.withdrawn],
  ])("does without an unknown reason: %s", (labels, { label, summary, next }) => {
    const post = only([pull(["new post", ...labels], { state: "closed" })]);
    expect(post).toMatchObject({ group: "refused", badge: label, text: `${summary} ${next}` });
  });

  it("that was closed without a decision says how to try again", () => {
    const post = only([pull(["new post", "waiting"], { state: "closed" })]);
    expect(post).toMatchObject({ group: "refused", badge: "Closed" });
    expect(post.text).toMatch(/To try again, .*\/reopen/);
  });

  it.each(["rejected", "withdrawn"])("is in review again once it is reopened: %s", (label) => {
    const post = only([pull(["new post", label])]);
    expect(post).toMatchObject({ group: "reviewers", badge: "Sent" });
  });

  it("is shown before the bot has checked it", () => {
    const fresh = pull([], { created_at: "2026-11-22T11:59:00Z" });
    expect(only([fresh])).toMatchObject({ badge: "Sent", about: "Post, sent today" });
  });

  it("is approved from the merge until the site is built again", () => {
    const merged = (merged_at: string) =>
      pull(["new post", "approved"], { state: "closed", pull_request: { merged_at } });
    expect(only([merged("2026-11-22T10:00:00Z")])).toMatchObject({ group: "reviewers" });
    expect(myPosts("sam", [merged("2026-11-22T08:00:00Z")], boardOf(), now)).toEqual([]);
  });

  it("that deleted a post is among the board’s closed posts only", () => {
    const deletion = pull(["closing", "approved"], { state: "closed" });
    expect(myPosts("sam", [deletion], boardOf(), now)).toEqual([]);
  });

  it("is not an issue, nor a change to the program", () => {
    const { pull_request: _, ...issue } = pull(["new post", "waiting"]);
    const program = pull([]);
    const closed = pull([], { state: "closed", created_at: "2026-11-22T11:00:00Z" });
    const merged = { ...closed, pull_request: { merged_at: "2026-11-22T11:30:00Z" } };
    const others = [issue, program, closed, merged, pull(["dependencies"])];
    expect(myPosts("sam", others, boardOf(), now)).toEqual([]);
  });
});

describe("a post on the board", () => {
  it.each([
    ["2026-12-04", "13 days left: open until 4 December 2026."],
    ["2026-11-23", "2 days left: open until 23 November 2026."],
    ["2026-11-22", "Last day: open until 22 November 2026."],
  ])("says how long it is listed: until %s", (last, text) => {
    const post = only([], { ...live, last });
    expect(post).toMatchObject({
      group: "live",
      text,
      actions: ["view", "edit", "filled", "remove"],
    });
  });

  it("offers a renewal if it can be renewed now", () => {
    const { actions } = only([], { ...live, last: "2026-12-04", isRenewable: true });
    expect(actions).toEqual(["view", "edit", "renew", "filled", "remove"]);
  });

  it("is closed after its last day, even before the site is built again", () => {
    const post = only([], { ...live, last: "2026-11-21" });
    const id = { slug: "a" };
    expect(post).toMatchObject({
      group: "closed",
      badge: "Expired",
      actions: ["view", "repost", "remove"],
      id,
    });
  });

  it("says when and why it was closed", () => {
    const on = "2026-11-15";
    const post = only([], { ...about, state: "closed", on, reason: "filled" });
    expect(post).toMatchObject({ badge: "Filled", text: "Closed on 15 November 2026." });
  });

  it("that has no page any more can be posted again, but not viewed", () => {
    const closed = { ...about, state: "closed", on: "2024-11-15", reason: "filled" } as const;
    expect(only([], closed).actions).toContain("view");
    expect(only([], { ...closed, hasNoPage: true }).actions).toEqual(["repost", "remove"]);
  });

  it("belongs to those who sent or manage it, in whatever case the username is written", () => {
    const board = boardOf({ ...live, last: "2026-12-04" });
    const found = ["SAM", "Rita", "samuel"].map((login) => myPosts(login, [], board, now).length);
    expect(found).toEqual([1, 1, 0]);
  });
});

describe("all posts of a person", () => {
  it("begin with what needs their attention", () => {
    const closed = {
      ...about,
      state: "closed",
      on: "2026-11-15",
      reason: "expired",
    } as const;
    const labels = [["rejected"], ["claimed"], ["invalid"]];
    const pulls = labels.map((each, index) =>
      pull(["new post", ...each], index === 0 ? { state: "closed" } : {}),
    );
    const groups = myPosts("sam", pulls, boardOf(closed, { ...live, last: "2026-12-04" }), now);
    const names = groups.map(({ name }) => name);
    expect(names).toEqual(["yours", "reviewers", "live", "refused", "closed"]);
    expect(summaryText("sam", groups)).toBe("5 posts by sam. 1 needs your attention.");
  });

  it("are summed up in a sentence", () => {
    const waiting = myPosts("sam", [pull(["edit", "waiting"])], boardOf(), now);
    expect(summaryText("sam", waiting)).toBe("1 post by sam.");
    expect(summaryText("sam", [])).toMatch(/^No posts by sam found/);
  });
});
