import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import type { Facts } from "../review/facts.ts";
import type { Step } from "../review/fixtures.ts";
import {
  bot,
  botRuns,
  changed,
  changePull,
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
  return readEvents(facts, reviewConfig)?.events;
}

function told(facts: Facts): string[] {
  return (events(facts) ?? []).map(eventId);
}

/** What is told of a new post after some steps, beside its being sent. */
function toldAfter(...steps: Step[]): string[] {
  return told(following(newPost, ...steps)).filter((id) => id !== "submitted");
}

describe("a new post", () => {
  it("is told once it can be published, by whom and what", () => {
    expect(readEvents(newPost, reviewConfig)).toEqual({
      subject: { pull: 12, file: expect.stringMatching(/^jobs\//), post: submittedJob },
      events: [{ what: "submitted", kind: "new", by: "anna" }],
    });
  });

  it("is not told as long as it cannot, or is a draft", () => {
    const text = textOf(jobWith({ submitted_by: "anna" })).replace("company:", "firm:");
    const invalid = reconciled(factsWith({ pull: { files: [changed(text)] } }));
    expect(told(invalid)).toEqual([]);
    expect(told(following(invalid, pushes("anna", "h2", [changed()]), botRuns))).toEqual([
      "submitted",
    ]);
    expect(told(reconciled(factsWith({ pull: { draft: true } })))).toEqual([]);
  });

  it("stays one event, whatever becomes of it", () => {
    const spoilt = following(newPost, pushes("anna", "h2"), botRuns, says("rita", "/claim"));
    expect(told(reconciled(spoilt))).toEqual(["submitted"]);
  });
});

describe("what is no submission of a post", () => {
  it("is not told at all", () => {
    const code = changed("x", { path: "src/site/jobs.njk" });
    const two = [changed(), changed({}, { path: "jobs/other.md" })];
    expect(events(reconciled(factsWith({ pull: { files: [code] } })))).toBeUndefined();
    expect(events(reconciled(factsWith({ pull: { files: two } })))).toBeUndefined();
  });
});

describe("a comment", () => {
  it("is told if a person wrote it, with its words", () => {
    const facts = following(newPost, says("mallory", " Is it <b>remote</b>?\n", { id: 7 }));
    expect(events(facts)?.at(-1)).toEqual({
      what: "commented",
      by: "mallory",
      text: "Is it <b>remote</b>?",
      anchor: "issuecomment-7",
      rationed: true,
    });
  });

  it("is not told if a program wrote it", () => {
    expect(toldAfter(says(bot, "Hello."), says("robot[bot]", "Hello."))).toEqual([]);
  });

  it("is told without the command that it begins with, and not at all if that is all", () => {
    expect(toldAfter(says("rita", "/claim"), says("rita", "/nonsense at all"))).toEqual([]);
    const facts = following(newPost, says("rita", "/claim\r\n\r\nI know them."));
    expect(events(facts)?.at(-1)).toMatchObject({ text: "I know them." });
  });

  it("is told if it is on lines of the text, or stands in a review", () => {
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

describe("a request of changes", () => {
  const request = says("rita", "/request-changes formatting Fix the list.", { id: 5 });

  it("is told with its reason, once it is carried out", () => {
    expect(toldAfter(request)).toEqual([]);
    expect(events(following(newPost, request, botRuns))?.at(-1)).toEqual({
      what: "changes-requested",
      by: "rita",
      reason: "formatting",
      text: "Fix the list.",
      anchor: "issuecomment-5",
    });
  });

  it("is told if it is given with GitHub’s button", () => {
    const facts = following(newPost, reviews("rita", "changes-requested", { body: "Where?" }));
    expect(events(facts)?.at(-1)).toMatchObject({ what: "changes-requested", text: "Where?" });
  });

  it("is a comment where it does not count, because a stranger wrote it", () => {
    const given = reviews("mallory", "changes-requested", { body: "Where?" });
    expect(toldAfter(given)).toEqual(["commented-pullrequestreview-200"]);
    expect(toldAfter(says("mallory", "/request-changes formatting\nPlease."), botRuns)).toEqual([
      "commented-issuecomment-100",
    ]);
  });
});

describe("a rejection", () => {
  it("is told with its reason, once the pull request is closed", () => {
    const facts = following(newPost, says("rita", "/reject not-python", { id: 5 }), botRuns);
    expect(events(facts)?.at(-1)).toMatchObject({ what: "rejected", reason: "not-python" });
  });

  it("is told if a reviewer just closes it, and not if its author does", () => {
    expect(toldAfter(closes("rita"), botRuns)).toEqual(["rejected-event-1"]);
    expect(toldAfter(closes("anna"), botRuns)).toEqual([]);
  });
});

describe("an approval", () => {
  const approval = says("rita", "/approve");

  it("is told once it is merged, not while it is only planned", () => {
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

  it("of a change says that it is one; of a closing nothing is told", () => {
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
    expect([closed.pull.state, told(closed)]).toEqual([
      "merged",
      expect.not.arrayContaining(["approved"]),
    ]);
  });
});

describe("what is no news any more", () => {
  it("is not told", () => {
    expect(told(following(newPost, waits({ days: newsDays })))).toEqual([]);
    expect(told(following(newPost, waits({ days: newsDays - 1 })))).toEqual(["submitted"]);
  });
});
