/** Reads what is on GitHub before an emailed post is sent: the sender, the queue, and earlier attempts. */

import * as words from "#words/github.ts";
import { emailBranches } from "../../../board/change-url.ts";
import type { Surroundings } from "../../../board/mailed-post.ts";
import type { Login } from "../../../board/review/facts.ts";
import type { FoundSent, Sent } from "../../../board/review/sending.ts";
import type { GitObjects } from "../../git-objects.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus, wordsOf } from "../errors.ts";
import { readBlob } from "../facts/objects.ts";
import { submissionReader } from "../facts/other-submissions.ts";
import { loginOf } from "../facts/permissions.ts";
import { listOpenPulls } from "../facts/pull-lists.ts";
import { readTree } from "../facts/tree.ts";

/** The login that the token belongs to. Throws an Error if it can’t be used to send posts. */
export async function readSender({ rest, at, url }: GitHub): Promise<Login> {
  const { data: account } = await rest.users.getAuthenticated().catch((cause: unknown) => {
    if (!/not accessible by integration/.test(wordsOf(cause))) throw cause;
    throw new Error(words.notAPerson, { cause });
  });
  const { data: repository } = await rest.repos.get({ ...at });
  if (!repository.permissions?.push) {
    throw new Error(words.cannotPush(account.login, url));
  }
  return account.login;
}

/** The submissions that are waiting for review. */
export async function readWaiting(
  github: GitHub,
  objects: GitObjects,
): Promise<Omit<Surroundings, "posts">> {
  const { at } = github;
  const pulls = await listOpenPulls(github);
  const readSubmissions = submissionReader(github, objects);
  const others = await readSubmissions(
    pulls.map(({ number, user, head, base }) => ({
      ...{ number, author: loginOf(user) },
      ...{ head: head.sha, base: base.ref },
    })),
  );
  const sent = pulls.flatMap(({ number, head, base }) => {
    const isOurs = head.label === `${at.owner}:${head.ref}` && base.ref === github.branch;
    const slug = head.ref.startsWith(emailBranches) && head.ref.slice(emailBranches.length);
    return isOurs && slug ? [{ number, slug }] : [];
  });
  return { others, sent };
}

/** The branch and pull requests of a post that was sent before. */
export async function readSent(
  github: GitHub,
  { branch, file }: Pick<Sent, "branch" | "file">,
): Promise<FoundSent> {
  const { rest, at } = github;
  const { data } = await rest.pulls.list({
    ...{ ...at, base: github.branch, head: `${at.owner}:${branch}` },
    ...{ state: "all", sort: "created", direction: "desc", per_page: 100 },
  });
  const pulls = data.map(({ number, state, merged_at }) => {
    if (merged_at !== null) return { number, state: "merged" as const };
    return { number, state: state === "open" ? ("open" as const) : ("closed" as const) };
  });
  return { pulls, branch: await readBranch(github, branch, file) };
}

async function readBranch(
  github: GitHub,
  branch: string,
  file: string,
): Promise<FoundSent["branch"]> {
  const { rest, at } = github;
  const found = await unlessStatus([404], rest.git.getRef({ ...at, ref: `heads/${branch}` }));
  if (!found) return null;
  const top = found.data.object.sha;
  const entry = await readTree(github, top)(file);
  if (entry === "partial") throw new Error(words.folderCutOff(file));
  const bytes = entry === "absent" ? undefined : await readBlob(github, entry.sha);
  const basehead = `${github.branch}...${top}`;
  const { data } = await rest.repos.compareCommitsWithBasehead({ ...at, basehead, per_page: 100 });
  return {
    top,
    text: bytes && new TextDecoder().decode(bytes),
    commits: data.commits.map(({ sha, author, commit }) => ({
      sha,
      author: author?.login ?? null,
      message: commit.message,
    })),
  };
}
