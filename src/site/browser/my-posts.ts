/** The posts of one person: what they sent, from GitHub, and what the board lists, with the status of each. */

import * as words from "#words/my-posts.ts";
import { statusWords } from "#words/status.ts";
import { dayText } from "../../board/day-text.ts";
import type { OwnedPost, OwnedPosts } from "../../board/listing/owned-posts.ts";
import { isSameLogin } from "../../board/login.ts";
import type { SubmissionStatus } from "../../board/review/label-names.ts";
import { kindNames, reasonIn, statusIn } from "../../board/review/label-names.ts";
import { namedPost } from "../../board/review/named-post.ts";
import { ageText } from "./age.ts";

/** What is needed of a pull request in https://docs.github.com/rest/issues/issues#list-repository-issues */
export type SentPull = {
  number: number;
  title: string;
  state: string;
  created_at: string;
  labels: readonly { name: string }[];
  /** Missing for issues that are not pull requests. */
  pull_request?: { merged_at: string | null };
};

/** What a person can do with a post. Each is a link, and following it changes nothing yet. */
export type Action = keyof typeof words.actions;

export type MyPost = {
  title: string;
  /** The company, or what was sent and when. */
  about: string;
  /** The status in a word or two. */
  badge: string;
  /** The status in a sentence or two. */
  text: string;
  actions: readonly Action[];
  /** What the addresses of its links are made of. */
  id: { pull: number } | { slug: string };
};

const kinds = Object.keys(kindNames) as (keyof typeof kindNames)[];

/** In their order on the page: what needs the person’s attention comes first. */
const groupNames = ["yours", "reviewers", "live", "refused", "closed"] as const;

export type GroupName = (typeof groupNames)[number];
export type Group = { name: GroupName; posts: readonly MyPost[] };

type PostStatus = Pick<MyPost, "badge" | "text" | "actions"> & { group: GroupName };
type GroupedPost = MyPost & { group: GroupName };

const yours: Readonly<Partial<Record<SubmissionStatus, readonly Action[]>>> = {
  draft: ["fix", "discuss", "preview", "withdraw"],
  invalid: ["fix", "readRequest", "preview", "withdraw"],
  "changes-requested": ["fix", "readRequest", "preview", "withdraw"],
  refused: ["discuss", "withdraw"],
};
const whileWaiting: readonly Action[] = ["fix", "discuss", "preview", "withdraw"];
const toReopen: readonly Action[] = ["fix", "readReason", "reopen"];
const whileListed: readonly Action[] = ["view", "edit", "renew", "filled", "remove"];
const onceClosed: readonly Action[] = ["view", "repost", "remove"];

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * All posts of a person: submissions that are not on the board, and posts there that are theirs.
 *
 * @param pulls what they have sent, in the order in which it is shown
 * @param now in milliseconds since 1970
 */
export function myPosts(
  login: string,
  pulls: readonly SentPull[],
  board: OwnedPosts,
  now: number,
): Group[] {
  const own = board.posts.filter(({ owners }) => owners.some((owner) => isSameLogin(owner, login)));
  const all = [
    ...pulls.flatMap((pull) => sentPost(pull, board, now)),
    ...own.map((post) => boardPost(post, now)),
  ];
  return groupNames
    .map((name) => ({ name, posts: all.filter(({ group }) => group === name) }))
    .filter(({ posts }) => posts.length > 0);
}

function sentPost(pull: SentPull, board: OwnedPosts, now: number): GroupedPost[] {
  const names = pull.labels.map(({ name }) => name);
  const label = statusIn(names);
  const kind = kinds.find((each) => names.includes(kindNames[each]));
  // Without any label it may be a post that was just sent, or a change to the program.
  const isFresh =
    pull.state === "open" &&
    names.length === 0 &&
    now - Date.parse(pull.created_at) < millisecondsPerDay;
  if (!pull.pull_request || !(label || kind || isFresh)) return [];
  const slug = reasonIn(names);
  const status = submissionStatus(pull, label, slug && board.reasons[slug], board.asOf);
  if (!status) return [];
  const sent = words.sent(kind ? words.kinds[kind] : words.anyKind, ageText(pull.created_at, now));
  const { title, company } = namedPost(pull.title);
  const about = company ? `${company} · ${sent}` : sent;
  // A request to close a post has no text to change.
  const isText = kind !== "closing" && kind !== "maintenance";
  const actions = status.actions.filter((action) => isText || action !== "fix");
  return [{ ...status, actions, title, about, id: { pull: pull.number } }];
}

/** `undefined` for what was merged and is on the board already. */
function submissionStatus(
  { state, pull_request: pull }: SentPull,
  label: SubmissionStatus | undefined,
  reason: string | undefined,
  asOf: string,
): PostStatus | undefined {
  if (pull?.merged_at) {
    const isOnBoard = Date.parse(pull.merged_at) <= Date.parse(asOf);
    return isOnBoard ? undefined : inReview("approved", ["discuss"]);
  }
  const isFinal = label === "rejected" || label === "withdrawn";
  if (state !== "open") {
    // A deletion: the board has closed the post instead, which is among its own.
    if (label === "approved") return undefined;
    const unknown = { badge: words.groups.closed, text: statusWords.rejected.next };
    const known = isFinal ? sentences(label, reason) : unknown;
    return { ...known, group: "refused", actions: toReopen };
  }
  // Reopened submissions keep their label until the bot has checked them.
  if (!label || isFinal) return inReview("sent", whileWaiting);
  const actions = yours[label];
  if (actions) return { ...sentences(label, reason), group: "yours", actions };
  return inReview(label, label === "approved" ? ["discuss"] : whileWaiting, reason);
}

function inReview(
  status: SubmissionStatus | "sent",
  actions: readonly Action[],
  reason?: string,
): PostStatus {
  return { ...sentences(status, reason), group: "reviewers", actions };
}

function sentences(
  status: SubmissionStatus | "sent",
  reason: string | undefined,
): Pick<PostStatus, "badge" | "text"> {
  const { label, summary, next } = statusWords[status];
  const why = reason && words.reasonGiven(reason);
  return { badge: label, text: [summary, why, next].filter(Boolean).join(" ") };
}

function boardPost(post: OwnedPost, now: number): GroupedPost {
  const { slug, title, company } = post;
  const about = { title, about: company, id: { slug } };
  if (post.state === "closed") {
    const text = words.closedOn(dayText(post.on));
    return {
      ...about,
      group: "closed",
      badge: words.closed[post.reason],
      text,
      actions: onceClosed.filter((action) => !(post.hasNoPage && action === "view")),
    };
  }
  const end = Date.parse(post.last) + millisecondsPerDay;
  const left = Math.ceil((end - now) / millisecondsPerDay);
  const last = dayText(post.last);
  const actions = whileListed.filter((action) => post.isRenewable || action !== "renew");
  return left > 0
    ? {
        ...{ ...about, group: "live", badge: words.groups.live },
        ...{ text: words.daysLeft(left, last), actions },
      }
    : {
        ...{ ...about, group: "closed", badge: words.closed.expired },
        ...{ text: words.lastDayWas(last), actions: onceClosed },
      };
}

/** What was found, in a sentence. */
export function summaryText(login: string, groups: readonly Group[]): string {
  const count = groups.flatMap(({ posts }) => posts).length;
  if (count === 0) return words.nothingFound(login);
  const yours = groups.find(({ name }) => name === "yours")?.posts.length ?? 0;
  return words.summary(login, count, yours);
}
