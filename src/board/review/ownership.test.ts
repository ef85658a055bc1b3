import { describe, expect, it } from "vitest";
import { factsWith, submittedJob } from "./fixtures.ts";
import { ownershipOf } from "./ownership.ts";

describe("the owner of a post", () => {
  const ownership = (
    changes: Parameters<typeof factsWith>[0],
    before: Partial<typeof submittedJob> = {},
  ) => {
    const facts = factsWith(changes);
    return ownershipOf({ ...submittedJob, ...before }, facts.pull.author, facts);
  };

  it("is proven by the account that sent it, even if renamed", () => {
    const pull = { author: { login: "anna-smith", id: 7 } };
    expect(ownership({ addedBy: { login: "anna-smith", id: 7 }, pull })).toBe("proven");
  });

  it("is not somebody who took over the username", () => {
    expect(ownership({ addedBy: { login: "anna-smith", id: 1 } })).toBe("none");
  });

  it("is unknown if the account was deleted", () => {
    const addedBy = { login: "ghost", id: 10137 };
    expect(ownership({ addedBy, pull: { author: addedBy } })).toBe("none");
  });

  it("is known by name only if there is no pull request, or a maintainer sent it for them", () => {
    expect(ownership({})).toBe("by-name");
    expect(ownership({ addedBy: { login: "mona", id: 2 } })).toBe("by-name");
  });

  it("can be a manager whom the post names", () => {
    const pull = { author: { login: "Mary", id: 9 } };
    const addedBy = { login: "anna", id: 7 };
    expect(ownership({ addedBy, pull }, { managers: ["mary"] })).toBe("by-name");
    expect(ownership({ addedBy, pull })).toBe("none");
  });
});
