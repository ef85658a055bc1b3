/** `npm run setup`: makes the repository fit for the board, and says what is left to do by hand. */
import { requireSoundConfig } from "../src/board/config-check.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { readSetup } from "../src/services/github/setup/actual.ts";
import { applyStep } from "../src/services/github/setup/apply-step.ts";
import type { ActualSetup, SetupStep } from "../src/services/github/setup/desired.ts";
import { otherBranches, planSetup } from "../src/services/github/setup/desired.ts";
import type { ExitCode } from "./command.ts";
import { runCommand } from "./command.ts";
import { count, printable } from "./problem-report.ts";

const command = {
  usage: "npm run setup -- [--dry-run]",
  about: `Makes the repository that src/board.config.ts names fit for the board: how pull requests are merged,
labels, the rules of its branch, environments, Pages, what workflows may do. Needs an administrator's token in
GITHUB_TOKEN.`,
  options: {
    "dry-run": { type: "boolean", help: "say what would be done, and do nothing" },
  },
} as const;

await runCommand(command, async ({ flags }): Promise<ExitCode> => {
  requireSoundConfig(boardConfig);
  const dryRun = flags["dry-run"] ?? false;
  const github = connectGitHub(readEnvironment().github, boardConfig.repository);
  if (!github.hasToken) {
    throw new Error("Put the token of somebody who administers the repository into GITHUB_TOKEN.");
  }
  const actual = await readSetup(github);
  const steps = planSetup(actual, boardConfig);
  for (const step of steps) {
    if (!dryRun) await applyStep(github, step);
    console.log(describe(step));
  }
  console.log(summary(steps, dryRun));
  console.log(`\nLeft to do by hand:\n${byHand(github, actual).join("\n")}`);
  return 0;
});

function describe(step: SetupStep): string {
  switch (step.do) {
    case "merge-by-squash":
      return "Pull requests: each is merged as one commit, with its title alone";
    case "create-label":
      return `Label “${step.label.name}”: made`;
    case "update-label":
      return `Label “${step.label.name}”: colour and description set`;
    case "restrict-environment":
      return `Environment “${step.name}”: only branches of a list may use it`;
    case "allow-branch":
      return `Environment “${step.environment}”: “${step.branch}” may use it`;
    case "switch-pages-on":
      return "Pages: on, published by the workflow";
    case "build-pages-by-workflow":
      return "Pages: published by the workflow";
    case "set-workflow-permissions":
      return "Workflows: read the repository unless they ask for more; may create pull requests";
    case "create-ruleset":
      return `Rules of the branch (“${step.ruleset.name}”): only pull requests that the bot finds sound, no force push, no deletion, for everybody`;
    case "update-ruleset":
      return `Rules of the branch (“${step.ruleset.name}”): as they have to be again`;
  }
}

function summary(steps: readonly SetupStep[], dryRun: boolean): string {
  if (steps.length === 0) return "The repository is set up: nothing to do.";
  return dryRun
    ? `${count(steps.length, "thing")} would be set. Nothing was changed.`
    : `${count(steps.length, "thing")} set.`;
}

/** What no token can do, or only people can decide. */
function byHand({ url }: GitHub, actual: ActualSetup): string[] {
  const { branch } = boardConfig.repository;
  const { defaultBranch } = actual;
  const site = new URL(boardConfig.url);
  return [
    ...(defaultBranch === branch
      ? []
      : [
          `- Make “${branch}” the default branch; it is “${defaultBranch}”, and schedules and rules go by that: ${url}/settings/branches`,
        ]),
    ...otherBranches(actual, branch).map(
      (other) =>
        `- Take “${printable(other.branch)}” off the branches that may use the environment “${other.environment}”, unless you know why it is there: whoever can push to it has the environment’s secrets and rights. ${url}/settings/environments`,
    ),
    `- Give reviewers the role “triage” or more, or name them in src/board.config.ts: ${url}/settings/access`,
    `- Let workflows of newcomers wait for approval: “Approval for running fork pull request workflows” in ${url}/settings/actions`,
    ...(site.hostname.endsWith(".github.io")
      ? []
      : [
          `- Point ${site.hostname} to GitHub Pages, and enter it as the custom domain: ${url}/settings/pages`,
        ]),
    ...(boardConfig.signInUrl
      ? []
      : [
          "- Without a sign-in service (signInUrl in src/board.config.ts) the form cannot send posts, and says so.",
        ]),
    boardConfig.mail
      ? `- Give the environment “mail” the secret SMTP_URL (${url}/settings/environments), and the repository the variable MAIL with the value “on” (${url}/settings/variables/actions), as docs/operating.md says.`
      : "- Without “mail” in src/board.config.ts nobody is told anything by mail; docs/operating.md says how.",
    `- See that everything works by a pull request of your own: ${url}/new/${branch}/jobs`,
  ];
}
