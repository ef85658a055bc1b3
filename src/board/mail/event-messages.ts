/** The emails about an event: who gets one, and what is in it. */

import * as words from "#words/mail.ts";
import { pages, postAddress, previewAddress } from "../addresses.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { addDays, dayOf, daysBetween } from "../days.ts";
import { isMailAddress } from "../job/mail-address.ts";
import { parseJobPath } from "../job/path.ts";
import { listedUntil } from "../post/life-cycle.ts";
import { renderWithExcerpt } from "../post/markdown.ts";
import { allPlaces } from "../post/place.ts";
import type { Facts } from "../review/facts.ts";
import type { Plan } from "../review/plan.ts";
import type { Part } from "./body.ts";
import { html, isolated, line, plainText } from "./body.ts";
import type { MailEvent, MailSubject, ReviewerText } from "./events.ts";
import { eventId } from "./events.ts";
import type { Correspondent, MailContext, MailMessage } from "./message.ts";
import { identify, listOf } from "./message.ts";
import { readEvents } from "./read-events.ts";

/** The beginning of the subject, and the body. */
type Content = { subject: string; parts: Part[] };

/** Words of the description in a mail to the team. */
const excerptWords = 50;

/**
 * All messages about the recent events of a pull request, including those already sent. Oldest first.
 *
 * @param plan what was decided of the facts, or what led to them
 */
export function messagesAbout(facts: Facts, plan: Plan, context: MailContext): MailMessage[] {
  const read = readEvents(facts, plan, context.config);
  if (!read) return [];
  return read.events.flatMap((event) => messagesFor(event, read.subject, context));
}

/**
 * All messages about an event. Owners get none before a post is approved: until then, the address in it may
 * belong to anybody.
 */
export function messagesFor(
  event: MailEvent,
  subject: MailSubject,
  context: MailContext,
): MailMessage[] {
  const { config, mail, repository } = context;
  const team = teamContent(event, subject, { config, repository });
  const owner = ownerContent(event, subject, config);
  const { email, contact = "" } = subject.post;
  return [
    ...(team ? [message("team", { name: "", address: mail.list }, team)] : []),
    ...(owner && email !== undefined && isMailAddress(email)
      ? [message("owner", { name: line(contact, 60), address: email }, owner)]
      : []),
  ];

  function message(audience: Correspondent, to: MailMessage["to"], content: Content): MailMessage {
    const isForTeam = audience === "team";
    const title = `${content.subject}: ${nameOf(subject)}`;
    const why = isForTeam ? words.team.why(mail.list) : words.owner.why;
    const parts = [...content.parts, { paragraph: why }];
    const signature = [config.name, absoluteUrl(config, pages.list)];
    return {
      ...identify(eventId(event), audience, subject.pull, config),
      audience,
      from: mail.from,
      replyTo: { name: config.name, address: isForTeam ? mail.list : config.contact },
      to,
      subject: title,
      text: plainText(parts, signature),
      html: html(title, parts, signature),
      list: isForTeam ? listOf(config, mail) : undefined,
      ...(event.what === "commented" && event.rationed && { rationed: true }),
    };
  }
}

/** Ends each subject. The same in all messages about a post, so that mail programs group them. */
function nameOf({ post }: MailSubject): string {
  const company = post.company ? ` (${isolated(post.company, 40)})` : "";
  return `${isolated(post.title ?? words.untitled, 80)}${company}`;
}

/** `undefined` for events that only concern the owner. */
function teamContent(
  event: MailEvent,
  subject: MailSubject,
  { config, repository }: Omit<MailContext, "mail">,
): Content | undefined {
  const { subjects, team } = words;
  const pullLink = (link: string, anchor = ""): Part => ({
    link,
    address: `${repository}/pull/${subject.pull}${anchor && `#${anchor}`}`,
  });
  switch (event.what) {
    case "submitted":
      return {
        subject: subjects.submitted[event.kind],
        parts: [
          { paragraph: team.submitted[event.kind](event.by) },
          ...postParts(subject, config),
          {
            link: team.links.preview,
            address: absoluteUrl(config, previewAddress(subject.pull)),
          },
          pullLink(team.links.review),
        ],
      };
    case "commented":
      return {
        subject: subjects.commented,
        parts: [
          { paragraph: event.text ? team.wrote(event.by) : team.commentedOnLines(event.by) },
          ...(event.text ? [{ quote: event.text }] : []),
          pullLink(team.links.reply, event.anchor),
        ],
      };
    case "changes-requested":
      return {
        subject: subjects.changesRequested,
        parts: [
          { paragraph: team.changesRequested(event.by) },
          ...reasonParts(event, config),
          ...editPart(subject),
          pullLink(team.links.discussion, event.anchor),
        ],
      };
    case "rejected":
      return {
        subject: subjects.rejected,
        parts: [
          { paragraph: team.rejected(event.by) },
          ...reasonParts(event, config),
          ...editPart(subject),
          pullLink(team.links.discussion, event.anchor),
        ],
      };
    case "approved":
      return {
        subject: subjects.approved[event.kind],
        parts: [
          {
            paragraph: `${team.approved[event.kind](event.by)} ${listedText(event, subject, config)}`,
          },
          { link: team.links.post, address: addressOf(subject, config) },
          pullLink(team.links.discussion),
        ],
      };
    default:
      return undefined;
  }
}

