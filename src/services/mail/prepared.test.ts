import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testConfig } from "../../board/fixtures.ts";
import { messagesFor } from "../../board/mail/event-messages.ts";
import type { MailMessage } from "../../board/mail/message.ts";
import { packMail, unpackMail } from "./prepared.ts";

const hostile = `a\r\nEOF\nmail=x\n::set-output name=mail::x\n::add-mask::a\n"'\`$(exit 1)\u202e,#7\0`;

function messageOf(text: string): MailMessage {
  const mail = { list: "team@example.org", from: { name: "Board", address: "board@example.org" } };
  const context = { config: testConfig, mail, repository: "https://github.com/example/board" };
  const event = { what: "commented", by: "mallory", text: "", anchor: "issuecomment-1" } as const;
  const subject = { pull: 12, file: "jobs/a.md", post: { title: "Developer" } };
  const [message] = messagesFor(event, subject, context);
  if (!message) throw new Error("There is no message.");
  return { ...message, text, html: text };
}

/** Nothing that packing makes shorter. */
function incompressible(bytes: number): string {
  return randomBytes(bytes).toString("base64");
}

describe("packed mail", () => {
  it("is the same after unpacking, in one line without special characters", () => {
    const mail = [
      { pull: 12, messages: [messageOf(hostile), messageOf("Grüße")] },
      { pull: 13 },
      { pull: 14, messages: [messageOf("x".repeat(200_000))] },
    ];
    const packed = packMail(mail);
    expect(packed).toMatch(/^[\w+/=,#]+$/);
    expect(unpackMail(packed)).toEqual(mail);
  });

  it("names pull requests whose messages do not fit, and has those of others", () => {
    const [long, short] = [incompressible(80_000), "Is it remote?"].map(messageOf);
    if (!long || !short) throw new Error("There are no messages.");
    const mail = [1, 2, 3].map((pull) => ({ pull, messages: [pull < 3 ? long : short] }));
    expect(unpackMail(packMail(mail))).toEqual([
      ...[{ pull: 1 }, { pull: 2 }],
      { pull: 3, messages: [short] },
    ]);
  });

  it("fits into a variable of a process, however much there is", () => {
    const message = messageOf(incompressible(500));
    const mail = Array.from({ length: 1500 }, (_, index) => ({
      ...{ pull: 100_000 + index, messages: [message] },
    }));
    const packed = packMail(mail);
    const print = "process.stdout.write(process.env.MAIL_MESSAGES)";
    const options = { env: { MAIL_MESSAGES: packed }, encoding: "utf8" } as const;
    expect(execFileSync(process.execPath, ["-e", print], options)).toBe(packed);
    expect(unpackMail(packed).map(({ pull }) => pull)).toEqual(mail.map(({ pull }) => pull));
  });

  it.each(["", "nonsense", "#0", "#1\n", packMail([{ pull: 1, messages: [] }]).slice(0, -9)])(
    "is nothing else: %j",
    (text) => {
      expect(() => unpackMail(text)).toThrow(/^MAIL_MESSAGES does not contain/);
    },
  );
});
