import { describe, expect, it } from "vitest";
import { at, type JobChanges } from "../fixtures.ts";
import { redact } from "../job/removed-post.ts";
import type { Comment, Person } from "../review/facts.ts";
import {
  bot,
  reviewConfig as config,
  file,
  onBoard,
  submittedJob,
  textOf,
} from "../review/fixtures.ts";
import { noticeTag } from "../review/tags.ts";
import type { RequestAction } from "./decide-request.ts";
import { decideRequest } from "./decide-request.ts";
import type { RequestFacts } from "./facts.ts";
import type { RequestType } from "./request-form.ts";
import { questions, requestTypes } from "./request-form.ts";

const anna: Person = { login: "anna", id: 7 };
const mallory: Person = { login: "mallory", id: 666 };
const rita: Person = { login: "rita", id: 1 };

type Changes = Partial<Omit<RequestFacts, "issue">> & { issue?: Partial<RequestFacts["issue"]> };

/** A request about anna’s post, from the account that sent it. */
function factsOf(type: RequestType | string, { issue, ...changes }: Changes = {}): RequestFacts {
  const asked = Object.hasOwn(requestTypes, type) ? requestTypes[type as RequestType] : type;
  return {
    now: at("2026-12-01T10:00:00Z"),
    repository: "https://git.example.org/example-org/board",
    bot,
    permissions: { rita: "write", anna: "read", mallory: "none" },
    post: onBoard(),
    addedBy: anna,
    firstListed: "2026-11-24",
    ...changes,
    issue: {
      number: 30,
      author: anna,
      openedAt: "2026-12-01T09:30:00Z",
      state: "open",
      body: `### ${questions.post}\n\nhttps://jobs.example.org/jobs/a/\n\n### ${questions.wish}\n\n${asked}\n\n### ${questions.words}\n\n_No response_`,
      labels: [],
      comments: [],
      ...issue,
    },
  };
}

/** Each action in short. */
function brief(action: RequestAction): string {
  switch (action.do) {
    case "change-post": {
      const { set, drop = [] } = action.change;
      return [JSON.stringify(set), ...drop.map((field) => `without ${field}`)].join(" ");
    }
    case "add-label":
      return `label ${action.label}`;
    case "post-comment":
      return `post ${action.key}`;
    case "close-issue":
      return action.reason;
  }
}

const plan = (facts: RequestFacts) => decideRequest(facts, config).map(brief);
const commentsOf = (facts: RequestFacts) =>
  decideRequest(facts, config).flatMap((action) =>
    action.do === "post-comment" ? action.body : [],
  );

const refused = ["post refused", "not_planned"];
const closed = (changes: JobChanges) => onBoard(changes, file);
const slug = file.replace(/^.*\/|\.md$/g, "");
/** The key of the bot’s question. */
const askedKey = (number: number, type: RequestType) => `unproven-${number}-${type}-${slug}`;
const said = (author: string, body: string): Comment => ({
  ...{ id: 1, author, body, at: "2026-12-01T09:00:00Z", edited: false, reactions: [] },
});

