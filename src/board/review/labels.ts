/**
 * The labels by which GitHub's own lists show how things stand. They are made from the facts, and only
 * the marks, which are a reviewer's word, are ever read back from them.
 */
import type { BoardConfig } from "../config.ts";

export type Label = {
  name: string;
  /** Six hexadecimal digits. */
  color: string;
  /** GitHub takes up to 100 characters. */
  description: string;
};

const grey = "cfd3d7";

/** What a pull request is. One that has none of these is no submission. */
export const kindLabels = {
  new: { name: "new post", color: "1f6feb", description: "Adds a post." },
  edit: { name: "edit", color: "1f6feb", description: "Changes a post of its author’s own." },
  closing: { name: "closing", color: "1f6feb", description: "Closes a post of its author’s own." },
  maintenance: {
    name: "maintenance",
    color: "1f6feb",
    description: "Changes posts in the name of the board.",
  },
} as const satisfies Record<string, Label>;

/** Where it stands. */
export const stateLabels = {
  draft: { name: "draft", color: grey, description: "Not finished by its author yet." },
  invalid: {
    name: "invalid",
    color: "d1242f",
    description: "Cannot be published as it is; the comment says how to mend it.",
  },
  refused: { name: "refused", color: "d1242f", description: "Changes what it may not change." },
  waiting: { name: "waiting", color: "fbca04", description: "Waits for a reviewer." },
  claimed: { name: "claimed", color: "0e8a16", description: "A reviewer is looking at it." },
  "changes-requested": {
    name: "changes requested",
    color: "d93f0b",
    description: "Waits for its author.",
  },
  approved: { name: "approved", color: "0e8a16", description: "A reviewer has approved it." },
  rejected: { name: "rejected", color: grey, description: "Not taken; the comments say why." },
  withdrawn: { name: "withdrawn", color: grey, description: "Taken back by its author." },
} as const satisfies Record<string, Label>;

/** Where a submission stands; also the key of its words in src/board/words/en/status.ts. */
export type SubmissionStatus = keyof typeof stateLabels;

/** The status that some labels name; `undefined` before the bot has set one. */
export function statusIn(names: readonly string[]): SubmissionStatus | undefined {
  const statuses = Object.keys(stateLabels) as SubmissionStatus[];
  return statuses.find((status) => names.includes(stateLabels[status].name));
}

/** Its author has answered to a request, so it comes first. */
export const answeredLabel: Label = {
  name: "answered",
  color: "fbca04",
  description: "Changes that were requested have been made; comes first.",
};

/** For how many days a post has waited at least, the longest first. */
export const waitLabels = /* @__PURE__ */ [14, 7, 3].map((days) => ({
  days,
  name: `waits ${days} days`,
  color: "e4a8a1",
  description: `Has waited for a reviewer for ${days} days or more.`,
}));

/** The word of a reviewer, which a command gives and anybody with the right may take back. */
export const markLabels = {
  featured: {
    name: "featured",
    color: "8250df",
    description: "Will be marked as featured once it is merged.",
  },
  duplicateOk: {
    name: "duplicate-ok",
    color: "8250df",
    description: "A reviewer says that it is no duplicate.",
  },
} as const satisfies Record<string, Label>;

/** On the issue that the bot keeps about links, by which it is found again. */
export const linksLabel: Label = {
  name: "links",
  color: grey,
  description: "Links to apply that lead nowhere; the bot keeps this issue.",
};

/** Begins the labels that name a reason. */
export const reasonPrefix = "reason: ";

/** Why a post was not taken, or not yet: for lists and the monthly report. */
export function reasonLabel({ slug, title }: BoardConfig["review"]["reasons"][number]): Label {
  return { name: `${reasonPrefix}${slug}`, color: grey, description: title.slice(0, 100) };
}

/** The slug of the reason that some labels name. */
export function reasonIn(names: readonly string[]): string | undefined {
  return names.find((name) => name.startsWith(reasonPrefix))?.slice(reasonPrefix.length);
}

/** The titles of all reasons by their slugs, for pages that read the labels. */
export function reasonTitles({ review }: Pick<BoardConfig, "review">): Record<string, string> {
  return Object.fromEntries(review.reasons.map(({ slug, title }) => [slug, title]));
}

/** Every label that a board needs. */
export function allLabels({ review }: Pick<BoardConfig, "review">): Label[] {
  return [
    ...Object.values(kindLabels),
    ...Object.values(stateLabels),
    answeredLabel,
    ...waitLabels.map(({ name, color, description }) => ({ name, color, description })),
    ...Object.values(markLabels),
    linksLabel,
    ...review.reasons.map(reasonLabel),
  ];
}