function ownerContent(
  event: MailEvent,
  subject: MailSubject,
  config: BoardConfig,
): Content | undefined {
  const { subjects, owner } = words;
  const title = isolated(subject.post.title ?? words.untitled);
  const post: Part = { link: owner.links.post, address: addressOf(subject, config) };
  switch (event.what) {
    case "approved":
      if (event.kind !== "new") return undefined;
      return {
        subject: subjects.owner.approved,
        parts: [
          { paragraph: `${owner.approved(title)} ${listedText(event, subject, config)}` },
          post,
          { link: owner.links.mine, address: absoluteUrl(config, pages.mine) },
        ],
      };
    case "closing-soon": {
      const { lastDay, renew, close } = event;
      const next = renew ? owner.canRenew : owner.cannotRenew;
      return {
        subject: subjects.owner.closingSoon,
        parts: [
          { paragraph: `${owner.listedUntil(title, lastDay)} ${next}` },
          ...(renew ? [{ link: owner.links.renew, address: renew }] : []),
          { link: owner.links.close, address: close },
          post,
        ],
      };
    }
    case "closed":
      return {
        subject: subjects.owner.closed,
        parts: [
          { paragraph: owner.closed(title, event.reason) },
          { link: owner.links.again, address: event.again },
        ],
      };
    default:
      return undefined;
  }
}

/** How long a newly approved post is listed. A change does not affect that. */
function listedText(
  { kind, on }: Extract<MailEvent, { what: "approved" }>,
  { post }: MailSubject,
  { lifetimes }: BoardConfig,
): string {
  if (kind === "edit") return words.changePublished;
  const { expires } = post;
  const until = dayOf(listedUntil({ published: on, ...(expires && { expires }) }, lifetimes));
  return words.listedFor(daysBetween(on, until), addDays(until, -1));
}

function postParts({ post }: MailSubject, config: BoardConfig): Part[] {
  const { postLabels } = words;
  const category = config.categories.find(({ slug }) => slug === post.category)?.name;
  const facts = [
    [postLabels.title, post.title],
    [postLabels.company, post.company],
    [postLabels.category, category ?? post.category],
    [postLabels.place, post.workplace && allPlaces({ workplace: post.workplace, ...post })],
    [postLabels.contact, [post.contact, post.email].filter(Boolean).join(", ")],
    [postLabels.link, post.apply_url],
  ] as const;
  return [
    { facts: facts.flatMap(([label, value]) => (value ? [[label, value] as const] : [])) },
    ...(post.description
      ? [{ quote: renderWithExcerpt(post.description, excerptWords).excerpt }]
      : []),
  ];
}

/** For whoever sent a post that came by email, and passes on what a reviewer asks for. */
function editPart({ edit }: MailSubject): Part[] {
  return edit === undefined ? [] : [{ link: words.team.links.edit, address: edit }];
}

/** The text that the submitter read on the pull request. */
function reasonParts({ reason: slug, text }: ReviewerText, { review }: BoardConfig): Part[] {
  const reason = review.reasons.find((known) => known.slug === slug);
  return [
    ...(reason ? [{ paragraph: `${reason.title}. ${reason.text}` }] : []),
    ...(text ? [{ quote: text }] : []),
  ];
}

function addressOf({ file }: MailSubject, config: BoardConfig): string {
  const path = parseJobPath(file);
  return absoluteUrl(config, "slug" in path ? postAddress(path.slug) : pages.list);
}
