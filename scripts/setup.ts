/** `npm run setup`: sets the repository up for the board, and says what is left to do by hand. */
import { setup as words } from "#words/terminal-github.ts";
import type { Host } from "../src/board/config.ts";
import { readSetup } from "../src/services/github/setup/actual.ts";
import { applyStep } from "../src/services/github/setup/apply-step.ts";
import type { ActualSetup, SetupStep } from "../src/services/github/setup/desired.ts";
import { otherBranches, planSetup } from "../src/services/github/setup/desired.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { connect, requireToken } from "./github.ts";
import { printable } from "./problem-report.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: { "dry-run": { type: "boolean", ...words.options["dry-run"] } },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, print } = context;
  const isDryRun = flags["dry-run"] ?? false;
  const github = connect(context);
  requireToken(github, words.tokenMissing);
  const actual = await readSetup(github);
  const steps = planSetup(actual, config);
  for (const step of steps) {
    if (!isDryRun) await applyStep(github, step);
    print(describe(step));
  }
  print(summary(steps, isDryRun));
  print(words.byHand(byHand(github.url, actual, context)));
  return 0;
});

if (import.meta.main) await startCommand(command);

function describe(step: SetupStep): string {
  switch (step.do) {
    case "merge-by-squash":
      return words.mergeBySquash;
    case "create-label":
      return words.labelCreated(step.label.name);
    case "update-label":
      return words.labelUpdated(step.label.name);
    case "restrict-environment":
      return words.environmentRestricted(step.name);
    case "allow-branch":
      return words.branchAllowed(step.environment, step.branch);
    case "switch-pages-on":
      return words.pagesOn;
    case "build-pages-by-workflow":
      return words.pagesByWorkflow;
    case "set-workflow-permissions":
      return words.workflowPermissions;
    case "create-ruleset":
      return words.rulesetCreated(step.ruleset.name);
    case "update-ruleset":
      return words.rulesetUpdated(step.ruleset.name);
  }
}

function summary(steps: readonly SetupStep[], isDryRun: boolean): string {
  if (steps.length === 0) return words.nothing;
  return isDryRun ? words.would(steps.length) : words.changed(steps.length);
}

/** What no token can do, or only people can decide. */
function byHand(url: string, actual: ActualSetup, { config }: Context): string[] {
  const { branch } = config.repository;
  const { defaultBranch } = actual;
  const { hostname } = new URL(config.url);
  const environments = `${url}/settings/environments`;
  const variables = `${url}/settings/variables/actions`;
  return [
    ...(defaultBranch === branch
      ? []
      : [words.defaultBranch(branch, defaultBranch, `${url}/settings/branches`)]),
    ...otherBranches(actual, branch).map((other) =>
      words.otherBranch(printable(other.branch), other.environment, environments),
    ),
    words.reviewers(`${url}/settings/access`),
    words.workflowApproval(`${url}/settings/actions`),
    ...atHost(hostname, config.host, { environments, variables, pages: `${url}/settings/pages` }),
    ...(config.signInUrl ? [] : [words.signIn]),
    config.mail ? words.mailSecrets(environments, variables) : words.mail,
    ...(config.repository.app ? [words.appSecrets(environments, variables)] : []),
    words.tryIt(`${url}/new/${branch}/jobs`),
  ];
}

function atHost(
  hostname: string,
  host: Host | null,
  { environments, variables, pages }: { environments: string; variables: string; pages: string },
): string[] {
  switch (host) {
    case "github-pages":
      return hostname.endsWith(".github.io") ? [] : [words.domain(hostname, pages)];
    case "netlify":
      return [words.netlifySecrets(environments, variables), words.domainElsewhere(hostname)];
    case "cloudflare-pages":
      return [words.cloudflareSecrets(environments, variables), words.domainElsewhere(hostname)];
    case null:
      return [words.domainElsewhere(hostname)];
  }
}
