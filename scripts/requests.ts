/** `npm run requests`: does what owners of posts ask for by issues. */
import { requireSoundConfig } from "../src/board/config-check.ts";
import type { RequestAction } from "../src/board/requests/decide-request.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import { isApplied } from "../src/services/github/actions/outcome.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { rightsReader } from "../src/services/github/facts/people.ts";
import { applyRequestActions, openIssues, planRequest } from "../src/services/github/requests.ts";
import { runCommand, UsageError } from "./command.ts";
import { reportFailure } from "./review-report.ts";

const command = {
  usage: "npm run requests -- --issue N|all [--dry-run]",
  about: `Looks at issues by which owners ask to have a post closed, renewed or removed, and does it.
Run twice, it changes things once.`,
  options: {
    issue: { type: "string", value: "N", help: "the issue of this number, or all that are open" },
    "dry-run": { type: "boolean", help: "print what would be done, and do nothing" },
  },
} as const;

/** For one issue, many times what an ordinary one takes. */
const requestsAtMost = 200;

await runCommand(command, async ({ flags }) => {
  const wanted = readWanted(flags);
  requireSoundConfig(boardConfig);
  const environment = readEnvironment();
  const config = { ...boardConfig, ...environment.settings };
  const github = connectGitHub(environment.github, config.repository);
  if (!github.hasToken) {
    throw new Error("Put a token into GITHUB_TOKEN, with --dry-run one that may only read.");
  }
  const sources = {
    github,
    rights: rightsReader(github, config),
    posts: () => fetchPosts(".", github.remote),
    now: () => readEnvironment().now,
  };
  let isWell = true;
  for (const issue of wanted === "all" ? await openIssues(github) : [wanted]) {
    try {
      github.allowance.left = requestsAtMost;
      const actions = await planRequest(sources, issue, config);
      if (actions.length === 0) console.log(`#${issue}: nothing to do.`);
      if (flags["dry-run"]) show(issue, actions);
      else isWell = (await apply(github, issue, actions)) && isWell;
    } catch (error) {
      // The others are not to wait for somebody to mend this one.
      console.error(reportFailure(`#${issue}`, error));
      isWell = false;
    }
  }
  return isWell ? 0 : 1;
});

function readWanted({ issue = "" }: { issue?: string }): number | "all" {
  if (issue === "all") return "all";
  if (!/^[1-9]\d{0,9}$/.test(issue)) {
    throw new UsageError("--issue needs the number of one, such as 12, or all.");
  }
  return Number(issue);
}

function show(issue: number, actions: readonly RequestAction[]): void {
  for (const action of actions) console.log(`#${issue}: ${JSON.stringify(action)}`);
}

/** Whether everything was done. */
async function apply(
  github: GitHub,
  issue: number,
  actions: readonly RequestAction[],
): Promise<boolean> {
  let isWell = true;
  for await (const { action, outcome } of applyRequestActions(
    github,
    issue,
    actions,
    boardConfig,
  )) {
    console.log(`#${issue}: ${action.do}: ${outcome.outcome}`);
    isWell &&= isApplied(outcome);
  }
  return isWell;
}
