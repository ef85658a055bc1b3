import { describe, expect, it } from "vitest";
import type { FoundSent } from "./sending.ts";
import { planSending, sentPost } from "./sending.ts";

const file = "jobs/2026-11-22-example-developer.md";
const job = { title: "Developer", company: "Example GmbH" };
const post = sentPost(file, "new", job, "rita");

type Branch = NonNullable<FoundSent["branch"]>;

function branchWith(text: string, ...commits: [author: string | null, message: string][]): Branch {
  return {
    top: "b1",
    text,
    commits: commits.map(([author, message]) => ({ sha: "c", author, message })),
  };
}

const added = "Add the post 2026-11-22-example-developer";
const changed = "Bring the post 2026-11-22-example-developer up to date with its sender’s mail";
const open = { number: 7, state: "open" } as const;

describe("the pull request for a post that came by email", () => {
  it("says who sends it, and on whose behalf", () => {
    expect(post).toMatchObject({
      branch: "submit/2026-11-22-example-developer",
      title: "Add “Developer” at Example GmbH",
      body: expect.stringContaining("rita sends it on behalf of `Example GmbH`"),
    });
    const named = sentPost(file, "new", { ...job, contact: "Ann Example" }, "rita");
    expect(named.body).toContain("on behalf of `Ann Example` of `Example GmbH`");
  });

  it("quotes the sender so that it has no effect on GitHub", () => {
    const contact = "@everyone `fixes #1`";
    const { body } = sentPost(file, "new", { ...job, contact }, "rita");
    expect(body).toContain("`` @everyone `fixes #1` ``");
  });
});

describe("sending a post", () => {
  it("starts with a branch, and ends with a pull request", () => {
    const plan = planSending(post, { pulls: [], branch: null }, "rita");
    expect(plan).toEqual({ do: "send", branch: "make", message: added });
  });

  it("continues if it was interrupted before the pull request", () => {
    const branch = branchWith("new", ["rita", added]);
    const plan = planSending(post, { pulls: [], branch }, "rita");
    expect(plan).toMatchObject({ do: "send", branch: "keep" });
    expect(plan).not.toHaveProperty("number");
  });

  it("does nothing the second time", () => {
    const branch = branchWith("new", ["rita", added]);
    expect(planSending(post, { pulls: [open], branch }, "rita")).toEqual({
      do: "nothing",
      number: 7,
    });
  });

  it("adds the sender’s changes as a commit on top of the existing one", () => {
    const branch = branchWith("old", ["Rita", added], ["rita", changed]);
    expect(planSending(post, { pulls: [open], branch }, "rita")).toEqual({
      do: "send",
      branch: { on: "b1" },
      message: changed,
      number: 7,
    });
  });

  it.each<[string, [string | null, string]]>([
    ["another maintainer", ["rob", changed]],
    ["an account that is gone", [null, changed]],
    ["the same person in an editor", ["rita", "Update 2026-11-22-example-developer.md"]],
  ])("does not overwrite changes by %s", (_, commit) => {
    const branch = branchWith("old", ["rita", added], commit);
    expect(planSending(post, { pulls: [open], branch }, "rita")).toMatchObject({
      do: "refuse",
      because: expect.stringMatching(
        /^Pull request #7 was changed by hand .* Nothing was overwritten/,
      ),
    });
    // The same text by somebody else is no conflict.
    const same = { ...branch, text: "new" };
    expect(planSending(post, { pulls: [open], branch: same }, "rita").do).toBe("nothing");
  });

  it("does not reopen what was decided", () => {
    const branch = branchWith("new", ["rita", added]);
    for (const [state, because] of [
      ["closed", /#8, which adds this post, was closed.*\/reopen/],
      ["merged", /#8 already brought this post to the board/],
    ] as const) {
      const pulls = [
        { number: 8, state },
        { number: 7, state: "closed" as const },
      ];
      const plan = planSending(post, { pulls, branch }, "rita");
      expect(plan).toEqual({ do: "refuse", because: expect.stringMatching(because) });
    }
  });
});
