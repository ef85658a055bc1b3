/** Adds to the board in numbers what the posts themselves cannot tell: for which reasons others were not taken. */
import { elementById, make } from "./elements.ts";
import { askGitHub, failureText } from "./github.ts";
import type { RefusedPost } from "./refusals.ts";
import { countRefusals } from "./refusals.ts";

const section = elementById("refused");
const status = elementById("status");
const { api = "", since = "", limit = "", reasons = "{}" } = section.dataset;

await showRefusals();

async function showRefusals(): Promise<void> {
  section.hidden = false;
  status.textContent = "Asking GitHub…";
  const answer = await askGitHub(api);
  if (!answer.ok) {
    status.textContent = failureText(answer.failure);
    return;
  }
  const posts = answer.value as readonly RefusedPost[];
  const found = countRefusals(posts, JSON.parse(reasons), since);
  const last =
    posts.length < Number(limit)
      ? ""
      : ` Of the last ${limit} alone, for GitHub gives no more in one answer.`;
  const count = found.total === 1 ? "One post was" : `${found.total || "No"} posts were`;
  status.textContent = `${count} not taken in the same time.${last}`;
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
