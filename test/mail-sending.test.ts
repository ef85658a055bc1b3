import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { messagesFor } from "../src/board/mail/event-messages.ts";
import type { MailEvent } from "../src/board/mail/events.ts";
import type { MailMessage } from "../src/board/mail/message.ts";
import { connectMailServer, mailSender } from "../src/services/mail/smtp.ts";
import { exampleConfig, exampleJob } from "./example-job.ts";
import type { MailServerForTests } from "./mail-server.ts";
import { startMailServer } from "./mail-server.ts";

const mail = {
  list: "team@example.org",
  from: { name: "Jobs, of all kinds", address: "board@example.org" },
};
const context = { config: exampleConfig, mail, repository: "https://github.com/example-org/board" };
const post = {
  ...exampleJob,
  title: "Developer",
  company: "Example GmbH",
  email: "jobs@example.com",
};
const submitted: MailEvent = { what: "submitted", kind: "new", by: "anna" };
const approved: MailEvent = { what: "approved", kind: "new", by: "rita", on: "2026-11-22" };

let server: MailServerForTests;

beforeEach(async () => {
  server = await startMailServer();
});

afterEach(() => server.stop());

function messages(event: MailEvent, changes: Partial<typeof post> = {}): MailMessage[] {
  const subject = { pull: 12, file: "jobs/a.md", post: { ...post, ...changes } };
  return messagesFor(event, subject, context);
}

function messageTo(audience: MailMessage["audience"], changes?: Partial<typeof post>): MailMessage {
  const found = messages(approved, changes).find((message) => message.audience === audience);
  if (!found) throw new Error(`There is no message to the ${audience}.`);
  return found;
}

function sender({ url = server.url, waits = [0, 0] }: { url?: string; waits?: number[] } = {}) {
  return mailSender(connectMailServer(url), waits);
}

async function received(message: MailMessage) {
  expect(await sender()(message)).toEqual({ result: "sent" });
  const last = server.received.at(-1);
  if (!last) throw new Error("Nothing has come in.");
  return last;
}

describe("a received message", () => {
  it("has its content, as text and as HTML", async () => {
    const message = messageTo("owner", { description: "Größe, 价格, 🐍" });
    const { recipients, mail: parsed } = await received(message);
    expect(recipients).toEqual(["jobs@example.com"]);
    expect(parsed.subject).toBe(message.subject);
    expect(parsed.text?.trim()).toBe(message.text.trim());
    expect(parsed.html).toContain(`<a href="https://`);
    expect(parsed.from?.value).toEqual([mail.from]);
    expect(parsed.attachments).toEqual([]);
  });

  it("asks for no automatic replies, and says where replies go", async () => {
    const { mail: parsed } = await received(messageTo("owner"));
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(parsed.replyTo?.value[0]?.address).toBe(exampleConfig.contact);
    expect([...parsed.headers.keys()]).not.toContain("list");
  });

  it("belongs to the team’s list and to its thread", async () => {
    const [first] = messages(submitted);
    const { mail: begun } = await received(first as MailMessage);
    const { mail: answer, source } = await received(messageTo("team"));
    expect(begun.inReplyTo).toBeUndefined();
    expect([answer.inReplyTo, answer.references]).toEqual([begun.messageId, begun.messageId]);
    expect(answer.messageId).not.toBe(begun.messageId);
    expect(source).toMatch(/^List-Id: .*<team\.[\w.-]+>\r$/im);
  });

  it("is shown once by mail programs, even if it came twice", async () => {
    const [one, two] = [await received(messageTo("team")), await received(messageTo("team"))];
    expect(one.mail.messageId).toBe(two.mail.messageId);
  });

  it("has an Arabic title unchanged, with its own text direction", async () => {
    const { mail: parsed } = await received(messageTo("owner", { title: "مطور بايثون" }));
    expect(parsed.subject).toContain("\u2068مطور بايثون\u2069");
    expect(parsed.text).toContain("“\u2068مطور بايثون\u2069”");
  });
});

describe("a stranger’s text", () => {
  const evil = "x\r\nBcc: victim@example.net\r\n\r\n<script>";

  it.each(["title", "company", "contact"] as const)("in %s adds no header", async (field) => {
    for (const audience of ["team", "owner"] as const) {
      const { mail: parsed, recipients } = await received(messageTo(audience, { [field]: evil }));
      expect(recipients).toHaveLength(1);
      expect(parsed.bcc).toBeUndefined();
      expect(parsed.html).not.toContain("<script>");
    }
  });

  it.each([
    "jobs@example.com, victim@example.net",
    "jobs@example.com\r\nRCPT TO:<victim@example.net>",
  ])("as an address adds no recipient, even if no check came before: %j", async (address) => {
    const message = { ...messageTo("owner"), to: { name: "", address } };
    expect(await sender()(message)).toMatchObject({ result: "refused" });
    expect(server.received).toEqual([]);
  });
});

