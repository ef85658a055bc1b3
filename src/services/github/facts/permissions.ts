/** Reads who people are and which permissions they have. What these allow: src/board/review/permissions.ts. */
import type { BoardConfig } from "../../../board/config.ts";
import { isSameLogin } from "../../../board/login.ts";
import type { Facts, Login, Permission } from "../../../board/review/facts.ts";
import { ghost, isMaintainer, isReviewer } from "../../../board/review/permissions.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";

/**
 * The login of workflows, and that of the bot in all facts, whichever of its accounts has acted.
 * https://docs.github.com/actions/concepts/security/github_token
 */
export const botLogin: Login = "github-actions[bot]";

/** The logins of the bot: its app's, if it has one, and that of workflows, as which it acted before and in some jobs. */
export function botLogins({ app }: Pick<GitHub, "app">): Login[] {
  return app ? [app.login, botLogin] : [botLogin];
}

/** As which the bot sets statuses: rules require those of one app. */
export function statusLogin({ app }: Pick<GitHub, "app">): Login {
  return app?.login ?? botLogin;
}

/** Whether an account is one of the bot's. */
export function isBot(
  account: { login: string } | null | undefined,
  github: Pick<GitHub, "app">,
): boolean {
  return botLogins(github).some((login) => isSameLogin(login, account?.login));
}

/** A login as facts have it. */
export function factLogin(login: Login, github: Pick<GitHub, "app">): Login {
  return isBot({ login }, github) ? botLogin : login;
}

export function loginOf(account: { login: string } | null | undefined): Login {
  return account?.login ?? ghost.login;
}

const permissions: readonly Permission[] = ["admin", "maintain", "write", "triage", "read", "none"];

/** Permissions of people, by login. */
export type Rights = {
  permissionOf(login: Login): Promise<Permission>;
  /** Of each of them except the bot, by login in lower case. */
  permissionsOf(people: readonly Login[]): Promise<Facts["permissions"]>;
  mayReview(login: Login): Promise<boolean>;
  /** Whether somebody has write access to the repository. */
  maySpeak(login: Login): Promise<boolean>;
};

/** Reads permissions; one request per person. */
export function rightsReader(github: GitHub, config: BoardConfig): Rights {
  const permissionOf = permissionReader(github);
  const known = async (login: Login) => ({
    bot: botLogin,
    permissions: isSameLogin(login, botLogin)
      ? {}
      : { [login.toLowerCase()]: await permissionOf(login) },
  });
  return {
    permissionOf,
    permissionsOf: (people) => readPermissions(people, permissionOf),
    mayReview: async (login) => isReviewer(login, await known(login), config),
    maySpeak: async (login) => isMaintainer(login, await known(login)),
  };
}

async function readPermissions(
  people: readonly Login[],
  permissionOf: Rights["permissionOf"],
): Promise<Facts["permissions"]> {
  const logins = new Set(
    people.filter((login) => !isSameLogin(login, botLogin)).map((login) => login.toLowerCase()),
  );
  const known = await Promise.all(
    [...logins].map(async (login) => [login, await permissionOf(login)] as const),
  );
  return Object.fromEntries(known);
}

/** Bots and deleted accounts have no permissions. */
function permissionReader(github: GitHub): (login: Login) => Promise<Permission> {
  const known = new Map<Login, Promise<Permission>>();
  return (login) => {
    const key = login.toLowerCase();
    const asked = known.get(key) ?? readPermission(github, key);
    known.set(key, asked);
    return asked;
  };
}

async function readPermission({ rest, at }: GitHub, username: Login): Promise<Permission> {
  const answer = await unlessStatus(
    [404],
    rest.repos.getCollaboratorPermissionLevel({ ...at, username }),
  );
  if (!answer) return "none";
  // Organizations can define roles; `permission` then names the standard role they are based on.
  const { role_name, permission } = answer.data;
  return (
    permissions.find((name) => name === role_name) ??
    permissions.find((name) => name === permission) ??
    "none"
  );
}
