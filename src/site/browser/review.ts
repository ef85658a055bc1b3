/** Shows the open submissions and reports, from one request to GitHub. */

import { loading } from "#words/github-answers.ts";
import * as words from "#words/reviewer-pages.ts";
import { answeredName } from "../../board/review/label-names.ts";
import { ageText } from "./age.ts";
import { askGitHub, failureText } from "./github.ts";
import { elementById, make, thisMoment } from "./page.ts";
import type { ListedIssue, Submission } from "./queue.ts";
import { claimed, queueOf, waiting } from "./queue.ts";

/** The values of the filters, and the states that they let through. */
const filterStates: Readonly<Record<string, string>> = { waiting, claimed };

const { api = "", pull = "", issue = "", preview = "", limit = "" } = elementById("queue").dataset;
const status = elementById("status");
const filters = elementById("filters");

await showQueue();

async function showQueue(): Promise<void> {
  status.textContent = loading;
  const answer = await askGitHub(api);
  if (!answer.ok) {
    status.textContent = failureText(answer.failure);
    return;
  }
  const issues = answer.value as readonly ListedIssue[];
  elementById("more").hidden = issues.length < Number(limit);
  const queue = queueOf(issues);
  if (queue.length === 0) {
    status.textContent = words.queueIsEmpty;
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
    status.textContent = words.toReview(shown, queue.length);
  };
  filters.addEventListener("change", applyFilter);
  applyFilter();
}

function rowOf(submission: Submission, now: number): HTMLLIElement {
  const { number, isPost, title, openedAt, author, kind, state, answered, assignees } = submission;
  const address = (isPost ? pull : issue) + number;
  const link = (href: string, text: string) => make("a", { href }, text);
  const mark = (text: string, look = "") => make("span", { className: `mark ${look}` }, text);
  const about = [`#${number}`, kind, ...(author ? [words.author(author)] : [])].join(" · ");
  return make(
    "li",
    {},
    make("h2", {}, make("a", { href: address, dir: "auto" }, title)),
    make("p", { className: "at" }, about),
    make(
      "div",
      { className: "terms" },
      make(
        "p",
        {},
        mark(state ?? words.unchecked, state === waiting ? "new" : ""),
        ...(answered ? [" ", mark(answeredName, "soon")] : []),
      ),
      ...(assignees.length > 0 ? [make("p", {}, words.claimedBy(assignees))] : []),
    ),
    make(
      "p",
      { className: "tags" },
      ...(isPost ? [link(preview + number, words.preview)] : []),
      link(address, isPost ? words.pullRequest : words.issue),
    ),
    make("p", { className: "when" }, make("time", { dateTime: openedAt }, ageText(openedAt, now))),
  );
}
