/** Shows people their posts, from the board’s own list and one request to GitHub. */

import { loading } from "#words/github-answers.ts";
import * as words from "#words/my-posts.ts";
import type { OwnedPosts } from "../../board/listing/owned-posts.ts";
import { readLogin } from "../../board/login.ts";
import type { RequestType } from "../../board/requests/request-form.ts";
import { requestPath, requestTitle } from "../../board/requests/request-form.ts";
import type { Answer } from "./github.ts";
import { askGitHub, failureText } from "./github.ts";
import { knownLogin, rememberLogin } from "./known-login.ts";
import type { Action, Group, MyPost, SentPull } from "./my-posts.ts";
import { myPosts, summaryText } from "./my-posts.ts";
import { elementById, make, thisMoment } from "./page.ts";

const {
  api = "",
  limit = "",
  list = "",
  pull = "",
  preview = "",
  correct = "",
  ...site
} = elementById("mine").dataset;
const form = elementById("who") as HTMLFormElement;
const input = elementById("login") as HTMLInputElement;
const forget = elementById("forget");
const status = elementById("status");
const found = elementById("found");
const gitHubList = elementById("all") as HTMLAnchorElement;

const nothing: OwnedPosts = { asOf: "", reasons: {}, posts: [] };

/** Counts the requests, so that a late answer to an earlier one does not replace that to a later one. */
let requests = 0;

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const login = readLogin(input.value);
  if (login) {
    rememberLogin(login);
    history.replaceState(null, "", `?${new URLSearchParams({ login })}`);
  }
  void show(login);
});
forget.addEventListener("click", () => {
  rememberLogin(undefined);
  history.replaceState(null, "", location.pathname);
  requests++;
  clear(words.forgotten);
  forget.hidden = true;
  input.value = "";
  input.focus();
});

const given = new URLSearchParams(location.search).get("login") ?? knownLogin();
if (given) {
  input.value = given;
  await show(readLogin(given));
}

async function show(login: string | undefined): Promise<void> {
  const request = ++requests;
  forget.hidden = false;
  if (!login) {
    clear(words.wrongUsername);
    return;
  }
  clear(loading);
  gitHubList.href = gitHubList.href.replace(/author.*/, encodeURIComponent(`author:${login}`));
  const [sent, board] = await Promise.all([
    askGitHub(api + encodeURIComponent(login)),
    readBoard(site.posts ?? ""),
  ]);
  if (request !== requests) return;
  const pulls = sent.ok ? (sent.value as readonly SentPull[]) : [];
  const groups = myPosts(login, pulls, board ?? nothing, thisMoment());
  found.replaceChildren(...groups.map(sectionOf));
  elementById("more").hidden = pulls.length < Number(limit);
  status.textContent = statusText(login, sent, board, groups);
}

async function readBoard(address: string): Promise<OwnedPosts | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined; // Network trouble, which the page reports.
  }
}

function statusText(
  login: string,
  sent: Answer,
  board: OwnedPosts | undefined,
  groups: readonly Group[],
): string {
  const summary = summaryText(login, groups);
  const unread = board ? "" : ` ${words.boardUnread}`;
  if (sent.ok) return (board || groups.length > 0 ? summary : "") + unread;
  const { failure } = sent;
  // GitHub’s answer for a username that nobody has.
  const isUnknown = failure.kind === "refused" && failure.status === 422;
  const why = isUnknown ? words.unknownUser(login) : failureText(failure);
  const rest = groups.length > 0 ? ` ${words.boardOnly(summary)}` : "";
  return why + rest + unread;
}

function clear(text: string): void {
  found.replaceChildren();
  elementById("more").hidden = true;
  status.textContent = text;
}

function sectionOf({ name, posts }: Group): HTMLElement {
  return make(
    "section",
    {},
    make("h2", {}, words.groups[name]),
    make("ul", { className: "own" }, ...posts.map((post) => rowOf(post, name === "yours"))),
  );
}

function rowOf({ title, about, badge, text, actions, id }: MyPost, isUrgent: boolean): HTMLElement {
  const addressOf = (action: Action) =>
    "pull" in id ? pullAddress(action, id.pull) : postAddress(action, id);
  const links = actions.map((action) =>
    make("a", { href: addressOf(action) }, words.actions[action]),
  );
  return make(
    "li",
    {},
    make("h3", {}, make("bdi", {}, title)),
    make("p", {}, make("bdi", {}, about)),
    make("p", {}, make("span", { className: isUrgent ? "mark soon" : "mark" }, badge), ` ${text}`),
    make("div", { className: "actions" }, ...links),
  );
}

function pullAddress(action: Action, number: number): string {
  if (action === "preview") return preview + number;
  return action === "fix" ? correct + number : pull + number;
}

type BoardPostId = Exclude<MyPost["id"], { pull: number }>;

function postAddress(action: Action, { slug }: BoardPostId): string {
  switch (action) {
    case "edit":
      return (site.change ?? "").replace(":slug", slug);
    case "renew":
    case "filled":
    case "remove":
      return requestFor(slug, action);
    case "repost":
      return site.again + slug;
    default:
      return `${list}${slug}/`;
  }
}

/** The form in which the board is asked to do something about a post. */
function requestFor(slug: string, type: RequestType): string {
  const post = new URL(`${list}${slug}/`, location.href).href;
  return site.repository + requestPath(post, type, requestTitle(slug));
}
