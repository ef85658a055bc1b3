/** What the bot answers to reviewers whose word it does not carry out. */
import type { BoardConfig } from "../config.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import { commandHelp } from "./commands.ts";
import type { Claim } from "./context.ts";
import type { Facts, Login } from "./facts.ts";
import { code } from "./quote.ts";

export const answers = {
  claimed: (claim: Claim | undefined) =>
    `Nothing was changed: ${code(claim?.by ?? "")} looks after this post since ${day(claim?.since)}. Ask them to write \`/release\`, assign yourself in the side bar to take it over, or wait: without a sign of them it goes back to the queue on ${day(claim?.until)}.`,
  edited:
    "Nothing was changed: a comment that was edited is not carried out, because nobody could tell what it said before. Write the command in a new comment.",
  unknown: (why: string, config: BoardConfig) => `Nothing was changed. ${why}\n\n${list(config)}`,
  help: (config: BoardConfig) => list(config),
  noSubmission:
    "Nothing was changed: this is no submission of a post, so it is reviewed as code is, with GitHub’s own buttons.",
  notClosed: "Nothing was changed: only what was closed without being merged can be opened again.",
  conflict: (why: string) =>
    `Nothing was changed: you ${why}, so another reviewer has to look at this post.`,
  over: (state: Facts["pull"]["state"]) =>
    `Nothing was changed: this is ${state === "merged" ? "merged" : "closed"} already.`,
  decided: (by: Login) => `Nothing was changed: ${code(by)} has just decided on this post.`,
  refused: (reasons: readonly string[]) =>
    `Not merged: this pull request is refused. ${reasons.join(" ")}`,
  alreadyRefused: (reasons: readonly string[]) =>
    `No changes requested: this pull request is refused, and its author has been told why. ${reasons.join(" ")}`,
  draft: "Not merged: its author has marked it as a draft, and so has not finished it.",
  invalid: (problems: readonly Problem[]) => {
    const first = problems.find((problem) => hasErrors([problem]));
    const told = first ? `${code(first.message, 600)} ` : "";
    return `Not merged: the post cannot be published as it is. ${told}The comment above lists everything.`;
  },
  objected: (by: Login) =>
    `Not merged: after your approval ${code(by)} has spoken against it. Approve it again once that is settled.`,
  changedSince:
    "Not merged: the post was changed or not checked yet when you approved it. Look at it as it is now, and approve it again.",
  conflicting:
    "Not merged: it conflicts with what is on the board by now. Its author has to bring it up to date (“Update branch” or “Resolve conflicts” below).",
} as const;

/** The commands and the reasons, as reviewers write them. */
export function list({ review }: BoardConfig): string {
  const commands = Object.values(commandHelp).map(
    ({ usage, does }) => `| \`${usage}\` | ${does} |`,
  );
  const reasons = review.reasons.map(({ slug, title }) => `\`${slug}\` (${title})`);
  return [
    "| on the first line of a comment | what it does |",
    "| --- | --- |",
    ...commands,
    "",
    `REASON is one of: ${reasons.join(", ")}.`,
  ].join("\n");
}

/** The day of a moment; GitHub’s pages show times in everybody’s own zone, a text cannot. */
function day(moment: string | undefined): string {
  return moment?.slice(0, 10) ?? "today";
}
