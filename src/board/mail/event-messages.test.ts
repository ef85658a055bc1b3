import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { submittedJob } from "../review/fixtures.ts";
import { messagesFor } from "./event-messages.ts";
import type { MailEvent, MailSubject } from "./events.ts";
import type { MailMessage } from "./message.ts";

const mail = {
  list: "team@example.org",
  from: { name: "Job board", address: "board@example.org" },
};
const context = {
  config: testConfig,
  mail,
  repository: "https://github.com/example-org/python-job-board",
};
const post = {
  ...submittedJob,
  title: "Django Developer",
  company: "Example GmbH",
  contact: "Anna Example",
  email: "anna@example.com",
};
const subject: MailSubject = { pull: 12, file: "jobs/2026-11-22-django.md", post };

const submitted: MailEvent = { what: "submitted", kind: "new", by: "anna" };
const approved: MailEvent = { what: "approved", kind: "new", by: "rita", on: "2026-11-22" };
const rejected: MailEvent = {
  what: "rejected",
  by: "rita",
  reason: "not-python",
  text: "It is about Java.\nSorry.",
  anchor: "issuecomment-5",
};
const comment: MailEvent = { what: "commented", by: "bob", text: "Hm?", anchor: "issuecomment-6" };
const soon: MailEvent = {
  what: "closing-soon",
  lastDay: "2027-02-19",
  renew: "https://jobs.example.org/renew/",
  close: "https://jobs.example.org/close/",
};
const closed: MailEvent = {
  what: "closed",
  on: "2027-02-20",
  reason: "expired",
  again: "https://jobs.example.org/again/",
};
const all = [submitted, approved, rejected, comment, soon, closed];

function messagesOf(event: MailEvent, changes: Partial<MailSubject["post"]> = {}): MailMessage[] {
  return messagesFor(event, { ...subject, post: { ...post, ...changes } }, context);
}

function messageTo(
  audience: MailMessage["audience"],
  event: MailEvent,
  changes?: Partial<MailSubject["post"]>,
): MailMessage {
  const found = messagesOf(event, changes).find((message) => message.audience === audience);
  if (!found) throw new Error(`There is no message to the ${audience}.`);
  return found;
}

/** The plain text on one line, so that sentences are found wherever they are wrapped. */
function said({ text }: MailMessage): string {
  return text.replace(/\s+/g, " ");
}

describe("who gets a message", () => {
  it.each<[string, MailEvent, string[]]>([
    ["a new post", submitted, ["team"]],
    ["a comment", comment, ["team"]],
    ["a request of changes", { ...rejected, what: "changes-requested" }, ["team"]],
    ["a rejection", rejected, ["team"]],
    ["an approval", approved, ["team", "owner"]],
    ["an approved change", { ...approved, kind: "edit" }, ["team"]],
    ["a post that closes soon", soon, ["owner"]],
    ["a closed post", closed, ["owner"]],
  ])("of %s", (_, event, audiences) => {
    const messages = messagesOf(event);
    expect(messages.map(({ audience }) => audience)).toEqual(audiences);
    const addresses = { team: mail.list, owner: post.email, readers: undefined };
    for (const { to, audience } of messages) expect(to.address).toBe(addresses[audience]);
  });

  it("is only the team when the post has no valid address", () => {
    for (const email of [undefined, "", "anna@example.com, bob@example.com", "a@b\r\nBcc: c@d.e"]) {
      const messages = messagesFor(
        approved,
        { ...subject, post: { ...post, email: email as string } },
        context,
      );
      expect(messages.map(({ to }) => to.address)).toEqual([mail.list]);
    }
  });
});

describe("a message to the team about a new post", () => {
  const message = messageTo("team", submitted, {
    description: Array.from({ length: 80 }, (_, index) => `word${index + 1}`).join(" "),
  });

  it("has its fields, its first fifty words, and links", () => {
    expect(message.subject).toBe("New post: Django Developer (Example GmbH)");
    for (const words of [
      "Title: Django Developer",
      "Company: Example GmbH",
      "Category: Developer / Engineer",
      "Contact: Anna Example, anna@example.com",
      "https://jobs.example.org/jobs/preview/?pr=12",
      `${context.repository}/pull/12`,
    ]) {
      expect(said(message)).toContain(words);
    }
    expect(message.text).toContain("word50");
    expect(message.text).not.toContain("word51");
    expect(message.html).toContain(`<a href="${context.repository}/pull/12">`);
  });

  it("is wrapped, except for addresses", () => {
    const long = message.text.split("\n").filter((each) => each.length > 72);
    expect(long).toEqual([]);
  });
});

