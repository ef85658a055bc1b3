/** Reading and writing commits. */
import type { Caller } from "./authentication.ts";
import { momentOf } from "./clock.ts";
import type { Core } from "./core.ts";
import { git, gitOnce } from "./git.ts";
import type { Moment, Repository, User } from "./state.ts";

export type Signature = { name: string; email: string; date: Moment };

export type Commit = {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
};

const format = ["%H", "%T", "%P", "%an", "%ae", "%aI", "%cn", "%ce", "%cI", "%B"].join("%x00");

/** The committer of commits that people make on GitHub's pages. */
const webFlow = { name: "GitHub", email: "noreply@github.com" } as const;

/** The commits with these hashes, in the same order. */
export async function readCommits(
  core: Core,
  repository: Repository,
  shas: readonly string[],
): Promise<Commit[]> {
  if (shas.length === 0) return [];
  const text = await gitOnce(
    core.store.pathOf(repository),
    ["log", "--no-walk=unsorted", "--stdin", `--format=${format}%x01`],
    shas.map((sha) => `${sha}\n`).join(""),
  );
  const records = text.split("\u0001").slice(0, -1);
  const commits = records.map((record) => readCommit(record.replace(/^\n/, "")));
  // Git lists each commit once, even if it is named several times.
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  return shas.flatMap((sha) => bySha.get(sha) ?? []);
}

function readCommit(record: string): Commit {
  const [sha = "", tree = "", parents = "", ...rest] = record.split("\0");
  const [name = "", email = "", date = "", committer = "", committerEmail = ""] = rest;
  const [committed = "", message = ""] = rest.slice(5);
  return {
    sha,
    tree,
    parents: parents.split(" ").filter(Boolean),
    author: { name, email, date: momentOf(new Date(date)) },
    committer: { name: committer, email: committerEmail, date: momentOf(new Date(committed)) },
    message: message.replace(/\n+$/, ""),
  };
}

export type NewCommit = {
  tree: string;
  parents: readonly string[];
  message: string;
  author: Signature;
  committer: Signature;
};

/** Writes a commit that is on no branch yet, and returns its hash. */
export function writeCommit(
  core: Core,
  repository: Repository,
  { tree, parents, message, author, committer }: NewCommit,
): Promise<string> {
  return git(
    core.store.pathOf(repository),
    ["commit-tree", tree, ...parents.flatMap((parent) => ["-p", parent])],
    {
      input: message,
      variables: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: author.date,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: committer.date,
      },
    },
  );
}

/** A person's signature at the current time, with GitHub's noreply address. */
export function signatureOf(core: Core, user: User): Signature {
  return { name: user.name ?? user.login, email: privateMail(user), date: core.store.moment() };
}

export function webFlowSignature(core: Core): Signature {
  return { ...webFlow, date: core.store.moment() };
}

/** The account with a commit's email address. The address can be forged. */
export function userByMail(core: Core, email: string): User | undefined {
  const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
  return login === undefined ? undefined : core.store.user(login);
}

/** The signature of a commit without a named author. */
export function callerSignature(core: Core, caller: Caller): Signature {
  return caller.kind === "anonymous" ? webFlowSignature(core) : signatureOf(core, caller.user);
}

function privateMail({ id, login }: User): string {
  return `${id}+${login}@users.noreply.github.com`;
}
