/**
 * What the author of a submission is asked to do, in the bot’s status comment: the words of reviewers who may decide on
 * it, and the problems that keep it from being published. `tasks-in-comment.ts` reads them back.
 */

import { reasonPart } from "#words/bot.ts";
import { corrected, lineLabel } from "#words/problems.ts";
import { taskHeadings } from "#words/status.ts";
import type { BoardConfig } from "../config.ts";
import type { Problem } from "../problem.ts";
import type { Login } from "./facts.ts";
import { block, code, shorten } from "./quote.ts";

/** What a reviewer wrote. `reason`: the slug of one of the board’s. */
export type ReviewersWords = { by: Login; reason: string | null; text: string };

/** Maximum number of characters of a reviewer’s text, of which a comment may quote several. */
const longestText = 5000;

/** The part of the comment with what reviewers wrote. */
export function requestPart(all: readonly ReviewersWords[], { review }: BoardConfig): string[] {
  if (all.length === 0) return [];
  const each = all.flatMap(({ by, reason: slug, text }) => {
    const reason = review.reasons.find((known) => known.slug === slug);
    const why = reason ? ` ${reasonPart(reason.title, reason.text)}` : "";
    return [`${code(by)}:${why}`, ...(text ? [block(shorten(text, longestText))] : [])];
  });
  return [`#### ${taskHeadings.requests}`, ...each];
}

/** Long enough for the board’s longest sentence with a value in it. */
const longestSentence = 600;

/** A problem as the text of a list entry. `links`: to the posts that it names, in Markdown. */
export function problemEntry(problem: Problem, links: string): string {
  const { field, line, message, fix, repair } = problem;
  const where = field === null ? "" : `**${code(field)}** `;
  const at = line === undefined ? "" : `${lineLabel(line)} `;
  const said = `${where}${at}${code(message, longestSentence)}${links}<br>${code(fix, longestSentence)}`;
  if (!repair?.shown) return said;
  return repair.shown.includes("\n")
    ? `${said}<br>${corrected}\n${indented(block(repair.shown))}`
    : `${said}<br>${corrected} ${code(repair.shown)}`;
}

/** As part of the entry of a list. */
function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