describe("a message about a decision", () => {
  it("has the reason, and quotes the reviewer", () => {
    const message = messageTo("team", rejected);
    expect(said(message)).toContain("Too little Python. This board lists jobs in which");
    expect(message.text).toContain("> It is about Java.\n> Sorry.");
    expect(message.text).toContain(`${context.repository}/pull/12#issuecomment-5`);
  });

  it("links to the place where the post can be changed", () => {
    const edit = "https://jobs.example.org/jobs/create/form/?pr=12";
    for (const what of ["rejected", "changes-requested"] as const) {
      const [message] = messagesFor({ ...rejected, what }, { ...subject, edit }, context);
      expect(message?.text).toContain(`\n${edit}\n`);
    }
  });

  it("has the number of days, the last day, and how to close the post", () => {
    const { listedDays } = testConfig.lifetimes;
    const message = messageTo("owner", approved);
    expect(listedDays).toBe(90);
    expect(said(message)).toContain("stays listed for 90 days, until the end of 19 February 2027.");
    expect(message.text).toContain("https://jobs.example.org/jobs/2026-11-22-django/");
    expect(message.text).toContain("https://jobs.example.org/jobs/mine/");
  });

  it.each([
    ["2026-11-30", "9 days, until the end of 30 November 2026"],
    ["2026-11-22", "1 day, until the end of 22 November 2026"],
    ["2027-12-31", "90 days, until the end of 19 February 2027"],
  ])("counts the days until %s when the post ends on that day", (expires, words) => {
    expect(said(messageTo("owner", approved, { expires }))).toContain(words);
  });
});

describe("a message to the owner about the calendar", () => {
  it("has the last day, and where to renew and to close", () => {
    const message = messageTo("owner", soon);
    expect(message.subject).toBe("Your post closes soon: Django Developer (Example GmbH)");
    expect(said(message)).toContain("until the end of 19 February 2027. If the job is still open");
    for (const address of [soon.renew, soon.close])
      expect(message.text).toContain(`\n${address}\n`);
  });

  it("does not offer a renewal that is not allowed", () => {
    const { renew: _, ...last } = soon;
    const message = messageTo("owner", last);
    expect(message.text).not.toContain("/renew/");
    expect(said(message)).toContain("can’t be renewed again");
  });

  it("says why the post closed, and where to send it again", () => {
    expect(said(messageTo("owner", closed))).toContain("its listing period has ended");
    expect(messageTo("owner", closed).text).toContain("\nhttps://jobs.example.org/again/\n");
  });
});

describe("a thread of messages", () => {
  it("starts with the first message to the team, and to the owner", () => {
    const first = messageTo("team", submitted);
    expect(first).toMatchObject({
      messageId: "<submitted.team.12.python-job-board@jobs.example.org>",
      inReplyTo: undefined,
    });
    for (const event of [comment, rejected, approved]) {
      expect(messageTo("team", event).inReplyTo).toBe(first.messageId);
    }
    const owners = messageTo("owner", approved);
    expect([owners.inReplyTo, messageTo("owner", soon).inReplyTo]).toEqual([
      undefined,
      owners.messageId,
    ]);
  });

  it("has a stable, unique name for each message, valid in headers and in the record", () => {
    const messages = all.flatMap((event) => messagesOf(event));
    const names = messages.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(names.length);
    expect(all.flatMap((event) => messagesOf(event))).toEqual(messages);
    for (const { name, messageId } of messages) {
      expect(name).toMatch(/^[\w.-]+$/);
      expect(messageId).toMatch(/^<[\w-]+(?:\.[\w-]+)*@[\w-]+(?:\.[\w-]+)*>$/);
    }
  });

  it("has a List-Id for the team, and none for an owner", () => {
    const list = { name: "Test Job Board", id: "team.jobs.example.org" };
    expect(messageTo("team", approved)).toMatchObject({ list, replyTo: { address: mail.list } });
    const { list: none, replyTo } = messageTo("owner", approved);
    expect([none, replyTo.address]).toEqual([undefined, testConfig.contact]);
  });
});

describe("a stranger’s words", () => {
  it("cannot start another header", () => {
    const message = messageTo("team", submitted, {
      title: "Dev\r\nBcc: victim@example.net",
      company: "A\u2028B\nX: y\u0000",
    });
    expect(message.subject).toBe("New post: Dev Bcc: victim@example.net (A B X: y[U+0000])");
  });

  it("are not markup", () => {
    const evil = `</title><script>alert("x")</script><a href='https://example.net'>`;
    for (const event of [submitted, { ...comment, text: evil }, { ...rejected, text: evil }]) {
      const { html } = messageTo("team", event, {
        title: evil,
        company: evil,
        contact: evil,
        description: evil,
      });
      expect(html).not.toMatch(/<script|<a href='/);
      expect(html.match(/<\/title>/g)).toHaveLength(1);
    }
  });

  it("are quoted on each line, so they cannot pass for the board’s", () => {
    const text = "Hm.\n-- \nTest Job Board\nSend your password to https://example.net.";
    const quoted = messageTo("team", { ...comment, text }).text;
    expect(quoted).toContain("> Hm.\n> --\n> Test Job Board\n> Send your password");
  });

  it("are cut when too long", () => {
    const { text } = messageTo("team", { ...comment, text: "long ".repeat(50_000) });
    expect(text.length).toBeLessThan(5000);
  });

  it("written from right to left do not affect the text around them", () => {
    const title = "مطور بايثون";
    const message = messageTo("owner", approved, { title });
    expect(message.subject).toBe(`Your post is approved: \u2068${title}\u2069 (Example GmbH)`);
    expect(message.text).toContain(`“\u2068${title}\u2069”`);
    expect(messageTo("team", submitted, { title }).html).toContain(`<bdi>${title}</bdi>`);
  });

  it("cannot contain direction marks", () => {
    const message = messageTo("team", submitted, { title: "مطور\u2069\u202eevil" });
    expect(message.subject).toContain("\u2068مطور[U+2069][U+202E]evil\u2069");
  });
});
