/** The types of the settings in `src/board.config.ts`: what a community can decide about its board. */
import type { Day } from "./days.ts";

/** A choice for submitters. The slug is used in files and addresses, the name on pages. */
export type Choice = {
  slug: string;
  name: string;
  /** No longer offered for new posts. Existing posts keep it. */
  retired?: true;
};

/** A person who reviews posts. */
export type Reviewer = {
  /** GitHub username. */
  login: string;
  /** GitHub usernames of people whose posts this person does not review. */
  colleagues?: string[];
  /** Domains of companies whose posts this person does not review, such as `example.com`. */
  domains?: string[];
};

/** Evidence about a criterion that the bot can find in a post. */
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

/** Hosts whose limits are known. */
export const hosts = ["github-pages", "cloudflare-pages", "netlify"] as const;

export type Host = (typeof hosts)[number];

/** Something that reviewers check. */
export type Criterion = {
  title: string;
  text: string;
  /** What the bot shows next to it. */
  evidence?: EvidenceKind;
};

/** A reason to reject a post or to request changes. */
export type Reason = {
  /** What reviewers write after `/reject` or `/request-changes`. */
  slug: string;
  /** In a few words. */
  title: string;
  /** For the submitter, in Markdown. */
  text: string;
};

/** Sender and recipients of the board’s mail. The server is a secret, not a setting. */
export type MailSettings = {
  /** Address of the team's mailing list. */
  list: string;
  /** Sender. The server must be allowed to send from this address. */
  from: { name: string; address: string };
  /** List-Id of the team’s list (RFC 2919). By default it is derived from the board’s host. */
  listId?: string;
  /** Address of a list that gets a weekly digest of new posts, if there is one. */
  announce?: string;
};

/** A GitHub App. */
export type BotApp = {
  /** The login of what it does: the app's name in addresses, and `[bot]`. */
  login: string;
  /** Its App ID. The required commit status must come from this app. */
  id: number;
};

/** Everything that a community decides about its board. See `src/board.config.ts`. */
export type BoardConfig = {
  /** Name of the board in page titles and feeds. */
  name: string;
  /** What the board is, in one sentence. */
  description: string;
  /** Address of the site, with a trailing slash. Its path is the prefix of every page’s path. */
  url: string;
  /**
   * Where the site is hosted: the workflow publishes there, and each build says if it comes near what this host takes.
   * `null` for any other host, to which you upload yourself.
   */
  host: Host | null;
  /** The GitHub repository that holds the posts. */
  repository: {
    owner: string;
    name: string;
    branch: string;
    /** The app that the bot acts as, if it has one of its own. See docs/operating.md. */
    app?: BotApp;
  };
  /**
   * Address of the service that signs people in to the editor with GitHub. Without it, the board has no
   * editor; people can still use the form or email.
   */
  signInUrl?: string;
  /** Address of the people who run the board. */
  contact: string;
  /** Without it, no mail is sent. */
  mail?: MailSettings;
  /**
   * What every post must be about, and the words that show it. `*Py*` stands for all names in which capitals set this
   * part off from the rest, such as PyData and EuroPython.
   */
  topic: {
    name: string;
    terms: string[];
    /** A job title that people would search for, for hints. By default it is made of the name. */
    exampleTitle?: string;
  };
  /**
   * Headings that start the requirements of a post without the heading “Requirements”, compared without case and
   * punctuation. A post relies on the heading it was sent with, so add to them, but do not remove any.
   */
  requirementsHeadings: string[];
  categories: Choice[];
  /** Technologies and fields of work. The schema limits how many a post can have. */
  types: Choice[];
  /** ISO 639-1 codes of the languages for posts. Others get advice, not an error. */
  postLanguages: string[];
  lifetimes: {
    /** Days a post is listed, from the day it is first listed. */
    listedDays: number;
    /** Days a post carries the mark "New". */
    newDays: number;
    /** Days before its end in which a post is closing soon. */
    closingSoonDays: number;
    /** How often a post may be renewed. */
    renewals: number;
    /** Days before its end in which a post may be renewed; at least `closingSoonDays`, as reminders offer it. */
    renewalDays: number;
  };
  /** Posts on one page of a list. */
  pageSize: number;
  /** Posts in the numbered pages of a list, newest first. Older ones are listed by month, so that their pages stay. */
  recentPosts: number;
  /**
   * Calendar years after the one of its closing in which a closed post keeps its page: with 1, this year and last. Then it
   * is only in the archive, and its address has no page any more. `null`: it keeps its page for good.
   */
  closedPageYears: number | null;
  /** Posts in one feed, newest first. */
  feedSize: number;
  /**
   * GitHub username in `submitted_by` of posts that `npm run import` has brought from another board, until their owners
   * claim them. Default: the owner of the repository.
   */
  importedBy?: string;
  /** What reviewers check, in this order. */
  criteria: Criterion[];
  review: {
    /**
     * Those who may review without the right to write to the repository, and the affiliations of
     * all reviewers. People with write access may review without being listed.
     */
    reviewers: Reviewer[];
    /** Days after which an inactive claim expires. */
    claimDays: number;
    /** Whether posts are assigned to reviewers in turn, instead of waiting until somebody claims them. */
    rota: boolean;
    /** Reasons to reject a post or to request changes. */
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

/** The path of the site’s URL: “/” or, on a project site, “/name/”. */
export function pathPrefix(config: BoardConfig): string {
  return new URL(config.url).pathname;
}

/** The full URL of one of the site’s addresses, which have no path prefix. */
export function absoluteUrl(config: BoardConfig, address: string): string {
  return `${config.url.replace(/\/$/, "")}${address}`;
}

/** URLs of GitHub, or of the emulator. */
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
  path: string,
  { serverUrl }: Pick<GitHubAddresses, "serverUrl">,
): string {
  return `${serverUrl}/${owner}/${name}${path}`;
}

/** Address of the repository in GitHub's API, or of something below it. */
export function repositoryApiUrl(
  { repository: { owner, name } }: Pick<BoardConfig, "repository">,
  path: string,
  { apiUrl }: Pick<GitHubAddresses, "apiUrl">,
): string {
  return `${apiUrl}/repos/${owner}/${name}${path}`;
}
