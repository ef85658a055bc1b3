/** Opens a post that was sent, or a listed one: loads it, shows what its author is asked to change, or what is in the way. */

import * as words from "#words/corrections.ts";
import { loading } from "#words/github-answers.ts";
import { taskHeadings } from "#words/status.ts";
import type { BoardConfig } from "../../../board/config.ts";
import type { Day } from "../../../board/days.ts";
import type { FormData } from "../../../board/form/form-data.ts";
import { problemText } from "../../../board/problem.ts";
import type { WordsForAuthor } from "../../../board/review/tasks-in-comment.ts";
import { elementById, make } from "../page.ts";
import { keptChanges } from "./draft.ts";
import { readListedPost } from "./listed-post.ts";
import type { ReadSentPost, SentPost } from "./sent-post.ts";
import { readSentPost } from "./sent-post.ts";

export type Opening = {
  /** Address of the repository in GitHub’s API. */
  api: string;
  config: BoardConfig;
  today: Day;
  form: HTMLFormElement;
  /** Shows the post in the form, and returns the messages of the problems that the form itself finds in it. */
  open: (post: SentPost, values: FormData) => ReadonlySet<string>;
  /** Lets the person send the text as a new post. */
  fillNew: (values: FormData) => void;
};

/** @param number of the pull request, as it is in the address of the page */
export async function openSentPost(number: string, opening: Opening): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(number)) {
    say(words.wrongNumber(number.slice(0, 20)), linkToMine(opening));
    return;
  }
  say(loading);
  show(await readSentPost(Number(number), opening), opening);
}

/** @param slug of the post, as it is in the address of the page */
export async function openListedPost(slug: string, opening: Opening): Promise<void> {
  say(loading);
  show(await readListedPost(slug, opening), opening);
}

function show(read: ReadSentPost, opening: Opening): void {
  if (read.kind === "obstacle") showObstacle(read, opening);
  else if (read.kind === "editable") showPost(read.post, opening);
  else {
    const { change = "" } = opening.form.dataset;
    location.replace(change.replace(":slug", read.slug));
  }
}

type Obstacle = Extract<ReadSentPost, { kind: "obstacle" }>;

function showObstacle({ message, leadsTo, form, reasons = [] }: Obstacle, opening: Opening): void {
  const { pull = "", gitHub = "" } = opening.form.dataset;
  const link = () => {
    if ("path" in leadsTo) return make("a", { href: gitHub + leadsTo.path }, words.file);
    return "pull" in leadsTo
      ? make("a", { href: pull + leadsTo.pull }, words.discussion)
      : linkToMine(opening);
  };
  say(message, link());
  showTasks([], reasons.map(problemText));
  if (form) opening.fillNew(form);
}

function linkToMine({ form }: Opening): HTMLAnchorElement {
  return make("a", { href: form.dataset.mine ?? "" }, words.myPosts);
}

function showPost(post: SentPost, opening: Opening): void {
  const { form, open } = opening;
  const { isListed, isOpen, isEmailed, id, login, tasks } = post;
  const modes = ["sent", isOpen ? "open" : "closed", ...(isEmailed ? ["emailed"] : [])];
  showMode(["change", ...(isListed ? ["listed"] : modes)]);
  const heading = document.querySelector("h1 > :not([hidden])")?.textContent ?? "";
  document.title = document.title.replace(/^.*?(?= · )/, heading);
  elementById("account").textContent = login;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-pull]")) {
    link.href = (form.dataset.pull ?? "") + id;
  }
  const kept = keptChanges(id);
  const isCurrent = kept?.hash === post.hash;
  const found = open(post, kept && isCurrent ? kept.form : post.form);
  form.hidden = false;
  say([statusOf(post), kept && isCurrent ? words.status.restored : ""].filter(Boolean).join(" "));
  const others = tasks.problems.filter(({ message }) => !found.has(message));
  showTasks(
    post.isUnchecked ? [] : tasks.requests,
    post.isUnchecked ? [] : others.map(problemText),
  );
  if (kept && !isCurrent) ask(() => open(post, kept.form));
}

function statusOf({ status, isOpen, isUnchecked }: SentPost): string {
  if (!isOpen) return words.status[status === "withdrawn" ? "withdrawn" : "rejected"];
  if (isUnchecked) return words.status.unchecked;
  if (status === "approved") return words.status.approved;
  return status === "waiting" || status === "claimed" ? words.status.waiting : "";
}

/** The post has changed on GitHub since the changes that are kept here were made. */
function ask(useChanges: () => void): void {
  const asking = elementById("asking");
  const { question, keep, button } = words.replaceByChanges;
  elementById("question").textContent = question;
  const [own, given] = [elementById("use-draft"), elementById("use-given")];
  own.textContent = keep;
  given.textContent = button;
  asking.hidden = false;
  const goOn = () => {
    asking.hidden = true;
    elementById("form").querySelector<HTMLElement>(".group :is(input, select, textarea)")?.focus();
  };
  own.onclick = () => {
    useChanges();
    goOn();
  };
  given.onclick = goOn;
}

/** What reviewers wrote, and what only the board could find. */
function showTasks(requests: readonly WordsForAuthor[], problems: readonly string[]): void {
  const tasks = elementById("tasks");
  tasks.replaceChildren(
    ...(requests.length > 0 ? [make("h2", {}, taskHeadings.requests)] : []),
    ...requests.map(quoteOf),
    ...(problems.length > 0 && requests.length > 0 ? [make("h2", {}, taskHeadings.problems)] : []),
    ...(problems.length > 0
      ? [make("ul", {}, ...problems.map((text) => make("li", {}, text)))]
      : []),
  );
  tasks.hidden = tasks.childElementCount === 0;
}

function quoteOf({ by, reason, text }: WordsForAuthor): HTMLElement {
  return make(
    "blockquote",
    {},
    ...(reason ? [make("p", {}, make("b", {}, `${reason.title}. `), reason.text)] : []),
    ...(text ? [make("p", { className: "said", dir: "auto" }, text)] : []),
    make("p", {}, `– ${by}`),
  );
}

/** Shows the parts of the page that belong to one of the given uses. */
function showMode(uses: readonly string[]): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-mode]")) {
    part.hidden = !part.dataset.mode?.split(" ").some((use) => uses.includes(use));
  }
}

function say(text: string, link?: HTMLAnchorElement): void {
  elementById("status").replaceChildren(text, ...(link ? [" ", link] : []));
}
