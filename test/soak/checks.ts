/** What must be true on every day of a simulation. The checks do not use the bot's own decisions. */
import { statusNames } from "../../src/board/review/label-names.ts";
import { hourlyLimits } from "./hourly-use.ts";
import type { Case, WrittenComment } from "./ledger.ts";
import { bot } from "./ledger.ts";
import type { Situation } from "./situation.ts";

/** `number`: the pull request or issue, if it is about one. */
export type Violation = { number?: number; what: string };

export type Check = (situation: Situation) => Violation[];

const day = 24 * 3_600_000;

/** How long answers may take, since the daily run catches up with everything. */
const longest = day;

/** Days after which an inactive claim must have ended. */
const claimDays = 9;

export const checks: Readonly<Record<string, Check>> = {
  "Every submission has ended or waits for somebody": ({ cases, submissions, ...rest }) =>
    [...submissions].flatMap(([number, { kind }]) => {
      const found = cases.get(number);
      if (!found || kind === "foreign" || isFresh(found, rest.now)) return [];
      const states = Object.values(statusNames).filter((name) => found.labels.includes(name));
      const [state] = states;
      if (!state || states.length > 1) {
        return [{ number, what: `has the states [${states.join(", ")}], not one` }];
      }
      const expected = expectedStates[found.state];
      if (!expected.includes(state)) return [{ number, what: `is ${found.state} and “${state}”` }];
      const what = claimProblem(state, found, rest);
      return what ? [{ number, what }] : [];
    }),

  "Nothing is merged that nobody entitled has approved since its last change": ({
    cases,
    submissions,
    mayApprove,
  }) =>
    [...submissions].flatMap(([number, submission]) => {
      const found = cases.get(number);
      if (found?.state !== "merged" || !found.ended) return [];
      // Owners may close their own posts without a review.
      if (submission.kind === "closing") return [];
      const { order: end, by } = found.ended;
      const change = Math.max(...found.pushes.map(({ order }) => order).filter((at) => at < end));
      if (by !== bot) return [{ number, what: `was merged by ${by}, with nobody's approval` }];
      const isApproved = submission.approvals.some(
        (each) => each.order >= change && each.order < end && mayApprove(each.by, submission),
      );
      return isApproved
        ? []
        : [{ number, what: "was merged without an approval of its last change" }];
    }),

  "Nobody is told the same thing twice": ({ cases }) =>
    [...cases.values()].flatMap(({ number, comments }) => {
      const keys = comments.flatMap(({ by, key }) => (by === bot && key ? [key] : []));
      const twice = new Set(keys.filter((key, index) => keys.indexOf(key) < index));
      return [...twice].map((key) => ({ number, what: `was told “${key}” twice` }));
    }),

  "Every author is told how their submission ended, once": ({ cases, submissions, now }) =>
    [...submissions].flatMap(([number, { kind, owner }]) => {
      const found = cases.get(number);
      if (!found?.ended || kind === "foreign" || isFresh(found, now)) return [];
      const expected = found.endings.filter(({ by }) => by !== owner).length;
      const told = found.comments.filter(isEndNotice).length;
      if (told === expected) return [];
      return [{ number, what: `ended ${expected} times, and its author was told of ${told}` }];
    }),

  "Every command is carried out or answered": ({ cases, commands, reacted, now }) =>
    commands.flatMap(({ number, comment, by, at, meaning }) => {
      const found = cases.get(number);
      if (now - at < longest || !found) return [];
      const isAnswered = found.comments.some(({ key }) =>
        key?.split("-").includes(String(comment)),
      );
      if (isAnswered || reacted.has(comment)) return [];
      return [{ number, what: `never answered ${by}, who wrote a command (${meaning})` }];
    }),

  "Every request by issue is answered": ({ cases, requests, onBoard, now }) =>
    [...requests].flatMap(([number, { at, type, isOwn, post }]) => {
      const found = cases.get(number);
      if (!found || now - at < longest) return [];
      if (!found.comments.some(({ by }) => by === bot)) {
        return [{ number, what: `asks to have a post changed (${type}), and nobody answers` }];
      }
      const text = textOf(onBoard, post.slug);
      const isClosing = isOwn && (type === "filled" || type === "remove");
      if (!isClosing || (found.state === "closed" && text?.includes("closed:"))) return [];
      return [{ number, what: `is its owner's request (${type}), and is not carried out` }];
    }),

  "The bot would change nothing": ({ plans }) =>
    plans.map(({ number, actions }) => ({
      number,
      what: `still calls for: ${actions.join("; ")}`,
    })),

  "The board is what was merged": ({ boardProblems }) => [...boardProblems],

  "No hour is above GitHub's limits": ({ hours }) =>
    hours.flatMap(({ begin, ...used }) =>
      (["requests", "points", "contents"] as const)
        .filter((what) => used[what] > hourlyLimits[what])
        .map((what) => ({
          what: `${used[what]} ${what} in the hour from ${new Date(begin).toISOString()}`,
        })),
    ),

  "No message is sent twice": ({ mails }) => {
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { id, to } of mails) {
      const name = `${id} to ${to}`;
      (seen.has(name) ? twice : seen).add(name);
    }
    return [...twice].map((name) => ({ what: `the message ${name} was sent twice` }));
  },

  "Owners whose address is known are mailed that their post is approved": ({
    cases,
    submissions,
    mails,
    now,
  }) =>
    [...submissions].flatMap(([number, { kind, post }]) => {
      const found = cases.get(number);
      const isNews = kind === "new" && post.job.email !== undefined;
      if (!isNews || found?.state !== "merged" || isFresh(found, now)) return [];
      const isMailed = mails.some(({ id }) => id.startsWith(`<approved.owner.${number}.`));
      return isMailed ? [] : [{ number, what: "was approved, and its owner got no mail" }];
    }),

  "No workflow fails while GitHub is up": ({ failures }) =>
    failures.map(({ name, at, log }) => ({
      what: `${name} failed at ${new Date(at).toISOString()}:\n${log}`,
    })),
};

/** The labels that say who has to act next, or how it ended. */
const expectedStates: Readonly<Record<Case["state"], readonly string[]>> = {
  open: ["waiting", "claimed", "changes requested", "invalid", "draft", "refused"],
  merged: ["approved"],
  // The bot closes an approved deletion, and closes the post instead.
  closed: ["approved", "rejected", "withdrawn"],
};

function claimProblem(
  state: string,
  { assignees, touched }: Case,
  { now, reviewers }: Pick<Situation, "now" | "reviewers">,
): string | undefined {
  const holder = assignees.find((login) => reviewers.has(login));
  if (state === "waiting" && holder) return `waits for anybody, and ${holder} is assigned`;
  if (state !== "claimed") return undefined;
  if (!holder) return "is claimed by nobody who reviews";
  const isIdle = now - Date.parse(touched) > claimDays * day;
  return isIdle ? `is claimed by ${holder} for ever` : undefined;
}

/** Whether something happened so recently that the bot may still be working on it. */
function isFresh({ touched }: Case, now: number): boolean {
  return now - Date.parse(touched) < longest / 2;
}

/** Notices to the author that it was approved, rejected by a command, or closed by hand. */
function isEndNotice({ by, key = "" }: WrittenComment): boolean {
  return by === bot && /^(?:merged$|rejected-|closed-[\d-]+T)/.test(key);
}

function textOf(onBoard: ReadonlyMap<string, string>, slug: string): string | undefined {
  const path = [...onBoard.keys()].find((each) => each.endsWith(`/${slug}.md`));
  return path && onBoard.get(path);
}
