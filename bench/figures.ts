/** Medians, ratios, costs per page, and targets of a benchmark. */
import type { Usage } from "./child-usage.ts";
import type { Contender } from "./contenders.ts";
import { contenderNames } from "./contenders.ts";
import type { Comparison } from "./site-pages.ts";

/** One contender's builds of one number of posts. */
export type Result = { contender: Contender; usages: readonly Usage[]; site: Comparison };

/** Builds with fewer posts have no targets, since startup weighs too much. */
export const fewest = 10_000;

/** Limits of the board's CPU time divided by that of a contender that writes the same files. */
export const ratioTargets = [
  { key: "user", peer: "floor", most: 1.5 },
  { key: "user", peer: "hugo", most: 0.5 },
  { key: "user", peer: "eleventy", most: 0.25 },
  { key: "system", peer: "floor", most: 1.2 },
] as const satisfies { key: keyof Usage; peer: Contender; most: number }[];

/** Limits of the board's peak memory in bytes, up to a number of posts. */
export const memoryTargets = [
  { posts: 10_000, most: 0.9e9 },
  { posts: 50_000, most: 2.2e9 },
] as const;

/** By how much the average size of contenders' pages may differ from that of the board's, as a share of it. */
export const sizeTolerance = 0.15;

/** How many times more an additional page may cost with many posts than with few. */
export const flatness = 1.25;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(
    Math.ceil(middle) - 1,
    Math.floor(middle) + 1,
  );
  return (low + high) / 2;
}

export function medianOf({ usages }: Pick<Result, "usages">, key: keyof Usage): number {
  return median(usages.map((usage) => usage[key]));
}

/** One line per contender. The first figures are the board's CPU times divided by its own. */
export function resultTable(results: readonly Result[]): string {
  const ours = results.find(({ contender }) => contender === "ours");
  const rows = results.map((result) => [
    contenderNames[result.contender],
    ...(["user", "system"] as const).map((key) => (ours ? ratio(ours, result, key) : "")),
    ...(["user", "system", "wall"] as const).map((key) => `${medianOf(result, key).toFixed(2)} s`),
    megabytes(medianOf(result, "memory")),
    String(result.site.pages),
    `${(pageSize(result) / 1000).toFixed(1)} kB`,
    megabytes(result.site.allBytes),
  ]);
  return table([
    [
      ...["", "board’s user ÷", "system ÷"],
      ...["user", "system", "wall", "memory", "pages", "a page", "all files"],
    ],
    ...rows,
  ]);
}

function ratio(ours: Result, other: Result, key: keyof Usage): string {
  return (medianOf(ours, key) / medianOf(other, key)).toFixed(2);
}

function pageSize({ site: { bytes, pages } }: Result): number {
  return bytes / pages;
}

/**
 * User CPU per page in milliseconds for each number of posts: over all pages, which includes startup, and
 * over the pages that the next smaller number of posts does not have.
 */
export function pageCosts(results: readonly Result[]): { whole: number; further: number }[] {
  return results.map((result, index) => {
    const before = results[index - 1];
    const user = medianOf(result, "user");
    const { pages } = result.site;
    const further = before
      ? (user - medianOf(before, "user")) / (pages - before.site.pages)
      : Number.NaN;
    return { whole: (1000 * user) / pages, further: 1000 * further };
  });
}

/** One sentence for each missed target. */
export function missedTargets(posts: number, results: readonly Result[]): string[] {
  if (posts < fewest) return [];
  return [...missedRatios(posts, results), ...missedMemory(posts, results)];
}

function missedRatios(posts: number, results: readonly Result[]): string[] {
  const ours = results.find(({ contender }) => contender === "ours");
  return ratioTargets.flatMap(({ key, peer, most }) => {
    const result = results.find(({ contender }) => contender === peer);
    if (!ours || !result || medianOf(ours, key) / medianOf(result, key) <= most) return [];
    return [
      `${posts} posts, ${key} CPU: this board ÷ ${contenderNames[peer]} is ${ratio(ours, result, key)}; the limit is ${most}.`,
    ];
  });
}

function missedMemory(posts: number, results: readonly Result[]): string[] {
  const limit = memoryTargets.find((target) => posts <= target.posts)?.most;
  if (limit === undefined) return [];
  return results
    .filter(({ contender }) => contender === "ours" || contender === "whole")
    .filter((result) => medianOf(result, "memory") > limit)
    .map(
      (result) =>
        `${posts} posts: ${contenderNames[result.contender]} takes ${megabytes(medianOf(result, "memory"))} of memory; the limit is ${megabytes(limit)}.`,
    );
}

/** One sentence for each contender that does not write the same files as all others. */
export function unequalSites(results: readonly Result[]): string[] {
  const ours = results.find(({ contender }) => contender === "ours");
  return results.flatMap((result) => {
    const name = contenderNames[result.contender];
    const { missing, further } = result.site;
    // Hugo 0.111 writes redirects from there, whatever its settings say.
    const others = [...further.keys()].filter((kind) => !kind.endsWith("/page/1/"));
    const difference = ours ? pageSize(result) / pageSize(ours) - 1 : 0;
    return [
      ...(missing.length > 0
        ? [`${name} is missing ${missing.length} pages, the first is ${missing[0]}.`]
        : []),
      ...(others.length > 0 && result.contender !== "whole"
        ? [`${name} also writes ${others.join(", ")}.`]
        : []),
      ...(Math.abs(difference) > sizeTolerance
        ? [`Pages of ${name} differ in size by ${(100 * difference).toFixed(0)} %.`]
        : []),
    ];
  });
}

export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return rows.map(line).join("\n");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
