/** Who asks, by the token they bring. */
import { randomBytes } from "node:crypto";
import type { Permissions, Token, User } from "./state.ts";
import { actionsBot } from "./state.ts";
import type { Store } from "./store.ts";

export type Caller =
  | { kind: "anonymous" }
  | { kind: "user"; user: User; scopes: readonly string[] }
  | { kind: "installation"; user: User; repositoryId: number; permissions: Permissions };

export type AuthenticatedCaller = Exclude<Caller, { kind: "anonymous" }>;

/** What a person's token may do unless something else is said. */
export const allScopes = ["repo", "workflow", "delete_repo"] as const;

/** Gives a person a token, which is valid until the state is deleted. */
export function addUserToken(store: Store, login: string, scopes: readonly string[]): string {
  const { login: exact } = store.userOf(login);
  return addToken(store, { kind: "user", value: newValue("gho"), login: exact, scopes });
}

/** Gives the token that a workflow's job has, which reaches one repository. */
export function addInstallationToken(
  store: Store,
  repositoryId: number,
  permissions: Permissions,
): string {
  const named = Object.entries(permissions).map(([name, level]) => [
    name.replace(/-/g, "_"),
    level,
  ]);
  return addToken(store, {
    kind: "installation",
    value: newValue("ghs"),
    repositoryId,
    permissions: Object.fromEntries(named),
  });
}

/** Takes a token away. */
export function revokeToken(store: Store, value: string): void {
  const { tokens } = store.state;
  const index = tokens.findIndex((token) => token.value === value);
  if (index >= 0) tokens.splice(index, 1);
  store.save();
}

/** The caller of a request by its Authorization header; `undefined` where the token is of nobody. */
export function authenticate(
  store: Store,
  authorization: string | null | undefined,
): Caller | undefined {
  if (!authorization) return { kind: "anonymous" };
  const value = tokenIn(authorization);
  const token = store.state.tokens.find((known) => known.value === value);
  if (!token) return undefined;
  if (token.kind === "user") {
    return { kind: "user", user: store.userOf(token.login), scopes: token.scopes };
  }
  const { repositoryId, permissions } = token;
  return { kind: "installation", user: store.userOf(actionsBot), repositoryId, permissions };
}

/** Both ways to bring a token: as it is, or, as Git does, for a password beside any name. */
function tokenIn(authorization: string): string {
  const [scheme = "", value = ""] = authorization.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() !== "basic") return value;
  return Buffer.from(value, "base64")
    .toString()
    .replace(/^[^:]*:/, "");
}

function addToken(store: Store, token: Token): string {
  store.state.tokens.push(token);
  store.save();
  return token.value;
}

function newValue(prefix: string): string {
  return `${prefix}_${randomBytes(18).toString("hex")}`;
}
