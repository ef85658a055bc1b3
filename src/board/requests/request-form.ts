/**
 * The form for requests about published posts: its questions, links that open it filled in, and how an issue is
 * read.
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */

/** Forms in .github/ISSUE_TEMPLATE: for owners, and for everybody else. */
export const requestTemplate = "your-post.yml";
export const reportTemplate = "report-a-post.yml";

/** The form’s choices. Links in old comments contain these texts, so they must not change. */
export const requestTypes = {
  filled: "Close it: the job is filled",
  renew: "Renew it: the job is still open",
  remove: "Remove it, text and all",
  correct: "Something in it is wrong",
} as const;

export type RequestType = keyof typeof requestTypes;

/** The form’s questions by their ids, which links in old comments contain. GitHub turns each into a heading. */
export const questions = {
  post: "Which post?",
  wish: "What should be done?",
  words: "Anything to add?",
} as const;

/** Asked instead of `questions.wish` in the form for everybody. */
export const reportQuestion = "What is wrong with it?";

/** What GitHub writes for an empty answer. */
const noAnswer = "_No response_";

export function requestTitle(slug: string): string {
  return `My post: ${slug}`;
}

/** Path of the owners’ form in the repository, filled in as far as it is known. */
export function requestPath(post: string, type: RequestType | undefined, title: string): string {
  const wish = type && { wish: requestTypes[type] };
  const values = { template: requestTemplate, title, post, ...wish };
  return `/issues/new?${new URLSearchParams(values)}`;
}

/** Path of the form for reports by readers. */
export function reportPath(post: string, title: string): string {
  return `/issues/new?${new URLSearchParams({ template: reportTemplate, title, post })}`;
}

export type Request = {
  /** As written: an address, a path, or a name. */
  post: string;
  /** `undefined` if it is not one of the form’s choices. */
  type: RequestType | undefined;
};

/**
 * Reads an issue’s text; `undefined` if neither form was used. Only the first heading of each question
 * counts: a later one is part of an answer.
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
  const asked = kind === reportQuestion ? requestTypes.correct : answers.get(kind);
  const type = (Object.keys(requestTypes) as RequestType[]).find(
    (name) => requestTypes[name] === asked,
  );
  return { post, type };
}

/** The slug in a post’s address, path, or name. */
export function slugIn(post: string): string | undefined {
  const [place = ""] = post.trim().split(/[?#\s]/);
  const last = place.split("/").filter(Boolean).at(-1);
  return last && /^[a-z0-9-]+(?:\.md)?$/.test(last) ? last.replace(/\.md$/, "") : undefined;
}
