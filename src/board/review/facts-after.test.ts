import { describe, expect, it } from "vitest";
import { closingEvent } from "./context.ts";
import { factsAfter } from "./facts-after.ts";
import { bot, changed, factsWith, file, onBoard, reviewConfig, says } from "./fixtures.ts";
import type { Action } from "./plan.ts";

function whenDone(action: Action, given = factsWith()) {
  return factsAfter(given, action, reviewConfig);
}

describe("the facts after an action", () => {
  it("include the merged post, and the event that closes the pull request", () => {
    const facts = factsWith({
      pull: { files: [changed({ city: "Hamburg" })] },
      posts: [onBoard()],
    });
    const merge = { do: "merge", sha: "h1", approvedBy: "rita", title: "Add a post" } as const;
    const { pull, posts } = whenDone(merge, facts);
    expect(pull).toMatchObject({ state: "merged", mergedBy: bot });
    expect(closingEvent(pull)).toMatchObject({ actor: bot });
    expect(posts).toEqual([onBoard({ city: "Hamburg" })]);
  });

  it("have a changed comment in its place, and a new one with an id that no other has", () => {
    const said = says("anna", "Hello.", { id: 5_000_000_000 })(factsWith());
    const first = whenDone({ do: "write-comment", id: null, body: "Waiting" }, said);
    const [, { id = 0 } = {}] = first.pull.comments;
    expect(id).toBeGreaterThan(5_000_000_000);
    const second = whenDone({ do: "write-comment", id, body: "Claimed" }, first);
    expect(second.pull.comments.map(({ author, body }) => [author, body])).toEqual([
      ["anna", "Hello."],
      [bot, "Claimed"],
    ]);
  });

  it("keep a post that cannot be read", () => {
    const posts = [{ file, content: new TextEncoder().encode("nonsense") }];
    const change = { file, set: { featured: true }, title: "Feature a post" };
    expect(whenDone({ do: "change-post", change }, factsWith({ posts })).posts).toEqual(posts);
  });
});
