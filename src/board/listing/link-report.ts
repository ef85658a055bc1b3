/** The report of broken application links: one issue that is kept up to date. */
import type { Post } from "../post/post.ts";
import { code } from "../review/quote.ts";
import type { Answer, Failure, LinkResult, LinkResults, Verdict } from "./links.ts";
import { verdictOf } from "./links.ts";

export type LinkReport = {
  /** Nothing to do. */
  isWell: boolean;
  title: string;
  /** In Markdown. */
  body: string;
};

/** Hidden tag at the end of the issue, by which the bot recognizes it. */
export const linksTag = "<!-- job-board: links -->";

type Reported = Exclude<Verdict, "fine">;

const sections: Readonly<Record<Reported, { title: string; text: string }>> = {
  gone: {
    title: "Gone",
    text: "Whoever applies there finds no page. Most often the job is filled: ask whoever sent the post, or close it.",
  },
  unreachable: {
    title: "Not reached",
    text: "There was no answer that could be understood, now and by a machine. Try it yourself; if it is so next week too, ask.",
  },
  blocked: {
    title: "Not shown to machines",
    text: "These hosts answer, but not to programs like this one. As a rule people see the page; nothing has to be done.",
  },
};

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
  const told = verdicts.flatMap((verdict) => tell(verdict, of(verdict), filesUrl));
  return {
    isWell,
    title: "Links to apply that lead nowhere",
    body: [isWell ? wellText(asked) : introduction, ...told, linksTag].join("\n\n"),
  };
}

const introduction =
  "Once a week the board asks for the link to apply of each live post. It changes nothing by itself. This text follows what is found, and the issue closes once nothing is gone or out of reach.";

function wellText(asked: number): string {
  if (asked === 0) return "No live post has a link to apply that could be asked for.";
  return `Nothing is gone or out of reach among the links to apply of live posts (${asked} asked for).`;
}

type Told = LinkResult & { post: Pick<Post, "job" | "file"> };

function tell(verdict: Reported, results: readonly Told[], filesUrl: string): string[] {
  if (results.length === 0) return [];
  const { title, text } = sections[verdict];
  const shown = results.slice(0, shownAtMost).map((result) => line(result, filesUrl));
  const more = results.length - shown.length;
  return [
    `## ${title} (${results.length})`,
    text,
    [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n"),
  ];
}

/** Titles and addresses come from strangers; the file's path does not. */
function line({ post: { job, file }, answer }: Told, filesUrl: string): string {
  const link = code(job.apply_url ?? "");
  const from = `sent by ${code(job.submitted_by)}`;
  return `- ${code(job.title)} ([file](${filesUrl}/${file}), ${from}): ${link} ${answerText(answer)}`;
}

function answerText(answer: Answer): string {
  return "failure" in answer ? failureTexts[answer.failure] : `answers ${answer.status}`;
}

const failureTexts: Readonly<Record<Failure, string>> = {
  "no-such-name": "names a host that does not exist",
  "name-unknown": "names a host that could not be looked up",
  "no-connection": "takes no connection",
  "no-answer": "does not answer in time",
  "bad-certificate": "has a certificate that browsers refuse",
  "broken-answer": "answers something that is no web page",
  "not-public": "leads to an address that is not public, so it was not followed",
  "too-many-redirects": "leads on and on",
};

/** The existing issue. */
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
