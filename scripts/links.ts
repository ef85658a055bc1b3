/** `npm run links`: checks the application links of live posts, and keeps an issue on those that do not work. */
import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";
import { links as words } from "#words/terminal-github.ts";
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
import { applyIssuePlan, findIssue } from "../src/services/github/actions/bot-issue.ts";
import { checkLinks } from "../src/services/links/check-links.ts";
import { loadBoard } from "../src/services/load-board.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { connect, requireBot } from "./github.ts";
import { tame } from "./review-report.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    output: { type: "string", ...words.options.output },
    report: { type: "boolean", ...words.options.report },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
} as const;

const mark = { label: linksLabel.name, tag: linksTag };

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, environment, print } = context;
  const isDryRun = flags["dry-run"] ?? false;
  if (flags.report && flags.output !== undefined) throw new UsageError(words.eitherOr);
  const { board } = await loadBoard(config, environment);
  if (flags.report) {
    const results = readResults(environment.linkResults ?? "");
    print(await report(results, board, context, isDryRun));
    return 0;
  }
  const results = await check(board, context);
  print(reportText(reportOf(results, board, context)));
  if (flags.output !== undefined && !isDryRun) {
    await appendFile(resolve(directory, flags.output), `results=${writeResults(results)}\n`);
  }
  return 0;
});

if (import.meta.main) await startCommand(command);

async function check(board: Board, { environment }: Context): Promise<LinkResults> {
  if (environment.github.token !== undefined) throw new Error(words.withoutToken);
  const links = linksToCheck(board.live);
  return gatherResults(links, await checkLinks(links));
}

function reportOf(
  results: LinkResults,
  board: Board,
  { config, environment }: Context,
): LinkReport {
  const { owner, name, branch } = config.repository;
  const filesUrl = `${environment.github.serverUrl}/${owner}/${name}/blob/${branch}`;
  return linkReport(results, board.live, filesUrl);
}

/** The issue as a quotation, because it contains strangers' words. */
function reportText({ title, body }: LinkReport): string {
  return [title, ...body.split("\n").map((line) => `  | ${tame(line)}`)].join("\n");
}

async function report(
  results: LinkResults,
  board: Board,
  context: Context,
  isDryRun: boolean,
): Promise<string> {
  const github = connect(context);
  if (!isDryRun) await requireBot(github, "links.yml");
  const found = await findIssue(github, mark);
  const wanted = reportOf(results, board, context);
  const plan = planIssue(wanted, found);
  if (isDryRun) return `${outlook(plan)}\n${reportText(wanted)}`;
  const number = await applyIssuePlan(github, plan, mark);
  const count = results.found.length;
  return number === undefined
    ? words.nothingToDo(count)
    : words.reported(count, `${github.url}/issues/${number}`);
}

function outlook(plan: IssuePlan): string {
  switch (plan.do) {
    case "nothing":
      return words.wouldChangeNothing;
    case "open":
      return words.wouldOpen;
    case "change":
      return words.wouldUpdate(plan.number, plan.state);
  }
}
