import { describe, expect, it } from "vitest";
import { becomesPublic } from "#words/editor.ts";
import { statusWords } from "#words/status.ts";
import type { SubmissionStatus } from "../src/board/review/label-names.ts";
import type { KnownSubmission, OpenPost } from "./submission-status.ts";
import { statusNotice } from "./submission-status.ts";

const address = "https://github.com/example-org/python-job-board/pull/7";
const saved: OpenPost = {
  slug: "2026-11-22-example",
  ...{ isNew: false, hasChanged: false, isSaved: true, isSent: false, busy: null },
};
const none: KnownSubmission = { state: "none" };
const comment = { by: "rita", text: "How much of it is Python?" };

function sent(
  state: "open" | "closed" | "merged",
  status?: SubmissionStatus,
  by?: typeof comment,
): KnownSubmission {
  return { state, address, status, comments: by ? [by] : [], problems: [] };
}

type Row = [
  string,
  Partial<OpenPost>,
  KnownSubmission,
  { label: string; send?: string; links?: string[] },
];

const again = "Send for review again";
const discussion = ["discussion"];
const both = ["discussion", "mine"];
const labelOf = (status: keyof typeof statusWords) => statusWords[status].label;

const rows: Row[] = [
  ["is new", { isNew: true, isSaved: false }, none, { label: "Not saved" }],
  ["is new and written in", { isNew: true, hasChanged: true }, none, { label: "Not saved" }],
  ["is being saved", { busy: "saving" }, none, { label: "Saving…" }],
  ["is being sent", { busy: "sending" }, none, { label: "Sending…" }],
  ["is saved, and was never sent", {}, none, { label: "Draft saved", send: "Send for review" }],
  ["is saved, and has changed since", { hasChanged: true }, none, { label: "Changes not saved" }],
  ["was just sent", { isSent: true }, none, { label: "Sent", links: ["mine"] }],
  ["is sent, before the bot has checked it", {}, sent("open"), { label: "Sent", links: both }],
  ["is waiting", {}, sent("open", "waiting"), { label: labelOf("waiting"), links: both }],
  ["is claimed", {}, sent("open", "claimed"), { label: labelOf("claimed"), links: both }],
  [
    "has changes requested",
    {},
    sent("open", "changes-requested"),
    { label: labelOf("changes-requested"), links: discussion },
  ],
  ["is invalid", {}, sent("open", "invalid"), { label: labelOf("invalid"), links: discussion }],
  ["is refused", {}, sent("open", "refused"), { label: labelOf("refused"), links: discussion }],
  ["is a draft", {}, sent("open", "draft"), { label: labelOf("draft"), links: discussion }],
  [
    "is about to be merged",
    {},
    sent("open", "approved"),
    { label: labelOf("approved"), links: both },
  ],
  [
    "is rejected",
    {},
    sent("closed", "rejected"),
    { label: labelOf("rejected"), send: again, links: discussion },
  ],
  [
    "is closed, before the bot has checked it",
    {},
    sent("closed"),
    { label: labelOf("rejected"), send: again, links: discussion },
  ],
  [
    "is rejected, and changed",
    { hasChanged: true },
    sent("closed", "rejected"),
    { label: "Changes not saved" },
  ],
  [
    "is withdrawn",
    {},
    sent("closed", "withdrawn"),
    { label: labelOf("withdrawn"), send: again, links: discussion },
  ],
  ["is merged", {}, sent("merged"), { label: labelOf("approved"), links: ["page", "discussion"] }],
  ["is listed", { isSaved: false }, none, { label: "On the board", links: ["page"] }],
  [
    "is listed, and changed",
    { isSaved: false, hasChanged: true },
    none,
    { label: "Changes not saved" },
  ],
  ["is still loading", {}, { state: "loading" }, { label: "Saved" }],
  ["is unavailable", {}, { state: "unavailable" }, { label: "Saved", links: ["mine"] }],
];

describe("a post in the editor that", () => {
  it.each(rows)("%s", (_name, changes, submission, { label, send, links = [] }) => {
    const notice = statusNotice({ ...saved, ...changes }, submission);
    expect([notice.label, notice.send, notice.links]).toEqual([label, send, links]);
  });
});

describe("a reviewer’s comment", () => {
  it.each([
    ["is shown with the requested changes", {}, sent("open", "changes-requested", comment)],
    [
      "stays in view while the post is edited",
      { hasChanged: true },
      sent("open", "changes-requested", comment),
    ],
    ["is shown with a rejection", {}, sent("closed", "rejected", comment)],
  ])("%s", (_name, changes, submission) => {
    expect(statusNotice({ ...saved, ...changes }, submission).comments).toEqual([comment]);
  });

  it("makes a look at the discussion unnecessary", () => {
    expect(statusNotice(saved, sent("closed", "rejected")).text).toContain("See the discussion");
    const { text } = statusNotice(saved, sent("closed", "rejected", comment));
    expect(text).not.toContain("discussion");
  });
});

describe("unsaved changes of a post in review", () => {
  it("do not have to be sent again", () => {
    const changed = { ...saved, hasChanged: true };
    expect(statusNotice(changed, sent("open", "waiting")).text).toContain("do not need to send");
    expect(statusNotice(changed, none).text).toContain("Then you can send");
  });
});

describe("the texts", () => {
  it("are not those of Git or Decap", () => {
    const texts = rows.map(([, changes, submission]) =>
      statusNotice({ ...saved, ...changes }, submission),
    );
    const all = texts.flatMap(({ label, text, send = "" }) => [label, text, send]).join("\n");
    expect(`${all}\n${becomesPublic}`).not.toMatch(
      /\b(?:branch|fork|pull request|commit|entry|merged?|repository)\b/i,
    );
  });

  it("say what becomes public", () => {
    for (const what of ["text", "email address", "GitHub username", "history"]) {
      expect(becomesPublic).toContain(what);
    }
  });
});
