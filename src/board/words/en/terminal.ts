/** Words that several commands use, and the reports of reviews. */
import { plural } from "../plural.ts";

export function posts(count: number): string {
  return plural(count, { one: "post", other: "posts" });
}

export function files(count: number): string {
  return plural(count, { one: "file", other: "files" });
}

export function samplePosts(count: number): string {
  return plural(count, { one: "sample post", other: "sample posts" });
}

// ── Command lines ──
export const showHelp = "show this help";

export function flagMissing(flag: string): string {
  return `--${flag} is missing.`;
}

export function badNumber(flag: string, least: number, most: number): string {
  return `--${flag} must be a whole number from ${least} to ${most}.`;
}

export function usage(line: string): string {
  return `Usage: ${line}\nRun it with --help to learn more.`;
}

export const nothingChanged = "Nothing was changed.";

// ── Problems of posts ──
const errors = (count: number) => plural(count, { one: "error", other: "errors" });
const advice = (count: number) =>
  plural(count, { one: "piece of advice", other: "pieces of advice" });

/** “3 errors and 1 piece of advice in 2 files”. */
export function problems(found: { errors: number; advice: number; files: number }): string {
  const parts = [
    ...(found.errors ? [errors(found.errors)] : []),
    ...(found.advice ? [advice(found.advice)] : []),
  ];
  return parts.length > 0 ? `${parts.join(" and ")} in ${files(found.files)}` : "no problems";
}

// ── Questions ──
export function question(title: string): string {
  return `${title}: `;
}

export function questionForText(title: string): string {
  return `${title} (finish with a line that contains only a dot):`;
}

export const noAnswer = "The input ended before the last question. Nothing was changed.";

// ── Tokens ──
export const tokenMissing =
  "GITHUB_TOKEN is missing. Set it to a token of yours; with --dry-run, a read-only token is enough.";

export function botOnly(workflow: string): string {
  return `Only the bot does this. To see what it would do, add --dry-run. To start the bot: ${workflow}`;
}

export const unknownApp =
  "The token of this workflow is not the bot’s. If it is an app’s, name the app in src/board.config.ts: see “More requests with an app” in docs/operating.md.";

export function askedTheBot(workflow: string): string {
  return `Asked the bot to do it: ${workflow}`;
}

// ── Which pull requests ──
export const subject = {
  options: {
    pr: { value: "N", help: "the pull request with this number" },
    all: { help: "all open pull requests, and those closed recently" },
    event: {
      value: "FILE",
      help: "the pull requests that a webhook payload is about; GITHUB_EVENT_NAME names the event",
    },
    since: {
      value: "TIME",
      help: "with --all: only what has changed since then, such as 2026-11-22T12:00, or since the last-sweep",
    },
  },
  ambiguous: "Use one of --pr N, --all, and --event FILE to say which pull requests.",
  sinceOfAll: "--since is about all of them. Add --all, or --issue all for issues.",
  notAMoment: "--since must be a time, such as 2026-11-22T12:00, or last-sweep.",
  notANumber: "--pr must be a number, such as 12.",
  eventNameMissing: "--event also needs the name of the event in GITHUB_EVENT_NAME.",
  unreadable: (file: string) => `${file} is not a readable webhook payload.`,
};

// ── Reviews ──
export const kind = {
  new: (file: string) => `new post, ${file}`,
  edit: (file: string) => `edit, ${file}`,
  closing: (file: string) => `closing, ${file}`,
  maintenance: (count: number) => `maintenance, ${posts(count)}`,
  other: "not a post",
  refused: "refused",
};

export const status = {
  draft: "draft",
  invalid: (count: number) => plural(count, { one: "problem to fix", other: "problems to fix" }),
  waiting: (since: string) => `waiting for review since ${since}`,
  claimed: (login: string, until: string) => `claimed by ${login} until ${until}`,
  changesRequested: (login: string) => `changes requested by ${login}`,
  approved: (login: string) => `approved by ${login}`,
  rejected: (login: string) => `rejected by ${login}`,
  withdrawn: "withdrawn by its author",
  notASubmission: "not a submission",
  answered: ", answered",
  reason: (slug: string) => ` (${slug})`,
};

export const action = {
  setStatus: (status: string, commit: string, description: string) =>
    `set the status of ${commit} to “${status}”: ${description}`,
  setTitle: (title: string) => `set the title “${title}”`,
  addLabels: (labels: readonly string[]) =>
    `add the ${labels.length === 1 ? "label" : "labels"} ${labels.map((label) => `“${label}”`).join(", ")}`,
  removeLabel: (label: string) => `remove the label “${label}”`,
  assign: (login: string) => `assign ${login}`,
  unassign: (login: string) => `unassign ${login}`,
  merge: (commit: string, login: string) => `merge ${commit}, approved by ${login}`,
  close: "close the pull request",
  reopen: "reopen the pull request",
  changePost: (file: string, fields: string) => `change ${file}: ${fields}`,
  writeStatusComment: "write the status comment",
  updateStatusComment: "update the status comment",
  comment: (key: string) => `write a comment (${key})`,
  react: (comment: number, reaction: string) => `react to comment ${comment} with “${reaction}”`,
};

export function toDo(what: string): string {
  return `To do: ${what}`;
}

export const nothingToDo = "Nothing to do.";

export function done(what: string): string {
  return `Done: ${what}`;
}

export function alreadyDone(what: string): string {
  return `Already done: ${what}`;
}

export function skipped(what: string, reason: string): string {
  return `Skipped: ${what} (${reason})`;
}

export function notDone(what: string, reason: string): string {
  return `Not done: ${what}. ${reason}`;
}

export function failed(what: string, reason: string): string {
  return `${what} failed: ${reason}`;
}

// ── Mail ──
export const mail = {
  toSend: (name: string) => `To send: ${name}`,
  what: (audience: string, name: string) => `mail to the ${audience} (${name})`,
  sent: (what: string) => `Sent: ${what}`,
  refused: (what: string, reason: string) => `Refused: ${what}. ${reason}`,
  notSentYet: (what: string, reason: string) => `Not sent yet: ${what}. ${reason}`,
  nothingToSend: "nothing to send.",
  prepared: (count: number) =>
    `Prepared for the mail job: ${plural(count, { one: "message", other: "messages" })}`,
  settings: "“mail” in src/board.config.ts",
  missing: (setting: string) => `No mail is sent because ${setting} is not set. It would be:`,
};