describe("a mail server with problems", () => {
  it("is tried again after a temporary error", async () => {
    server.recipientTroubles.push("450 4.2.0 Greylisted, come back later");
    server.messageTroubles.push("451 4.3.0 Try again");
    await received(messageTo("team"));
    expect([server.received.length, server.logins]).toEqual([1, 3]);
  });

  it("is tried again if the connection breaks, before or after the message", async () => {
    server.recipientTroubles.push("hang-up");
    server.messageTroubles.push("hang-up");
    await received(messageTo("team"));
    expect(server.received).toHaveLength(1);
  });

  it("is waited for if it is slow, and gets the message once", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    server.leisure = promise;
    const sending = sender()(messageTo("team"));
    await expect.poll(() => server.arrived).toBe(1);
    expect(server.received).toEqual([]);
    resolve();
    expect(await sending).toEqual({ result: "sent" });
    expect([server.received.length, server.logins]).toEqual([1, 1]);
  });

  it("is not tried forever", async () => {
    server.recipientTroubles.push("450 4.2.0 No", "450 4.2.0 No", "450 4.2.0 Not yet", "450 No");
    expect(await sender()(messageTo("team"))).toEqual({
      result: "failed",
      why: "450 4.2.0 Not yet",
    });
    expect(server.received).toEqual([]);
  });

  it("is not waited for with each message, if it temporarily accepts none", async () => {
    const no: "450 4.7.0 Slow down"[] = Array.from({ length: 4 }, () => "450 4.7.0 Slow down");
    server.recipientTroubles.push(...no);
    const send = sender();
    expect(await send(messageTo("team"))).toMatchObject({ result: "failed" });
    expect(await send(messageTo("owner"))).toMatchObject({ result: "failed" });
    expect(server.logins).toBe(4);
    expect(await send(messageTo("owner"))).toEqual({ result: "sent" });
  });

  it("is not tried again after a permanent error, which is reported without the address", async () => {
    server.refused.set("jobs@example.com", "550 5.1.1 <jobs@example.com>: no such user");
    const send = sender();
    expect(await send(messageTo("owner"))).toEqual({
      result: "refused",
      why: "550 5.1.1 <(address)>: no such user",
    });
    expect(server.logins).toBe(1);
    expect(await send(messageTo("team"))).toEqual({ result: "sent" });
    server.messageTroubles.push("554 5.7.1 Spam, see http://example.net/?to=jobs%40example.com");
    expect(await send(messageTo("team"))).toEqual({
      result: "refused",
      why: "554 5.7.1 Spam, see (address)",
    });
  });

  it("that rejects our password is tried once for all messages", async () => {
    const send = sender({ url: server.url.replace("board:", "nobody:") });
    const end = {
      result: "unreachable",
      why: "The mail server did not accept the username or password.",
    };
    expect([await send(messageTo("team")), await send(messageTo("owner"))]).toEqual([end, end]);
    expect(server.logins).toBe(1);
  });

  it("that is unreachable is reported, and not tried for each message", async () => {
    await server.stop();
    const send = sender();
    const end = { result: "unreachable", why: "The mail server can’t be reached." };
    expect(await send(messageTo("team"))).toEqual(end);
    server = await startMailServer();
    expect(await send(messageTo("owner"))).toEqual(end);
  });

  it("that does not respond counts as unreachable", async () => {
    let calls = 0;
    const silent = createServer(() => {
      calls += 1;
    });
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const connection = connectMailServer(`smtp://127.0.0.1:${port}`, { patience: 50 });
    expect(await mailSender(connection, [0])(messageTo("team"))).toMatchObject({
      result: "unreachable",
    });
    expect(calls).toBe(2);
    silent.close();
  });
});

describe("the URL of a mail server", () => {
  it("does not leak the password: connections to other machines are encrypted", () => {
    const optionsOf = (url: string) => connectMailServer(url).options;
    expect(optionsOf("smtps://mail.example.org")).toMatchObject({ secure: true, port: 465 });
    expect(optionsOf("smtp://mail.example.org")).toMatchObject({ requireTLS: true, port: 587 });
    expect(optionsOf("smtp://localhost:2525")).toMatchObject({ requireTLS: false, port: 2525 });
  });

  it.each([
    "mail.example.org",
    "https://u:secret@example.org",
    "smtps://:secret@",
    "smtps://u:secret%@a.example",
  ])("that is invalid is not quoted, because it contains a password: %s", (url) => {
    expect(() => connectMailServer(url)).toThrow(/^SMTP_URL is not the address of a mail server/);
    expect(() => connectMailServer(url)).not.toThrow(/secret/);
  });
});
