/**
 * Who may approve, reject, or feature a post, and who may not because they sent it or are affiliated with its company.
 * Also who is on the rota.
 */

import { conflicts } from "#words/bot-answers.ts";
import type { BoardConfig, Reviewer } from "../config.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import type { Facts, Login, Permission, Person } from "./facts.ts";

const writing: readonly Permission[] = ["admin", "maintain", "write"];

/** GitHub shows every deleted account as this one, so it is nobody in particular. https://github.com/ghost */
export const ghost: Person = { login: "ghost", id: 10137 };

/** Whether somebody has write access to the repository. */
export function isMaintainer(
  login: Login,
  { permissions, bot }: Pick<Facts, "permissions" | "bot">,
): boolean {
  if (isSameLogin(login, bot)) return true;
  return writing.includes(permissions[login.toLowerCase()] ?? "none");
}

/** Whether somebody may review. The bot may not: it only carries out decisions. */
export function isReviewer(
  login: Login,
  facts: Pick<Facts, "permissions" | "bot">,
  config: BoardConfig,
): boolean {
  if (isSameLogin(login, facts.bot)) return false;
  return isMaintainer(login, facts) || listed(login, config) !== undefined;
}

/**
 * Whether somebody has a role in the repository that looks sufficient to review, but is not: with “triage”, GitHub
 * lets them assign, label and close, and the settings do not list them. They get answers, unlike strangers.
 */
export function isHelper(
  login: Login,
  facts: Pick<Facts, "permissions" | "bot">,
  config: BoardConfig,
): boolean {
  return facts.permissions[login.toLowerCase()] === "triage" && !isReviewer(login, facts, config);
}

/** Reviewers on the rota for this post: those in the settings without a conflict of interest. */
export function rotaFor(post: PostOwner, config: BoardConfig): Login[] {
  return config.review.reviewers
    .map(({ login }) => login)
    .filter((login) => conflictOf(login, post, config) === undefined);
}

/** Who owns the post. */
export type PostOwner = {
  /** Who opened the pull request. */
  author: Login;
  /** The post as far as it could be read, and its earlier version. */
  jobs: readonly Partial<Job>[];
};

/**
 * Why somebody may not review a post, as a clause such as “you sent it yourself”; `undefined` if no conflict of
 * interest is known.
 */
export function conflictOf(
  login: Login,
  { author, jobs }: PostOwner,
  config: BoardConfig,
): string | undefined {
  if (isSameLogin(login, author)) return conflicts.author;
  const owners = jobs.flatMap(({ submitted_by, managers = [] }) => [submitted_by, ...managers]);
  if (owners.some((owner) => isSameLogin(owner, login))) return conflicts.owner;
  const { colleagues = [], domains = [] } = listed(login, config) ?? {};
  const colleague = [author, ...owners].find((owner) =>
    colleagues.some((other) => isSameLogin(owner, other)),
  );
  if (colleague) return conflicts.affiliated(colleague);
  const domain = domains.find((known) =>
    jobs.flatMap(domainsOf).some((host) => `.${host}`.endsWith(`.${plain(known)}`)),
  );
  return domain && conflicts.affiliated(domain);
}

/** Whether somebody may decide on a post: a reviewer without a conflict of interest. */
export function mayDecide(
  login: Login,
  owner: PostOwner,
  facts: Pick<Facts, "permissions" | "bot">,
  config: BoardConfig,
): boolean {
  return isReviewer(login, facts, config) && conflictOf(login, owner, config) === undefined;
}

/** The reviewer of this name in the settings. */
export function listed(login: Login, { review }: BoardConfig): Reviewer | undefined {
  return review.reviewers.find((reviewer) => isSameLogin(reviewer.login, login));
}

function domainsOf({ email, apply_url: link }: Partial<Job>): string[] {
  const mail = email?.split("@").at(-1) ?? "";
  const host = link && URL.canParse(link) ? new URL(link).hostname : "";
  return [mail, host].filter(Boolean).map(plain);
}

/** Normalizes a domain for comparison: `Example.net.` is `example.net`. */
function plain(domain: string): string {
  return domain.toLowerCase().replace(/\.$/, "");
}
