/** Shows somebody their posts: from the board's own list, and from one question to GitHub. */
import type { OwnedPosts } from "../../board/listing/owned-posts.ts";
import type { RequestType } from "../../board/requests/request-form.ts";
import { requestPath, requestTitle } from "../../board/requests/request-form.ts";
import { elementById, make } from "./elements.ts";
import type { Answer } from "./github.ts";
import { askGitHub, failureText } from "./github.ts";
import { knownLogin, rememberLogin } from "./known-login.ts";
import { thisMoment } from "./moment.ts";
import type { Deed, Group, MyPost, SentPull } from "./my-posts.ts";
import { groupTitles, loginIn, myPosts, summaryText } from "./my-posts.ts";

const {
  api = "",
  limit = "",
  list = "",
  pull = "",
  preview = "",
  ...site
} = elementById("mine").dataset;
const form = elementById("who") as HTMLFormElement;
const input = elementById("login") as HTMLInputElement;
const forget = elementById("forget");
const status = elementById("status");
const found = elementById("found");
const gitHubList = elementById("all") as HTMLAnchorElement;

const nothing: OwnedPosts = { asOf: "", reasons: {}, posts: [] };

/** Counts the questions: the answer to an earlier one must not replace that to a later one. */
let asked = 0;

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const login = loginIn(input.value);
  if (login) {
    rememberLogin(login);
    history.replaceState(null, "", `?${new URLSearchParams({ login })}`);
  }
  void show(login);
});
forget.addEventListener("click", () => {
  rememberLogin(undefined);
  history.replaceState(null, "", location.pathname);
  asked++;
  clear("The name is forgotten.");
  forget.hidden = true;
  input.value = "";
  input.focus();
});

const given = new URLSearchParams(location.search).get("login") ?? knownLogin();
if (given) {
  input.value = given;
  await show(loginIn(given));
}

async function show(login: string | undefined): Promise<void> {
  const question = ++asked;
  forget.hidden = false;
  if (!login) {
    clear(
      "A GitHub name has letters, digits and hyphens only. Yours stands on your page at GitHub.",
    );
    return;
  }
  clear("Asking GitHub…");
  gitHubList.href = gitHubList.href.replace(/author.*/, encodeURIComponent(`author:${login}`));
  const [sent, board] = await Promise.all([
    askGitHub(api + encodeURIComponent(login)),
    readBoard(site.posts ?? ""),
  ]);
  if (question !== asked) return;
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
    return undefined; // The network's fault; the page says so.
  }
}

function statusText(
  login: string,
  sent: Answer,
  board: OwnedPosts | undefined,
  groups: readonly Group[],
): string {
  const summary = summaryText(login, groups);
  const unread = board ? "" : " The board’s own list could not be read: load this page again.";
  if (sent.ok) return (board || groups.length > 0 ? summary : "") + unread;
  const { failure } = sent;
  // GitHub’s word for a name that nobody has.
  const isUnknown = failure.kind === "refused" && failure.status === 422;
  const why = isUnknown ? `GitHub knows nobody called ${login}.` : failureText(failure);
  const rest = groups.length > 0 ? ` Here is only what has been on the board: ${summary}` : "";
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
    make("h2", {}, groupTitles[name]),
    make("ul", { className: "own" }, ...posts.map((post) => rowOf(post, name === "yours"))),
  );
}

function rowOf({ title, about, mark, words, deeds, id }: MyPost, isUrgent: boolean): HTMLElement {
  const deedsOf = (deed: Deed) => ("pull" in id ? pullDeed(deed, id.pull) : postDeed(deed, id));
  return make(
    "li",
    {},
    make("h3", {}, make("bdi", {}, title)),
    make("p", {}, make("bdi", {}, about)),
    make("p", {}, make("span", { className: isUrgent ? "mark soon" : "mark" }, mark), ` ${words}`),
    make("div", { className: "deeds" }, ...deeds.map(deedsOf)),
  );
}

function link(href: string, text: string): HTMLElement {
  return make("a", { href }, text);
}

function pullDeed(deed: Deed, number: number): HTMLElement {
  const conversation = pull + number;
  switch (deed) {
    case "preview":
      return link(preview + number, "See it as its readers will");
    case "mend":
      return link(`${conversation}/files`, "Mend it");
    case "read":
      return link(conversation, "Read what to change");
    case "why":
      return link(conversation, "Read why");
    case "again":
      return link(conversation, "Send it again");
    default:
      return link(conversation, "Open the conversation");
  }
}

type BoardPostId = Exclude<MyPost["id"], { pull: number }>;

function postDeed(deed: Deed, { slug, file }: BoardPostId): HTMLElement {
  switch (deed) {
    case "change":
      return link((site.change ?? "").replace(":slug", slug), "Change it");
    case "renew":
      return link(requestFor(slug, deed), "Renew it");
    case "filled":
      return link(requestFor(slug, deed), "Close it: the job is filled");
    case "remove":
      return link(requestFor(slug, deed), "Remove it");
    case "repost":
      return link(site.again + file, "Post it again");
    default:
      return link(`${list}${slug}/`, "See it");
  }
}

/** The form by which the board is asked to do something about a post. */
function requestFor(slug: string, type: RequestType): string {
  const post = new URL(`${list}${slug}/`, location.href).href;
  return site.repository + requestPath(post, type, requestTitle(slug));
}
