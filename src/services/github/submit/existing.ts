/** What there is at GitHub before a post is sent on: who sends it, what waits, and what was sent before. */
import type { Surroundings } from "../../../board/mailed-post.ts";
import type { Login } from "../../../board/review/facts.ts";
import type { FoundSent, Sent } from "../../../board/review/sending.ts";
import { sendingBranches } from "../../../board/review/sending.ts";
import type { GitHub } from "../client.ts";
import { unlessStatus, wordsOf } from "../errors.ts";
import { readBlob } from "../facts/objects.ts";
import { earlierReader, listOpenPulls } from "../facts/other-submissions.ts";
import { readTree } from "../facts/tree.ts";

/** Whose the token is. Throws an Error if it is nobody's who could send posts on. */
export async function readSender({ rest, at, url }: GitHub): Promise<Login> {
  const { data: account } = await rest.users.getAuthenticated().catch((cause: unknown) => {
    if (!/not accessible by integration/.test(wordsOf(cause))) throw cause;
    throw new Error(
      "A post is sent in a person’s name: put a token of your own into GITHUB_TOKEN.",
      {
        cause,
      },
    );
  });
  const { data: repository } = await rest.repos.get({ ...at });
  if (!repository.permissions?.push) {
    throw new Error(
      `${account.login} may not write to ${url}, and posts that came by email are sent from a branch there. Ask for the role “write”, or let somebody send it who has it.`,
    );
  }
  return account.login;
}

/** What waits for reviewers. */
export async function readWaiting(github: GitHub): Promise<Omit<Surroundings, "posts">> {
  const { at } = github;
  const newest = { number: Number.POSITIVE_INFINITY, head: "" };
  const [pulls, { others }] = await Promise.all([
    listOpenPulls(github),
    earlierReader(github)(newest),
  ]);
  const sent = pulls.flatMap(({ number, head, base }) => {
    const isOurs = head.label === `${at.owner}:${head.ref}` && base.ref === github.branch;
    const slug = head.ref.startsWith(sendingBranches) && head.ref.slice(sendingBranches.length);
    return isOurs && slug ? [{ number, slug }] : [];
  });
  return { others, sent };
}

/** What was sent of a post before. */
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
  const bytes = typeof entry === "string" ? undefined : await readBlob(github, entry.sha);
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
