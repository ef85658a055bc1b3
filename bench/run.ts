/** `npm run bench`: compares the speed of site builds with other generators that build the same pages. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { keepOnlyBundles, makeBundles } from "./board/bundles.ts";
import type { Usage } from "./child-usage.ts";
import { measure } from "./child-usage.ts";
import type { Contender } from "./contenders.ts";
import { contenderNames, contenders, programOf } from "./contenders.ts";
import type { Result } from "./figures.ts";
import {
  fewest,
  flatness,
  memoryTargets,
  missedTargets,
  pageCosts,
  ratioTargets,
  resultTable,
  table,
  unequalSites,
} from "./figures.ts";
import { writeInputs } from "./inputs.ts";
import type { Comparison } from "./site-pages.ts";
import { compare, expectedFiles, sizesIn } from "./site-pages.ts";

const limits = [
  ...ratioTargets.map(
    ({ key, peer, most }) => `${most} times the ${key} CPU of ${contenderNames[peer]}`,
  ),
  ...memoryTargets.map(({ posts, most }) => `${most / 1e9} GB of memory up to ${posts} posts`),
];

const usage = `npm run bench -- [--jobs 1000,10000] [--rounds 3] [--only ours,floor,…]

Builds the same generated posts with ${contenders.map((one) => `${contenderNames[one]} (${one})`).join(", ")},
alternating, compares the files they write, and prints medians. Fails if they differ or a target is
missed: from ${fewest} posts on at most ${limits.join(", ")}.

  --jobs N,N    numbers of posts (default: 1000,10000); several also show whether the cost per page is constant
  --rounds N    builds per contender (default: 3)
  --only A,B    contenders to run (default: all)
  --help        show this text`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      jobs: { type: "string", default: "1000,10000" },
      rounds: { type: "string", default: "3" },
      only: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const sizes = values.jobs
    .split(",")
    .map(wholeNumber)
    .toSorted((a, b) => a - b);
  const rounds = wholeNumber(values.rounds);
  const chosen = installed(values.only ? values.only.split(",").map(contenderNamed) : contenders);

  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}`);
  const bySize: { posts: number; results: Result[] }[] = [];
  for (const posts of sizes) {
    const results = await compete(chosen, posts, rounds);
    console.log(`\n${posts} posts, medians of ${rounds}\n\n${resultTable(results)}\n`);
    for (const result of results)
      if (result.contender === "whole") console.log(describeFiles(result));
    bySize.push({ posts, results });
  }
  const costs = sizes.length > 1 ? describeCosts(chosen, bySize) : { text: "", faults: [] };
  if (costs.text) console.log(`\n${costs.text}`);
  const faults = [
    ...bySize.flatMap(({ results }) => unequalSites(results)),
    ...bySize.flatMap(({ posts, results }) => missedTargets(posts, results)),
    ...costs.faults,
  ];
  console.log(
    `\n${faults.length > 0 ? faults.join("\n") : "All write the same pages, and all targets are met."}`,
  );
  return faults.length > 0 ? 1 : 0;
}

/** Alternates between contenders, so that load on the machine affects all of them. */
async function compete(
  chosen: readonly Contender[],
  posts: number,
  rounds: number,
): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const inputs = await writeInputs(folder, posts);
    const expected = expectedFiles(inputs.board);
    const usages = new Map<Contender, Usage[]>(chosen.map((contender) => [contender, []]));
    const sites = new Map<Contender, Comparison>();
    const bundles = await makeBundles(join(folder, "bundles"));
    for (let round = 1; round <= rounds; round += 1) {
      for (const contender of chosen) {
        const output = join(folder, "output");
        await keepOnlyBundles(inputs.variables.BOARD_CACHE, bundles);
        usages.get(contender)?.push(await measure(programOf(contender, inputs, output)));
        sites.set(contender, compare(sizesIn(output), expected));
        await rm(output, { recursive: true });
        console.error(`${posts} posts, round ${round}: ${contenderNames[contender]}`);
      }
    }
    return chosen.flatMap((contender) => {
      const site = sites.get(contender);
      return site ? [{ contender, usages: usages.get(contender) ?? [], site }] : [];
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function describeFiles({ contender, site: { further } }: Result): string {
  const kinds = [...further].map(([kind, count]) => (count > 1 ? `${kind} (${count})` : kind));
  return `Besides posts and lists, ${contenderNames[contender]} writes: ${kinds.join(", ") || "nothing"}.`;
}

function describeCosts(
  chosen: readonly Contender[],
  bySize: readonly { posts: number; results: readonly Result[] }[],
): { text: string; faults: string[] } {
  const of = (contender: Contender) =>
    pageCosts(
      bySize.flatMap(({ results }) => results.filter((result) => result.contender === contender)),
    );
  const rows = chosen.map((contender) => [
    contenderNames[contender],
    ...of(contender).map(
      ({ whole, further }) =>
        `${whole.toFixed(2)} ms${Number.isNaN(further) ? "" : ` (${further.toFixed(2)} ms)`}`,
    ),
  ]);
  const heading = ["", ...bySize.map(({ posts }) => `${posts} posts`)];
  const further = chosen.includes("ours") ? of("ours").slice(1) : [];
  const [first, last] = [further[0], further.at(-1)];
  const steeper = first && last ? last.further / first.further : 1;
  return {
    text: `User CPU per page (in brackets: per additional page compared with the previous column)\n\n${table([heading, ...rows])}`,
    faults:
      steeper > flatness
        ? [
            `An additional page costs ${steeper.toFixed(2)} times as much with the most posts as with few.`,
          ]
        : [],
  };
}

function installed(chosen: readonly Contender[]): Contender[] {
  if (!chosen.includes("hugo")) return [...chosen];
  const { stdout, error } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  console.log(error ? "Hugo is not installed; skipping it." : stdout.trim());
  return chosen.filter((contender) => contender !== "hugo" || !error);
}

function contenderNamed(name: string): Contender {
  const contender = contenders.find((one) => one === name);
  if (contender) return contender;
  throw new Error(`Unknown contender “${name}”. Choose from ${contenders.join(", ")}.`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`“${text}” is not a whole number above 0.`);
}
