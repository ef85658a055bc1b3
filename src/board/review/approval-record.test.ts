import { describe, expect, it } from "vitest";
import { approverKey, approverLine, numberedTitle, readApproval } from "./approval-record.ts";

const on = "2026-11-22";

describe("the approval in a merge commit", () => {
  it("reads back as it was written", () => {
    const title = numberedTitle("Add the post 2026-11-20-acme (#7)", 12);
    const [key, by = ""] = approverLine("rita").split(": ");
    expect(key).toBe(approverKey);
    expect(readApproval({ on, title, approvers: [by] })).toEqual({ on, pull: 12, by: "rita" });
  });

  it.each(["Add a post", "Add a post (#12", "Add a post #12", "Add (#12) a post", "(#0)", ""])(
    "is missing if the title is “%s” and nobody is named",
    (title) => {
      expect(readApproval({ on, title, approvers: [] })).toBeUndefined();
    },
  );

  it.each(["<b>", "rita and rob", "rita_", "x".repeat(40), ""])(
    "names nobody if the login is impossible at GitHub (%s)",
    (name) => {
      expect(readApproval({ on, title: "A (#12)", approvers: [name] })).toEqual({ on, pull: 12 });
    },
  );
});
