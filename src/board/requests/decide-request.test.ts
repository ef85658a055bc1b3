import { describe, expect, it } from "vitest";
import { at, type JobChanges } from "../fixtures.ts";
import { emptied } from "../job/emptied.ts";
import type { Person } from "../review/facts.ts";
import {
  bot,
  reviewConfig as config,
  file,
  onBoard,
  submittedJob,
  textOf,
} from "../review/fixtures.ts";
import type { RequestAction } from "./decide-request.ts";
import { decideRequest } from "./decide-request.ts";
import type { RequestFacts } from "./facts.ts";
import type { Wish } from "./wish.ts";
import { questions, wishes } from "./wish.ts";

const anna: Person = { login: "anna", id: 7 };
const mallory: Person = { login: "mallory", id: 666 };
const rita: Person = { login: "rita", id: 1 };

type Changes = Partial<Omit<RequestFacts, "issue">> & { issue?: Partial<RequestFacts["issue"]> };

/** A request about a post of anna’s, who sent it from this account. */
function factsOf(wish: Wish | string, { issue, ...changes }: Changes = {}): RequestFacts {
  const asked = Object.hasOwn(wishes, wish) ? wishes[wish as Wish] : wish;
  return {
    now: at("2026-12-01T10:00:00Z"),
    bot,
    permissions: { rita: "write", anna: "read", mallory: "none" },
    post: onBoard(),
    addedBy: anna,
    firstListed: "2026-11-24",
    ...changes,
    issue: {
      number: 30,
      author: anna,
      state: "open",
      body: `### ${questions.post}\n\nhttps://jobs.example.org/jobs/a/\n\n### ${questions.wish}\n\n${asked}\n\n### ${questions.words}\n\n_No response_`,
      labels: [],
      comments: [],
      ...issue,
    },
  };
}

/** In short: what is set, what is told under which key, how it ends. */
function brief(action: RequestAction): string {
  switch (action.do) {
    case "change-post": {
      const { set, drop = [] } = action.change;
      return [JSON.stringify(set), ...drop.map((field) => `without ${field}`)].join(" ");
    }
    case "add-label":
      return `label ${action.label}`;
    case "tell":
      return `tell ${action.key}`;
    case "close-issue":
      return action.reason;
  }
}

const plan = (facts: RequestFacts) => decideRequest(facts, config).map(brief);
const told = (facts: RequestFacts) =>
  decideRequest(facts, config).flatMap((action) => (action.do === "tell" ? action.body : []));

const refused = ["tell refused", "not_planned"];
const closed = (changes: JobChanges) => onBoard(changes, file);
const approvedBy = (author: string, body = "/approve", edited = false) => ({
  comments: [{ id: 1, author, body, at: "2026-12-01T09:00:00Z", edited, reactions: [] }],
});

describe("an owner’s request", () => {
  it("closes the post", () => {
    expect(plan(factsOf("filled"))).toEqual([
      '{"closed":{"on":"2026-12-01","reason":"filled"}}',
      "tell closed",
      "completed",
    ]);
  });

  it("removes it, and says what history keeps", () => {
    const facts = factsOf("remove");
    expect(plan(facts)[0]).toBe('{"closed":{"on":"2026-12-01","reason":"removed"}}');
    expect(told(facts)[0]).toMatch(/stays in the history of the repository.*docs\/privacy.md/s);
  });

  it("takes out what an earlier removal has left", () => {
    const post = closed({ closed: { on: "2026-11-30", reason: "removed" } });
    expect(plan(factsOf("remove", { post }))).toHaveLength(3);
  });

  it("removes what is closed already, under its day", () => {
    const post = closed({ closed: { on: "2026-11-30", reason: "filled" } });
    expect(plan(factsOf("remove", { post }))[0]).toBe(
      '{"closed":{"on":"2026-11-30","reason":"removed"}}',
    );
  });

  it("changes nothing twice", () => {
    for (const [wish, reason] of [
      ["filled", "filled"],
      ["filled", "expired"],
      ["filled", "removed"],
    ] as const) {
      const post = closed({ closed: { on: "2026-11-30", reason } });
      expect(plan(factsOf(wish, { post }))).toEqual(["tell closed", "completed"]);
    }
    const gone = emptied({ ...submittedJob, closed: { on: "2026-11-30", reason: "removed" } });
    const post = { file, content: new TextEncoder().encode(textOf(gone)) };
    expect(plan(factsOf("remove", { post }))).toEqual(["tell closed", "completed"]);
  });

  it("renews it from today, and says to which day it is listed", () => {
    const facts = factsOf("renew");
    expect(plan(facts)).toEqual(['{"renewed":["2026-12-01"]}', "tell renewed", "completed"]);
    expect(told(facts)[0]).toContain("to the end of 28 February 2027");
  });

  it("renews it once a day", () => {
    const post = onBoard({ renewed: ["2026-12-01"] });
    expect(plan(factsOf("renew", { post }))).toEqual(["tell renewed", "completed"]);
  });

  it("ends a last day of its own that comes sooner", () => {
    const sooner = onBoard({ expires: "2026-12-10" });
    expect(plan(factsOf("renew", { post: sooner }))[0]).toBe(
      '{"renewed":["2026-12-01"]} without expires',
    );
    const later = onBoard({ expires: "2027-06-30" });
    expect(plan(factsOf("renew", { post: later }))[0]).toBe('{"renewed":["2026-12-01"]}');
  });

  it("renews it as often as the board allows", () => {
    const post = onBoard({ renewed: ["2026-11-26", "2026-11-28"] });
    expect(plan(factsOf("renew", { post }))).toEqual(refused);
    expect(told(factsOf("renew", { post }))[0]).toMatch(/renewed 2 times.*post it again/s);
  });

  it("comes too late for what is closed or over", () => {
    const post = closed({ closed: { on: "2026-11-30", reason: "expired" } });
    expect(plan(factsOf("renew", { post }))).toEqual(refused);
    // Listed since 24 November, so its last day is 21 February.
    const lastMoment = { now: at("2027-02-21T23:59:59Z") };
    expect(plan(factsOf("renew", lastMoment))[1]).toBe("tell renewed");
    expect(plan(factsOf("renew", { now: at("2027-02-22T00:00:00Z") }))).toEqual(refused);
  });
});

