/** Writes the bot’s status comment on a pull request. There is one, which is edited in place. */

import * as words from "#words/bot.ts";
import { workplaceLabels } from "#words/fields.ts";
import { statusWords, taskHeadings } from "#words/status.ts";
import { pages, postAddress, previewAddress } from "../addresses.ts";
import { correctionUrl } from "../change-url.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { dayText } from "../day-text.ts";
import { parseJobPath, postPathsIn } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import { payText } from "../post/pay.ts";
import { allPlaces } from "../post/place.ts";
import type { Problem } from "../problem.ts";
import { likelyDuplicate } from "../rules/likely-duplicate.ts";
import type { ReviewersWords } from "./author-tasks.ts";
import { problemEntry, requestPart } from "./author-tasks.ts";
import { resolutionOf } from "./check.ts";
import type { Kind } from "./classify.ts";
import { commandsTable } from "./commands.ts";
import { evidenceOf } from "./evidence.ts";
import type { Facts, Moment } from "./facts.ts";
import { markLabels } from "./labels.ts";
import { code } from "./quote.ts";
import type { ReviewStatus } from "./status.ts";
import { errorCount } from "./status.ts";
import type { Look } from "./tags.ts";
import { lookTag, mailedTag, statusTag } from "./tags.ts";

const text = words.comment;

export type CommentSource = {
  kind: Kind;
  status: ReviewStatus;
  post: Partial<Job> | undefined;
  problems: readonly Problem[];
  /** What reviewers want changed, or why they have rejected it. */
  requests: readonly ReviewersWords[];
  look: Look;
  /** Names of the messages that were sent, or refused for good. */
  mailed: readonly string[];
  /** The labels after the plan is applied. */
  labels: readonly string[];
  /** The comment as it is, if there is one. */
  earlier?: string | undefined;
};

/** The whole comment in Markdown, with its hidden tags at the end. */
export function statusComment(source: CommentSource, facts: Facts, config: BoardConfig): string {
  const { kind, status } = source;
  const isOpen = facts.pull.state === "open" && !isOver(status);
  return [
    ...heading(source),
    `**${words.status.title}:** ${statusText(source, facts)}`,
    ...(status.state === "refused" ? [bullets(status.reasons)] : []),
    ...(isOpen && kind.kind !== "refused" ? [preview(facts, config)] : []),
    ...requestPart(source.requests, config),
    ...(isOpen ? problemParts(source, facts, config) : []),
    ...(isOpen && isForReviewers(kind) ? reviewerParts(source, facts, config) : []),
    `**${words.status.next}:** ${nextText(source, facts, config)}`,
    ...(source.mailed.length > 0 ? [mailedTag(source.mailed)] : []),
    lookTag(source.look),
    statusTag,
  ].join("\n\n");
}

function statusText({ kind, status }: CommentSource, { pull }: Facts): string {
  switch (status.state) {
    case "draft":
    case "withdrawn":
    case "refused":
      return words.status[status.state];
    case "invalid":
      return words.status.invalid(errorCount(status.problems));
    case "waiting":
      return words.status[status.answered ? "answered" : "waiting"](day(status.since));
    case "claimed":
      return words.status.claimed(status.by, day(status.since), day(status.until));
    case "changes-requested":
      return words.status.changesRequested(status.by);
    case "approved":
      if (!status.closes) return words.status.approved(status.by);
      return isSameLogin(status.by, pull.author.login)
        ? words.status.closedByOwner
        : words.status.closingApproved(status.by);
    case "rejected":
      return words.status.rejected(status.by, status.reason);
    case "not-a-submission":
      return words.status[kind.kind === "other" ? "noPost" : "notAPost"];
  }
}

/** What the author can do or expect. */
function nextText({ kind, status }: CommentSource, facts: Facts, config: BoardConfig): string {
  const { state } = status;
  if (kind.kind === "other" && !isOver(status)) return words.addPostAgain;
  if (state === "not-a-submission") return words.maintainerMerges;
  if (state === "approved" && status.closes) return words.leavesList;
  const { next } = statusWords[state];
  const isEditable = canEdit.has(state) && (kind.kind === "new" || kind.kind === "edit");
  const helps =
    isEditable && (facts.pull.mergeable !== false || resolutionOf(kind, facts, config).isByEdit);
  return helps ? `${next} ${words.howToEdit(correctionUrl(facts.pull, config))}` : next;
}

