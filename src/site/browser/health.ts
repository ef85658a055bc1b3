/** Whether the board is up to date, by the visitor’s clock. Moments in milliseconds since 1970. */

import * as words from "#words/statistics.ts";
import { patience } from "../../board/maintenance/heartbeat.ts";
import { agoText } from "./age.ts";

/** What is needed of a run in https://docs.github.com/rest/actions/workflow-runs */
export type ListedRun = { status: string | null; conclusion: string | null; updated_at: string };

/** `isLate`: something needs attention. */
export type Health = { text: string; isLate: boolean };

/** How old the site is. */
export function buildHealth(builtAt: number, now: number): Health {
  const isLate = now - builtAt > patience.build;
  const text = words.builtAgo(agoText(builtAt, now));
  return { text: isLate ? `${text} ${words.buildIsLate}` : text, isLate };
}

/** When daily maintenance last ran, from its latest runs, newest first. */
export function runHealth(runs: readonly ListedRun[], now: number): Health {
  const ended = runs.filter(({ status }) => status === "completed");
  const last = ended.find(({ conclusion }) => conclusion === "success");
  if (!last) {
    const isLate = ended.length > 0;
    return { text: isLate ? words.allRunsFailed : words.noRunYet, isLate };
  }
  const lastAt = Date.parse(last.updated_at);
  const ago = agoText(lastAt, now);
  if (now - lastAt > patience.run) return { text: words.stopped(ago), isLate: true };
  const isLate = last !== ended[0];
  const text = words.running(ago);
  return { text: isLate ? `${text} ${words.laterRunFailed}` : text, isLate };
}
