/** The one comment of the bot’s that says how a pull request stands. Changed in place, never repeated. */
import { pages, postAddress, previewAddress } from "../addresses.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import { payText } from "../post/pay.ts";
import { placeName } from "../post/place.ts";
import type { Problem } from "../problem.ts";
import { likelyDuplicate } from "../rules/likely-duplicate.ts";
import { workplaceLabels } from "../words/en/fields.ts";
import { list } from "./answers.ts";
import { evidenceOf } from "./evidence.ts";
import type { Facts } from "./facts.ts";
import type { Kind } from "./kind.ts";
import { markLabels } from "./labels.ts";
import { code } from "./quote.ts";
import type { ReviewStatus } from "./status.ts";
import type { Look } from "./tags.ts";
import { lookTag, mailedTag, statusTag } from "./tags.ts";
import { nextText, standingText } from "./texts.ts";

export type CommentSource = {
  kind: Kind;
  status: ReviewStatus;
  post: Partial<Job> | undefined;
  problems: readonly Problem[];
  look: Look;
  /** Names of the messages that need not be sent any more. */
  mailed: readonly string[];
  /** Labels as they will be. */
  labels: readonly string[];
};

/** The whole comment in Markdown, with its hidden mark at the end. */
export function statusComment(source: CommentSource, facts: Facts, config: BoardConfig): string {
  const { kind, status } = source;
  const isOpen = facts.pull.state === "open" && !isOver(status);
  return [
    ...heading(source),
    `**How it stands:** ${standingText(status)}`,
    ...(status.state === "refused" ? [bullets(status.reasons)] : []),
    ...(isOpen && kind.kind !== "refused" ? [preview(facts, config)] : []),
    ...(isOpen ? problemParts(source, facts, config) : []),
    ...(isOpen && isForReviewers(kind) ? reviewerParts(source, facts, config) : []),
    `**What happens next:** ${nextText(status, facts.pull.author.login, config)}`,
    ...(source.mailed.length > 0 ? [mailedTag(source.mailed)] : []),
    lookTag(source.look),
    statusTag,
  ].join("\n\n");
}

/** Whether nothing is left to be done. */
export function isOver({ state }: ReviewStatus): boolean {
  return ["approved", "rejected", "withdrawn"].includes(state);
}

function isForReviewers({ kind }: Kind): boolean {
  return kind === "new" || kind === "edit" || kind === "closing";
}

/** What the board understood, so that its author sees at once if that is not what was meant. */
function heading({ kind, post, status }: CommentSource): string[] {
  if (kind.kind === "maintenance") return [`### ${kind.files.length} posts changed`];
  if (!post) return ["### Job post"];
  const facts = [
    post.company && code(post.company),
    post.workplace && workplaceLabels[post.workplace],
    post.workplace && code(placeName({ workplace: post.workplace, ...post })),
    post.salary && payText(post.salary),
    post.apply_url && `apply at ${code(post.apply_url)}`,
    post.email && `apply by mail to ${code(post.email)}`,
  ];
  // Once a change is merged, the board’s own file no longer tells what it was.
  const words = isOver(status) ? "" : (kindWords[kind.kind] ?? "");
  const title = `### ${words}${code(post.title ?? "a post without a title")}`;
  return [title, facts.filter(Boolean).join(" · ")];
}

const kindWords: Readonly<Record<string, string>> = { edit: "Change of ", closing: "Closing of " };

function preview({ pull }: Facts, config: BoardConfig): string {
  const address = absoluteUrl(config, previewAddress(pull.number));
  return `[See it as its readers will](${address})`;
}

function problemParts(
  { problems, labels }: CommentSource,
  facts: Facts,
  config: BoardConfig,
): string[] {
  const isNoDuplicate = labels.includes(markLabels.duplicateOk.name);
  const part = (severity: Problem["severity"], title: string) => {
    const some = problems.filter(
      (problem) =>
        problem.severity === severity && !(isNoDuplicate && problem.rule === likelyDuplicate.name),
    );
    if (some.length === 0) return [];
    return [`#### ${title}`, bullets(some.map((problem) => problemText(problem, facts, config)))];
  };
  return [
    ...part("error", "To be mended before it can be published"),
    ...part("advice", "Worth a look; a reviewer decides"),
  ];
}

/** Room for the longest of the board’s own sentences with a value in it. */
const longestSentence = 600;

function problemText({ field, message, fix }: Problem, facts: Facts, config: BoardConfig): string {
  const where = field === null ? "" : `**${code(field)}** `;
  const links = linksIn(message, facts, config);
  return `${where}${code(message, longestSentence)}${links}<br>${code(fix, longestSentence)}`;
}

/** Links to the posts that a message names: to the page of one that is there, to the pull request of one that waits. */
function linksIn(message: string, { others }: Facts, config: BoardConfig): string {
  const names = message.match(/\bjobs\/(?:archive\/\d{4}\/)?[a-z0-9-]+\.md\b/g) ?? [];
  const links = [...new Set(names)].map((file) => {
    const waiting = others.find(({ path }) => path === file);
    if (waiting) return `#${waiting.number}`;
    const path = parseJobPath(file);
    const address = "slug" in path ? postAddress(path.slug) : pages.list;
    return `[that post](${absoluteUrl(config, address)})`;
  });
  return links.length > 0 ? ` (${links.join(", ")})` : "";
}

function reviewerParts(source: CommentSource, facts: Facts, config: BoardConfig): string[] {
  const { post, problems, labels, kind } = source;
  const { author } = facts.pull;
  if (!post || kind.kind === "closing") return [folded("Commands for reviewers", list(config))];
  const found = { post, problems, labels, author: author.login };
  const checklist = config.criteria.map(({ title, evidence }) =>
    evidence ? `**${title}:** ${evidenceOf(evidence, found, config)}` : `**${title}**`,
  );
  const mark = labels.includes(markLabels.featured.name)
    ? ["It will be marked as featured once it is merged."]
    : [];
  return [
    folded("Checklist for reviewers", [...mark, bullets(checklist)].join("\n\n")),
    folded("Commands for reviewers", list(config)),
  ];
}

function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}

/** Characters of a list that are shown; GitHub takes 65,536 in a comment. */
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
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])]
    .map((line) => `- ${line}`)
    .join("\n");
}
