/** Gathers the facts about an issue in which somebody makes a request. */
import type { Instant } from "../../../board/days.ts";
import { liveJobPath, parseJobPath } from "../../../board/job/path.ts";
import type { JobSource } from "../../../board/listing/read-board.ts";
import type { RequestFacts } from "../../../board/requests/facts.ts";
import { readRequest, slugIn } from "../../../board/requests/request-form.ts";
import type { GitObjects } from "../../git-objects.ts";
import type { GitHub } from "../client.ts";
import { readArrival } from "./added-by.ts";
import { readComments } from "./comments.ts";
import { botLogin, personOf, type Rights } from "./permissions.ts";

export type RequestSources = {
  github: GitHub;
  /** Of the board’s repository. */
  objects: GitObjects;
  rights: Rights;
  /** Every file in `jobs/` on the board's branch, at the time of the call. */
  posts(): Promise<JobSource[]>;
  now(): Instant;
};

/** Gathers the facts of an issue; `undefined` if it is a pull request, or was not opened with the form. */
export async function gatherRequest(
  { github, objects, rights, posts, now }: RequestSources,
  number: number,
): Promise<RequestFacts | undefined> {
  const { rest, at } = github;
  const { data: issue } = await rest.issues.get({ ...at, issue_number: number });
  const body = issue.body ?? "";
  const request = readRequest(body);
  if (issue.pull_request || !request) return undefined;
  const author = personOf(issue.user);
  const comments = await readComments(github, number);
  const slug = slugIn(request.post);
  const post =
    slug === undefined ? undefined : (await posts()).find(({ file }) => isOf(file, slug));
  // Its path before it was archived, because the history of the archived file begins when it was closed.
  const path = liveJobPath(slug ?? "");
  const arrival = post && (await readArrival({ github, objects }, path));
  const addedBy = arrival?.pull?.author ?? null;
  const people = [author, ...comments.map((comment) => ({ login: comment.author })), addedBy];
  const logins = new Set(people.flatMap((person) => person?.login.toLowerCase() ?? []));
  logins.delete(botLogin);
  const permissions = await Promise.all(
    [...logins].map(async (login) => [login, await rights.permissionOf(login)] as const),
  );
  return {
    now: now(),
    repository: github.url,
    bot: botLogin,
    issue: {
      number,
      author,
      openedAt: issue.created_at,
      state: issue.state === "open" ? "open" : "closed",
      body,
      labels: issue.labels.flatMap(
        (label) => (typeof label === "string" ? label : label.name) ?? [],
      ),
      comments,
    },
    permissions: Object.fromEntries(permissions),
    post,
    addedBy,
    firstListed: arrival?.on,
  };
}

function isOf(file: string, slug: string): boolean {
  const path = parseJobPath(file);
  return "slug" in path && path.slug === slug;
}
