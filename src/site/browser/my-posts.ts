/** The posts of one person, in words for them: what they have sent, from GitHub, and what the board lists. */
import { dayText } from "../../board/day-text.ts";
import type { OwnedPost, OwnedPosts } from "../../board/listing/owned-posts.ts";
import type { RequestType } from "../../board/requests/request-form.ts";
import { kindLabels, reasonIn, stateLabels } from "../../board/review/labels.ts";
import { closingLabels } from "../../board/words/en/fields.ts";
import { ageText } from "./queue.ts";

/** What is needed of a pull request in https://docs.github.com/rest/issues/issues#list-repository-issues */
export type SentPull = {
  number: number;
  title: string;
  state: string;
  created_at: string;
  labels: readonly { name: string }[];
  /** Issues that are none have none. */
  pull_request?: { merged_at: string | null };
};

/** What a person can do about a post. Each is a link, and none does anything by being followed. */
export type Deed =
  | "talk"
  | "read"
  | "why"
  | "mend"
  | "preview"
  | "again"
  | "see"
  | "change"
  | Exclude<RequestType, "correct">
  | "repost";

export type MyPost = {
  title: string;
  /** The company, or what was sent and when. */
  about: string;
  /** Where it stands, in a word or two. */
  mark: string;
  /** The same in a sentence or two. */
  words: string;
  deeds: readonly Deed[];
  /** What its addresses are made of. */
  id: { pull: number } | { slug: string; file: string };
};

/** The groups in their order on the page: what waits for the person comes first. */
export const groupTitles = {
  yours: "Waiting for you",
  reviewers: "Waiting for the board",
  live: "Listed",
  refused: "Not taken",
  closed: "Closed",
} as const;

export type GroupName = keyof typeof groupTitles;
export type Group = { name: GroupName; posts: readonly MyPost[] };

type Standing = Pick<MyPost, "mark" | "words" | "deeds"> & { group: GroupName };
type Placed = MyPost & { group: GroupName };

const { draft, invalid, refused, waiting, claimed, approved, rejected, withdrawn } = stateLabels;
const changesRequested = stateLabels["changes-requested"];

const kindWords: Readonly<Record<string, string>> = {
  [kindLabels.new.name]: "New post",
  [kindLabels.edit.name]: "Change of a post",
  [kindLabels.closing.name]: "Closing of a post",
  [kindLabels.maintenance.name]: "Change for the board",
};
const states: readonly string[] = Object.values(stateLabels).map(({ name }) => name);

/** Just sent, or opened again: the bot has not looked at it yet. */
const sent: Standing = {
  group: "reviewers",
  mark: "sent",
  words: "The board looks at it within minutes.",
  deeds: ["talk", "preview"],
};

/** What is open, by the label that says where it stands. */
const open: Readonly<Record<string, Omit<Standing, "mark">>> = {
  [draft.name]: {
    group: "yours",
    words: "A draft: nobody looks at it until you press “Ready for review” in its conversation.",
    deeds: ["talk", "preview"],
  },
  [invalid.name]: {
    group: "yours",
    words: "It cannot be listed as it is. Its conversation says what to mend.",
    deeds: ["read", "mend", "preview"],
  },
  [changesRequested.name]: {
    group: "yours",
    words: "A reviewer asks you to change something.",
    deeds: ["read", "mend", "preview"],
  },
  [refused.name]: {
    group: "yours",
    words: "It cannot be taken like this. Its conversation says why.",
    deeds: ["talk"],
  },
  [waiting.name]: {
    group: "reviewers",
    words: "A volunteer will read it.",
    deeds: ["talk", "preview"],
  },
  [claimed.name]: {
    group: "reviewers",
    words: "A volunteer is looking at it.",
    deeds: ["talk", "preview"],
  },
};

const accepted: Standing = {
  group: "reviewers",
  mark: approved.name,
  words: "It reaches the board within minutes.",
  deeds: ["talk"],
};

/**
 * All posts of a person: what they have sent and is not on the board, and what is there in their name.
 *
 * @param pulls what they have sent, in the order in which it is to be shown
 * @param now in milliseconds since 1970
 */
