/** What a reviewer's hour may cost, and which budgets are missed. */
import { table } from "../figures.ts";
import type { Usage } from "./played-board.ts";

/** Requests to the REST API and points of the GraphQL API together, at most, for one event. Publishing is apart. */
export const budgets = {
  "new submission": 12,
  "/approve": 20,
  "approval by button": 20,
  "/reject": 12,
  "/request-changes": 12,
  "changes by button": 12,
  "/claim": 10,
  "/release": 10,
  "/duplicate-ok": 10,
  "author’s push": 10,
  "owner’s request": 15,
  "ignored comment": 3,
  "quiet sweep": 40,
} as const;

/** GitHub allows the workflows of a repository 1,000 requests and 1,000 points an hour. */
export const hourBudgets = { rest: 700, points: 300, seconds: 300, share: 0.95 } as const;

/** `seconds`: from the event to the end of the job that answers it, or of the last job if there is no answer. */
export type Measured = Usage & { event: keyof typeof budgets; seconds: number };

export type Hour = Usage & {
  /** Of every event, from it to its answer. Infinite without one. */
  seconds: readonly number[];
};

/** The smallest value that at least this share of the values does not exceed; `NaN` of no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

export function eventTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ event, rest, points, fetches, jobs, seconds }) => [
    event,
    ...[rest, points, rest + points, budgets[event], fetches, jobs].map(String),
    seconds.toFixed(0),
  ]);
  const heading = ["event", "REST", "points", "sum", "budget", "fetches", "jobs", "seconds"];
  return table([heading, ...rows]);
}

export function hourTable({ rest, publishing, points, fetches, jobs, seconds }: Hour): string {
  const inTime = seconds.filter((each) => each <= hourBudgets.seconds).length;
  return table([
    ["an hour", "", "budget"],
    ["REST requests", String(rest + publishing), String(hourBudgets.rest)],
    ["of these by publish.yml", String(publishing), ""],
    ["GraphQL points", String(points), String(hourBudgets.points)],
    ["Git fetches", String(fetches), ""],
    ["jobs", String(jobs), ""],
    ["events", String(seconds.length), ""],
    [
      "answered within five minutes",
      `${inTime}`,
      `${Math.ceil(hourBudgets.share * seconds.length)}`,
    ],
    ["seconds to the answer, median", percentile(seconds, 0.5).toFixed(0), ""],
    [
      "seconds to the answer, 95th percentile",
      percentile(seconds, hourBudgets.share).toFixed(0),
      String(hourBudgets.seconds),
    ],
  ]);
}

/** One sentence for each budget that single events miss. */
export function missedByEvents(waiting: number, measured: readonly Measured[]): string[] {
  return measured.flatMap(({ event, rest, points }) => {
    const sum = rest + points;
    if (sum <= budgets[event]) return [];
    return [
      `${event}, ${waiting} waiting: ${sum} requests and points; the budget is ${budgets[event]}.`,
    ];
  });
}

/** One sentence for each budget that the hour misses. */
export function missedByHour({ rest, publishing, points, seconds }: Hour): string[] {
  const late = percentile(seconds, hourBudgets.share);
  return [
    ...over("REST requests", rest + publishing, hourBudgets.rest),
    ...over("GraphQL points", points, hourBudgets.points),
    ...over("seconds to the answer, 95th percentile", late, hourBudgets.seconds),
  ];
}

function over(what: string, value: number, budget: number): string[] {
  return value > budget ? [`the hour, ${what}: ${value.toFixed(0)}; the budget is ${budget}.`] : [];
}
