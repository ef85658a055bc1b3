/** What a search may cost, and which of that is missed. */
import { median, table } from "../figures.ts";

/** One figure of one board, and its limit if it has one. */
export type Figure = { name: string; value: number; most?: number | undefined; unit: string };

export const targets = {
  /** Kilobytes until the first result, by the number of posts. */
  kilobytes: new Map([
    [300, 60],
    [10_000, 250],
  ]),
  /** Requests of which each waits for the one before. */
  requests: 3,
  /** Milliseconds of the first key, with everything but the network. */
  firstKey: 1000,
  /** Milliseconds of each further key: half of them, and 95 %. */
  key: { median: 50, percentile: 100 },
  /** Milliseconds of a filter with all counts. */
  filter: 30,
  heapMegabytes: 60,
  /** Share of a clean build's user CPU, from many posts on. */
  buildShare: { posts: 10_000, most: 0.15 },
} as const;

/** The value below which this share of the others is. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function timeFigures({
  first,
  keys,
  filters,
}: {
  first: number;
  keys: readonly number[];
  filters: readonly number[];
}): Figure[] {
  const unit = "ms";
  return [
    { name: "first key", value: first, most: targets.firstKey, unit },
    { name: "further keys, half of them", value: median(keys), most: targets.key.median, unit },
    {
      name: "further keys, 95 %",
      value: percentile(keys, 0.95),
      most: targets.key.percentile,
      unit,
    },
    { name: "a filter", value: median(filters), most: targets.filter, unit },
    { name: "filters, 95 %", value: percentile(filters, 0.95), unit },
  ];
}

/** One line for each figure, with boards side by side. */
export function figureTable(boards: ReadonlyMap<number, readonly Figure[]>): string {
  const all = [...boards];
  const names = [...new Set(all.flatMap(([, figures]) => figures.map(({ name }) => name)))];
  const cell = (figures: readonly Figure[], name: string) => {
    const figure = figures.find((one) => one.name === name);
    if (!figure) return ["", ""];
    const { value, most, unit } = figure;
    return [`${shown(value)} ${unit}`.trim(), most === undefined ? "" : String(most)];
  };
  return table([
    ["", ...all.flatMap(([posts]) => [`${posts} posts`, "limit"])],
    ...names.map((name) => [name, ...all.flatMap(([, figures]) => cell(figures, name))]),
  ]);
}

/** One sentence for each limit that is exceeded. */
export function missedBy(boards: ReadonlyMap<number, readonly Figure[]>): string[] {
  return [...boards].flatMap(([posts, figures]) =>
    figures.flatMap(({ name, value, most, unit }) =>
      most === undefined || value <= most
        ? []
        : [`${posts} posts, ${name}: ${shown(value)} ${unit}; the limit is ${most}.`],
    ),
  );
}

function shown(value: number): string {
  return value >= 10 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(2);
}

/** When something was asked for, and when the answer was complete. */
export type Answered = { start: number; end: number };

/** How many answers were waited for, one after the other. */
export function inSequence(answers: readonly Answered[]): number {
  const depths = new Map<Answered, number>();
  for (const one of answers.toSorted((a, b) => a.start - b.start)) {
    const before = [...depths].filter(([{ end }]) => end <= one.start).map(([, depth]) => depth);
    depths.set(one, 1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths.values());
}