describe("an owner’s request", () => {
  it("closes the post", () => {
    expect(plan(factsOf("filled"))).toEqual([
      '{"closed":{"on":"2026-12-01","reason":"filled"}}',
      "post closed",
      "completed",
    ]);
  });

  it("removes it, and says what stays in the history", () => {
    const facts = factsOf("remove");
    expect(plan(facts)[0]).toBe('{"closed":{"on":"2026-12-01","reason":"removed"}}');
    expect(commentsOf(facts)[0]).toMatch(
      /stays in the history of the repository.*https:\/\/git\.example\.org\/example-org\/board\/blob\/main\/docs\/privacy.md/s,
    );
  });

  it("deletes text that an earlier removal left behind", () => {
    const post = closed({ closed: { on: "2026-11-30", reason: "removed" } });
    expect(plan(factsOf("remove", { post }))).toHaveLength(3);
  });

  it("removes a closed post, and keeps the day it closed", () => {
    const post = closed({ closed: { on: "2026-11-30", reason: "filled" } });
    expect(plan(factsOf("remove", { post }))[0]).toBe(
      '{"closed":{"on":"2026-11-30","reason":"removed"}}',
    );
  });

  it("changes nothing that is already done", () => {
    for (const [type, reason] of [
      ["filled", "filled"],
      ["filled", "expired"],
      ["filled", "removed"],
    ] as const) {
      const post = closed({ closed: { on: "2026-11-30", reason } });
      expect(plan(factsOf(type, { post }))).toEqual(["post closed", "completed"]);
    }
    const gone = redact({ ...submittedJob, closed: { on: "2026-11-30", reason: "removed" } });
    const post = { file, content: new TextEncoder().encode(textOf(gone)) };
    expect(plan(factsOf("remove", { post }))).toEqual(["post closed", "completed"]);
  });

  it("renews it from today, and says what its last day is", () => {
    const facts = factsOf("renew", { now: at("2027-02-01T10:00:00Z") });
    expect(plan(facts)).toEqual(['{"renewed":["2027-02-01"]}', "post renewed", "completed"]);
    expect(commentsOf(facts)[0]).toContain("until the end of 1 May 2027");
  });

  it("spends no renewal before the last 30 days, and says when they begin", () => {
    // Listed since 24 November, so its last day is 21 February.
    const early = factsOf("renew", { now: at("2027-01-22T23:59:59Z") });
    expect(plan(early)).toEqual(refused);
    expect(commentsOf(early)[0]).toMatch(
      /until the end of 21 February 2027 .*You can renew it from 23 January 2027 on\./,
    );
    expect(plan(factsOf("renew", { now: at("2027-01-23T00:00:00Z") }))[1]).toBe("post renewed");
  });

  it("renews it once a day", () => {
    const post = onBoard({ renewed: ["2026-12-01"] });
    expect(plan(factsOf("renew", { post }))).toEqual(["post renewed", "completed"]);
  });

  it("drops an earlier last day of its own", () => {
    const sooner = onBoard({ expires: "2026-12-10" });
    expect(plan(factsOf("renew", { post: sooner }))[0]).toBe(
      '{"renewed":["2026-12-01"]} without expires',
    );
    const later = { post: onBoard({ expires: "2027-06-30" }), now: at("2027-02-01T10:00:00Z") };
    expect(plan(factsOf("renew", later))[0]).toBe('{"renewed":["2027-02-01"]}');
  });

  it("renews it once when an earlier run was interrupted before its comment", () => {
    const post = onBoard({ renewed: ["2026-12-01"] });
    const nextDay = { post, now: at("2026-12-02T00:20:00Z") };
    expect(plan(factsOf("renew", nextDay))).toEqual(["post renewed", "completed"]);
    expect(commentsOf(factsOf("renew", nextDay))[0]).toContain("until the end of 28 February 2027");
    const comments = [said(bot, `Done.\n\n${noticeTag("renewed")}`)];
    const reopened = { post, now: at("2027-02-01T10:00:00Z"), issue: { comments } };
    expect(plan(factsOf("renew", reopened))[0]).toBe('{"renewed":["2026-12-01","2027-02-01"]}');
  });

  it("renews it as often as the board allows", () => {
    const post = onBoard({ renewed: ["2026-11-26", "2026-11-28"] });
    expect(plan(factsOf("renew", { post }))).toEqual(refused);
    expect(commentsOf(factsOf("renew", { post }))[0]).toMatch(
      /the limit is 2 renewals.*post it again/s,
    );
  });

  it("cannot renew a post that has closed", () => {
    const post = closed({ closed: { on: "2026-11-30", reason: "expired" } });
    expect(plan(factsOf("renew", { post }))).toEqual(refused);
    // Listed since 24 November, so its last day is 21 February.
    const lastMoment = { now: at("2027-02-21T23:59:59Z") };
    expect(plan(factsOf("renew", lastMoment))[1]).toBe("post renewed");
    expect(plan(factsOf("renew", { now: at("2027-02-22T00:00:00Z") }))).toEqual(refused);
  });
});

