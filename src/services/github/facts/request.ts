/** Gathers the facts about an issue in which somebody makes a request. */
import type { Instant } from "../../../board/days.ts";
import { liveJobPath, parseJobPath } from "../../../board/job/path.ts";
import type { JobSource } from "../../../board/listing/read-board.ts";
import type { RequestFacts } from "../../../board/requests/facts.ts";
import { readRequest, slugIn } from "../../../board/requests/request-form.ts";
import type { GitObjects } from "../../git-objects.ts";
import type { GitHub } from "../client.ts";
import type { Account } from "./accounts.ts";
import { account, personOf } from "./accounts.ts";
import { readArrival } from "./added-by.ts";
import type { GivenComment } from "./comments.ts";
import { commentFields, commentOf } from "./comments.ts";
import type { Page } from "./discussion.ts";
import { botLogin, type Rights } from "./permissions.ts";

export type RequestSources = {
  github: GitHub;
  /** Of the board’s repository. */
  objects: GitObjects;
  rights: Rights;
  /** Every file in `jobs/` on the board's branch, at the time of the call. */
  posts(): Promise<readonly JobSource[]>;
  now(): Instant;
};

/** Gathers the facts of an issue; `undefined` if it is a pull request, or was not opened with the form. */
export async function gatherRequest(
  { github, objects, rights, posts, now }: RequestSources,
  number: number,
): Promise<RequestFacts | undefined> {
  const issue = await readIssue(github, number);
  const request = issue && readRequest(issue.body);
  if (!request) return undefined;
  const { author, comments } = issue;
  const slug = slugIn(request.post);
  const post =
    slug === undefined ? undefined : (await posts()).find(({ file }) => isOf(file, slug));
  // Its path before it was archived, because the history of the archived file begins when it was closed.
  const path = liveJobPath(slug ?? "");
  const arrival = post && (await readArrival({ github, objects }, path));
  const addedBy = arrival?.pull?.author ?? null;
  const people = [author.login, ...comments.map((comment) => comment.author)];
  const permissions = await rights.permissionsOf([...people, ...(addedBy ? [addedBy.login] : [])]);
  return {
    now: now(),
    repository: github.url,
    bot: botLogin,
    issue,
    permissions,
    post,
    addedBy,
    firstListed: arrival?.on,
  };
}

const question = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    issueOrPullRequest(number: $number) {
      ... on Issue {
        state body createdAt author { ${account} } labels(first: 100) { nodes { name } }
        comments(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { ${commentFields} }
        }
      }
    }
  }
}`;

type GivenIssue = {
  state: "OPEN" | "CLOSED";
  body: string;
  createdAt: string;
  author: Account;
  labels: { nodes: readonly { name: string }[] } | null;
  comments: Page<GivenComment>;
};

/** A pull request has no field that is asked for. */
type Answer = { repository: { issueOrPullRequest: GivenIssue | Record<string, never> } };

/** One query, unless there are more than a hundred comments. `undefined` for a pull request. */
async function readIssue(
  github: Pick<GitHub, "graphql" | "at" | "app">,
  number: number,
): Promise<RequestFacts["issue"] | undefined> {
  const { graphql, at } = github;
  const comments: GivenComment[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer = await graphql<Answer>(question, { ...at, number, after });
    const given = answer.repository.issueOrPullRequest;
    if (!isIssue(given)) return undefined;
    comments.push(...given.comments.nodes);
    const { hasNextPage, endCursor } = given.comments.pageInfo;
    if (!hasNextPage)
      return issueOf(
        { ...given, number, author: personOf(given.author, github) },
        comments.map((each) => commentOf(each, github)),
      );
    after = endCursor;
  }
}

function isIssue(given: Answer["repository"]["issueOrPullRequest"]): given is GivenIssue {
  return given.comments !== undefined;
}

function issueOf(
  {
    number,
    author,
    createdAt,
    state,
    body,
    labels,
  }: Omit<GivenIssue, "author"> & Pick<RequestFacts["issue"], "number" | "author">,
  comments: RequestFacts["issue"]["comments"],
): RequestFacts["issue"] {
  return {
    ...{ number, author, openedAt: createdAt, body, comments },
    state: state === "OPEN" ? "open" : "closed",
    labels: labels?.nodes.map(({ name }) => name) ?? [],
  };
}

function isOf(file: string, slug: string): boolean {
  const path = parseJobPath(file);
  return "slug" in path && path.slug === slug;
}
