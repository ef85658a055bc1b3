/** The report of broken application links: one issue that is kept up to date. */

import * as words from "#words/links.ts";
import type { Post } from "../post/post.ts";
import { code } from "../review/quote.ts";
import type { LinkResult, LinkResults, Verdict } from "./links.ts";
import { verdictOf } from "./links.ts";

export type LinkReport = {
  /** Nothing to do. */
  isWell: boolean;
  title: string;
  /** In Markdown. */
  body: string;
};

/** Hidden tag at the end of the issue. The bot finds the issue by it. */
export const linksTag = "<!-- job-board: links -->";

type Reported = Exclude<Verdict, "fine">;

/** Per section, so that the issue stays below GitHub's limit of 65,536 characters. */
const shownAtMost = 25;

/**
 * The report of one round of checks.
 *
 * @param posts the live posts; others are left out
 * @param repositoryUrl base URL of the posts' files on their branch
 */
export function linkReport(
  { asked, found }: LinkResults,
  posts: readonly Pick<Post, "slug" | "job" | "file">[],
  filesUrl: string,
): LinkReport {
  const bySlug = new Map(posts.map((post) => [post.slug, post]));
  const known = found
    .flatMap((result) => {
      const post = bySlug.get(result.slug);
      return post ? [{ ...result, post }] : [];
    })
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const of = (verdict: Reported) => known.filter(({ answer }) => verdictOf(answer) === verdict);
  const isWell = of("gone").length === 0 && of("unreachable").length === 0;
  const verdicts = ["gone", "unreachable", "blocked"] as const;
  const sections = verdicts.flatMap((verdict) => sectionOf(verdict, of(verdict), filesUrl));
  const wellText = asked === 0 ? words.nothingToCheck : words.allFine(asked);
  return {
    isWell,
    title: words.title,
    body: [isWell ? wellText : words.introduction, ...sections, linksTag].join("\n\n"),
  };
}

type Listed = LinkResult & { post: Pick<Post, "job" | "file"> };

function sectionOf(verdict: Reported, results: readonly Listed[], filesUrl: string): string[] {
  if (results.length === 0) return [];
  const { title, text } = words.sections[verdict];
  const shown = results.slice(0, shownAtMost).map((result) => itemOf(result, filesUrl));
  const more = results.length - shown.length;
  return [
    `## ${title} (${results.length})`,
    text,
    [...shown, ...(more > 0 ? [words.more(more)] : [])].join("\n"),
  ];
}

/** Titles and addresses are strangers’ words, so they are code. */
function itemOf({ post: { job, file }, answer }: Listed, filesUrl: string): string {
  return words.item(
    {
      name: code(job.title),
      file: `${filesUrl}/${file}`,
      sender: code(job.submitted_by),
      link: code(job.apply_url ?? ""),
    },
    "failure" in answer ? words.failures[answer.failure] : words.answers(answer.status),
  );
}

export type FoundIssue = { number: number; state: "open" | "closed"; body: string };

export type IssuePlan =
  | { do: "nothing" }
  | { do: "open"; title: string; body: string }
  | { do: "change"; number: number; body: string; state: "open" | "closed" };

/** What to do with the issue. If somebody closed it, it stays closed until the report changes. */
export function planIssue(
  { isWell, title, body }: LinkReport,
  found: FoundIssue | undefined,
): IssuePlan {
  if (!found) return isWell ? { do: "nothing" } : { do: "open", title, body };
  const { number, state } = found;
  const saysSo = isSameText(found.body, body);
  if (isWell) {
    return state === "closed" ? { do: "nothing" } : { do: "change", number, body, state: "closed" };
  }
  return saysSo ? { do: "nothing" } : { do: "change", number, body, state: "open" };
}

/** GitHub's editor changes line endings. */
function isSameText(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n").trim() === other.trim();
}
