/** Medians, ratios, costs per page, and targets of a benchmark. */
import type { Usage } from "./child-usage.ts";
import type { Contender } from "./contenders.ts";
import { contenderNames } from "./contenders.ts";
import type { Comparison } from "./site-pages.ts";

/** One contender's builds of one number of posts. */
export type Result = { contender: Contender; usages: readonly Usage[]; site: Comparison };

/** Limits of the board's user CPU divided by another contender's, from `from` posts on. */
export const targets = { from: 10_000, floor: 2, hugo: 0.65 } as const;

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

/** One line per contender, with the board's user CPU divided by its own in the last column. */
export function resultTable(results: readonly Result[]): string {
  const ours = results.find(({ contender }) => contender === "ours");
  const rows = results.map((result) => [
    contenderNames[result.contender],
    ...(["user", "system", "wall"] as const).map((key) => `${medianOf(result, key).toFixed(2)} s`),
    megabytes(medianOf(result, "memory")),
    String(result.site.pages),
    `${(result.site.bytes / result.site.pages / 1000).toFixed(1)} kB`,
    megabytes(result.site.allBytes),
    ours ? (medianOf(ours, "user") / medianOf(result, "user")).toFixed(2) : "",
  ]);
  return table([
    ["", "user", "system", "wall", "memory", "pages", "a page", "all files", "board ÷ this"],
    ...rows,
  ]);
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
  const ours = results.find(({ contender }) => contender === "ours");
  if (!ours || posts < targets.from) return [];
  return (["floor", "hugo"] as const).flatMap((peer) => {
    const result = results.find(({ contender }) => contender === peer);
    if (!result) return [];
    const ratio = medianOf(ours, "user") / medianOf(result, "user");
    if (ratio <= targets[peer]) return [];
    return [
      `User CPU with ${posts} posts: this board ÷ ${contenderNames[peer]} is ${ratio.toFixed(2)}; the limit is ${targets[peer]}.`,
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
