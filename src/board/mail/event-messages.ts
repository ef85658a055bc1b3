/** The messages by which people are told of an event. */
import { pages } from "../addresses.ts";
import { absoluteUrl } from "../config.ts";
import { isMailAddress } from "../job/mail-address.ts";
import { html, isolated, line, plainText } from "./body.ts";
import type { MailEvent, MailSubject } from "./events.ts";
import { eventId } from "./events.ts";
import type { Correspondent, MailContext, MailMessage } from "./message.ts";
import { identify, listOf } from "./message.ts";
import type { Content } from "./texts.ts";
import { ownerContent, teamContent } from "./texts.ts";

/**
 * All messages about an event. Before a post is approved there is none for its owner: the address in it may
 * be anybody's. Afterwards there is one if the post names a sound address.
 */
export function messagesFor(
  event: MailEvent,
  subject: MailSubject,
  context: MailContext,
): MailMessage[] {
  const team = teamContent(event, subject, context);
  const owner = ownerContent(event, subject, context);
  const { email, contact = "" } = subject.post;
  return [
    ...(team ? [message("team", { name: "", address: context.mail.list }, team)] : []),
    ...(owner && email !== undefined && isMailAddress(email)
      ? [message("owner", { name: line(contact, 60), address: email }, owner)]
      : []),
  ];

  function message(
    audience: Correspondent,
    to: MailMessage["to"],
    { subject: about, parts }: Content,
  ): MailMessage {
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

/** For a subject. The same in all messages about one post, so that they stand together. */
function nameOf({ post }: MailSubject): string {
  const company = post.company ? ` (${isolated(post.company, 40)})` : "";
  return `${isolated(post.title ?? "a post without a title", 80)}${company}`;
}
