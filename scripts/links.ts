/** `npm run links`: asks for the links to apply of live posts, and tells maintainers which lead nowhere. */
import { appendFile } from "node:fs/promises";
import { requireSoundConfig } from "../src/board/config-check.ts";
import type { Board } from "../src/board/listing/board.ts";
import type { IssuePlan, LinkReport } from "../src/board/listing/link-report.ts";
import { linkReport, linksTag, planIssue } from "../src/board/listing/link-report.ts";
import type { LinkResults } from "../src/board/listing/links.ts";
import {
  gatherResults,
  linksToCheck,
  readResults,
  writeResults,
} from "../src/board/listing/links.ts";
import { linksLabel } from "../src/board/review/labels.ts";
import { boardConfig } from "../src/board.config.ts";
import type { Environment } from "../src/services/environment.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { findIssue, keepIssue } from "../src/services/github/actions/keep-issue.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { actsAsBot } from "../src/services/github/facts/people.ts";
import { checkLinks } from "../src/services/links/check-links.ts";
import { loadBoard } from "../src/services/load-board.ts";
import type { ExitCode } from "./command.ts";
import { runCommand, UsageError } from "./command.ts";
import { count, printable } from "./problem-report.ts";

const command = {
  usage: "npm run links -- [--dry-run] [--output FILE | --report]",
  about: `Asks for the links to apply of live posts, and prints which lead nowhere. Strangers answer, so that it
refuses to run with a token at hand; what comes of it is reported by a second run, which asks nobody.`,
  options: {
    output: {
      type: "string",
      value: "FILE",
      help: "hand the results on: adds them to FILE as the output “results” of a workflow’s step",
    },
    report: {
      type: "boolean",
      help: "ask nobody, and bring the issue up to date with the results in LINK_RESULTS",
    },
    "dry-run": { type: "boolean", help: "print the report, and hand on and change nothing" },
  },
} as const;

const mark = { label: linksLabel.name, tag: linksTag };

await runCommand(command, async ({ flags }): Promise<ExitCode> => {
  requireSoundConfig(boardConfig);
  const dryRun = flags["dry-run"] ?? false;
  if (flags.report && flags.output !== undefined) {
    throw new UsageError("Either --output or --report: who asks does not report.");
  }
  const environment = readEnvironment();
  const { board } = await loadBoard(boardConfig, environment);
  if (flags.report) {
    const results = readResults(environment.linkResults ?? "");
    console.log(await report(results, board, environment, dryRun));
    return 0;
  }
  const results = await askStrangers(board, environment);
  console.log(reportText(reportOf(results, board, environment)));
  if (flags.output !== undefined && !dryRun) {
    await appendFile(flags.output, `results=${writeResults(results)}\n`);
  }
  return 0;
});

async function askStrangers(board: Board, { github }: Environment): Promise<LinkResults> {
  if (github.token !== undefined) {
    throw new Error(
      "Links are asked for without a token at hand, because strangers answer. Leave GITHUB_TOKEN out: GITHUB_TOKEN= npm run links",
    );
  }
  const links = linksToCheck(board.live);
  return gatherResults(links, await checkLinks(links));
}

function reportOf(results: LinkResults, board: Board, { github }: Environment): LinkReport {
  const { owner, name, branch } = boardConfig.repository;
  const filesUrl = `${github.serverUrl}/${owner}/${name}/blob/${branch}`;
  return linkReport(results, board.live, filesUrl);
}

/** What the issue will say, for a terminal or a log: line by line behind a mark, as it holds strangers' words. */
function reportText({ title, body }: LinkReport): string {
  const lines = body.split("\n").map((line) => `  | ${printable(line).replaceAll("##[", "## [")}`);
  return [title, ...lines].join("\n");
}

async function report(
  results: LinkResults,
  board: Board,
  environment: Environment,
  dryRun: boolean,
): Promise<string> {
  const github = connectGitHub(environment.github, boardConfig.repository);
  if (!dryRun && !(github.hasToken && (await actsAsBot(github)))) {
    throw new Error(
      `The issue is the bot’s own: add --dry-run, or have it done by the workflow: ${github.url}/actions/workflows/links.yml`,
    );
  }
  const found = await findIssue(github, mark);
  const wanted = reportOf(results, board, environment);
  const plan = planIssue(wanted, found);
  if (dryRun) return `${outlook(plan)} Nothing was changed.\n${reportText(wanted)}`;
  const number = await keepIssue(github, plan, mark);
  const told = count(results.found.length, "link");
  return number === undefined
    ? `${told} not fine. Nothing to do: the issue says so, or there is none to open.`
    : `${told} not fine. Told in ${github.url}/issues/${number}`;
}

function outlook(plan: IssuePlan): string {
  switch (plan.do) {
    case "nothing":
      return "No issue would be changed.";
    case "open":
      return "An issue would be opened.";
    case "change":
      return `Issue #${plan.number} would be brought up to date, and then be ${plan.state}.`;
  }
}
