import { describe, expect, it } from "vitest";
import type { Edited, Heard } from "./standing.ts";
import { becomesPublic, standingOf } from "./standing.ts";

const address = "https://github.com/example-org/python-job-board/pull/7";
const saved: Edited = {
  slug: "2026-11-22-example",
  ...{ isNew: false, hasChanged: false, isSaved: true, isSent: false, busy: null },
};
const none: Heard = { state: "none" };
const words = { by: "rita", text: "How much of it is Python?" };

function sent(state: "open" | "closed" | "merged", label?: string, said?: typeof words): Heard {
  return { state, address, label, words: said };
}

type Row = [string, Partial<Edited>, Heard, { mark: string; send?: string; links?: string[] }];

const again = "Send for review again";
const conversation = ["conversation"];
const both = ["conversation", "mine"];

const rows: Row[] = [
  ["is new", { isNew: true, isSaved: false }, none, { mark: "Not saved yet" }],
  ["is new and written in", { isNew: true, hasChanged: true }, none, { mark: "Not saved yet" }],
  ["is being saved", { busy: "saving" }, none, { mark: "Saving…" }],
  ["is being sent", { busy: "sending" }, none, { mark: "Sending…" }],
  [
    "is saved, and was never sent",
    {},
    none,
    { mark: "Saved, but not sent", send: "Send for review" },
  ],
  [
    "is saved, and has changed since",
    { hasChanged: true },
    none,
    { mark: "Changes not saved yet" },
  ],
  ["was sent a moment ago", { isSent: true }, none, { mark: "Sent", links: ["mine"] }],
  ["is sent, before the bot has looked", {}, sent("open"), { mark: "Sent", links: both }],
  ["waits", {}, sent("open", "waiting"), { mark: "Sent, waiting for a reviewer", links: both }],
  [
    "is claimed",
    {},
    sent("open", "claimed"),
    { mark: "Sent, a reviewer is looking at it", links: both },
  ],
  [
    "is to be changed",
    {},
    sent("open", "changes requested"),
    { mark: "A reviewer asks for a change", links: conversation },
  ],
  [
    "is invalid",
    {},
    sent("open", "invalid"),
    { mark: "It cannot be listed like this", links: conversation },
  ],
  [
    "is refused",
    {},
    sent("open", "refused"),
    { mark: "It cannot be taken like this", links: conversation },
  ],
  [
    "is marked as unfinished",
    {},
    sent("open", "draft"),
    { mark: "Not finished", links: conversation },
  ],
  ["is about to be merged", {}, sent("open", "approved"), { mark: "Approved", links: both }],
  [
    "is rejected",
    {},
    sent("closed", "rejected"),
    { mark: "Not taken", send: again, links: conversation },
  ],
  [
    "is closed, before the bot has looked",
    {},
    sent("closed"),
    { mark: "Not taken", send: again, links: conversation },
  ],
  [
    "is rejected, and changed",
    { hasChanged: true },
    sent("closed", "rejected"),
    { mark: "Changes not saved yet" },
  ],
  [
    "is taken back",
    {},
    sent("closed", "withdrawn"),
    { mark: "Taken back", send: again, links: conversation },
  ],
  ["is merged", {}, sent("merged"), { mark: "Approved", links: ["page", "conversation"] }],
  ["is listed", { isSaved: false }, none, { mark: "On the board", links: ["page"] }],
  [
    "is listed, and changed",
    { isSaved: false, hasChanged: true },
    none,
    { mark: "Changes not saved yet" },
  ],
  ["is not known yet", {}, { state: "asking" }, { mark: "Saved" }],
  ["is not told of by GitHub", {}, { state: "silent" }, { mark: "Saved", links: ["mine"] }],
];

describe("a post in the editor that", () => {
  it.each(rows)("%s", (_name, changes, heard, { mark, send, links = [] }) => {
    const standing = standingOf({ ...saved, ...changes }, heard);
    expect([standing.mark, standing.send, standing.links]).toEqual([mark, send, links]);
  });
});

describe("a reviewer’s words", () => {
  it.each([
    ["are shown beside what is asked for", {}, sent("open", "changes requested", words)],
    [
      "stay in sight while it is mended",
      { hasChanged: true },
      sent("open", "changes requested", words),
    ],
    ["are shown beside a rejection", {}, sent("closed", "rejected", words)],
  ])("%s", (_name, changes, heard) => {
    expect(standingOf({ ...saved, ...changes }, heard).words).toEqual(words);
  });

  it("make it needless to look elsewhere why a post was not taken", () => {
    expect(standingOf(saved, sent("closed", "rejected")).text).toContain("conversation says why");
    expect(standingOf(saved, sent("closed", "rejected", words)).text).not.toContain("conversation");
  });
});

describe("changes that are not saved", () => {
  it("need no second sending where the reviewers have the post already", () => {
    const changed = { ...saved, hasChanged: true };
    expect(standingOf(changed, sent("open", "waiting")).text).toContain("no need to send it again");
    expect(standingOf(changed, none).text).toContain("Then you can send it");
  });
});

describe("the words", () => {
  it("are none of Git’s, nor of Decap’s", () => {
    const texts = rows.map(([, changes, heard]) => standingOf({ ...saved, ...changes }, heard));
    const all = texts.flatMap(({ mark, text, send = "" }) => [mark, text, send]).join("\n");
    expect(`${all}\n${becomesPublic}`).not.toMatch(
      /\b(?:branch|fork|pull request|commit|entry|merged?|repository|publish\w*)\b/i,
    );
  });

  it("say beside the button what becomes public", () => {
    for (const what of ["text", "e-mail address", "GitHub name", "history"]) {
      expect(becomesPublic).toContain(what);
    }
  });
});
