/**
 * The fork of the board's repository in a user's account, which stores their posts until they are merged.
 * Decap would accept any repository with the board's name, and any answer as a sign that it is ready.
 */

import * as words from "#words/editor.ts";
import { isSameLogin } from "../src/board/login.ts";
import { UserError, userErrorFrom } from "./errors.ts";

/** An answer of GitHub's API with any status. */
export type Answer = { status: number; body: unknown };
export type Ask = (method: "GET" | "POST", path: string, body?: object) => Promise<Answer>;

export type Board = {
  /** `owner/name` of the board's repository. */
  repository: string;
  branch: string;
};

export type Copy = {
  /** `owner/name` */
  repository: string;
  /** Its page. */
  address: string;
};

/** Makes requests with a user's token. Throws a UserError if GitHub cannot be reached. */
export function askGitHub(apiUrl: string, token: string): Ask {
  return async (method, path, body) => {
    try {
      const response = await fetch(apiUrl + path, {
        method,
        cache: "no-store",
        headers: { authorization: `token ${token}`, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json().catch(() => null) };
    } catch (error) {
      throw userErrorFrom(error);
    }
  };
}

/**
 * The fork of the user. Creates one if there is none.
 *
 * @param allow resolves if the user agrees to create one, and rejects if not
 */
export async function findOrMakeCopy(
  ask: Ask,
  board: Board,
  { login, allow, wait }: { login: string; allow: () => unknown; wait: Wait },
): Promise<Copy> {
  const [, name = ""] = board.repository.split("/");
  const known = await findCopy(ask, board, { login, name });
  if (known) return known;
  await allow();
  // GitHub adds a number if the name is taken, and returns the fork that already exists.
  const made = await ask("POST", `/repos/${board.repository}/forks`, { default_branch_only: true });
  if (made.status !== 202) throw new UserError(words.forkRefused(refusal(made)));
  const copy = copyIn(made.body);
  await untilReady(ask, `/repos/${copy.repository}/branches/${board.branch}`, wait);
  return copy;
}

async function findCopy(
  ask: Ask,
  { repository }: Board,
  { login, name }: { login: string; name: string },
): Promise<Copy | undefined> {
  for (const candidate of [name, `${name}-1`]) {
    const { status, body } = await ask("GET", `/repos/${login}/${candidate}`);
    if (status === 401) throw new UserError(words.signInEnded);
    if (status !== 200) return undefined;
    // A renamed repository is found by its old name, too. The owner of the board stores drafts in the board
    // itself: GitHub does not let people fork their own repository.
    if (isCopyOf(body, repository) || isSameLogin(copyIn(body).repository, repository))
      return copyIn(body);
  }
  return undefined;
}

function copyIn(body: unknown): Copy {
  return { repository: text(body, "full_name") ?? "", address: text(body, "html_url") ?? "" };
}

function isCopyOf(found: unknown, repository: string): boolean {
  return ["parent", "source"].some((origin) => {
    const fullName = text(property(found, origin), "full_name");
    return fullName !== undefined && isSameLogin(fullName, repository);
  });
}

export type Wait = (milliseconds: number) => Promise<void>;

/** GitHub answers before everything is copied: https://docs.github.com/rest/repos/forks#create-a-fork */
async function untilReady(ask: Ask, path: string, wait: Wait): Promise<void> {
  for (let pause = 250; pause <= longestPause; pause *= 2) {
    const { status } = await ask("GET", path);
    if (status === 200) return;
    await wait(pause);
  }
  throw new UserError(words.forkNotReady);
}

/** About a minute in total. */
const longestPause = 32_000;

/**
 * Updates a fork. `false` if GitHub cannot: because it has commits of its own, or because workflow files have
 * changed, which the editor's token may not write.
 */
export async function renewCopy(
  ask: Ask,
  { repository, branch }: Board,
  copy: Copy,
): Promise<boolean> {
  if (isSameLogin(copy.repository, repository)) return true;
  const { status } = await ask("POST", `/repos/${copy.repository}/merge-upstream`, { branch });
  return status === 200;
}

function refusal({ status, body }: Answer): string {
  return text(body, "message") ?? words.gitHubStatus(status);
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value ? Reflect.get(value, name) : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === "string" ? found : undefined;
}
