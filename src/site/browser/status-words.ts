/** What is said of how the board is doing, by the visitor's clock. Moments in milliseconds since 1970. */
import { patience } from "../../board/maintenance/heartbeat.ts";

/** A run of a workflow, as GitHub's API tells of it. */
export type ListedRun = { status: string | null; conclusion: string | null; updated_at: string };

/** A sentence or two; `isLate`: something is not as it should be. */
export type Word = { text: string; isLate: boolean };

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

const ago = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** “3 hours ago”, in the largest unit of which there are two, or one that fits; never of the future. */
export function agoText(then: number, now: number): string {
  const passed = Math.max(now - then, 0);
  const [name, length] = units.find(([, each]) => passed >= 2 * each) ?? units[2];
  const count = Math.floor(passed / length);
  return count === 0 ? "just now" : ago.format(-count, name);
}

/** How old the site is. */
export function buildWord(builtAt: number, now: number): Word {
  const isLate = now - builtAt > patience.build;
  const text = `That was ${agoText(builtAt, now)}.`;
  return {
    text: isLate
      ? `${text} It should be built at least once a day, so posts that came since may be missing.`
      : text,
    isLate,
  };
}

/** When the board last looked after itself, from its latest runs, the newest first. */
export function runWord(runs: readonly ListedRun[], now: number): Word {
  const ended = runs.filter(({ status }) => status === "completed");
  const last = ended.find(({ conclusion }) => conclusion === "success");
  if (!last) {
    const text =
      ended.length > 0 ? "No daily run has ended well lately." : "No daily run has come yet.";
    return { text, isLate: ended.length > 0 };
  }
  const lastAt = Date.parse(last.updated_at);
  const when = agoText(lastAt, now);
  if (now - lastAt > patience.run) {
    const text = `The board does not look after itself: a daily run last ended well ${when}.`;
    return { text, isLate: true };
  }
  const failed = last === ended[0] ? "" : " One that came after it has failed.";
  return {
    text: `The board looks after itself: last daily run ${when}.${failed}`,
    isLate: failed !== "",
  };
}
