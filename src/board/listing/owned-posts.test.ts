import { describe, expect, it } from "vitest";
import type { JobChanges } from "../../../test/example-job.ts";
import { exampleConfig, exampleNow, examplePost } from "../../../test/example-job.ts";
import { Board } from "./board.ts";
import { ownedPosts } from "./owned-posts.ts";

function owned(...jobs: JobChanges[]) {
  const posts = jobs.map((changes, index) => examplePost(changes, { slug: `2026-11-20-${index}` }));
  return ownedPosts(new Board(posts, exampleConfig, exampleNow));
}

describe("the list of owned posts", () => {
  it("says who sent and who manages each post, and its last day on the list", () => {
    const [post] = owned({
      submitted_by: "sender",
      managers: ["colleague"],
      expires: "2026-12-01",
      contact: "Jane Doe",
      email: "jane@example.org",
    }).posts;
    expect(post).toEqual({
      slug: "2026-11-20-0",
      title: "Senior Django Developer",
      company: expect.any(String),
      owners: ["sender", "colleague"],
      state: "live",
      last: "2026-12-01",
      isRenewable: true,
    });
  });

  it("says whether a post can be renewed now", () => {
    expect(owned({}).posts).toMatchObject([{ isRenewable: false }]);
  });

  it("says when and why a post closed, and nothing about a removed one", () => {
    const { posts } = owned(
      { closed: { on: "2026-11-21", reason: "filled" } },
      { closed: { on: "2026-11-21", reason: "removed" } },
    );
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ state: "closed", on: "2026-11-21", reason: "filled" });
  });

  it("says which posts have no page any more", () => {
    const closed = (on: string) => ({ closed: { on, reason: "filled" } as const });
    const config = { ...exampleConfig, closedPageYears: 1 };
    const posts = ["2026-01-01", "2025-12-31", "2024-12-31"].map((day) =>
      examplePost(closed(day), { config, slug: `2024-11-20-${day}` }),
    );
    const { posts: found } = ownedPosts(new Board(posts, config, exampleNow));
    expect(found.map((post) => "hasNoPage" in post)).toEqual([false, false, true]);
  });

  it("has the time of the build, and the titles of the reasons for rejections", () => {
    const { asOf, reasons } = owned();
    expect(asOf).toBe("2026-11-22T12:00:00.000Z");
    expect(reasons).toHaveProperty("voluntary", "The work is not paid");
  });
});
