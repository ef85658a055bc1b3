import { describe, expect, it } from "vitest";
import { instantOf } from "../days.ts";
import { testConfig } from "../fixtures.ts";
import type { RecentPull } from "./pending.ts";
import {
  isAnsweredEvent,
  isQuiet,
  pendingPulls,
  pullsWithHead,
  unansweredCommands,
} from "./pending.ts";

type Said = Partial<RecentPull["comments"][number]>;

function pull(
  number: number,
  {
    statusAt = "2026-11-22T09:00:00Z",
    updatedAt = "2026-11-22T10:10:00Z",
    said = [],
  }: { statusAt?: string | null; updatedAt?: string; said?: Said[] } = {},
): RecentPull {
  return {
    number,
    isOpen: true,
    lastReviewAt: null,
    openedAt: `2026-11-22T08:${String(60 - number).padStart(2, "0")}:00Z`,
    updatedAt,
    head: { sha: `sha-${number}`, statusAt },
    comments: said.map((comment, index) => ({
      id: number * 10 + index,
      author: "rita",
      body: "/claim",
      at: "2026-11-22T10:00:00Z",
      edited: false,
      editedAt: null,
      isMember: true,
      reactions: [],
      ...comment,
    })),
  };
}

const now = instantOf("2026-11-22T10:30:00Z");

function pending(own: number[], pulls: RecentPull[], config = testConfig): number[] {
  return pendingPulls(own, pulls, { config, now });
}

describe("the pull requests to review", () => {
  it("are those with a command first, then the event’s own, then new heads; each the oldest first", () => {
    const pulls = [
      pull(1, { statusAt: null }),
      pull(2, { said: [{ at: "2026-11-22T10:05:00Z" }] }),
      pull(3, { statusAt: null }),
      pull(4, { said: [{ at: "2026-11-22T10:04:00Z" }] }),
      pull(5),
    ];
    expect(pending([7], pulls)).toEqual([4, 2, 7, 3, 1]);
    expect(pending([1, 2], pulls)).toEqual([4, 2, 1, 3]);
  });

  it.each<[string, Said]>([
    ["has been answered", { reactions: ["+1"] }],
    ["has been refused", { reactions: ["confused"] }],
    ["is by a stranger", { isMember: false, author: "mallory" }],
    ["is none", { body: "Looks good." }],
    ["has waited for more than an hour", { at: "2026-11-22T09:29:59Z" }],
  ])("do not include one whose command %s", (_, said) => {
    expect(pending([], [pull(1, { said: [said] })])).toEqual([]);
  });

  it("include no new head that has not changed for an hour, except the event’s own", () => {
    const pulls = [pull(1, { statusAt: null, updatedAt: "2026-11-22T09:29:59Z" })];
    expect(pending([], pulls)).toEqual([]);
    expect(pending([1], pulls)).toEqual([1]);
  });

  it("include at most ten with new heads beside the event’s own", () => {
    const pulls = Array.from({ length: 30 }, (_, index) => pull(index + 1, { statusAt: null }));
    expect(pending([1], pulls)).toEqual([1, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21]);
  });

  it("include those with a command of a reviewer whom only the settings name", () => {
    const reviewers = [{ login: "Ruth", name: "Ruth", affiliations: [] }];
    const config = { ...testConfig, review: { ...testConfig.review, reviewers } };
    const pulls = [pull(1, { said: [{ isMember: false, author: "ruth" }] })];
    expect(pending([], pulls, config)).toEqual([1]);
  });
});

describe("an event", () => {
  const pulls = [
    pull(1, { said: [{ reactions: ["+1"] }, { reactions: [] }] }),
    pull(2, { statusAt: "2026-11-22T09:00:01Z" }),
    pull(3, { statusAt: null }),
  ];

  it.each([
    ["a comment with a reaction", { pull: 1, cause: { comment: 10 } }, true],
    ["a comment without one", { pull: 1, cause: { comment: 11 } }, false],
    ["a comment that is not among them", { pull: 2, cause: { comment: 10 } }, false],
    ["a push before the status", { pull: 2, cause: { pushedAt: "2026-11-22T09:00:00Z" } }, true],
    // It may have been set for what was the head before.
    ["one in the same second", { pull: 2, cause: { pushedAt: "2026-11-22T09:00:01Z" } }, false],
    ["a push without a status", { pull: 3, cause: { pushedAt: "2026-11-22T09:00:00Z" } }, false],
    ["what leaves no mark", { pull: 1 }, false],
    ["another pull request", { pull: 9, cause: { comment: 10 } }, false],
  ])("is answered or not: %s", (_, subject, isAnswered) => {
    expect(isAnsweredEvent(subject, pulls)).toBe(isAnswered);
  });

  it("is about the pull requests with its head", () => {
    expect(pullsWithHead("sha-2", pulls)).toEqual([2]);
  });
});

describe("commands that wait", () => {
  it("are those without a reaction", () => {
    const said = [{ reactions: ["+1"] as const }, {}, { body: "Thanks." }];
    expect(unansweredCommands(pull(1, { said }), testConfig).map(({ id }) => id)).toEqual([11]);
  });
});

describe("a pull request that a sweep leaves out", () => {
  const bot = "github-actions[bot]";
  const since = "2026-11-22T09:30:00Z";
  const command: Said = { reactions: ["+1"] };
  const status: Said = {
    ...{ author: bot, isMember: false, body: "Status" },
    ...{ at: "2026-11-22T09:00:00Z", editedAt: "2026-11-22T10:00:20Z" },
  };
  const quiet = pull(1, { updatedAt: "2026-11-22T10:00:30Z", said: [status, command] });
  const isLeftOut = (changed: Partial<RecentPull>) =>
    isQuiet({ ...quiet, ...changed }, { since, bot }, testConfig);
  const saying = (...said: Said[]) => ({ comments: pull(1, { said: [status, ...said] }).comments });

  it("has been answered, and nothing has happened since, open or closed", () => {
    expect(isLeftOut({})).toBe(true);
    expect(isLeftOut({ isOpen: false })).toBe(true);
  });

  it.each<[string, Partial<RecentPull>]>([
    ["a command waits", saying({})],
    ["its head has no status", { head: { sha: "new", statusAt: null } }],
    ["the bot never wrote in it", { comments: pull(1, { said: [command] }).comments }],
    ["something has happened since", { updatedAt: "2026-11-22T10:00:36Z" }],
    ["somebody has said something", saying({ body: "Hi", at: "2026-11-22T09:31:00Z" })],
    ["somebody has reviewed it", { lastReviewAt: since }],
    ["a mail could not be sent", saying({ ...status, body: "<!-- job-board: mail-delayed-x -->" })],
  ])("is not one in which %s", (_, changed) => {
    expect(isLeftOut(changed)).toBe(false);
  });

  it("may have mail that was delayed and is sent by now", () => {
    const sent = { ...status, body: "Status\n\n<!-- job-board: mailed x -->" };
    const delayed = { ...status, body: "Later\n\n<!-- job-board: mail-delayed-x -->" };
    const { comments } = pull(1, { said: [sent, delayed] });
    expect(isLeftOut({ comments })).toBe(true);
  });
});
