/** What GitHub’s lists show of pull requests: titles and labels. */
import type { Label } from "../../review/labels.ts";
import { plural } from "../plural.ts";

/** The titles of pull requests, by what they do to a post. */
export const submissionTitles = {
  new: (title: string, company: string) => `Add “${title}” at ${company}`,
  edit: (title: string, company: string) => `Change “${title}” at ${company}`,
  closing: (title: string, company: string) => `Close “${title}” at ${company}`,
} as const;

/** The titles of commits, and of pull requests whose post can’t be read. */
export const commitTitles = {
  new: (slug: string) => `Add the post ${slug}`,
  change: (slug: string) => `Change the post ${slug}`,
  closing: (slug: string) => `Close the post ${slug}`,
  unnamed: "of a pull request",
  removal: (file: string) => `Close ${file} at its owner’s request`,
  feature: (file: string) => `Feature ${file}`,
} as const;

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
  rates: "Searches for pay compare currencies by old rates. The bot closes this issue itself.",
  links: "Links to apply that no longer work. The bot keeps this issue up to date.",
} as const satisfies Record<string, Label["description"]>;

export function waitDescription(days: number): string {
  return `Waiting for a reviewer for ${plural(days, { one: "day", other: "days" })} or more.`;
}
