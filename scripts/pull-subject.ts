/** Which pull requests a command is about: the flags that such commands share. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { subject as words } from "../src/board/words/en/terminal.ts";
import type { EventSubject } from "../src/services/github/event-subject.ts";
import { subjectOf } from "../src/services/github/event-subject.ts";
import type { Context } from "./command.ts";
import { UsageError } from "./command.ts";

export const subjectOptions = {
  pr: { type: "string", ...words.options.pr },
  all: { type: "boolean", ...words.options.all },
  event: { type: "string", ...words.options.event },
} as const;

export type SubjectFlags = { pr?: string; all?: boolean; event?: string };

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
