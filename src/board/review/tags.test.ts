import { describe, expect, it } from "vitest";
import { statusCommentOf } from "./current-commits.ts";
import { changePull } from "./facts-after.ts";
import { bot, factsWith, following, reconciled, says } from "./fixtures.ts";
import {
  lookTag,
  mailedTag,
  noticeTag,
  readLook,
  readMailed,
  readNoticeKey,
  statusTag,
  withMailed,
} from "./tags.ts";

const look = { sha: "h1", after: 3 };
const comment = `### A post\n\n${lookTag(look)}\n\n${statusTag}`;

describe("the record of sent messages in the bot’s comment", () => {
  it("is empty at first", () => {
    expect(readMailed(comment)).toEqual([]);
  });

  it("is where the bot writes it", () => {
    const body = `### A post\n\n${mailedTag(["submitted.team"])}\n\n${lookTag(look)}\n\n${statusTag}`;
    expect(withMailed(comment, ["submitted.team"])).toBe(body);
    expect(withMailed(body, ["submitted.team", "comment-7.team"])).toBe(
      body.replace("submitted.team", "submitted.team comment-7.team"),
    );
    expect(readMailed(body)).toEqual(["submitted.team"]);
    expect(readLook(body)).toEqual(look);
  });

  it("is read with GitHub’s line endings, too", () => {
    const body = withMailed(comment, ["a", "b"]).replaceAll("\n", "\r\n");
    expect([readMailed(body), readLook(body)]).toEqual([["a", "b"], look]);
  });

  it("is added to a comment that ends with another tag", () => {
    const body = withMailed("Of mail.\n\n<!-- job-board: mail -->", ["a"]);
    expect(body).toBe(`Of mail.\n\n${mailedTag(["a"])}\n\n<!-- job-board: mail -->`);
  });

  it("is kept when the bot rewrites its comment", () => {
    const waiting = reconciled(factsWith());
    const known = following(waiting, (facts) =>
      changePull(facts, {
        comments: facts.pull.comments.map((each) => ({
          ...each,
          body: withMailed(each.body, ["submitted.team"]),
        })),
      }),
    );
    expect(reconciled(known)).toBe(known);
    const claimed = reconciled(following(known, says("rita", "/claim")));
    const [before, after] = [known, claimed].map((facts) => statusCommentOf(facts)?.body ?? "");
    expect(after).not.toBe(before);
    expect(readMailed(after ?? "")).toEqual(["submitted.team"]);
  });
});

describe("the key of a notice", () => {
  it("is read only from its end", () => {
    const notice = `Done.\n\n${noticeTag("answer-7")}`;
    expect(readNoticeKey(notice)).toBe("answer-7");
    expect(readNoticeKey(`${notice}\r\n`)).toBe("answer-7");
    expect(readNoticeKey(`${notice}\n\nAnd more.`)).toBeUndefined();
    expect(readNoticeKey(`> ${noticeTag("answer-7")}`)).toBeUndefined();
    expect(readNoticeKey(comment)).toBeUndefined();
  });
});

describe("a tag in a stranger’s text", () => {
  it("is ignored, because it is not a separate line", () => {
    const forged = `### \`${mailedTag(["submitted.team"])} ${lookTag({ sha: "x", after: 0 })}\``;
    const body = comment.replace("### A post", forged);
    expect([readMailed(body), readLook(body)]).toEqual([[], look]);
  });
});

it("only the bot’s own comment counts as the status comment", () => {
  const facts = factsWith();
  expect(statusCommentOf(following(facts, says("mallory", comment)))).toBeUndefined();
  expect(statusCommentOf(following(facts, says(bot, comment)))).toBeDefined();
});
