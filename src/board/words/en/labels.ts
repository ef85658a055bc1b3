/** What GitHub’s lists show of pull requests: titles and labels. */
import type { Label } from "../../review/labels.ts";
import { plural } from "../plural.ts";

export function newPostTitle({ title, company }: { title: string; company: string }): string {
  return `Add the post “${title}” by ${company}`;
}

export function changedPostTitle({ title, company }: { title: string; company: string }): string {
  return `Change the post “${title}” by ${company}`;
}

/** GitHub takes up to 100 characters. */
export const labelDescriptions = {
  new: "Adds a post.",
  edit: "Changes one of the author’s own posts.",
  closing: "Closes one of the author’s own posts.",
  maintenance: "Changes posts on behalf of the board.",
  draft: "Not finished yet.",
  invalid: "Can’t be published yet. The comment lists what to fix.",
  refused: "Changes something that it may not change.",
  waiting: "Waiting for a reviewer.",
  claimed: "A reviewer has claimed it.",
  changesRequested: "Waiting for its author.",
  approved: "A reviewer approved it.",
  rejected: "Not accepted. The comments say why.",
  withdrawn: "Withdrawn by its author.",
  answered: "The requested changes were made. Comes first in the queue.",
  featured: "Will be featured once it is merged.",
  duplicateOk: "A reviewer confirmed that it is not a duplicate.",
  links: "Links to apply that no longer work. The bot keeps this issue up to date.",
} as const satisfies Record<string, Label["description"]>;

export function waitDescription(days: number): string {
  return `Waiting for a reviewer for ${plural(days, { one: "day", other: "days" })} or more.`;
}
