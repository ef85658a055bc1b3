import { describe, expect, it } from "vitest";
import type { ListedIssue } from "./queue.ts";
import { queueOf } from "./queue.ts";

function pull(number: number, labels: string[], changes: Partial<ListedIssue> = {}): ListedIssue {
  return {
    number,
    title: `Post ${number}`,
    created_at: "2026-11-20T10:00:00Z",
    user: { login: "submitter" },
    labels: labels.map((name) => ({ name })),
    assignees: [],
    pull_request: {},
    ...changes,
  };
}

function issue(number: number, labels: string[], changes: Partial<ListedIssue> = {}) {
  const { pull_request: _, ...rest } = pull(number, labels, changes);
  return rest;
}

describe("the queue", () => {
  it("is ordered by age, with answered submissions first", () => {
    const queue = queueOf([
      pull(1, ["new post", "waiting"]),
      pull(2, ["edit", "waiting", "answered"]),
      pull(3, ["closing", "claimed"]),
      pull(4, ["new post", "claimed", "answered"]),
    ]);
    expect(queue.map(({ number }) => number)).toEqual([2, 4, 1, 3]);
  });

  it("has only submissions", () => {
    expect(queueOf([pull(1, []), pull(2, ["waiting"]), pull(3, ["dependencies"])])).toEqual([]);
  });

  it("has the issues about posts that wait for a reviewer, and no others", () => {
    const queue = queueOf([
      issue(1, ["report"]),
      issue(2, ["owner to confirm"], { assignees: [{ login: "one" }] }),
      issue(3, ["new post", "waiting"]),
      pull(4, ["report"]),
    ]);
    expect(queue).toMatchObject([
      { number: 1, isPost: false, kind: "report", state: "waiting" },
      { number: 2, isPost: false, kind: "owner to confirm", state: "claimed", assignees: ["one"] },
    ]);
  });

  it("takes kind and status of a submission from its labels", () => {
    const [submission] = queueOf([
      pull(7, ["waits 7 days", "changes requested", "reason: agency", "edit"], {
        assignees: [{ login: "one" }, { login: "two" }],
      }),
    ]);
    expect(submission).toEqual({
      number: 7,
      isPost: true,
      title: "Post 7",
      openedAt: "2026-11-20T10:00:00Z",
      author: "submitter",
      kind: "edit",
      state: "changes requested",
      answered: false,
      assignees: ["one", "two"],
    });
  });

  it("has no author if the account is gone, and no status before the bot has set one", () => {
    const [submission] = queueOf([pull(7, ["new post"], { user: null })]);
    expect(submission).toMatchObject({ author: undefined, state: undefined });
  });
});
