/** A letter that is about no pull request, and goes to a list. */
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import type { Part } from "./body.ts";
import { html, plainText } from "./body.ts";
import type { Letter } from "./letter.ts";
import { reportId } from "./letter.ts";
import type { LetterContext } from "./texts.ts";

/** `name` tells it from all others, so that one that was sent twice is shown once. */
export type Report = { name: string; subject: string; parts: readonly Part[] };

/** The list by its address, and where answers go. */
export type Addressee = { audience: "team" | "readers"; to: string; replyTo: string } & Pick<
  Letter,
  "list"
>;

export function reportLetter(
  { name, subject, parts }: Report,
  { audience, to, replyTo, list }: Addressee,
  { config, mail }: LetterContext,
): Letter {
  const signature = [config.name, absoluteUrl(config, pages.list)];
  return {
    name,
    audience,
    from: mail.from,
    replyTo: { name: config.name, address: replyTo },
    to: { name: "", address: to },
    subject,
    text: plainText(parts, signature),
    html: html(subject, parts, signature),
    messageId: reportId(name, config),
    inReplyTo: undefined,
    list,
  };
}
