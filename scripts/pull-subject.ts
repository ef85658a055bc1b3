/** Which pull requests a command is about: the flags that such commands share. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DateTime } from "luxon";
import { subject as words } from "#words/terminal.ts";
import type { Instant } from "../src/board/days.ts";
import type { GitHub } from "../src/services/github/client.ts";
import type { EventSubject } from "../src/services/github/event-subject.ts";
import { subjectOf } from "../src/services/github/event-subject.ts";
import type { Since } from "../src/services/github/light-sweep.ts";
import { lastSweep } from "../src/services/github/light-sweep.ts";
import type { Context } from "./command.ts";
import { UsageError } from "./command.ts";

export const subjectOptions = {
  pr: { type: "string", ...words.options.pr },
  all: { type: "boolean", ...words.options.all },
  event: { type: "string", ...words.options.event },
  since: { type: "string", ...words.options.since },
} as const;

export type SubjectFlags = { pr?: string; all?: boolean; event?: string; since?: string };

/** Throws a UsageError if the flags do not say which, an Error if the payload cannot be read. */
export async function readSubject(
  { pr, all, event }: SubjectFlags,
  { directory, environment: { eventName } }: Context,
): Promise<EventSubject> {
  if ([pr, all, event].filter((given) => given !== undefined).length !== 1) {
    throw new UsageError(words.ambiguous);
  }
  if (all) return "all";
  if (pr !== undefined) {
    if (!isNumber(pr)) throw new UsageError(words.notANumber);
    return { pull: Number(pr) };
  }
  if (!eventName) throw new UsageError(words.eventNameMissing);
  return subjectOf(eventName, await readPayload(resolve(directory, event ?? "")));
}

/**
 * What `--since` leaves out of all pull requests or issues; `undefined` if nothing, also where no sweep has succeeded
 * yet. Throws a UsageError for anything but a time or “last-sweep”.
 */
export async function readSince(
  { all, since }: { all?: boolean | undefined; since?: string | undefined },
  github: GitHub,
  now: Instant,
): Promise<Since | undefined> {
  if (since === undefined) return undefined;
  if (!all) throw new UsageError(words.sinceOfAll);
  if (since === "last-sweep") return await lastSweep(github, now);
  const at = DateTime.fromISO(since, { zone: "utc" });
  if (!at.isValid) throw new UsageError(words.notAMoment);
  return { at };
}

/** Whether a text is the number of an issue or a pull request. */
export function isNumber(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text);
}

async function readPayload(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new Error(words.unreadable(file), { cause });
  }
}
