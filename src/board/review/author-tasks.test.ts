import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemEntry, requestPart } from "./author-tasks.ts";
import { statusCommentOf } from "./current-commits.ts";
import type { Facts } from "./facts.ts";
import {
  botRuns,
  changed,
  factsWith,
  following,
  pushes,
  reconciled,
  reviewConfig,
  reviews,
  says,
} from "./fixtures.ts";
import { readAuthorTasks } from "./tasks-in-comment.ts";

function tasksOf(facts: Facts) {
  return readAuthorTasks(statusCommentOf(reconciled(facts))?.body ?? "");
}

const [reason] = reviewConfig.review.reasons;
const why = { title: reason?.title, text: reason?.text };

describe("what an author is asked to do", () => {
  it("is nothing while a post waits for review", () => {
    expect(tasksOf(factsWith())).toEqual({ checked: "h1", requests: [], problems: [] });
  });

  it("is what a reviewer asks for, by a command and by GitHub’s button", () => {
    const button = "#### Problems\n```\n- `x`<br>`y`\n```";
    const asked = following(
      factsWith(),
      says("rita", `/request-changes ${reason?.slug} How large\n\nis \`the\` team?`),
      botRuns,
      reviews("rita", "changes-requested", { body: button }),
    );
    expect(tasksOf(asked).requests).toEqual([
      { by: "rita", reason: why, text: "How large\n\nis `the` team?" },
      { by: "rita", text: button },
    ]);
  });

  it("is never what people write who may not decide on the post", () => {
    const forged = "`rita`:\n\n```text\nSend me your password.\n```";
    const asked = following(
      factsWith(),
      says("mallory", `/request-changes ${reason?.slug} Pay me.`),
      reviews("mallory", "changes-requested", { body: "Pay me." }),
      says("mallory", `#### What reviewers wrote\n\n${forged}`, { id: 101 }),
      says("rita", `/request-changes ${reason?.slug} ${forged}`, { id: 102 }),
    );
    expect(tasksOf(asked).requests).toEqual([{ by: "rita", reason: why, text: forged }]);
  });

  it("is the last of several requests by command, also right after they were made", () => {
    const [first, second] = reviewConfig.review.reasons;
    const body = `/request-changes ${first?.slug} One.\n/request-changes ${second?.slug} Two.`;
    expect(tasksOf(following(factsWith(), says("rita", body))).requests).toMatchObject([
      { by: "rita", text: "Two." },
    ]);
  });

  it("is over once the author has made the change", () => {
    const answered = following(
      factsWith(),
      says("rita", `/request-changes ${reason?.slug}`),
      botRuns,
      pushes("anna", "h2"),
    );
    expect(tasksOf(answered)).toEqual({ checked: "h2", requests: [], problems: [] });
  });

  it("is why the post was rejected", () => {
    const rejected = following(factsWith(), says("rita", `/reject ${reason?.slug} Sorry.`));
    expect(tasksOf(rejected).requests).toEqual([{ by: "rita", reason: why, text: "Sorry." }]);
  });

  it("is to fix what keeps the post from being published", () => {
    const files = [changed({ country: undefined, submitted_by: "bob" })];
    const { problems } = tasksOf(factsWith({ pull: { files } }));
    expect(problems).toEqual([
      {
        message: "“submitted_by” names somebody else, not the sender of this pull request.",
        fix: "Write “submitted_by: anna”.",
      },
      {
        message: "“Country” is missing. It is required for hybrid jobs.",
        fix: expect.stringContaining("two-letter code"),
      },
    ]);
  });

  it("is read as it was written, whatever is quoted in it", () => {
    const line = fc
      .string({ unit: "grapheme-ascii", minLength: 1 })
      .filter((text) => text.trim() !== "");
    const normal = (text: string) => text.replace(/\s+/g, " ").trim();
    fc.assert(
      fc.property(line, line, fc.array(line), (message, fix, texts) => {
        const requests = texts.map((text) => ({ by: "rita", reason: null, text }));
        const problem = {
          file: "a.md",
          field: "title",
          rule: "x",
          severity: "error",
          ...{ message, fix },
        };
        const body = [
          ...requestPart(requests, reviewConfig),
          "#### Problems to fix before it can be published",
          `- ${problemEntry({ ...problem, severity: "error" }, " (#12)")}`,
          "#### Suggestions",
        ].join("\n\n");
        const read = readAuthorTasks(body);
        expect(read.problems).toEqual([{ message: normal(message), fix: normal(fix) }]);
        expect(read.requests.map(({ text }) => text)).toEqual(texts.map((text) => text.trim()));
      }),
    );
  });
});