describe("a request by somebody else", () => {
  it("is refused, with an address to write to", () => {
    const facts = factsOf("remove", { issue: { author: mallory } });
    expect(plan(facts)).toEqual(refused);
    expect(commentsOf(facts)[0]).toContain("jobs@example.org");
  });

  it("is refused to an account that took over the owner’s username", () => {
    const author = { login: "anna", id: 8 };
    expect(plan(factsOf("filled", { issue: { author } }))).toEqual(refused);
  });

  it("needs a reviewer when a maintainer sent the post on behalf of its owner", () => {
    const facts = factsOf("filled", { addedBy: rita });
    expect(plan(facts)).toEqual(["label owner to confirm", `post ${askedKey(1, "filled")}`]);
    expect(commentsOf(facts)[0]).toMatch(/`\/approve`.*“Close it: the job is filled”/);
    expect(commentsOf(facts)[0]).toContain(`/jobs/${slug}/`);
  });

  it("is granted to a reviewer, unless affiliated", () => {
    expect(plan(factsOf("filled", { issue: { author: rita } }))[1]).toBe("post closed");
    const rosa = { login: "rosa", id: 2 };
    const post = onBoard({ email: "jobs@example.net" });
    expect(plan(factsOf("filled", { issue: { author: rosa } }))[1]).toBe("post closed");
    expect(plan(factsOf("filled", { issue: { author: rosa }, post }))).toEqual(refused);
  });

  describe("who is named as a manager", () => {
    const post = onBoard({ managers: ["Mallory"] });
    const asked = (type: RequestType, ...comments: Comment[]) =>
      plan(
        factsOf(type, {
          ...{ post, issue: { author: mallory, labels: ["owner to confirm"], comments } },
        }),
      );
    const question = said(bot, `Would it be right?\n\n${noticeTag(askedKey(1, "filled"))}`);
    const secondQuestion = said(bot, `And this?\n\n${noticeTag(askedKey(2, "remove"))}`);

    it("is granted once a reviewer approves the bot’s question, which is asked once", () => {
      expect(asked("filled")).toEqual([`post ${askedKey(1, "filled")}`]);
      expect(asked("filled", question)).toEqual([]);
      for (const [approval, isHeard] of [
        [said("rita", "/approve"), true],
        [said("ravi", "/approve"), true],
        [said("mallory", "/approve"), false],
        [said(bot, "/approve"), false],
        [said("rita", "I /approve"), false],
        [{ ...said("rita", "/approve"), edited: true }, false],
      ] as const) {
        expect(asked("filled", question, approval).includes("post closed")).toBe(isHeard);
      }
    });

    it("is not granted by an approval older than the bot’s question, which is answered", () => {
      const approval = said("rita", "/approve");
      const both = [`post ${askedKey(1, "filled")}`, "post answer-1"];
      expect(asked("filled", approval)).toEqual(both);
      expect(asked("filled", approval, question)).toEqual(["post answer-1"]);
    });

    it.each([
      [
        "/Approve.",
        ['{"closed":{"on":"2026-12-01","reason":"filled"}}', "post closed", "completed"],
      ],
      ["/approve not yet", ["post answer-1"]],
      ["Not yet.\n/approve", ["post answer-1-1"]],
      ["/reject spam", ["post answer-1"]],
      ["/claim\n/aprove", ["post answer-1", "post answer-1-1"]],
      ["/help", ["post answer-1"]],
      ["> /approve", []],
    ])("applies or answers a reviewer’s command: %j", (body, expected) => {
      expect(asked("filled", question, said("rita", body))).toEqual(expected);
    });

    it("answers a command once, and no stranger’s", () => {
      const answer = { ...said(bot, `No.\n\n${noticeTag("answer-1")}`), id: 2 };
      expect(asked("filled", question, said("rita", "/claim"), answer)).toEqual([]);
      expect(asked("filled", question, said("mallory", "/claim"))).toEqual([]);
    });

    it("is asked about again when its author has changed it", () => {
      const approval = said("rita", "/approve");
      const asksAgain = [`post ${askedKey(2, "remove")}`, "post answer-1"];
      expect(asked("remove", question, approval)).toEqual(asksAgain);
      expect(asked("remove", question, approval, secondQuestion)).toEqual(["post answer-1"]);
      expect(asked("remove", question, secondQuestion, approval)).toContain("post closed");
      // Back to the first request: reviewers approve the question that the bot posted last.
      expect(asked("filled", question, secondQuestion, approval)).toEqual([
        `post ${askedKey(3, "filled")}`,
        "post answer-1",
      ]);
    });

    it("ignores a question that the bot did not write", () => {
      const forged = said("mallory", question.body);
      expect(asked("filled", forged, said("rita", "/approve"))).toEqual([
        `post ${askedKey(1, "filled")}`,
        "post answer-1",
      ]);
    });
  });
});

describe("a request that cannot be carried out", () => {
  it("asks for a correction, which needs a reviewer", () => {
    const facts = factsOf("correct", { issue: { author: mallory } });
    expect(plan(facts)).toEqual(["label report", "post reported"]);
    expect(plan(factsOf("correct", { issue: { labels: ["report"] } }))).toEqual(["post reported"]);
  });

  it("asks to correct a closed post, which its owner cannot edit", () => {
    expect(commentsOf(factsOf("correct"))[0]).toContain(
      `https://jobs.example.org/jobs/create/form/?edit=${slug}`,
    );
    const post = { ...closed({}), file: `jobs/archive/2026/${slug}.md` };
    expect(commentsOf(factsOf("correct", { post }))).toEqual([
      "@anna, thank you. A volunteer will look into it.",
    ]);
  });

  it("names no post, or nothing that the form offers", () => {
    expect(plan(factsOf("filled", { post: undefined }))).toEqual(refused);
    expect(plan(factsOf("Give it to me"))).toEqual(refused);
  });

  it("is about a file with errors, which needs a volunteer", () => {
    const content = new TextEncoder().encode("---\ntitle: [\n---\n");
    const facts = factsOf("filled", { post: { file, content } });
    expect(plan(facts)).toEqual(["label report", "post unreadable"]);
    const tooLarge = { file, content: { refused: "is too large" } };
    expect(plan(factsOf("filled", { post: tooLarge }))).toContain("post unreadable");
  });
});

describe("an issue that is not a request", () => {
  it("is left alone", () => {
    expect(plan(factsOf("filled", { issue: { body: "The site is down." } }))).toEqual([]);
    expect(plan(factsOf("filled", { issue: { state: "closed" } }))).toEqual([]);
  });
});
