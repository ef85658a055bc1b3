/** Tables of the way from an approval to the page, and its limit. */
import { table } from "../figures.ts";
import type { Restoring } from "./restoring.ts";
import type { Way } from "./way.ts";

/** In seconds, on a board with this many posts, besides what GitHub itself takes. */
export const target = { posts: 300, seconds: 15 } as const;

export type Measured<Figures> = { posts: number } & Figures;

/** One line per part, and the sum. */
export function wayTable(ways: readonly Measured<Way>[]): string {
  const names = ways[0]?.parts.map(({ name }) => name) ?? [];
  return table([
    headingOf(ways),
    ...names.map((name, index) => [
      name,
      ...ways.map(({ parts }) => seconds(parts[index]?.seconds ?? Number.NaN)),
    ]),
    ["all", ...ways.map((way) => seconds(sumOf(way)))],
    ["artifact", ...ways.map(({ artifact }) => megabytes(artifact))],
  ]);
}

export function restoringTable(measured: readonly Measured<Restoring>[]): string {
  const row = (name: string, textOf: (one: Restoring) => string) => [name, ...measured.map(textOf)];
  return table([
    headingOf(measured),
    row("clean build", ({ clean }) => seconds(clean)),
    row("with a restored cache", (one) => seconds(restored(one))),
    row("unpacking", ({ unpacking }) => seconds(unpacking)),
    row("building after one change", ({ building }) => seconds(building)),
    row("packing again", ({ packing }) => seconds(packing)),
    row("to download, and to upload", ({ bytes }) => megabytes(bytes)),
  ]);
}

/** One sentence for each way that takes too long. */
export function missedByWays(ways: readonly Measured<Way>[]): string[] {
  return ways
    .filter((way) => way.posts <= target.posts && sumOf(way) > target.seconds)
    .map(
      (way) =>
        `From the approval to the page with ${way.posts} posts: ${seconds(sumOf(way))}; the limit is ${target.seconds} s.`,
    );
}

function sumOf({ parts }: Way): number {
  return parts.reduce((sum, part) => sum + part.seconds, 0);
}

function restored({ unpacking, building, packing }: Restoring): number {
  return unpacking + building + packing;
}

function headingOf(measured: readonly { posts: number }[]): string[] {
  return ["", ...measured.map(({ posts }) => `${posts} posts`)];
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
