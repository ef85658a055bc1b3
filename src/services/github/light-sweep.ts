/** The hourly sweep: which pull requests it looks at, and which of them it leaves out. */
import type { BoardConfig } from "../../board/config.ts";
import type { Instant } from "../../board/days.ts";
import { instantOf } from "../../board/days.ts";
import { sweepWorkflow } from "../../board/maintenance/heartbeat.ts";
import { stateLabels } from "../../board/review/labels.ts";
import { isQuiet } from "../../board/review/pending.ts";
import { momentOf } from "../../board/review/timestamps.ts";
import { changesOfEach, pathsChangedSince } from "../git-merge.ts";
import type { GitObjects } from "../git-objects.ts";
import type { GitHub } from "./client.ts";
import { botLogin } from "./facts/permissions.ts";
import type { ListedPull } from "./facts/pull-lists.ts";
import { isOwnPull, listOpenPulls, listTouchedSince, saysHowItEnded } from "./facts/pull-lists.ts";
import { answerIfPossible, readRecentPulls } from "./facts/recent-pulls.ts";
import { newestRun } from "./facts/workflow-runs.ts";

/** What a sweep leaves out: what has not changed since a moment, and with this commit on the board’s branch. */
export type Since = { at: Instant; commit?: string };

/** Taken off the start of the last sweep, because GitHub’s lists can be late. */
const overlapMinutes = 10;

/** So far back at most: sweeps must not grow while one pull request makes each of them fail. The daily run sees all. */
const hoursBack = 24;

/** From when on a light sweep looks; `undefined` if none has succeeded yet. */
export async function lastSweep(github: GitHub, now: Instant): Promise<Since | undefined> {
  const filter = { branch: github.branch, status: "success" } as const;
  const last = (await newestRun(github, sweepWorkflow, filter))?.run;
  if (!last) return undefined;
  const began = instantOf(last.created_at).minus({ minutes: overlapMinutes });
  const earliest = now.minus({ hours: hoursBack });
  return { at: began < earliest ? earliest : began, commit: last.head_sha };
}

/**
 * The numbers of the open and closed pull requests that were updated since a moment, other than by the bot alone, and
 * of those whose files have also changed on the board’s branch, which GitHub counts as no update. Oldest first.
 */
export async function pullsChangedSince(
  github: GitHub,
  { at, commit }: Since,
  objects: GitObjects,
  config: BoardConfig,
): Promise<number[]> {
  const updated = await listTouchedSince(github, "all", momentOf(at));
  const quiet = updated.length > 0 ? await quietSince(github, at, config) : new Set();
  // The bot sets labels after it has written, so a run that was cut off is known by them.
  const touched = updated.filter((pull) => !quiet.has(pull.number) || !saysItsState(pull));
  const numbers = [...touched, ...(await listPullsWithChangedFiles(github, commit, objects))]
    .filter((pull) => !isOwnPull(pull, github))
    .map(({ number }) => number);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The numbers of those in which all is done, of the most recent ones. */
async function quietSince(github: GitHub, at: Instant, config: BoardConfig): Promise<Set<number>> {
  if (await hasFailed(github, at)) return new Set();
  const { pulls = [] } = (await answerIfPossible(readRecentPulls(github))) ?? {};
  const last = { since: momentOf(at), bot: botLogin };
  return new Set(pulls.filter((pull) => isQuiet(pull, last, config)).map(({ number }) => number));
}

/** So long after it was started, a run may still have failed. */
const hoursOfRun = 1;

/**
 * Whether a run for an event or a sweep may have failed since a moment. Then nobody knows what it left undone: its mail
 * job leaves no mark.
 */
async function hasFailed(github: GitHub, at: Instant): Promise<boolean> {
  const since = momentOf(at.minus({ hours: hoursOfRun }));
  for (const workflow of ["triage.yml", sweepWorkflow]) {
    for (const status of ["failure", "cancelled"] as const) {
      const last = (await newestRun(github, workflow, { status }))?.run;
      if (last && last.created_at >= since) return true;
    }
  }
  return false;
}

/**
 * The open ones that change a file which has changed on the board’s branch since a commit: they may conflict with what was
 * merged, or edit a post that has been archived. If the commit is not known or gone, all that change a file of the branch.
 */
async function listPullsWithChangedFiles(
  github: GitHub,
  commit: string | undefined,
  objects: GitObjects,
): Promise<ListedPull[]> {
  const tip = await objects.fetchBranch();
  if (tip === commit) return [];
  const pulls = (await listOpenPulls(github)).filter(({ base }) => base.ref === github.branch);
  const changed = commit === undefined ? commit : await pathsChangedSince(objects, { commit, tip });
  const own = await changesOfEach(objects, { tip, heads: pulls.map(({ head }) => head.sha) });
  return pulls.filter(({ head }) =>
    own.get(head.sha)?.some(({ path, before }) => (changed ? changed.has(path) : before)),
  );
}

function saysItsState(pull: ListedPull): boolean {
  if (pull.state !== "open") return saysHowItEnded(pull);
  const states = Object.values(stateLabels);
  return pull.labels.some(({ name }) => states.some((label) => label.name === name));
}
