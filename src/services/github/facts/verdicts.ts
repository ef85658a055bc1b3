/** What the bot has said of commits, by statuses. */
import type { Verdict, VerdictState } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";
import { botLogin, loginOf, sameLogin } from "./people.ts";

/** The name of the bot's status; the repository's rules ask for it by this name. */
export const statusContext = "job post";

/** Of a pull request with more commits only the last ones are asked about. */
const commitsAtMost = 20;

const states: readonly VerdictState[] = ["success", "failure", "pending", "error"];

/** The bot's statuses of one commit. */
export async function readVerdicts(github: GitHub, sha: string): Promise<Verdict[]> {
  const { paginate, rest, at } = github;
  const all = await paginate(rest.repos.listCommitStatusesForRef, {
    ...at,
    ref: sha,
    per_page: 100,
  });
  return all
    .filter(({ context, creator }) => {
      return context === statusContext && sameLogin(loginOf(creator), botLogin);
    })
    .flatMap(({ id, state, description, created_at }) => {
      const known = states.find((name) => name === state);
      return known
        ? [{ id, sha, state: known, description: description ?? "", at: created_at }]
        : [];
    });
}

/** The statuses of the head and of the commits before it. `commits` has the oldest first. */
export async function readAllVerdicts(
  github: GitHub,
  commits: readonly { sha: string }[],
  head: string,
): Promise<Verdict[]> {
  const shas = new Set([head, ...commits.slice(-commitsAtMost).map(({ sha }) => sha)]);
  const found = await Promise.all([...shas].map((sha) => readVerdicts(github, sha)));
  return found.flat();
}
