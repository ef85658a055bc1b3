import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { submittedJob } from "../review/fixtures.ts";
import { messagesFor } from "./event-messages.ts";
import type { MailEvent } from "./events.ts";
import type { MailMessage } from "./message.ts";
import { mostComments, pendingMessages } from "./message.ts";

const context = {
  config: testConfig,
  mail: { list: "team@example.org", from: { name: "Jobs", address: "board@example.org" } },
  repository: "https://github.com/example-org/board",
};

function lettersOf(...events: MailEvent[]): MailMessage[] {
  const subject = { pull: 12, file: "jobs/a.md", post: submittedJob };
  return events.flatMap((event) => messagesFor(event, subject, context));
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

function names(messages: readonly MailMessage[]): string[] {
  return messages.map(({ name }) => name);
}

/** Sends the pending messages, and returns the new record. */
function send(
  messages: readonly MailMessage[],
  mailed: ReadonlySet<string> = new Set(),
): Set<string> {
  return new Set([...mailed, ...names(pendingMessages(messages, mailed))]);
}

describe("the pending messages", () => {
  it("are those that were not sent before", () => {
    const messages = lettersOf(submitted, comment(1));
    expect(names(pendingMessages(messages, new Set(["submitted.team"])))).toEqual([
      "commented-issuecomment-1.team",
    ]);
    expect(pendingMessages(messages, send(messages))).toEqual([]);
  });

  it("have a limited number of comments by strangers, and everything else", () => {
    const flood = Array.from({ length: 500 }, (_, id) => comment(id, true));
    const left = pendingMessages(lettersOf(...flood, comment(1000), submitted), new Set());
    expect(names(left.slice(0, 2))).toEqual([
      "commented-issuecomment-0.team",
      "commented-issuecomment-1.team",
    ]);
    expect(names(left.slice(mostComments))).toEqual([
      "commented-issuecomment-1000.team",
      "submitted.team",
    ]);
  });

  it("have no more of them when strangers delete and rewrite comments", () => {
    const floods = [0, 1000, 2000].map((from) =>
      lettersOf(...Array.from({ length: 40 }, (_, id) => comment(from + id, true))),
    );
    const mailed = floods.reduce((record, messages) => send(messages, record), new Set<string>());
    expect(mailed.size).toBe(mostComments);
    expect(names(pendingMessages(lettersOf(comment(5000)), mailed))).toHaveLength(1);
  });
});
