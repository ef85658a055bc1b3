/** People and bots as the GraphQL API writes them, and whether the bot itself asks. */
import { isSameLogin } from "../../../board/login.ts";
import type { Login, Person } from "../../../board/review/facts.ts";
import { ghost } from "../../../board/review/permissions.ts";
import type { GitHub } from "../client.ts";
import { botLogin } from "./permissions.ts";

/** The fields of an `Account`. A bot has its `login` here without the ending “[bot]”. */
export const account = "__typename login ... on User { databaseId } ... on Bot { databaseId }";

/** `null`: the account was deleted. */
export type Account = { __typename: string; login: string; databaseId?: number | null } | null;

/** As the REST API writes a bot’s login. */
export function loginOf(given: Account): Login {
  if (!given) return ghost.login;
  return given.__typename === "Bot" ? `${given.login}[bot]` : given.login;
}

export function personOf(given: Account): Person {
  return given ? { login: loginOf(given), id: given.databaseId ?? ghost.id } : ghost;
}

/** Whose token it is. Any query can ask for it at no cost. */
export const viewer = "viewer { login }";

/** Here the login of a bot has its ending. */
export type Viewer = { login: string };

/** Whether the bot asks. */
export function isViewerBot({ login }: Viewer): boolean {
  return isSameLogin(login, botLogin);
}

/** Whether the token is the bot’s. One point. */
export async function actsAsBot({ graphql }: Pick<GitHub, "graphql">): Promise<boolean> {
  return isViewerBot((await graphql<{ viewer: Viewer }>(`{ ${viewer} }`, {})).viewer);
}