describe("a request by somebody else", () => {
  it("is refused, and told where to turn to", () => {
    const facts = factsOf("remove", { issue: { author: mallory } });
    expect(plan(facts)).toEqual(refused);
    expect(told(facts)[0]).toContain("jobs@example.org");
  });

  it("is refused to whoever took the owner’s name", () => {
    const author = { login: "anna", id: 8 };
    expect(plan(factsOf("filled", { issue: { author } }))).toEqual(refused);
  });

  it("waits for a reviewer where a maintainer sent the post for whom it names", () => {
    const facts = factsOf("filled", { addedBy: rita });
    expect(plan(facts)).toEqual(["label owner to confirm", "tell unproven"]);
  });

  it("is carried out for a reviewer, but for one who is affiliated", () => {
    expect(plan(factsOf("filled", { issue: { author: rita } }))[1]).toBe("tell closed");
    const rosa = { login: "rosa", id: 2 };
    const post = onBoard({ email: "jobs@example.net" });
    expect(plan(factsOf("filled", { issue: { author: rosa } }))[1]).toBe("tell closed");
    expect(plan(factsOf("filled", { issue: { author: rosa }, post }))).toEqual(refused);
  });

  it("is carried out for a manager by name, once a reviewer approves", () => {
    const post = onBoard({ managers: ["Mallory"] });
    const awaited = { author: mallory, labels: ["owner to confirm"] };
    expect(plan(factsOf("filled", { issue: awaited, post }))).toEqual(["tell unproven"]);
    for (const [comments, isHeard] of [
      [approvedBy("rita"), true],
      [approvedBy("ravi"), true],
      [approvedBy("mallory"), false],
      [approvedBy("rita", "I /approve"), false],
      [approvedBy("rita", "/approve", true), false],
    ] as const) {
      const facts = factsOf("filled", { issue: { ...awaited, ...comments }, post });
      expect(plan(facts).includes("tell closed")).toBe(isHeard);
    }
  });
});

describe("what cannot be done as it was asked", () => {
  it("is a correction: it waits for a reviewer", () => {
    const facts = factsOf("correct", { issue: { author: mallory } });
    expect(plan(facts)).toEqual(["label report", "tell reported"]);
    expect(plan(factsOf("correct", { issue: { labels: ["report"] } }))).toEqual(["tell reported"]);
  });

  it("names no post, or asks for nothing that there is", () => {
    expect(plan(factsOf("filled", { post: undefined }))).toEqual(refused);
    expect(plan(factsOf("Give it to me"))).toEqual(refused);
  });

  it("is about a file with errors: a volunteer looks", () => {
    const content = new TextEncoder().encode("---\ntitle: [\n---\n");
    const facts = factsOf("filled", { post: { file, content } });
    expect(plan(facts)).toEqual(["label report", "tell unreadable"]);
    const tooLarge = { file, content: { refused: "is too large" } };
    expect(plan(factsOf("filled", { post: tooLarge }))).toContain("tell unreadable");
  });
});

describe("an issue that is no request", () => {
  it("is left alone", () => {
    expect(plan(factsOf("filled", { issue: { body: "The site is down." } }))).toEqual([]);
    expect(plan(factsOf("filled", { issue: { state: "closed" } }))).toEqual([]);
  });
});
