import { describe, expect, it } from "vitest";
import { noticeTag } from "../src/board/review/tags.ts";
import { exampleConfig } from "../test/example-job.ts";
import { commentIn } from "./submission.ts";

const bot = { login: "github-actions[bot]", type: "Bot" };
const rita = { login: "rita", type: "User" };
const [reason] = exampleConfig.review.reasons;
const slug = reason?.slug ?? "";

function said(id: number, body: string, changes: object = {}) {
  const at = `2026-11-22T12:00:0${id}Z`;
  return { id, body, user: rita, author_association: "NONE", created_at: at, ...changes };
}

function review(id: number, body: string, changes: object = {}) {
  const by = { author_association: "COLLABORATOR", state: "CHANGES_REQUESTED" };
  return said(id, body, { ...by, ...changes });
}

describe("a reviewer’s comment for the author", () => {
  it("is the command that the bot has applied, with the board’s reason", () => {
    const command = said(1, `/request-changes ${slug} Say more.`);
    const answer = said(2, `Dear author\n\n${noticeTag("changes-1")}`, { user: bot });
    expect(commentIn([command, answer], [], exampleConfig)).toEqual({
      by: "rita",
      reason: { title: reason?.title, text: reason?.text },
      text: "Say more.",
    });
    expect(commentIn([command], [], exampleConfig)).toBeUndefined();
  });

  it("is never a stranger’s, who can press the same button and write the same command", () => {
    const forged = said(2, noticeTag("changes-1"));
    const command = said(1, `/reject ${slug} Go away.`);
    const stranger = review(3, "Go away.", { author_association: "CONTRIBUTOR" });
    expect(commentIn([command, forged], [stranger], exampleConfig)).toBeUndefined();
  });

  it("is the latest, of either kind", () => {
    const command = said(2, `/reject ${slug}`);
    const answer = said(3, noticeTag("rejected-2"), { user: bot });
    const first = review(1, "First.");
    expect(commentIn([command, answer], [first], exampleConfig)?.reason?.title).toBe(reason?.title);
    expect(commentIn([command, answer], [review(4, "Last.")], exampleConfig)?.text).toBe("Last.");
  });

  it("is also that of a reviewer in the settings without write access", () => {
    const settings = { ...exampleConfig.review, reviewers: [{ login: "Rita" }] };
    const config = { ...exampleConfig, review: settings };
    const listed = review(1, "Say more.", { author_association: "NONE" });
    expect(commentIn([], [listed], config)?.text).toBe("Say more.");
  });
});
