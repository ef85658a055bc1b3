/** `npm run rates`: fetches the exchange rates by which searches compare pay, or reports that they are old. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { rates as words } from "#words/terminal-github.ts";
import { planIssue } from "../src/board/listing/link-report.ts";
import type { ExchangeRates } from "../src/board/maintenance/exchange-rates.ts";
import {
  ratesReport,
  ratesSource,
  ratesTag,
  readRates,
} from "../src/board/maintenance/exchange-rates.ts";
import { ratesLabel } from "../src/board/review/labels.ts";
import present from "../src/board/search/exchange-rates.json" with { type: "json" };
import { applyIssuePlan, findIssue } from "../src/services/github/actions/bot-issue.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { connect, requireBot } from "./github.ts";

const target = "src/board/search/exchange-rates.json";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    report: { type: "boolean", ...words.options.report },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
} as const;

/** Milliseconds to wait for the bank. */
const patience = 30_000;

const mark = { label: ratesLabel.name, tag: ratesTag };

export const command = defineCommand(definition, async (context, { flags }) => {
  const { directory, print } = context;
  const isDryRun = flags["dry-run"] ?? false;
  if (flags.report) {
    print(await report(context, isDryRun));
    return 0;
  }
  const rates = await fetchRates();
  const count = Object.keys(rates.unitsPerEuro).length;
  if (isDryRun) {
    print(words.wouldWrite(target, count, rates.ratesOf));
    return 0;
  }
  await writeFile(resolve(directory, target), `${JSON.stringify(rates, null, 2)}\n`);
  print(words.wrote(target, count, rates.ratesOf));
  return 0;
});

if (import.meta.main) await startCommand(command);

async function fetchRates(): Promise<ExchangeRates> {
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(ratesSource, { signal }).catch((cause: Error) => {
    throw new Error(words.unanswered(ratesSource, cause.message), { cause });
  });
  if (!response.ok) throw new Error(words.unanswered(ratesSource, String(response.status)));
  const rates = readRates(await response.text());
  if (!rates) throw new Error(words.unreadable(ratesSource));
  return rates;
}

async function report(context: Context, isDryRun: boolean): Promise<string> {
  const { config, environment } = context;
  if (config.demo !== null) return words.onlySamples;
  const wanted = ratesReport(present, environment.now);
  if (isDryRun) return `${wanted.title}\n${wanted.body}`;
  const github = connect(context);
  await requireBot(github, "daily.yml");
  const plan = planIssue(wanted, await findIssue(github, mark));
  const number = await applyIssuePlan(github, plan, mark);
  return number === undefined
    ? words.nothingToDo
    : words.reported(`${github.url}/issues/${number}`);
}
