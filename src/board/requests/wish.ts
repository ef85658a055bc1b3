/**
 * The issue by which somebody asks for something to be done about a post that is on the board: what its
 * form asks, which links fill it in, and how it is read.
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */

/** Files of the forms in .github/ISSUE_TEMPLATE: for owners, and for everybody else. */
export const requestTemplate = "your-post.yml";
export const reportTemplate = "report-a-post.yml";

/** What can be asked for, in the words of the form. */
export const wishes = {
  filled: "Close it: the job is filled",
  renew: "Renew it: the job is still open",
  remove: "Remove it, text and all",
  correct: "Something in it is wrong",
} as const;

export type Wish = keyof typeof wishes;

/** The form's questions by their ids; GitHub makes a heading of each. */
export const questions = {
  post: "Which post?",
  wish: "What is to be done?",
  words: "Anything to say?",
} as const;

/** The question in the form for everybody that stands in the place of the owners’. */
export const reportQuestion = "What is wrong with it?";

/** What an answer that was left out looks like. */
const noAnswer = "_No response_";

/** What an issue about a post of one’s own is called. */
export function requestTitle(slug: string): string {
  return `My post: ${slug}`;
}

/** Address of the form below the repository's, filled in as far as a link can. */
export function requestPath(post: string, wish: Wish, title: string): string {
  const values = { template: requestTemplate, title, post, wish: wishes[wish] };
  return `/issues/new?${new URLSearchParams(values)}`;
}

/** Address of the form by which a reader reports a post, below the repository's. */
export function reportPath(post: string, title: string): string {
  return `/issues/new?${new URLSearchParams({ template: reportTemplate, title, post })}`;
}

export type Request = {
  /** As it was written: an address, a path or a name. */
  post: string;
  /** `undefined` where it is none of the form's. */
  wish: Wish | undefined;
  words: string;
};

/**
 * Reads an issue’s text; `undefined` if it was not written with one of the forms. The form’s own headings
 * come first: what is under one of their words further down was written into an answer.
 */
export function readRequest(body: string): Request | undefined {
  const answers = new Map<string, string>();
  for (const part of body.replaceAll("\r\n", "\n").split(/^### /m).slice(1)) {
    const [heading = "", ...lines] = part.split("\n");
    const question = heading.trim();
    const text = lines.join("\n").trim();
    if (!answers.has(question)) answers.set(question, text === noAnswer ? "" : text);
  }
  const post = answers.get(questions.post);
  const kinds: readonly string[] = [questions.wish, reportQuestion];
  const kind = [...answers.keys()].find((question) => kinds.includes(question));
  if (post === undefined || kind === undefined) return undefined;
  const asked = kind === reportQuestion ? wishes.correct : answers.get(kind);
  const wish = (Object.keys(wishes) as Wish[]).find((name) => wishes[name] === asked);
  return { post, wish, words: answers.get(questions.words) ?? "" };
}

/** The slug in whatever somebody gives of a post: its address, its file, its name. */
export function slugIn(post: string): string | undefined {
  const [place = ""] = post.trim().split(/[?#\s]/);
  const last = place.split("/").filter(Boolean).at(-1);
  return last && /^[a-z0-9-]+(?:\.md)?$/.test(last) ? last.replace(/\.md$/, "") : undefined;
}
