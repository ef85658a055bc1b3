import type { Day } from "./days.ts";

/** A choice that submitters pick from: its slug stands in files and addresses, its name on pages. */
export type Choice = {
  slug: string;
  name: string;
  /** No longer offered for new posts; posts that have it keep it. */
  retired?: true;
};

/** A person who reviews posts. */
export type Reviewer = {
  /** GitHub name. */
  login: string;
  /** GitHub names of those whose posts this person does not review, beside their own. */
  colleagues?: string[];
  /** Domains of companies whose posts this person does not review, such as `example.com`. */
  domains?: string[];
};

/** What can be found in a post that bears on a criterion. */
export const evidenceKinds = [
  "topic-named",
  "topic-weight",
  "pay",
  "language",
  "link",
  "email",
  "filing",
  "agency",
  "duplicate",
  "affiliation",
] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

/** Something that reviewers look at. */
export type Criterion = {
  title: string;
  text: string;
  /** What the bot puts beside it for the reviewer, if anything can be found by a machine. */
  evidence?: EvidenceKind;
};

/** Why a post is not taken, or not yet. */
export type Reason = {
  /** What reviewers write behind `/reject` and `/request-changes`. */
  slug: string;
  /** In a few words. */
  title: string;
  /** What the submitter is told, in Markdown. */
  text: string;
};

/** Who the board's mail is from, and where the team reads it. The server is no setting but a secret. */
export type MailSettings = {
  /** Address of the team's mailing list. */
  list: string;
  /** The name and address that mail comes from. The server has to be allowed to send for it. */
  from: { name: string; address: string };
  /** The list's name for mail programs that sort by it (RFC 2919); otherwise it is made from the board's host. */
  listId?: string;
  /** Address of a list that is told once a week which posts are new. Without it nobody is. */
  announce?: string;
};

/** Everything that one community decides about its board. See `src/board.config.ts`. */
export type BoardConfig = {
  /** Name of the board, as in its page titles and feeds. */
  name: string;
  /** One sentence that says what the board is. */
  description: string;
  /** Where the site lives, with the trailing slash. A path in it becomes the path prefix of every address. */
  url: string;
  /** ISO 639-1 code of the language the board's own pages are written in. */
  language: string;
  /** The GitHub repository that holds the posts. */
  repository: { owner: string; name: string; branch: string };
  /**
   * Address of the service that signs people in with GitHub, so that they can send posts from the
   * form. Without it the form of the published site says how to send a post otherwise.
   */
  signInUrl?: string;
  /** Address of the people who run the board. */
  contact: string;
  /** How the board sends mail. Without it none is sent. */
  mail?: MailSettings;
  /** What every post has to be about, and the words by which a reader recognises it. */
  topic: { name: string; terms: string[] };
  categories: Choice[];
  /** Technologies and fields of work; a post has up to the schema's limit of them. */
  types: Choice[];
  /** ISO 639-1 codes of the languages a post may be written in (advice, never a refusal). */
  postLanguages: string[];
  lifetimes: {
    /** Days a post is listed, from the day it is first listed. */
    listedDays: number;
    /** Days a post carries the mark "New". */
    newDays: number;
    /** Days before its end from which a post counts as closing soon. */
    closingSoonDays: number;
    /** How often a post may be renewed. */
    renewals: number;
  };
  /** Posts on one page of a list. */
  pageSize: number;
  /** Posts in one feed, newest first. */
  feedSize: number;
  /** What reviewers look at, in the order in which they look. */
  criteria: Criterion[];
  review: {
    /**
     * Those who may review without the right to write to the repository, and the affiliations of
     * all who review. Whoever can write may review without standing here.
     */
    reviewers: Reviewer[];
    /** Days after which a claim that nobody acts upon lapses. */
    claimDays: number;
    /** Whether posts are assigned to reviewers in turn, instead of waiting until somebody claims them. */
    rota: boolean;
    /** Why posts are not taken, or not yet. */
    reasons: Reason[];
  };
  /**
   * The day the sample posts were written for. While it is set, posts dated up to it are moved
   * forward so that they look as old as on that day, a banner says that they are fictional, and no
   * JobPosting markup is given. `null` on a real board.
   */
  demo: Day | null;
  /**
   * Whether this is a site on which what comes next is tried with real posts: it says so on every page, and
   * keeps search engines away. Set by the environment, never in `src/board.config.ts`.
   */
  staging?: true;
};

/** The part of the board's URL below its host: "/" or, on a project site, "/name/". */
export function pathPrefix(config: BoardConfig): string {
  return new URL(config.url).pathname;
}

/** The whole URL of one of the site's addresses, with the path prefix that the address lacks. */
export function absoluteUrl(config: BoardConfig, address: string): string {
  return `${config.url.replace(/\/$/, "")}${address}`;
}

/** Where GitHub is. A stand-in for it is elsewhere. */
export type GitHubAddresses = {
  /** Of its pages, without a slash at the end. */
  serverUrl: string;
  /** Of its API, without a slash at the end. */
  apiUrl: string;
};

export const publicGitHub: GitHubAddresses = {
  serverUrl: "https://github.com",
  apiUrl: "https://api.github.com",
};

/** Address of the repository's page on GitHub, or of a page below it. */
export function repositoryUrl(
  { repository: { owner, name } }: Pick<BoardConfig, "repository">,
  path = "",
  { serverUrl }: Pick<GitHubAddresses, "serverUrl"> = publicGitHub,
): string {
  return `${serverUrl}/${owner}/${name}${path}`;
}

/** Address by which GitHub's API knows the repository, or of something below it. */
export function repositoryApiUrl(
  { repository: { owner, name } }: Pick<BoardConfig, "repository">,
  path: string,
  { apiUrl }: Pick<GitHubAddresses, "apiUrl">,
): string {
  return `${apiUrl}/repos/${owner}/${name}${path}`;
}
