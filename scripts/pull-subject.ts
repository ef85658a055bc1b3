/** Which pull requests a command is about: the flags that such commands share. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { EventSubject } from "../src/services/github/event-subject.ts";
import { subjectOf } from "../src/services/github/event-subject.ts";
import type { Context } from "./command.ts";
import { UsageError } from "./command.ts";

export const subjectOptions = {
  pr: { type: "string", value: "N", help: "the pull request of this number" },
  all: { type: "boolean", help: "all that are open, and those closed lately" },
  event: {
    type: "string",
    value: "FILE",
    help: "those that a webhook's payload is about; its event stands in GITHUB_EVENT_NAME",
  },
} as const;

export type SubjectFlags = { pr?: string; all?: boolean; event?: string };

/** Throws a UsageError where the flags do not say which, an Error where the payload cannot be read. */
export async function readSubject(
  { pr, all, event }: SubjectFlags,
  { directory, environment: { eventName } }: Pick<Context, "directory" | "environment">,
): Promise<EventSubject> {
  if ([pr, all, event].filter((given) => given !== undefined).length !== 1) {
    throw new UsageError("Say which pull requests: --pr N, --all or --event FILE, one of them.");
  }
  if (all) return "all";
  if (pr !== undefined) {
    if (!/^[1-9]\d{0,9}$/.test(pr)) throw new UsageError("--pr needs a number, such as 12.");
    return { pull: Number(pr) };
  }
  if (!eventName) throw new UsageError("--event needs GITHUB_EVENT_NAME in the environment.");
  return subjectOf(eventName, await readPayload(resolve(directory, event ?? "")));
}

async function readPayload(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read as the payload of an event.`, { cause });
  }
}
