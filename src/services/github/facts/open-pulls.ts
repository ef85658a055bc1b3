/** The open pull requests that came before another one, as part of the query about that. */
import type { Login } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";
import type { Account } from "./accounts.ts";
import { account, loginOf } from "./accounts.ts";

export type OpenPull = {
  number: number;
  author: Login;
  head: string;
  /** The branch that it goes to. */
  base: string;
};

const inOrder = "states: OPEN, orderBy: { field: CREATED_AT, direction: ASC }";
const fields = `nodes { number headRefOid baseRefName author { ${account} } }`;

/** Fields of the repository. Two pages cost no more than one, and are all that there are on most days. */
export const openPullFields = `
  oldest: pullRequests(first: 100, ${inOrder}) { totalCount pageInfo { endCursor } ${fields} }
  newest: pullRequests(last: 100, ${inOrder}) { ${fields} }`;

const nextPage = `query ($owner: String!, $repo: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    next: pullRequests(first: 100, after: $after, ${inOrder}) { pageInfo { endCursor } ${fields} }
  }
}`;

type Given = { number: number; headRefOid: string; baseRefName: string; author: Account };
type List = { nodes: readonly Given[] };
type Page = List & { pageInfo: { endCursor: string | null } };

/** The answer to `openPullFields`. */
export type OpenPullLists = { oldest: Page & { totalCount: number }; newest: List };

/** Those with a smaller number, to any branch, oldest first. Asks for those between the two pages, if there are any. */
export async function openBefore(
  github: Pick<GitHub, "graphql" | "at" | "app">,
  number: number,
  { oldest, newest }: OpenPullLists,
): Promise<OpenPull[]> {
  const { graphql, at } = github;
  const lists = [oldest, newest];
  let between = oldest.totalCount - oldest.nodes.length - newest.nodes.length;
  let page: Page = oldest;
  while (between > 0 && lastIn(page) < number - 1) {
    const variables = { ...at, after: page.pageInfo.endCursor };
    const answer = await graphql<{ repository: { next: Page } }>(nextPage, variables);
    page = answer.repository.next;
    lists.push(page);
    between -= page.nodes.length;
  }
  const found = new Map(lists.flatMap(({ nodes }) => nodes).map((given) => [given.number, given]));
  return [...found.values()]
    .filter((given) => given.number < number)
    .sort((one, other) => one.number - other.number)
    .map((given) => ({
      number: given.number,
      author: loginOf(given.author, github),
      head: given.headRefOid,
      base: given.baseRefName,
    }));
}

function lastIn({ nodes }: List): number {
  return nodes.at(-1)?.number ?? Number.POSITIVE_INFINITY;
}
