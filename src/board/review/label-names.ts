/** The names of all labels, separate from their colors and descriptions, which browser scripts don’t need. */

/** What a pull request is. One without any of these is not a submission. */
export const kindNames = {
  new: "new post",
  edit: "edit",
  closing: "closing",
  maintenance: "maintenance",
} as const;

/** The status of a submission. */
export const statusNames = {
  draft: "draft",
  invalid: "invalid",
  refused: "refused",
  waiting: "waiting",
  claimed: "claimed",
  "changes-requested": "changes requested",
  approved: "approved",
  rejected: "rejected",
  withdrawn: "withdrawn",
} as const;

/** Also the key of its words in src/board/words/en/status.ts. */
export type SubmissionStatus = keyof typeof statusNames;

/** Its author has made the requested changes, so it comes first. */
export const answeredName = "answered";

/** Issues about posts that need a reviewer. */
export const requestNames = { report: "report", unproven: "owner to confirm" } as const;

/** Prefix of the labels that name a reason. */
export const reasonPrefix = "reason: ";

/** The status shown by a pull request’s labels; `undefined` before the bot has set one. */
export function statusIn(labels: readonly string[]): SubmissionStatus | undefined {
  const statuses = Object.keys(statusNames) as SubmissionStatus[];
  return statuses.find((status) => labels.includes(statusNames[status]));
}

/** The slug of the reason shown by a pull request’s labels. */
export function reasonIn(labels: readonly string[]): string | undefined {
  return labels.find((name) => name.startsWith(reasonPrefix))?.slice(reasonPrefix.length);
}
