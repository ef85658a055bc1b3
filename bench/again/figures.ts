/** Ratios of repeated builds, and targets. */
import type { Usage } from "../child-usage.ts";
import { median, table } from "../figures.ts";

/** Builds of one kind, and those with which their user CPU is compared. */
export type Row = {
  name: string;
  usages: readonly Usage[];
  base: readonly Usage[];
  /** The limit of the ratio. */
  most?: number;
};

/** Limits of the user CPU of a build, as a share of a clean build's. */
export const targets = { edited: 0.1, unchanged: 0.05 } as const;

/** Boards with fewer posts have no such limits, since startup weighs too much. */
export const fewestPosts = 10_000;

/** How many times as much a build after one change may take on a board with this many archived posts. */
export const archiveTarget = { archived: 50_000, most: 1.5 } as const;

/** One line per row, the ratio first. */
export function rowTable(rows: readonly Row[], comparedWith: string): string {
  const medianOf = (usages: readonly Usage[], key: keyof Usage) =>
    median(usages.map((usage) => usage[key]));
  return table([
    ["", `user ÷ ${comparedWith}`, "limit", "user", "system", "wall", "memory"],
    ...rows.map((row) => [
      row.name,
      ratioOf(row).toFixed(3),
      row.most?.toString() ?? "",
      ...(["user", "system", "wall"] as const).map(
        (key) => `${medianOf(row.usages, key).toFixed(2)} s`,
      ),
      `${(medianOf(row.usages, "memory") / 1e6).toFixed(0)} MB`,
    ]),
  ]);
}

/** One sentence for each limit that is exceeded. */
export function missedBy(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const ratio = ratioOf(row);
    if (row.most === undefined || ratio <= row.most) return [];
    return [`${row.name}: ${ratio.toFixed(3)} of the user CPU; the limit is ${row.most}.`];
  });
}

function ratioOf({ usages, base }: Row): number {
  return median(usages.map(({ user }) => user)) / median(base.map(({ user }) => user));
}
