/** People and bots. */
import type { User } from "@octokit/graphql-schema";
import type { Core } from "../core.ts";
import { nodeId } from "../serializers/addresses.ts";
import type { User as Account } from "../state.ts";
import { sameName } from "../store.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";

/** The person who did something. Bots have no `[bot]` suffix here. `null` for deleted accounts. */
export function actor(viewer: Viewer, login: string) {
  const account = viewer.core.store.user(login);
  if (!account) return null;
  const __typename = account.type;
  return { ...user(viewer, account), __typename, login: account.login.replace(/\[bot\]$/, "") };
}

/** A field of type User, where bots keep their full login. */
export function user({ core, caller }: Viewer, account: Account) {
  return {
    __typename: "User",
    ...accountFields(core, account),
    name: account.name,
    isViewer: sameName(account.login, caller.user.login),
  } satisfies Fields<User>;
}

function accountFields(core: Core, account: Account) {
  const path = `/${encodeURIComponent(account.login)}`;
  return {
    id: nodeId("User", account.id),
    databaseId: account.id,
    login: account.login,
    createdAt: account.createdAt,
    updatedAt: account.createdAt,
    url: `${core.origin}${path}`,
    resourcePath: path,
    avatarUrl(given: Arguments) {
      given.number("size"); // The emulator's avatars are SVG, so they have any size.
      return `${core.origin}/avatars/u/${account.id}`;
    },
  };
}
