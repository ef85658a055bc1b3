/**
 * `npm run lighthouse`: builds an invented board, and runs Lighthouse on a list and a post, as on a phone. Not a part of
 * `npm test`, because it takes minutes and its figures vary with the machine.
 *
 * Lighthouse is run with npx and is not a dependency, because it needs a newer Node than `npm ci`.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { defineCommand, startCommand } from "../scripts/command.ts";
import type { Chromium } from "../src/services/chromium.ts";
import { findChromium } from "../src/services/chromium.ts";
import { buildEveryKind, kindsOfPages } from "./every-kind.ts";
import { serveSite } from "./site-server.ts";

const lighthouse = "lighthouse@13.5.0";
const rounds = 3;

/** The minimum score of each category, out of 100. For performance, the median of all rounds counts. */
const least = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;

type Category = keyof typeof least;
const categories = Object.keys(least) as Category[];

/** The used part of Lighthouse’s report. Scores are from 0 to 1. */
type Report = {
  categories: Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string }>;
};

const run = promisify(execFile);

const command = defineCommand(
  {
    usage: "npm run lighthouse",
    about: `Builds an invented board and judges a list and a post by ${lighthouse}, ${rounds} times each.\nFails if a category is below ${JSON.stringify(least)}.`,
    options: {},
  },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
    // A site from an earlier run may have been built from other sources.
    process.env.TMPDIR = folder;
    try {
      const chromium = await findChromium(process.env);
      const site = await buildEveryKind({ demo: null });
      const server = await serveSite(site.folder);
      try {
        const faults: string[] = [];
        for (const address of [kindsOfPages.list, kindsOfPages.post]) {
          const reports: Report[] = [];
          for (let round = 1; round <= rounds; round += 1) {
            reports.push(
              await judge(server.origin + address, chromium, join(folder, "report.json")),
            );
          }
          faults.push(...describe(address, reports));
        }
        for (const fault of faults) console.error(fault);
        return faults.length > 0 ? 1 : 0;
      } finally {
        await server.close();
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

await startCommand(command);

async function judge(url: string, chromium: Chromium, report: string): Promise<Report> {
  const flags = [
    "--headless=new",
    "--disable-gpu",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  await run(
    "npx",
    [
      ...["--yes", lighthouse, url, "--quiet", "--output=json", `--output-path=${report}`],
      ...[`--only-categories=${categories.join(",")}`, `--chrome-flags=${flags.join(" ")}`],
    ],
    {
      env: { ...process.env, ...chromium.env, CHROME_PATH: chromium.executablePath },
      maxBuffer: 2 ** 26,
    },
  );
  return JSON.parse(await readFile(report, "utf8")) as Report;
}

/** Prints the scores of a page, and returns those that are too low, with the failed audits. */
function describe(address: string, reports: readonly Report[]): string[] {
  const scores = categories.map((category) => {
    const sorted = reports
      .map((report) => Math.round(100 * report.categories[category].score))
      .toSorted((a, b) => a - b);
    const score = category === "performance" ? sorted[Math.floor(sorted.length / 2)] : sorted[0];
    return { category, score: score ?? 0 };
  });
  console.log(
    `${address}  ${scores.map(({ category, score }) => `${category} ${score}`).join(", ")}`,
  );
  return scores.flatMap(({ category, score }) =>
    score < least[category]
      ? [`${address}: ${category} is ${score}. ${failedAudits(reports, category).join("; ")}`]
      : [],
  );
}

function failedAudits(reports: readonly Report[], category: Category): string[] {
  const failed = reports.flatMap(({ audits, categories }) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id}: ${audits[id]?.title}`),
  );
  return [...new Set(failed)];
}
