import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SavedPost } from "./saved-posts.ts";
import { readSavedPosts, toggleSavedPost } from "./saved-posts.ts";

function post(slug: string): SavedPost {
  return { slug, title: "Developer", company: "Example", place: "Berlin", until: 1_800_000_000 };
}

describe("saved posts", () => {
  it("come back as they were kept, the last one first", () => {
    const posts = toggleSavedPost(toggleSavedPost([], post("one")), post("two"));
    expect(posts.map(({ slug }) => slug)).toEqual(["two", "one"]);
    expect(readSavedPosts(JSON.stringify(posts))).toEqual(posts);
  });

  it("are no longer there when they are toggled again", () => {
    const posts = [post("one"), post("two")];
    expect(toggleSavedPost(posts, post("one"))).toEqual([post("two")]);
  });

  it("are not more than somebody can use", () => {
    const posts = Array.from({ length: 600 }, (_, number) => post(`post-${number}`));
    const all = posts.reduce<SavedPost[]>(toggleSavedPost, []);
    expect(all).toHaveLength(500);
    expect(all[0]?.slug).toBe("post-599");
  });

  it.each([
    null,
    "",
    "{",
    "7",
    '{"slug":"one"}',
    '[null,7,"one",{"slug":"../admin","until":1},{"slug":"one"}]',
  ])("are none in %s", (text) => {
    expect(readSavedPosts(text)).toEqual([]);
  });

  it("have only texts, whatever was kept", () => {
    fc.assert(
      fc.property(fc.array(fc.object({ maxDepth: 1 })), (list) => {
        const text = JSON.stringify(list.map((each) => ({ ...each, slug: "a", until: 1 })));
        for (const { title, company, place } of readSavedPosts(text)) {
          expect([title, company, place].map((each) => typeof each)).toEqual(
            Array.from({ length: 3 }, () => "string"),
          );
        }
      }),
    );
  });
});
