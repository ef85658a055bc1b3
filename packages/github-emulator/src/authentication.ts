/** Identifies callers by their tokens. */
import { randomBytes } from "node:crypto";
import type { App, Permissions, Token, User } from "./state.ts";
import { actionsAppId, actionsBot } from "./state.ts";
import type { Store } from "./store.ts";

export type Caller =
  | { kind: "anonymous" }
  | { kind: "user"; user: User; scopes: readonly string[] }
  | {
      kind: "installation";
      user: User;
      repositoryId: number;
      permissions: Permissions;
      /** The app that acts. */
      appId: number;
    };

export type AuthenticatedCaller = Exclude<Caller, { kind: "anonymous" }>;

/** The default scopes of a person's token. */
export const allScopes = ["repo", "workflow", "delete_repo"] as const;

/** Creates a person's token, which is valid until the state is deleted. */
export function addUserToken(store: Store, login: string, scopes: readonly string[]): string {
  const { login: exact } = store.userOf(login);
  return addToken(store, { kind: "user", value: newValue("gho"), login: exact, scopes });
}

/**
 * Creates the token of a workflow's job, which has access to one repository.
 *
 * @param app the app that acts with it, unless that is GitHub Actions
 */
export function addInstallationToken(
  store: Store,
  repositoryId: number,
  permissions: Permissions,
  app?: App,
): string {
  return addToken(store, {
    kind: "installation",
    value: newValue("ghs"),
    repositoryId,
    permissions: apiPermissions(permissions),
    ...(app && { appId: app.id }),
  });
}

/** Permissions by their names in the API, if they are named as in workflows. */
export function apiPermissions(permissions: Permissions): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([name, level]) => [name.replace(/-/g, "_"), level]),
  );
}

/** Revokes a token. */
export function revokeToken(store: Store, value: string): void {
  const { tokens } = store.state;
  const index = tokens.findIndex((token) => token.value === value);
  if (index >= 0) tokens.splice(index, 1);
  store.save();
}

/** The caller of a request by its Authorization header; `undefined` if the token is invalid. */
export function authenticate(
  store: Store,
  authorization: string | null | undefined,
): Caller | undefined {
  if (!authorization) return { kind: "anonymous" };
  const value = tokenIn(authorization);
  // Most requests are sent with a token that was created last.
  const token = store.state.tokens.findLast((known) => known.value === value);
  if (!token) return undefined;
  if (token.kind === "user") {
    return { kind: "user", user: store.userOf(token.login), scopes: token.scopes };
  }
  const { repositoryId, permissions, appId = actionsAppId } = token;
  const app = store.state.apps?.find(({ id }) => id === appId);
  const user = store.userOf(app ? appLogin(app) : actionsBot);
  return { kind: "installation", user, repositoryId, permissions, appId };
}

/** The token itself, or, as Git sends it, the password with any username. */
function tokenIn(authorization: string): string {
  const [scheme = "", value = ""] = authorization.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() !== "basic") return value;
  return Buffer.from(value, "base64")
    .toString()
    .replace(/^[^:]*:/, "");
}

/** The login of what an app does. */
export function appLogin({ slug }: Pick<App, "slug">): string {
  return `${slug}[bot]`;
}

/** Whether a caller is a workflow's job with its GITHUB_TOKEN. */
export function isActions(caller: Caller): boolean {
  return caller.kind === "installation" && caller.appId === actionsAppId;
}

function addToken(store: Store, token: Token): string {
  store.state.tokens.push(token);
  store.save();
  return token.value;
}

function newValue(prefix: string): string {
  return `${prefix}_${randomBytes(18).toString("hex")}`;
}
