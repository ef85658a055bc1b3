import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import { isRedacted } from "../job/removed-post.ts";
import { changedJob } from "./post-change.ts";

const job = jobWith({ expires: "2026-12-24" });

describe("a change of a post", () => {
  it("sets and deletes fields", () => {
    const { expires: _, ...rest } = job;
    expect(changedJob(job, { set: { renewed: ["2026-12-01"] }, drop: ["expires"] })).toEqual({
      ...rest,
      renewed: ["2026-12-01"],
    });
  });

  it("deletes the text of a removed post", () => {
    const set = { closed: { on: "2026-12-01", reason: "removed" } } as const;
    const changed = changedJob(job, { set });
    expect(isRedacted(changed)).toBe(true);
    expect(changed.closed).toEqual(set.closed);
    expect(changedJob(changed, { set })).toBe(changed);
  });

  it("is a no-op if the post already has it", () => {
    const closed = { on: "2026-12-01", reason: "filled" } as const;
    const once = changedJob(job, { set: { closed }, drop: ["expires"] });
    expect(changedJob(once, { set: { closed }, drop: ["expires"] })).toBe(once);
  });
});
