/** People and bots as the GraphQL API writes them, and whether the bot itself asks. */
import type { Login, Person } from "../../../board/review/facts.ts";
import { ghost } from "../../../board/review/permissions.ts";
import type { GitHub } from "../client.ts";
import { factLogin, isBot } from "./permissions.ts";

/** The fields of an `Account`. A bot has its `login` here without the ending “[bot]”. */
export const account = "__typename login ... on User { databaseId } ... on Bot { databaseId }";

/** `null`: the account was deleted. */
export type Account = { __typename: string; login: string; databaseId?: number | null } | null;

/** As the REST API writes a bot’s login. */
export function restLogin(given: Account): Login {
  if (!given) return ghost.login;
  return given.__typename === "Bot" ? `${given.login}[bot]` : given.login;
}

/** As facts have it. */
export function loginOf(given: Account, github: Pick<GitHub, "app">): Login {
  return factLogin(restLogin(given), github);
}

export function personOf(given: Account, github: Pick<GitHub, "app">): Person {
  return given ? { login: loginOf(given, github), id: given.databaseId ?? ghost.id } : ghost;
}

/** Whose token it is. Any query can ask for it at no cost. */
export const viewer = "viewer { login }";

/** Here the login of a bot has its ending. */
export type Viewer = { login: string };

/** Whether the token is the bot’s. One point. */
export async function actsAsBot(github: Pick<GitHub, "graphql" | "app">): Promise<boolean> {
  return isBot((await github.graphql<{ viewer: Viewer }>(`{ ${viewer} }`, {})).viewer, github);
}
