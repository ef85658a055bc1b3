/** The letters by which people are told of an event. */
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import { isMailAddress } from "../job/mail-address.ts";
import { html, plainText } from "./body.ts";
import type { MailEvent, MailSubject } from "./events.ts";
import { eventId } from "./events.ts";
import type { Correspondent, Letter } from "./letter.ts";
import { identify, listOf } from "./letter.ts";
import type { Content, LetterContext } from "./texts.ts";
import { ownerContent, teamContent } from "./texts.ts";
import { isolated, line } from "./words.ts";

/**
 * All letters about an event. Before a post is approved there is none for its owner: the address in it may
 * be anybody's. Afterwards there is one if the post names a sound address.
 */
export function lettersFor(
  event: MailEvent,
  subject: MailSubject,
  context: LetterContext,
): Letter[] {
  const team = teamContent(event, subject, context);
  const owner = ownerContent(event, subject, context);
  const { email, contact = "" } = subject.post;
  return [
    ...(team ? [letter("team", { name: "", address: context.mail.list }, team)] : []),
    ...(owner && email !== undefined && isMailAddress(email)
      ? [letter("owner", { name: line(contact, 60), address: email }, owner)]
      : []),
  ];

  function letter(
    audience: Correspondent,
    to: Letter["to"],
    { subject: about, parts }: Content,
  ): Letter {
    const { config, mail } = context;
    const title = `${about}: ${nameOf(subject)}`;
    const signature = [config.name, absoluteUrl(config, pages.list)];
    return {
      ...identify(eventId(event), audience, subject.pull, config),
      audience,
      from: mail.from,
      replyTo: { name: config.name, address: audience === "team" ? mail.list : config.contact },
      to,
      subject: title,
      text: plainText(parts, signature),
      html: html(title, parts, signature),
      list: audience === "team" ? listOf(config, mail) : undefined,
      ...(event.what === "commented" && event.rationed && { rationed: true }),
    };
  }
}

/** For a subject. The same in all letters about one post, so that they stand together. */
function nameOf({ post }: MailSubject): string {
  const company = post.company ? ` (${isolated(post.company, 40)})` : "";
  return `${isolated(post.title ?? "a post without a title", 80)}${company}`;
}
