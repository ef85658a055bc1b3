/** Everything that the board says by mail. */
import { pages, postAddress, previewAddress } from "../addresses.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { dayText } from "../day-text.ts";
import type { Day } from "../days.ts";
import { addDays, dayOf, daysBetween } from "../days.ts";
import { parseJobPath } from "../job/path.ts";
import { listedUntil } from "../post/life-cycle.ts";
import { renderWithExcerpt } from "../post/markdown.ts";
import { placeName } from "../post/place.ts";
import { code } from "../review/quote.ts";
import type { Part } from "./body.ts";
import { isolated } from "./body.ts";
import type { MailEvent, MailSubject, Word } from "./events.ts";
import { newsDays } from "./events.ts";
import type { Audience, MailContext } from "./message.ts";

type Told<What extends MailEvent["what"]> = Extract<MailEvent, { what: What }>;

/** What a message says: the beginning of its subject, and its body. */
export type Content = { subject: string; parts: Part[] };

/** Words of the description that the team is shown. */
const excerptWords = 50;

/** What the team is told of an event, if it is told of it. */
export function teamContent(
  event: MailEvent,
  subject: MailSubject,
  context: MailContext,
): Content | undefined {
  const { config } = context;
  const talk = (text: string, anchor = ""): Part => ({
    link: text,
    address: `${context.repository}/pull/${subject.pull}${anchor && `#${anchor}`}`,
  });
  switch (event.what) {
    case "submitted":
      return {
        subject: submissions[event.kind],
        parts: [
          {
            paragraph: `${event.by} has sent it. It can be published as it is, and waits for a reviewer.`,
          },
          ...postParts(subject, config),
          {
            link: "See it as its readers will",
            address: absoluteUrl(config, previewAddress(subject.pull)),
          },
          talk("Review it"),
        ],
      };
    case "commented":
      return {
        subject: "Comment",
        parts: [
          { paragraph: `${event.by} ${event.text ? "writes:" : "has commented on single lines."}` },
          ...(event.text ? [{ quote: event.text }] : []),
          talk("Read it among the others, and answer there", event.anchor),
        ],
      };
    case "changes-requested":
      return {
        subject: "Changes requested",
        parts: [
          { paragraph: `${event.by} has asked the author to change something.` },
          ...wordParts(event, config),
          talk("Read the conversation", event.anchor),
        ],
      };
    case "rejected":
      return {
        subject: "Not taken",
        parts: [
          { paragraph: `${event.by} has not taken it.` },
          ...wordParts(event, config),
          talk("Read the conversation", event.anchor),
        ],
      };
    case "approved":
      return {
        subject: event.kind === "new" ? "Approved" : "Change approved",
        parts: [
          { paragraph: `${event.by} has approved it. ${listedText(event, subject, config)}` },
          { link: "The post", address: addressOf(subject, config) },
          talk("Read the conversation"),
        ],
      };
    // That time goes by is for the owner to know.
    default:
      return undefined;
  }
}

const submissions: Readonly<Record<Told<"submitted">["kind"], string>> = {
  new: "New post",
  edit: "Change of a post",
  closing: "Closing of a post",
};

/** What the owner of a post is told of it. Nothing before it is approved. */
export function ownerContent(
  event: MailEvent,
  subject: MailSubject,
  { config }: MailContext,
): Content | undefined {
  const why: Part = {
    paragraph:
      "You get this mail because the post names this address. An answer reaches the people who run the board.",
  };
  const mine: Part = {
    link: "Change it, or close it when the job is filled",
    address: absoluteUrl(config, pages.mine),
  };
  switch (event.what) {
    case "approved":
      if (event.kind !== "new") return undefined;
      return {
        subject: "Your post is approved",
        parts: [
          {
            paragraph: `Your post “${titleOf(subject)}” is approved. ${listedText(event, subject, config)}`,
          },
          { link: "Your post", address: addressOf(subject, config) },
          mine,
          why,
        ],
      };
    case "closing-soon":
      return {
        subject: "Your post closes soon",
        parts: [
          {
            paragraph: `Your post “${titleOf(subject)}” is listed to the end of ${dayText(event.lastDay)}. ${
              event.renew
                ? "If the job is still open, you can renew the post."
                : "It has been renewed as often as can be; you can send it again afterwards."
            }`,
          },
          ...(event.renew
            ? [{ link: "The job is open: renew the post", address: event.renew }]
            : []),
          { link: "The job is filled: close the post", address: event.close },
          { link: "Your post", address: addressOf(subject, config) },
          why,
        ],
      };
    case "closed":
      return {
        subject: "Your post is closed",
        parts: [
          {
            paragraph: `Your post “${titleOf(subject)}” is no longer listed: ${closings[event.reason]}.`,
          },
          { link: "Post it again", address: event.again },
          why,
        ],
      };
    default:
      return undefined;
  }
}

/** On the pull request: that a message is not taken. */
export function refusedNotice(audience: Audience, why: string): string {
  return `A mail to ${audiences[audience]} about this was refused (${code(why)}), and is not tried again. The post itself is not affected.`;
}

/** On the pull request: that a message has not gone yet. */
export function delayedNotice(audience: Audience, why: string): string {
  return `A mail to ${audiences[audience]} about this could not be sent yet (${code(why)}). It is tried again once a day, for up to ${newsDays} days. The post itself is not affected.`;
}

const audiences: Readonly<Record<Audience, string>> = {
  team: "the team’s list",
  owner: "the address that the post names",
  readers: "the announcement list",
};

/** Of the comment that holds what was sent, where the bot has written no other. */
export const recordNotice = "What the board has sent by mail about this is noted in this comment.";

/** Why a post is no longer listed, as the end of a sentence. */
export const closings: Readonly<Record<Told<"closed">["reason"], string>> = {
  expired: "its time is over",
  filled: "the job is filled",
  removed: "it was removed",
};

/** How long a post that was approved just now is listed. For a change that stays as it was. */
function listedText(
  { kind, on }: Told<"approved">,
  { post }: MailSubject,
  { lifetimes }: BoardConfig,
): string {
  if (kind === "edit") return "Within minutes it is on the board.";
  const { expires } = post;
  const until = dayOf(listedUntil({ published: on, ...(expires && { expires }) }, lifetimes));
  return `Within minutes it is listed, and stays for ${countDays(on, until)}, to the end of ${dayText(addDays(until, -1))}.`;
}

function countDays(from: Day, until: Day): string {
  const days = daysBetween(from, until);
  return days === 1 ? "1 day" : `${days} days`;
}

function postParts({ post }: MailSubject, config: BoardConfig): Part[] {
  const category = config.categories.find(({ slug }) => slug === post.category)?.name;
  const facts = [
    ["Title", post.title],
    ["Company", post.company],
    ["Category", category ?? post.category],
    ["Place", post.workplace && placeName({ workplace: post.workplace, ...post })],
    ["Contact", [post.contact, post.email].filter(Boolean).join(", ")],
    ["Link", post.apply_url],
  ] as const;
  return [
    { facts: facts.flatMap(([label, value]) => (value ? [[label, value] as const] : [])) },
    ...(post.description
      ? [{ quote: renderWithExcerpt(post.description, excerptWords).excerpt }]
      : []),
  ];
}

/** Why, as the submitter was told it. */
function wordParts({ reason: slug, text }: Word, { review }: BoardConfig): Part[] {
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

function titleOf({ post }: MailSubject): string {
  return isolated(post.title ?? "without a title");
}