export function myPosts(
  login: string,
  pulls: readonly SentPull[],
  board: OwnedPosts,
  now: number,
): Group[] {
  const own = board.posts.filter(({ owners }) => owners.some((owner) => isSame(owner, login)));
  const all = [
    ...pulls.flatMap((pull) => sentPost(pull, board, now)),
    ...own.map((post) => boardPost(post, now)),
  ];
  return (Object.keys(groupTitles) as GroupName[])
    .map((name) => ({ name, posts: all.filter(({ group }) => group === name) }))
    .filter(({ posts }) => posts.length > 0);
}

function sentPost(pull: SentPull, board: OwnedPosts, now: number): Placed[] {
  const names = pull.labels.map(({ name }) => name);
  const state = names.find((name) => states.includes(name));
  const kind = names.find((name) => name in kindWords);
  // What has no label at all may be a post that was sent a moment ago, or a program.
  const isFresh =
    pull.state === "open" &&
    names.length === 0 &&
    now - Date.parse(pull.created_at) < millisecondsPerDay;
  if (!pull.pull_request || !(state || kind || isFresh)) return [];
  const reasonSlug = reasonIn(names);
  const reason = reasonSlug && board.reasons[reasonSlug];
  const standing = standingOf(pull, state, reason, board.asOf);
  if (!standing) return [];
  const about = `${(kind && kindWords[kind]) || "Post"}, sent ${ageText(pull.created_at, now)}`;
  return [{ ...standing, title: pull.title, about, id: { pull: pull.number } }];
}

/** Where it stands; `undefined` for what was merged and is on the board by now. */
function standingOf(
  { state: openness, pull_request: pull }: SentPull,
  state: string | undefined,
  reason: string | undefined,
  asOf: string,
): Standing | undefined {
  const mergedAt = pull?.merged_at;
  if (mergedAt) return Date.parse(mergedAt) > Date.parse(asOf) ? accepted : undefined;
  const because = reason ? ` ${reason}.` : "";
  if (openness === "open") {
    if (state === approved.name) return accepted;
    const known = state && open[state];
    return known ? { ...known, mark: state, words: known.words + because } : sent;
  }
  if (state === withdrawn.name) {
    return {
      group: "refused",
      mark: "taken back",
      words: `You took it back. ${how}`,
      deeds: again,
    };
  }
  const why = because || (state === rejected.name ? " Its conversation says why." : "");
  return { group: "refused", mark: "not taken", words: `${why} ${how}`.trim(), deeds: again };
}

const again: readonly Deed[] = ["why", "again"];
const how = "To send it again, mend it and write /reopen in its conversation.";

const listed: readonly Deed[] = ["see", "change", "renew", "filled", "remove"];
const gone: readonly Deed[] = ["see", "repost", "remove"];

const millisecondsPerDay = 24 * 60 * 60 * 1000;

function boardPost(post: OwnedPost, now: number): Placed {
  const { slug, file, title, company } = post;
  const about = { title, about: company, id: { slug, file } };
  if (post.state === "closed") {
    const words = `Closed on ${dayText(post.on)}: it ${closingLabels[post.reason]}.`;
    const deeds = post.reason === "removed" ? (["see"] as const) : gone;
    return { ...about, group: "closed", mark: post.reason, words, deeds };
  }
  const end = Date.parse(post.last) + millisecondsPerDay;
  const left = Math.ceil((end - now) / millisecondsPerDay);
  if (left <= 0) {
    const words = `Its last day was ${dayText(post.last)}.`;
    return { ...about, group: "closed", mark: "expired", words, deeds: gone };
  }
  const days = left === 1 ? "This is its last day" : `${left} days left`;
  const words = `${days}, to the end of ${dayText(post.last)}.`;
  return { ...about, group: "live", mark: "listed", words, deeds: listed };
}

/** What is found, in a sentence. */
export function summaryText(login: string, groups: readonly Group[]): string {
  const count = groups.reduce((sum, { posts }) => sum + posts.length, 0);
  if (count === 0) {
    return `No post of ${login} was found. Is the name written as on GitHub? What you have just sent appears within a minute.`;
  }
  const yours = groups.find(({ name }) => name === "yours")?.posts.length ?? 0;
  const waits = yours ? ` Waiting for you: ${yours}.` : "";
  return `${count === 1 ? "1 post" : `${count} posts`} of ${login}.${waits}`;
}

/** The name in what somebody typed, which may begin with an @; `undefined` if it cannot be one. */
export function loginIn(typed: string): string | undefined {
  return /^@?([a-z\d][a-z\d_-]{0,38})$/i.exec(typed.trim())?.[1];
}

/** GitHub tells names apart without case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
