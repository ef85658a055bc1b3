import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import { decide } from "../review/decide.ts";
import type { Facts } from "../review/facts.ts";
import { changePull } from "../review/facts-after.ts";
import type { Step } from "../review/fixtures.ts";
import {
  applied,
  bot,
  botRuns,
  changed,
  closes,
  factsWith,
  following,
  merges,
  onBoard,
  pushes,
  reconciled,
  reviewConfig,
  reviews,
  says,
  submittedJob,
  textOf,
  waits,
} from "../review/fixtures.ts";
import type { MailEvent } from "./events.ts";
import { eventId, newsDays } from "./events.ts";
import { readEvents } from "./read-events.ts";

const newPost = reconciled(factsWith());

function events(facts: Facts): MailEvent[] | undefined {
  return readEvents(facts, decide(facts, reviewConfig), reviewConfig)?.events;
}

function idsOf(facts: Facts): string[] {
  return (events(facts) ?? []).map(eventId);
}

/** The events of a new post after some steps, without “submitted”. */
function toldAfter(...steps: Step[]): string[] {
  return idsOf(following(newPost, ...steps)).filter((id) => id !== "submitted");
}

describe("a new post", () => {
  it("is an event once all checks pass", () => {
    expect(readEvents(newPost, decide(newPost, reviewConfig), reviewConfig)).toEqual({
      subject: {
        pull: 12,
        file: expect.stringMatching(/^jobs\//),
        post: submittedJob,
        edit: "https://jobs.example.org/jobs/create/form/?pr=12",
      },
      events: [{ what: "submitted", kind: "new", by: "anna" }],
    });
  });

  it("is none if it was imported from another board", () => {
    const imported = {
      submitted_by: reviewConfig.repository.owner,
      published: submittedJob.submitted,
    };
    const facts = factsWith({ pull: { files: [changed(imported)] } });
    expect(events(facts)).toBeUndefined();
  });

  it("is no event while it has problems, or is a draft", () => {
    const text = textOf(jobWith({ submitted_by: "anna" })).replace("company:", "firm:");
    const invalid = reconciled(factsWith({ pull: { files: [changed(text)] } }));
    expect(idsOf(invalid)).toEqual([]);
    expect(idsOf(following(invalid, pushes("anna", "h2", [changed()]), botRuns))).toEqual([
      "submitted",
    ]);
    expect(idsOf(reconciled(factsWith({ pull: { draft: true } })))).toEqual([]);
  });

  it("stays one event, whatever happens next", () => {
    const spoilt = following(newPost, pushes("anna", "h2"), botRuns, says("rita", "/claim"));
    expect(idsOf(reconciled(spoilt))).toEqual(["submitted"]);
  });
});

describe("a pull request that submits no post", () => {
  it("is no event", () => {
    const code = changed("x", { path: "src/site/jobs.njk" });
    const two = [changed(), changed({}, { path: "jobs/other.md" })];
    expect(events(reconciled(factsWith({ pull: { files: [code] } })))).toBeUndefined();
    expect(events(reconciled(factsWith({ pull: { files: two } })))).toBeUndefined();
  });
});

describe("a comment", () => {
  it("is an event when a person wrote it, with its text", () => {
    const facts = following(newPost, says("mallory", " Is it <b>remote</b>?\n", { id: 7 }));
    expect(events(facts)?.at(-1)).toEqual({
      what: "commented",
      by: "mallory",
      text: "Is it <b>remote</b>?",
      anchor: "issuecomment-7",
      rationed: true,
    });
  });

  it("is no event when a program wrote it", () => {
    expect(toldAfter(says(bot, "Hello."), says("robot[bot]", "Hello."))).toEqual([]);
  });

  it("leaves out a command at its beginning, and is no event if nothing remains", () => {
    expect(toldAfter(says("rita", "/claim"), says("rita", "/nonsense at all"))).toEqual([]);
    const facts = following(newPost, says("rita", "/claim\r\n\r\nI know them."));
    expect(events(facts)?.at(-1)).toMatchObject({ text: "I know them." });
  });

  it("is an event on lines and in reviews, too", () => {
    const silent = reviews("rita", "commented", { id: 1 });
    const spoken = reviews("rita", "approved", { id: 2, body: "Fine." });
    const plain = reviews("rita", "approved", { id: 3 });
    expect(toldAfter(silent, spoken, plain)).toEqual([
      "commented-pullrequestreview-1",
      "commented-pullrequestreview-2",
    ]);
  });

  it("is rationed unless a reviewer wrote it", () => {
    const facts = following(newPost, says("mallory", "!"), says("rita", "Hm."));
    const comments = events(facts)?.filter(({ what }) => what === "commented");
    expect(comments).toEqual([
      expect.objectContaining({ by: "mallory", rationed: true }),
      expect.not.objectContaining({ rationed: true }),
    ]);
  });
});

describe("a request for changes", () => {
  const request = says("rita", "/request-changes formatting Fix the list.", { id: 5 });

  it("is an event with its reason once the bot has applied it", () => {
    expect(toldAfter(request)).toEqual([]);
    expect(events(following(newPost, request, botRuns))?.at(-1)).toEqual({
      what: "changes-requested",
      by: "rita",
      reason: "formatting",
      text: "Fix the list.",
      anchor: "issuecomment-5",
    });
  });

  it("is an event when given with GitHub’s button", () => {
    const facts = following(newPost, reviews("rita", "changes-requested", { body: "Where?" }));
    expect(events(facts)?.at(-1)).toMatchObject({ what: "changes-requested", text: "Where?" });
  });

  it("is a comment when a stranger wrote it", () => {
    const given = reviews("mallory", "changes-requested", { body: "Where?" });
    expect(toldAfter(given)).toEqual(["commented-pullrequestreview-200"]);
    expect(toldAfter(says("mallory", "/request-changes formatting\nPlease."), botRuns)).toEqual([
      "commented-issuecomment-100",
    ]);
  });
});

describe("a rejection", () => {
  it("is an event with its reason once the pull request is closed", () => {
    const facts = following(newPost, says("rita", "/reject not-python", { id: 5 }), botRuns);
    expect(events(facts)?.at(-1)).toMatchObject({ what: "rejected", reason: "not-python" });
  });

  it("is an event when a reviewer closes the pull request, but not when its author does", () => {
    expect(toldAfter(closes("rita"), botRuns)).toEqual(["rejected-event-1"]);
    expect(toldAfter(closes("anna"), botRuns)).toEqual([]);
  });
});

describe("an approval", () => {
  const approval = says("rita", "/approve");

  it("is an event once it is merged, not while it is planned", () => {
    expect(toldAfter(approval)).toEqual([]);
    const facts = following(newPost, approval, botRuns);
    expect(facts.pull.state).toBe("merged");
    expect(events(facts)?.at(-1)).toEqual({
      what: "approved",
      kind: "new",
      by: "rita",
      on: "2026-11-22",
    });
  });

  it("is dated by the day of the merge", () => {
    const event = { id: 9, event: "closed", actor: bot, at: "2026-11-23T23:59:59Z" } as const;
    const facts = following(newPost, approval, waits({ days: 2 }), botRuns, (merged) =>
      changePull(merged, { events: [event] }),
    );
    expect(events(facts)).toContainEqual(expect.objectContaining({ on: "2026-11-23" }));
  });

  it("of an edit says so; closing a post is no event", () => {
    const owned = { posts: [onBoard()], addedBy: { login: "anna", id: 7 } };
    const edit = changed({ title: "Lead" }, { change: "modified" });
    const edited = reconciled(factsWith({ ...owned, pull: { files: [edit] } }));
    expect(events(following(edited, merges("rita"), botRuns))).toEqual([
      { what: "submitted", kind: "edit", by: "anna" },
      { what: "approved", kind: "edit", by: "rita", on: "2026-11-22" },
    ]);
    const filled = changed(
      { closed: { on: "2026-11-22", reason: "filled" } },
      { change: "modified" },
    );
    const closed = reconciled(factsWith({ ...owned, pull: { files: [filled] } }));
    expect([closed.pull.state, idsOf(closed)]).toEqual([
      "merged",
      expect.not.arrayContaining(["approved"]),
    ]);
  });
});

describe("an old event", () => {
  it("is no event", () => {
    expect(idsOf(following(newPost, waits({ days: newsDays })))).toEqual([]);
    expect(idsOf(following(newPost, waits({ days: newsDays - 1 })))).toEqual(["submitted"]);
  });
});

describe("a plan", () => {
  it.each<[string, Step]>([
    ["a new post", (facts) => facts],
    ["an approval", says("rita", "/approve")],
    ["a review that approves", reviews("rolf", "approved")],
    ["a rejection", says("rita", "/reject not-python", { id: 5 })],
    ["a rejection by hand", closes("rita")],
    ["a request for changes", says("rita", "/request-changes formatting Fix it.")],
    ["an answer", pushes("anna", "h2")],
  ])("tells of the facts that it leads to what a new look at them would: %s", (_, step) => {
    const before = step(newPost);
    const plan = decide(before, reviewConfig);
    const after = applied(before, plan);
    const read = readEvents(after, plan, reviewConfig);
    expect(read?.events.length).toBeGreaterThan(0);
    expect(read).toEqual(readEvents(after, decide(after, reviewConfig), reviewConfig));
  });
});
