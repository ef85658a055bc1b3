/** GitHub Apps with access to one repository, and the tokens that they get for their private key. */
import { apiPermissions, appLogin } from "./authentication.ts";
import type { App, Permissions, Repository } from "./state.ts";
import type { Store } from "./store.ts";

export type NewApp = AppCredentials & {
  id: number;
  /** Its name in addresses. Its login is the same, with `[bot]`. */
  slug: string;
  /** What its installation allows it. Permissions are named as in workflows or as in the API. */
  permissions: Permissions;
};

/** What an app authenticates with. */
export type AppCredentials = {
  clientId: string;
  /** GitHub's is an RSA key. Here, any text. */
  privateKey: string;
};

/** Installs an app in a repository. */
export function addApp(store: Store, repository: Repository, app: NewApp): void {
  const permissions = apiPermissions(app.permissions);
  const installed: App = { ...app, permissions, repositoryId: repository.id };
  store.state.apps = [...(store.state.apps ?? []), installed];
  const [id, createdAt] = [store.nextId(), store.moment()];
  store.state.users.push({ id, login: appLogin(app), name: null, type: "Bot", createdAt });
  store.save();
}

/** The app with these credentials. Throws an Error with GitHub's reason if it may not do what is asked. */
export function appWith(
  { state }: Store,
  { clientId, privateKey }: AppCredentials,
  asked: Permissions,
): App {
  const app = state.apps?.find((known) => known.clientId === clientId);
  if (!app) throw new Error("Integration not found");
  if (app.privateKey !== privateKey) throw new Error("A JSON web token could not be decoded");
  const excess = Object.entries(apiPermissions(asked)).some(
    ([name, level]) => app.permissions[name] !== "write" && app.permissions[name] !== level,
  );
  if (excess) {
    throw new Error("The permissions requested are not granted to this installation.");
  }
  return app;
}
