/**
 * The labels that show the status of a submission in GitHub’s own lists. They follow from the facts; only the marks,
 * which are a reviewer’s decision, are ever read back from them.
 */
import type { BoardConfig } from "../config.ts";
import { labelDescriptions as about, waitDescription } from "../words/en/labels.ts";

export type Label = {
  name: string;
  /** Six hexadecimal digits. */
  color: string;
  /** GitHub takes up to 100 characters. */
  description: string;
};

const grey = "cfd3d7";

/** What a pull request is. One without any of these is not a submission. */
export const kindLabels = {
  new: { name: "new post", color: "1f6feb", description: about.new },
  edit: { name: "edit", color: "1f6feb", description: about.edit },
  closing: { name: "closing", color: "1f6feb", description: about.closing },
  maintenance: {
    name: "maintenance",
    color: "1f6feb",
    description: about.maintenance,
  },
} as const satisfies Record<string, Label>;

/** Where it stands. */
export const stateLabels = {
  draft: { name: "draft", color: grey, description: about.draft },
  invalid: {
    name: "invalid",
    color: "d1242f",
    description: about.invalid,
  },
  refused: { name: "refused", color: "d1242f", description: about.refused },
  waiting: { name: "waiting", color: "fbca04", description: about.waiting },
  claimed: { name: "claimed", color: "0e8a16", description: about.claimed },
  "changes-requested": {
    name: "changes requested",
    color: "d93f0b",
    description: about.changesRequested,
  },
  approved: { name: "approved", color: "0e8a16", description: about.approved },
  rejected: { name: "rejected", color: grey, description: about.rejected },
  withdrawn: { name: "withdrawn", color: grey, description: about.withdrawn },
} as const satisfies Record<string, Label>;

/** Where a submission stands; also the key of its words in src/board/words/en/status.ts. */
export type SubmissionStatus = keyof typeof stateLabels;

/** The status that some labels name; `undefined` before the bot has set one. */
export function statusIn(names: readonly string[]): SubmissionStatus | undefined {
  const statuses = Object.keys(stateLabels) as SubmissionStatus[];
  return statuses.find((status) => names.includes(stateLabels[status].name));
}

/** Its author has made the requested changes, so it comes first. */
export const answeredLabel: Label = {
  name: "answered",
  color: "fbca04",
  description: about.answered,
};

/** For how many days a post has waited at least, the longest first. */
export const waitLabels = /* @__PURE__ */ [14, 7, 3].map((days) => ({
  days,
  name: `waits ${days} days`,
  color: "e4a8a1",
  description: waitDescription(days),
}));

/** A reviewer’s decision, set by a command. Anybody with the right may remove the label. */
export const markLabels = {
  featured: {
    name: "featured",
    color: "8250df",
    description: about.featured,
  },
  duplicateOk: {
    name: "duplicate-ok",
    color: "8250df",
    description: about.duplicateOk,
  },
} as const satisfies Record<string, Label>;

/** On the issue that the bot keeps about links, by which it is found again. */
export const linksLabel: Label = {
  name: "links",
  color: grey,
  description: about.links,
};

/** Begins the labels that name a reason. */
export const reasonPrefix = "reason: ";

/** Why a post was rejected or needs changes: for lists and the monthly report. */
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
