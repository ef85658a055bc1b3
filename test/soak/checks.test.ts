import { describe, expect, it } from "vitest";
import type { SentPost } from "../../bench/review/posts.ts";
import { exampleJob } from "../example-job.ts";
import { checks } from "./checks.ts";
import type { Case } from "./ledger.ts";
import { bot } from "./ledger.ts";
import type { Submission } from "./records.ts";
import type { Situation } from "./situation.ts";

const at = "2026-11-24T18:00:00Z";
const now = Date.parse("2026-11-26T05:00:00Z");
const slug = "2026-11-24-example";
const post: SentPost = {
  job: { ...exampleJob, email: "jobs@example.com" },
  ...{ slug, path: `jobs/${slug}.md`, text: "---\ntitle: One\n---\n" },
};

function comment(id: number, key: string) {
  return { by: bot, at, order: 50 + id, id, body: key, key };
}

/** A pull request that was approved, merged and answered. */
function merged(changes: Partial<Case> = {}): Case {
  const ended = { by: bot, at, order: 30 };
  return {
    ...{ number: 1, kind: "pull", author: "ada", openedAt: at, state: "merged" },
    ...{ labels: ["new post", "approved"], assignees: [], draft: false, head: "abc" },
    ...{ ended, endings: [ended], merge: "def" },
    pushes: [{ by: "ada", at, order: 10 }],
    comments: [comment(1, "merged")],
    ...{ reviews: [], touched: at, history: [] },
    ...changes,
  };
}

/** One that waits for reviewers. */
function waiting(changes: Partial<Case> = {}): Case {
  const { ended: _, merge: __, ...open } = merged();
  return {
    ...open,
    ...{ state: "open", labels: ["new post", "waiting"], endings: [], comments: [] },
    ...changes,
  };
}

function submission(changes: Partial<Submission> = {}): Submission {
  return {
    ...{ owner: "ada", post, kind: "new", quality: "good", branch: "post", text: post.text },
    approvals: [{ by: "rita", order: 20 }],
    ...changes,
  };
}

function situation(one: Case, changes: Partial<Situation> = {}): Situation {
  return {
    now,
    cases: new Map([[1, one]]),
    submissions: new Map([[1, submission()]]),
    requests: new Map(),
    commands: [],
    reacted: new Set(),
    reviewers: new Set(["rita", "rob"]),
    mayApprove: (login) => login === "rita",
    plans: [],
    onBoard: new Map([[post.path, post.text]]),
    boardProblems: [],
    hours: [{ begin: now, requests: 1000, points: 1000, contents: 500 }],
    mails: [{ id: "<approved.owner.1.board@example.org>", to: "jobs@example.com" }],
    failures: [],
    ...changes,
  };
}

/** What does not hold: names of checks, each with its first sentence. */
function broken(given: Situation): [string, string | undefined][] {
  return Object.entries(checks).flatMap(([name, check]) => {
    const [first] = check(given);
    return first ? [[name, first.what]] : [];
  });
}

const ends = "Every submission has ended or waits for somebody";
const approved = "Nothing is merged that nobody entitled has approved since its last change";
const twice = "Nobody is told the same thing twice";
const told = "Every author is told how their submission ended, once";
const answered = "Every command is carried out or answered";
const requests = "Every request by issue is answered";
const limits = "No hour is above GitHub's limits";
const mailed = "Owners whose address is known are mailed that their post is approved";

it("all hold where a post was approved, merged and announced, or waits", () => {
  expect(broken(situation(merged()))).toEqual([]);
  expect(broken(situation(waiting()))).toEqual([]);
});

describe("a submission", () => {
  it.each([
    ["without a state", waiting({ labels: ["new post"] }), "has the states [], not one"],
    [
      "with two states",
      waiting({ labels: ["waiting", "claimed"] }),
      "has the states [waiting, claimed], not one",
    ],
    [
      "that is open, and labeled as if it had ended",
      waiting({ labels: ["approved"] }),
      "is open and “approved”",
    ],
    [
      "that was merged, and is labeled as if it waited",
      merged({ labels: ["waiting"] }),
      "is merged and “waiting”",
    ],
    [
      "that is claimed by somebody else than a reviewer",
      waiting({ labels: ["claimed"], assignees: ["ada"] }),
      "is claimed by nobody who reviews",
    ],
    [
      "that somebody holds who does not claim it",
      waiting({ assignees: ["rob"] }),
      "waits for anybody, and rob is assigned",
    ],
    [
      "whose claim never ends",
      waiting({ labels: ["claimed"], assignees: ["rob"], touched: "2026-11-10T00:00:00Z" }),
      "is claimed by rob for ever",
    ],
  ])("%s is noticed", (_, one, what) => {
    expect(broken(situation(one))).toEqual([[ends, what]]);
  });

  it("that was touched lately is given time", () => {
    const fresh = waiting({ labels: [], touched: "2026-11-26T04:00:00Z" });
    expect(broken(situation(fresh))).toEqual([]);
  });
});

