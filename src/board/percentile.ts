/**
 * The smallest value that so many of a hundred do not exceed, by the nearest rank: one that is really among
 * them. 0 of none.
 *
 * @param sorted the smallest first
 */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
}
