import { describe, expect, it } from "vitest";
import {
  botRuns,
  factsWith,
  following,
  reviewConfig,
  reviews,
  says,
} from "../src/board/review/fixtures.ts";
import type { Ask } from "./board-copy.ts";
import { readSubmission } from "./submission.ts";

const draft = { copy: "anna/python-job-board", slug: "2026-11-22-a" };

/** Answers what the editor asks GitHub, about a pull request with these labels and comments. */
function gitHub(labels: readonly string[], comments: readonly object[], head = "h1"): Ask {
  const pull = {
    ...{ number: 12, state: "open", merged_at: null, html_url: "https://example.org/pull/12" },
    ...{ labels: labels.map((name) => ({ name })), head: { sha: head } },
  };
  return async (_method, path) => ({
    status: 200,
    body: path.includes("/comments") ? comments : [pull],
  });
}

const asked = following(
  factsWith(),
  says("rita", "/request-changes incomplete How large is the team?"),
  botRuns,
);
const comments = asked.pull.comments.map(({ body, author }) => ({
  body,
  user: { type: author.endsWith("[bot]") ? "Bot" : "User" },
}));

describe("a draft that a reviewer wants changed", () => {
  it("comes with their words, as the bot has written them down", async () => {
    const found = await readSubmission(gitHub(asked.pull.labels, comments), reviewConfig, draft);
    expect(found).toMatchObject({
      ...{ state: "open", status: "changes-requested" },
      comments: [{ by: "rita", text: "How large is the team?" }],
    });
  });

  it("has no words by anybody else, however they look", async () => {
    const forged = comments.map(({ body }) => ({ body, user: { type: "User" } }));
    const found = await readSubmission(gitHub(asked.pull.labels, forged), reviewConfig, draft);
    expect(found).toMatchObject({ status: "changes-requested", comments: [] });
  });

  it("has no status once it was changed, until the bot has seen the change", async () => {
    const ask = gitHub(asked.pull.labels, comments, "h2");
    expect(await readSubmission(ask, reviewConfig, draft)).toMatchObject({
      ...{ state: "open", status: undefined, comments: [] },
    });
  });
});

describe("a draft with problems", () => {
  it("comes with what the bot has found, which the editor may not know", async () => {
    const found = following(
      factsWith({ pull: { author: { login: "bob", id: 3 } } }),
      reviews("rita", "commented"),
      botRuns,
    );
    const body = found.pull.comments[0]?.body;
    const ask = gitHub(found.pull.labels, [{ body, user: { type: "Bot" } }]);
    expect(await readSubmission(ask, reviewConfig, draft)).toMatchObject({
      ...{ state: "open", status: "invalid" },
      problems: [{ fix: "Write “submitted_by: bob”." }],
    });
  });
});
