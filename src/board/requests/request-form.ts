/**
 * The form for requests about published posts: its questions, links that open it filled in, and how an issue is
 * read.
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
import { questions, reportQuestion, requestTitle, requestTypes } from "#words/request-form.ts";
import { requestForms } from "../words/every-language.ts";

/** Forms in .github/ISSUE_TEMPLATE: for owners, and for everybody else. */
export const requestTemplate = "your-post.yml";
export const reportTemplate = "report-a-post.yml";

export { questions, reportQuestion, requestTitle, requestTypes };

export type RequestType = keyof typeof requestTypes;

/** What GitHub writes for an empty answer. */
const noAnswer = "_No response_";

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
 * Reads an issue’s text; `undefined` if neither form was used, in any language of the board. Only the first heading of each question
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
  for (const { questions, reportQuestion, requestTypes } of requestForms) {
    const post = answers.get(questions.post);
    const kinds: readonly string[] = [questions.wish, reportQuestion];
    const kind = [...answers.keys()].find((question) => kinds.includes(question));
    if (post === undefined || kind === undefined) continue;
    const asked = kind === reportQuestion ? requestTypes.correct : answers.get(kind);
    const type = (Object.keys(requestTypes) as RequestType[]).find(
      (name) => requestTypes[name] === asked,
    );
    return { post, type };
  }
  return undefined;
}

/** The slug in a post’s address, path, or name. */
export function slugIn(post: string): string | undefined {
  const [place = ""] = post.trim().split(/[?#\s]/);
  const last = place.split("/").filter(Boolean).at(-1);
  return last && /^[a-z0-9-]+(?:\.md)?$/.test(last) ? last.replace(/\.md$/, "") : undefined;
}