const canEdit: ReadonlySet<ReviewStatus["state"]> = new Set([
  ...(["invalid", "changes-requested", "waiting", "claimed"] as const),
]);

function day(moment: Moment): string {
  return dayText(moment.slice(0, 10));
}

/** Whether the submission is finished. */
export function isOver({ state }: ReviewStatus): boolean {
  return ["approved", "rejected", "withdrawn"].includes(state);
}

function isForReviewers({ kind }: Kind): boolean {
  return kind === "new" || kind === "edit" || kind === "closing";
}

/** How the board understood the post, so that its author notices misunderstandings. */
function heading({ kind, post, status, earlier = "" }: CommentSource): string[] {
  if (kind.kind === "maintenance") return [`### ${text.posts(kind.files.length)}`];
  // Once a post is in the archive, it can't be read where its submission found it.
  const known = isOver(status) ? headingIn(earlier) : undefined;
  if (!post) return [known ?? `### ${text.unreadable}`];
  const facts = [
    post.company && code(post.company),
    post.workplace && workplaceLabels[post.workplace],
    post.workplace && code(allPlaces({ workplace: post.workplace, ...post })),
    post.salary && payText(post.salary),
    post.apply_url && text.applyAt(code(post.apply_url)),
    post.email && text.applyBy(code(post.email)),
  ];
  // Once a change is merged, the board no longer has the earlier version to compare with.
  const prefix = kind.kind === "edit" || kind.kind === "closing" ? text[kind.kind] : "";
  const title = `### ${isOver(status) ? "" : prefix}${post.title ? code(post.title) : text.untitled}`;
  return [title, facts.filter(Boolean).join(" · ")];
}

/** What a comment says above its status. */
function headingIn(body: string): string | undefined {
  const [above, ...below] = body.split(`\n\n**${words.status.title}:** `);
  return below.length > 0 ? above : undefined;
}

function preview({ pull }: Facts, config: BoardConfig): string {
  const address = absoluteUrl(config, previewAddress(pull.number));
  return `[${text.preview}](${address})`;
}

function problemParts(
  { problems, labels }: CommentSource,
  facts: Facts,
  config: BoardConfig,
): string[] {
  const isNoDuplicate = labels.includes(markLabels.duplicateOk.name);
  const part = (severity: Problem["severity"], title: string, note: string[] = []) => {
    const some = problems.filter(
      (problem) =>
        problem.severity === severity && !(isNoDuplicate && problem.rule === likelyDuplicate.name),
    );
    if (some.length === 0) return [];
    return [
      `#### ${title}`,
      ...note,
      bullets(
        some.map((problem) => problemEntry(problem, linksIn(problem.message, facts, config))),
      ),
    ];
  };
  return [
    ...part("error", taskHeadings.problems),
    ...part("advice", text.advice, [text.adviceNote]),
  ];
}

/** Links to the posts that a message names: to the page of a listed one, to the pull request of a submitted one. */
function linksIn(message: string, { others }: Facts, config: BoardConfig): string {
  const links = postPathsIn(message).map((file) => {
    const waiting = others.find(({ path }) => path === file);
    if (waiting) return `#${waiting.number}`;
    const path = parseJobPath(file);
    const address = "slug" in path ? postAddress(path.slug) : pages.list;
    return `[${text.thatPost}](${absoluteUrl(config, address)})`;
  });
  return links.length > 0 ? ` (${links.join(", ")})` : "";
}

function reviewerParts(source: CommentSource, facts: Facts, config: BoardConfig): string[] {
  const { post, problems, labels, kind } = source;
  const { author } = facts.pull;
  if (!post || kind.kind === "closing") return [folded(text.commands, commandsTable(config))];
  const found = { post, problems, labels, author: author.login };
  const checklist = config.criteria.map(({ title, evidence }) =>
    evidence ? `**${title}:** ${evidenceOf(evidence, found, config)}` : `**${title}**`,
  );
  const mark = labels.includes(markLabels.featured.name) ? [text.featured] : [];
  return [
    folded(text.checklist, [...mark, bullets(checklist)].join("\n\n")),
    folded(text.commands, commandsTable(config)),
  ];
}

function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}

/** Maximum length of a list in characters. GitHub allows 65,536 in a comment. */
const longestList = 10_000;

function bullets(lines: readonly string[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length;
    if (length > longestList && shown.length > 0) break;
    shown.push(line);
  }
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [text.more(more)] : [])].map((line) => `- ${line}`).join("\n");
}
