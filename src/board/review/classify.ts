/** What a pull request is (a new post, an edit, a closing …), or why it is refused: paths, file modes, ownership. */

import { refusals } from "#words/bot.ts";
import type { BoardConfig } from "../config.ts";
import { readJobFile } from "../job/file.ts";
import { isLivePostPath, parseJobPath } from "../job/path.ts";
import type { Job, JobField } from "../job/schema.ts";
import { jobFields } from "../job/schema.ts";
import type { ChangedFile, Facts } from "./facts.ts";
import { ownershipOf } from "./ownership.ts";
import { isMaintainer } from "./permissions.ts";

export type Kind =
  /** Adds a post. */
  | { kind: "new"; file: string }
  /** Changes its author’s own post. */
  | { kind: "edit"; file: string; before: Job }
  /**
   * Closes its author’s own post, and changes nothing else. `deleted`: by deleting the file.
   * `proven`: the owner by account, not only by name.
   */
  | { kind: "closing"; file: string; before: Job; deleted: boolean; proven: boolean }
  /** Changes posts on behalf of the board. */
  | { kind: "maintenance"; files: readonly string[] }
  /** Changes no post. */
  | { kind: "other" }
  /** Must not be merged, whatever is in its posts. */
  | { kind: "refused"; reasons: readonly string[] };

/** A pull request that reviewers decide on. */
export type Submission = Exclude<Kind, { kind: "other" | "refused" }>;

/** The paths of the posts that it changes. */
export function filesOf(kind: Submission): readonly string[] {
  return kind.kind === "maintenance" ? kind.files : [kind.file];
}

/** Without write access to the repository, a pull request may change one post only, and it must be the author’s. */
export function classify(facts: Facts, config: BoardConfig): Kind {
  const { pull } = facts;
  if (pull.isTooLarge) return refuse(refusals.tooLarge);
  if (pull.files.length < pull.changedFiles)
    return refuse(refusals.tooManyFiles(pull.changedFiles));
  const files = pull.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const posts = files.filter(touchesPosts);
  if (posts.length === 0) return { kind: "other" };
  // Commit statuses belong to commits, so two pull requests with the same head would share one.
  if (facts.duplicateHead !== null) return refuse(refusals.duplicateHead(facts.duplicateHead));

  const [file, ...more] = posts;
  const beside = files.filter((other) => !touchesPosts(other));
  const crowd = [
    ...(beside.length > 0 ? [refusals.besidePost(beside.map(({ path }) => path))] : []),
    ...(more.length > 0 ? [refusals.severalPosts(posts.map(({ path }) => path))] : []),
  ];
  const isByMaintainer = isMaintainer(pull.author.login, facts);
  if (crowd.length > 0 && !isByMaintainer) return refuse(...crowd);

  const modes = posts.flatMap(refuseMode);
  if (modes.length > 0) return refuse(...modes);
  const asSubmitter = file && crowd.length === 0 ? classifyOne(file, facts, config) : undefined;
  const isOwn = asSubmitter && (asSubmitter.kind !== "refused" || !isByMaintainer);
  return isOwn ? asSubmitter : { kind: "maintenance", files: posts.map(({ path }) => path) };
}

/** Case-insensitive, because on some file systems `Jobs/` and `jobs/` are the same folder. */
function touchesPosts({ path, previousPath = path }: ChangedFile): boolean {
  return [path, previousPath].some((each) => /^jobs(?:\/|$)/i.test(each));
}

/** Git's mode of an ordinary file. https://git-scm.com/docs/git-fast-import#_filemodify */
const ordinary = "100644";

/** A file that was not read has no mode. It is judged by its path and its missing content. */
function refuseMode({ path, mode = ordinary }: ChangedFile): string[] {
  return mode === ordinary ? [] : [refusals.mode(path, mode)];
}

/** Whether its content is known, or why it is not. */
function isLookedAt({ mode, content }: ChangedFile): boolean {
  return content !== undefined && (mode !== undefined || "refused" in content);
}

function classifyOne(file: ChangedFile, facts: Facts, config: BoardConfig): Kind {
  const { path, change } = file;
  if (change === "renamed") return refuse(refusals.renamed(file.previousPath ?? path, path));
  const parsed = parseJobPath(path);
  if ("slug" in parsed && parsed.archived) return refuse(refusals.archive(path));
  if (!isLivePostPath(path)) return refuse(refusals.path(path));
  if (change === "other" || !(isLookedAt(file) || change === "removed")) {
    return refuse(refusals.oddChange(path));
  }
  if (change === "added") return { kind: "new", file: path };
  return classifyChange(file, facts, config);
}

function classifyChange(file: ChangedFile, facts: Facts, config: BoardConfig): Kind {
  const { path, change, content } = file;
  const source = facts.posts.find((post) => post.file === path);
  if (!source || "refused" in source.content) return refuse(refusals.notThere(path));
  const read = readJobFile(path, source.content, config);
  if (!read.ok) return refuse(refusals.unreadableOnBoard(path));
  const before = read.job;
  const ownership = ownershipOf(before, facts.pull.author, facts);
  if (ownership === "none") {
    return refuse(refusals.notYours(path, before.submitted_by, facts.addedBy));
  }
  const proven = ownership === "proven";
  if (change === "removed") return { kind: "closing", file: path, before, deleted: true, proven };
  const after = content && !("refused" in content) ? readJobFile(path, content, config) : undefined;
  return after?.ok && isClosing(before, after.job)
    ? { kind: "closing", file: path, before, deleted: false, proven }
    : { kind: "edit", file: path, before };
}

/** Whether a change closes an open post in its submitter’s name, and does nothing else. */
function isClosing(before: Job, after: Job): boolean {
  const changed = changedFields(before, after);
  return (
    changed.length === 1 && changed[0] === "closed" && !before.closed && isByOwner(after.closed)
  );
}

/** Reasons that an owner may give for closing a post. Only the board closes posts as expired. */
export function isByOwner(closed: Job["closed"]): boolean {
  return closed !== undefined && closed.reason !== "expired";
}

/** The fields in which two jobs differ. */
export function changedFields(before: Job, after: Job): JobField[] {
  return jobFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

/** Maximum number of reasons in the comment, for pull requests with a thousand wrong files. */
const told = 5;

function refuse(...reasons: string[]): Kind {
  return { kind: "refused", reasons: reasons.slice(0, told) };
}
