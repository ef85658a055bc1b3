/** What commands and workflow logs say when GitHub can’t do, or may not do, what the board asks of it. */
import { plural } from "../plural.ts";

// ── Answers other than success. `what`: the request, such as “GET /repos/o/n”; `said`: GitHub’s own sentence. ──
export function unreachable(host: string): string {
  return `GitHub can’t be reached at ${host}. Check the connection and try again.`;
}

/** `until`: such as “13:00”, in UTC, if GitHub says it. */
export function limitReached(until: string | undefined): string {
  return `GitHub’s rate limit is reached${until ? ` until ${until} UTC` : ""}. Try again later.`;
}

/** The rest is kept for telling those who wait. */
export function limitNear(until: string | undefined): string {
  return `GitHub’s rate limit is nearly reached, so the bot stops here. It carries on ${until ? `after ${until} UTC` : "later"}.`;
}

/** By a limit that GitHub lifts after some minutes. */
export function limitedFor(minutes: number): string {
  const wait = plural(minutes, { one: "minute", other: "minutes" });
  return `GitHub’s rate limit is reached. Try again in ${wait}.`;
}

export const badToken =
  "GitHub does not accept the token. Set GITHUB_TOKEN to one that is valid and has not expired.";

export function noPermission(what: string, said: string): string {
  return `GitHub does not allow ${what}: ${said} Use a token (GITHUB_TOKEN) with that permission.`;
}

export function notFound(what: string): string {
  return `GitHub can’t find ${what}, or does not show it to this token. Check that it exists, and that the token (GITHUB_TOKEN) can read it.`;
}

export function otherAnswer(what: string, status: number, said: string): string {
  return `GitHub answered ${what} with ${status}: ${said}`;
}

/** A GraphQL query, such as for a pull request that does not exist. */
export function queryTooLarge(said: string): string {
  return `GitHub can’t answer: ${said} Perhaps somebody has written very long comments.`;
}

export function queryFailed(said: string): string {
  return `GitHub can’t answer: ${said} Check that it exists, and that the token (GITHUB_TOKEN) can read it.`;
}

export const tooManyRequests =
  "This pull request takes too many requests to GitHub. If somebody is keeping the bot busy with it, close it. Otherwise review it by hand.";

// ── Events ──
export function unknownEvent(name: string): string {
  return `“${name}” is not an event that pull requests are reviewed for. Set GITHUB_EVENT_NAME to the event that the file describes.`;
}

export function incompleteEvent(path: string): string {
  return `The event’s file has no valid “${path}”. Check that GITHUB_EVENT_NAME names its event.`;
}

// ── Reading ──
export const boardKeepsChanging = "The board keeps changing. Try again in a moment.";

export function pullKeepsChanging(pull: number): string {
  return `Pull request #${pull} keeps changing. Try again in a moment.`;
}

/** What keeps Git from reading the commits of a pull request. */
export const git = {
  tooSlow: (seconds: number) =>
    `Git did not finish within ${seconds} seconds. Try again later. If it happens with one pull request only, close it or decide on it by hand.`,
  tooLarge: (megabytes: number) =>
    `The commits are larger than ${megabytes} MB, which is too much for a post. Close the pull request or decide on it by hand.`,
  notFetched: (url: string) =>
    `Git can’t fetch from ${url}. Check the connection, and what the token (GITHUB_TOKEN) may read.`,
  pushRefused: (branch: string, because: string) =>
    `GitHub does not allow a push to the branch ${branch}: ${because}`,
  notPushed: (branch: string, url: string) =>
    `Git can’t push the branch ${branch} to ${url}. Check the connection and try again.`,
  failed: (command: string) => `Git can’t run “${command}” on what it fetched. Try again later.`,
  tooOld: "Git is too old. Install version 2.38 or later.",
};

// ── Actions: why one was skipped, or refused ──
export const skipped = {
  outdatedPlan: "the pull request has changed since this was planned",
  headChanged: "the pull request has new commits",
  boardChanged: "the board has changed in the meantime",
};

export function planKeepsChanging(pull: number): string {
  return `Pull request #${pull} keeps changing. Nothing was merged. The bot tries again at the next event or sweep.`;
}

export function postGone(file: string): string {
  return `${file} is not on the board any more, so it can’t be changed.`;
}

/** `problems`: as sentences. */
export function postUnchangeable(file: string, problems: string): string {
  return `${file} can’t be changed: ${problems} Fix it by hand first.`;
}

export function notAssigned(login: string): string {
  return `GitHub does not let ${login} be assigned. Give them a role in the repository; “triage” is enough.`;
}

export function notPublished(workflow: string): string {
  return `The board was changed, but its workflow for publishing could not be started. Start it by hand: ${workflow}`;
}

// ── Maintenance ──
export function maintenanceOvertaken(tries: number): string {
  return `The board changed ${tries} times during maintenance, so nothing was done. Run it again.`;
}

export const unplannedChanges =
  "The commit would change other files than the planned posts. Nothing was done.";

// ── Sending a post that came by email ──
export function folderCutOff(file: string): string {
  return `GitHub lists only a part of the folder of ${file}, so nobody can tell whether it is there. Nothing was done.`;
}

export const notAPerson =
  "A post is sent in a person’s name. Set GITHUB_TOKEN to a token of your own.";

export function cannotPush(login: string, url: string): string {
  return `${login} can’t write to ${url}, where the branches of emailed posts are. Ask for the role “write”, or ask somebody who has it to send the post.`;
}

export const submissionChanged =
  "Somebody changed this submission at the same time. Run the command again to see its status.";