describe("a merge", () => {
  const what = "was merged without an approval of its last change";

  it.each([
    ["without an approval", {}, []],
    ["by whom may not", {}, [{ by: "rob", order: 20 }]],
    ["before the approval", {}, [{ by: "rita", order: 31 }]],
    [
      "after a change that nobody has seen",
      { pushes: [10, 25].map((order) => ({ by: "ada", at, order })) },
      [{ by: "rita", order: 20 }],
    ],
  ])("%s is noticed", (_, changes, approvals) => {
    const given = situation(merged(changes), {
      submissions: new Map([[1, submission({ approvals })]]),
    });
    expect(broken(given)).toEqual([[approved, what]]);
  });

  it("by hand is noticed", () => {
    const ended = { by: "mallory", at, order: 30 };
    const given = situation(merged({ ended, endings: [ended] }));
    expect(broken(given)).toEqual([[approved, "was merged by mallory, with nobody's approval"]]);
  });

  it("of an owner's own closing needs no approval", () => {
    const closing = submission({ kind: "closing", approvals: [] });
    expect(broken(situation(merged(), { submissions: new Map([[1, closing]]) }))).toEqual([]);
  });
});

describe("a comment", () => {
  it("that comes twice is noticed", () => {
    const one = waiting({ comments: [comment(1, "answer-7"), comment(2, "answer-7")] });
    expect(broken(situation(one))).toEqual([[twice, "was told “answer-7” twice"]]);
  });

  it("about an end that is missing, or comes once more, is noticed", () => {
    const none = situation(merged({ comments: [] }));
    expect(broken(none)).toEqual([[told, "ended 1 times, and its author was told of 0"]]);
    const both = merged({ comments: [comment(1, "merged"), comment(2, "rejected-9")] });
    expect(broken(situation(both))).toEqual([
      [told, "ended 1 times, and its author was told of 2"],
    ]);
  });

  it("about an end that the author chose is not expected", () => {
    const ended = { by: "ada", at, order: 30 };
    const one = waiting({ state: "closed", labels: ["withdrawn"], ended, endings: [ended] });
    expect(broken(situation(one))).toEqual([]);
  });
});

describe("a command", () => {
  const command = { number: 1, comment: 77, by: "rita", meaning: "claim", at: 0 } as const;

  it("that is neither answered nor reacted to is noticed", () => {
    const given = situation(waiting(), { commands: [command] });
    expect(broken(given)).toEqual([[answered, "never answered rita, who wrote a command (claim)"]]);
  });

  it("is answered by a reaction, or by a comment about it", () => {
    const commands = [command];
    const reacted = new Set([77]);
    expect(broken(situation(waiting(), { commands, reacted }))).toEqual([]);
    const one = waiting({ comments: [comment(1, "answer-77-2")] });
    expect(broken(situation(one, { commands }))).toEqual([]);
  });
});

describe("a request by issue", () => {
  const request = { by: "ada", type: "filled", post, at: 0, isOwn: true } as const;
  const submissions = new Map<number, Submission>();

  it("that nobody answers is noticed", () => {
    const given = situation(waiting(), { submissions, requests: new Map([[1, request]]) });
    expect(broken(given)).toEqual([
      [requests, "asks to have a post changed (filled), and nobody answers"],
    ]);
  });

  it("that is answered, and not carried out, is noticed", () => {
    const one = waiting({ state: "closed", comments: [comment(1, "closed")] });
    const given = { submissions, requests: new Map([[1, request]]) };
    const what = "is its owner's request (filled), and is not carried out";
    expect(broken(situation(one, given))).toEqual([[requests, what]]);
    const onBoard = new Map([[post.path, "---\nclosed:\n---\n"]]);
    expect(broken(situation(one, { ...given, onBoard }))).toEqual([]);
  });
});

describe("an hour", () => {
  it.each(["requests", "points", "contents"] as const)("with too many %s is noticed", (what) => {
    const hour = { begin: now, requests: 0, points: 0, contents: 0, [what]: 1001 };
    const sentence = `1001 ${what} in the hour from 2026-11-26T05:00:00.000Z`;
    expect(broken(situation(waiting(), { hours: [hour] }))).toEqual([[limits, sentence]]);
  });
});

describe("a message", () => {
  const mail = { id: "<approved.owner.1.board@example.org>", to: "jobs@example.com" };

  it("that is sent twice is noticed, but not one to two people", () => {
    const mails = [mail, mail];
    expect(broken(situation(merged(), { mails }))).toEqual([
      ["No message is sent twice", `the message ${mail.id} to ${mail.to} was sent twice`],
    ]);
    const both = [mail, { ...mail, to: "team@example.org" }];
    expect(broken(situation(merged(), { mails: both }))).toEqual([]);
  });

  it("that is not sent is noticed", () => {
    expect(broken(situation(merged(), { mails: [] }))).toEqual([
      [mailed, "was approved, and its owner got no mail"],
    ]);
  });
});

describe("what others find", () => {
  it("is reported: what the bot would still do, what the board has got, what has failed", () => {
    const given = situation(waiting(), {
      plans: [{ number: 1, actions: ["one", "other"] }],
      boardProblems: [{ what: "is wrong" }],
      failures: [{ name: "triage", at: now, log: "No." }],
    });
    expect(broken(given)).toEqual([
      ["The bot would change nothing", "still calls for: one; other"],
      ["The board is what was merged", "is wrong"],
      ["No workflow fails while GitHub is up", "triage failed at 2026-11-26T05:00:00.000Z:\nNo."],
    ]);
  });
});
