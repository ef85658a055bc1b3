/** Adds to the statistics why posts were rejected, which only GitHub knows. */
import { loading } from "#words/github-answers.ts";
import { latestOnly, rejectedPosts } from "#words/statistics.ts";
import { askGitHub, failureText } from "./github.ts";
import { elementById, make } from "./page.ts";
import type { RefusedPost } from "./refusals.ts";
import { countRefusals } from "./refusals.ts";

const section = elementById("refused");
const status = elementById("status");
const { api = "", since = "", limit = "", reasons = "{}" } = section.dataset;

await showRefusals();

async function showRefusals(): Promise<void> {
  section.hidden = false;
  status.textContent = loading;
  const answer = await askGitHub(api);
  if (!answer.ok) {
    status.textContent = failureText(answer.failure);
    return;
  }
  const posts = answer.value as readonly RefusedPost[];
  const found = countRefusals(posts, JSON.parse(reasons), since);
  const note = posts.length < Number(limit) ? "" : ` ${latestOnly(Number(limit))}`;
  status.textContent = rejectedPosts(found.total) + note;
  elementById("refusals").hidden = found.total === 0;
  elementById("reasons").replaceChildren(
    ...found.reasons.map(({ title, count: posts }) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, title),
        make("td", { className: "number" }, String(posts)),
      ),
    ),
  );
}
