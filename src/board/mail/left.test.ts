import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { submittedJob } from "../review/fixtures.ts";
import type { MailEvent } from "./events.ts";
import { lettersLeft, mostComments } from "./left.ts";
import type { Letter } from "./letter.ts";
import { lettersFor } from "./letters.ts";

const context = {
  config: testConfig,
  mail: { list: "team@example.org", from: { name: "Jobs", address: "board@example.org" } },
  repository: "https://github.com/example-org/board",
};

function lettersOf(...events: MailEvent[]): Letter[] {
  const subject = { pull: 12, file: "jobs/a.md", post: submittedJob };
  return events.flatMap((event) => lettersFor(event, subject, context));
}

const submitted: MailEvent = { what: "submitted", kind: "new", by: "anna" };

function comment(id: number, rationed?: true): MailEvent {
  const event = {
    what: "commented",
    by: "bob",
    text: "Hm?",
    anchor: `issuecomment-${id}`,
  } as const;
  return rationed ? { ...event, rationed } : event;
}

function names(letters: readonly Letter[]): string[] {
  return letters.map(({ name }) => name);
}

/** Sends what is left, and gives the record that there is then. */
function send(letters: readonly Letter[], mailed: ReadonlySet<string> = new Set()): Set<string> {
  return new Set([...mailed, ...names(lettersLeft(letters, mailed))]);
}

describe("what is left to be sent", () => {
  it("is what was not sent before", () => {
    const letters = lettersOf(submitted, comment(1));
    expect(names(lettersLeft(letters, new Set(["submitted.team"])))).toEqual([
      "commented-issuecomment-1.team",
    ]);
    expect(lettersLeft(letters, send(letters))).toEqual([]);
  });

  it("has of what strangers write the first, and all else", () => {
    const flood = Array.from({ length: 500 }, (_, id) => comment(id, true));
    const left = lettersLeft(lettersOf(...flood, comment(1000), submitted), new Set());
    expect(names(left.slice(0, 2))).toEqual([
      "commented-issuecomment-0.team",
      "commented-issuecomment-1.team",
    ]);
    expect(names(left.slice(mostComments))).toEqual([
      "commented-issuecomment-1000.team",
      "submitted.team",
    ]);
  });

  it("has no more of them if they delete what was told and write it anew", () => {
    const floods = [0, 1000, 2000].map((from) =>
      lettersOf(...Array.from({ length: 40 }, (_, id) => comment(from + id, true))),
    );
    const mailed = floods.reduce((record, letters) => send(letters, record), new Set<string>());
    expect(mailed.size).toBe(mostComments);
    expect(names(lettersLeft(lettersOf(comment(5000)), mailed))).toHaveLength(1);
  });
});
