/** Reading and writing commits. */
import type { Caller } from "./authentication.ts";
import type { Commit, Signature } from "./commit-graph.ts";
import { readCommit } from "./commit-graph.ts";
import type { Core } from "./core.ts";
import { writeObject } from "./object-store.ts";
import type { Repository, User } from "./state.ts";

export type { Commit, Signature } from "./commit-graph.ts";

/** The committer of commits that people make on GitHub's pages. */
const webFlow = { name: "GitHub", email: "noreply@github.com" } as const;

/** The commits with these hashes, in the same order. */
export async function readCommits(
  core: Core,
  repository: Repository,
  shas: readonly string[],
): Promise<Commit[]> {
  const path = core.store.pathOf(repository);
  const commits = await Promise.all(shas.map((sha) => readCommit(path, sha)));
  return commits.flatMap((commit) => commit ?? []);
}

export type NewCommit = Omit<Commit, "sha">;

/** Writes a commit that is on no branch yet, and returns its hash. */
export function writeCommit(core: Core, repository: Repository, commit: NewCommit): string {
  return writeCommitTo(core.store.pathOf(repository), commit);
}

/** The same in a bare repository. */
export function writeCommitTo(
  directory: string,
  { tree, parents, message, author, committer }: NewCommit,
): string {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signatureLine(author)}`,
    `committer ${signatureLine(committer)}`,
  ];
  return writeObject(directory, "commit", `${lines.join("\n")}\n\n${message}`);
}

function signatureLine({ name, email, date }: Signature): string {
  return `${plain(name)} <${plain(email)}> ${Date.parse(date) / 1000} +0000`;
}

/** As Git does: what would end a name or an email address is left out, and so is what surrounds it. */
function plain(text: string): string {
  const around = "[\\s.,:;<>\"'\\\\]+";
  return text.replace(new RegExp(`^${around}|${around}$|[<>\\n]`, "g"), "");
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
