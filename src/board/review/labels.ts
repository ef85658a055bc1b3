/**
 * The labels that show the status of a submission in GitHub’s own lists. They follow from the facts; only the marks,
 * which are a reviewer’s decision, are ever read back from them.
 */

import { labelDescriptions as about, waitDescription } from "#words/labels.ts";
import type { BoardConfig } from "../config.ts";
import { answeredName, kindNames, reasonPrefix, statusNames } from "./label-names.ts";

export type Label = {
  name: string;
  /** Six hexadecimal digits. */
  color: string;
  /** GitHub allows up to 100 characters. */
  description: string;
};

const gray = "cfd3d7";

/** What a pull request is. One without any of these is not a submission. */
export const kindLabels = {
  new: { name: kindNames.new, color: "1f6feb", description: about.new },
  edit: { name: kindNames.edit, color: "1f6feb", description: about.edit },
  closing: { name: kindNames.closing, color: "1f6feb", description: about.closing },
  maintenance: {
    name: kindNames.maintenance,
    color: "1f6feb",
    description: about.maintenance,
  },
} as const satisfies Record<string, Label>;

/** The status of a submission. */
export const stateLabels = {
  draft: { name: statusNames.draft, color: gray, description: about.draft },
  invalid: {
    name: statusNames.invalid,
    color: "d1242f",
    description: about.invalid,
  },
  refused: { name: statusNames.refused, color: "d1242f", description: about.refused },
  waiting: { name: statusNames.waiting, color: "fbca04", description: about.waiting },
  claimed: { name: statusNames.claimed, color: "0e8a16", description: about.claimed },
  "changes-requested": {
    name: statusNames["changes-requested"],
    color: "d93f0b",
    description: about.changesRequested,
  },
  approved: { name: statusNames.approved, color: "0e8a16", description: about.approved },
  rejected: { name: statusNames.rejected, color: gray, description: about.rejected },
  withdrawn: { name: statusNames.withdrawn, color: gray, description: about.withdrawn },
} as const satisfies Record<string, Label>;

/** Its author has made the requested changes, so it comes first. */
export const answeredLabel: Label = {
  name: answeredName,
  color: "fbca04",
  description: about.answered,
};

/** For how many days at least a post has waited, longest first. */
export const waitLabels = /* @__PURE__ */ [14, 7, 3].map((days) => ({
  days,
  name: `waits ${days} days`,
  color: "e4a8a1",
  description: waitDescription(days),
}));

/** A reviewer’s decision, set by a command. Anybody with permission may remove the label. */
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

/** On the bot’s issue about broken links, which is found by it. */
export const linksLabel: Label = {
  name: "links",
  color: gray,
  description: about.links,
};

/** On the bot’s issue about old exchange rates, which is found by it. */
export const ratesLabel: Label = {
  name: "exchange-rates",
  color: gray,
  description: about.rates,
};

/** Why a post was rejected or needs changes: for lists and the monthly report. */
export function reasonLabel({ slug, title }: BoardConfig["review"]["reasons"][number]): Label {
  return { name: `${reasonPrefix}${slug}`, color: gray, description: title.slice(0, 100) };
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
    ratesLabel,
    ...review.reasons.map(reasonLabel),
  ];
}
