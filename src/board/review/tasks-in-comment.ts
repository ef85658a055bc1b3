/**
 * Reads from the bot’s status comment what the author of a submission is asked to do, where the author edits the post. So
 * nobody has to work out a second time whose words count.
 */

import { taskHeadings } from "#words/status.ts";
import type { Problem } from "../problem.ts";
import type { Login } from "./facts.ts";
import { readLook, statusTag } from "./tags.ts";

/** What a reviewer wrote, with one of the board’s reasons if they named one. */
export type WordsForAuthor = { by: Login; reason?: { title: string; text: string }; text: string };

export type AuthorTasks = {
  /** The commit that the bot has checked. */
  checked: string | undefined;
  /** The earliest first. */
  requests: readonly WordsForAuthor[];
  /** What keeps the post from being published. */
  problems: readonly Pick<Problem, "message" | "fix">[];
};

/**
 * The tasks in the comments of a pull request, as anybody can read them.
 * https://docs.github.com/rest/issues/comments#list-issue-comments
 */
export function authorTasksIn(
  comments: readonly { body?: string | null; user: { type: string } | null }[],
): AuthorTasks {
  const own = comments.find(
    ({ body, user }) => user?.type === "Bot" && body?.trimEnd().endsWith(statusTag),
  );
  return readAuthorTasks(own?.body ?? "");
}

/** Reads the tasks from the status comment. */
export function readAuthorTasks(body: string): AuthorTasks {
  const lines = linesWithCode(body);
  return {
    checked: readLook(body)?.sha,
    requests: readRequests(linesBelow(taskHeadings.requests, lines)),
    problems: linesBelow(taskHeadings.problems, lines).flatMap(readProblem),
  };
}

/** A line of the comment, or the text of a code block, in which a line can look like any other. */
type Line = { text: string; isCode: boolean };

function linesWithCode(body: string): Line[] {
  const lines: Line[] = [];
  let code: { fence: string; texts: string[] } | undefined;
  for (const text of body.split(/\r?\n/)) {
    if (code && text.trim() === code.fence) {
      lines.push({ text: code.texts.join("\n"), isCode: true });
      code = undefined;
    } else if (code) code.texts.push(text);
    else {
      const [, fence] = /^ *(`{3,})text$/.exec(text) ?? [];
      if (fence) code = { fence, texts: [] };
      else lines.push({ text, isCode: false });
    }
  }
  return lines;
}

/** The lines from a heading to the next one. */
function linesBelow(heading: string, lines: readonly Line[]): Line[] {
  const isHeading = ({ text, isCode }: Line) => !isCode && text.startsWith("#### ");
  const start = lines.findIndex((line) => isHeading(line) && line.text === `#### ${heading}`);
  if (start < 0) return [];
  const below = lines.slice(start + 1);
  const end = below.findIndex(isHeading);
  return end < 0 ? below : below.slice(0, end);
}

function readRequests(lines: readonly Line[]): WordsForAuthor[] {
  return lines.flatMap(({ text, isCode }, index) => {
    const [, by, , title, about] =
      (isCode ? null : /^`([\w-]+)`:( \*\*(.+?)\.\*\* (.+))?$/.exec(text)) ?? [];
    if (by === undefined) return [];
    const next = lines.slice(index + 1).find((line) => line.isCode || line.text !== "");
    return [
      {
        by,
        ...(title !== undefined && about !== undefined && { reason: { title, text: about } }),
        text: next?.isCode ? next.text : "",
      },
    ];
  });
}

function readProblem({ text, isCode }: Line): Pick<Problem, "message" | "fix">[] {
  if (isCode || !text.startsWith("- ")) return [];
  const [about = "", fix = ""] = text.replace(/^- (?:\*\*.+?\*\* )?/, "").split("<br>");
  const [message] = codeIn(about);
  return message === undefined ? [] : [{ message, fix: codeIn(fix)[0] ?? "" }];
}

/** The texts of code spans, as `code` writes them. */
function codeIn(text: string): string[] {
  const spans = text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g);
  return [...spans].map(([, , inside = ""]) => inside.replace(/^ (`.*)$|^(.*`) $/, "$1$2").trim());
}
