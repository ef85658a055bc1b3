/** Shows the submissions that are open, from one question to GitHub. */
import { elementById, make } from "./elements.ts";
import { askGitHub, failureText } from "./github.ts";
import { thisMoment } from "./moment.ts";
import type { ListedIssue, Submission } from "./queue.ts";
import { ageText, claimed, queueOf, waiting } from "./queue.ts";

/** What the filters are called in the page, and the states that they let through. */
const filterStates: Readonly<Record<string, string>> = { waiting, claimed };

const { api = "", pull = "", issue = "", preview = "", limit = "" } = elementById("queue").dataset;
const status = elementById("status");
const filters = elementById("filters");

await showQueue();

async function showQueue(): Promise<void> {
  status.textContent = "Asking GitHub…";
  const answer = await askGitHub(api);
  if (!answer.ok) {
    status.textContent = failureText(answer.failure);
    return;
  }
  const issues = answer.value as readonly ListedIssue[];
  elementById("more").hidden = issues.length < Number(limit);
  const queue = queueOf(issues);
  if (queue.length === 0) {
    status.textContent = "Nothing waits for review.";
    return;
  }
  const now = thisMoment();
  const rows = queue.map((submission) => ({ submission, row: rowOf(submission, now) }));
  const list = make("ul", { className: "posts" }, ...rows.map(({ row }) => row));
  elementById("queue").append(list);
  filters.hidden = false;

  const applyFilter = () => {
    const chosen = filters.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
    const wanted = filterStates[chosen];
    let shown = 0;
    for (const { submission, row } of rows) {
      row.hidden = wanted !== undefined && submission.state !== wanted;
      if (!row.hidden) shown++;
    }
    list.hidden = shown === 0;
    const all = `${queue.length} to review`;
    status.textContent = shown === queue.length ? all : `${shown || "None"} of ${all}`;
  };
  filters.addEventListener("change", applyFilter);
  applyFilter();
}

function rowOf(submission: Submission, now: number): HTMLLIElement {
  const { number, isPost, title, openedAt, author, kind, state, answered, holders } = submission;
  const conversation = (isPost ? pull : issue) + number;
  const link = (href: string, text: string) => make("a", { href }, text);
  const mark = (text: string, look = "") => make("span", { className: `mark ${look}` }, text);
  const about = [`#${number}`, kind, ...(author ? [`by ${author}`] : [])].join(" · ");
  return make(
    "li",
    {},
    make("h2", {}, make("a", { href: conversation, dir: "auto" }, title)),
    make("p", { className: "at" }, about),
    make(
      "div",
      { className: "terms" },
      make(
        "p",
        {},
        mark(state ?? "not checked yet", state === waiting ? "new" : ""),
        ...(answered ? [" ", mark("answered", "soon")] : []),
      ),
      ...(holders.length > 0 ? [make("p", {}, `Held by ${holders.join(", ")}`)] : []),
    ),
    make(
      "p",
      { className: "tags" },
      ...(isPost ? [link(preview + number, "Preview")] : []),
      link(conversation, isPost ? "Pull request" : "Issue"),
    ),
    make("p", { className: "when" }, make("time", { dateTime: openedAt }, ageText(openedAt, now))),
  );
}
