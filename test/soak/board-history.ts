/** Follows the board's branch in Git, and checks that each commit is what a pull request was supposed to change. */
import { createHash } from "node:crypto";
import { git } from "github-emulator/git";
import type { Violation } from "./checks.ts";
import type { Case } from "./ledger.ts";
import { bot } from "./ledger.ts";
import type { OwnerRequest, Submission } from "./records.ts";

type Known = {
  cases: ReadonlyMap<number, Case>;
  submissions: ReadonlyMap<number, Submission>;
  requests: ReadonlyMap<number, OwnerRequest>;
};

export type Change = { path: string; before: string | null; after: string | null };

const nothing = "0".repeat(40);

export class BoardHistory {
  /** The text of all files in `jobs/`, by path. */
  readonly files = new Map<string, string>();
  readonly #folder: string;
  readonly #ref: string;
  #tip: string | undefined;

  constructor(folder: string, branch: string) {
    this.#folder = folder;
    this.#ref = `refs/heads/${branch}`;
  }

  /** Reads new commits. Returns what is wrong with them. */
  async read(known: Known): Promise<Violation[]> {
    const tip = await git(this.#folder, ["rev-parse", this.#ref]);
    const from = this.#tip;
    this.#tip = tip;
    if (from === undefined) {
      await this.#readAll(tip);
      return [];
    }
    if (from === tip) return [];
    const log = ["log", "--first-parent", "--reverse", "--format=%H", `${from}..${tip}`];
    const shas = (await git(this.#folder, log)).split("\n");
    const merged = new Map(
      [...known.cases.values()].flatMap((each) => (each.merge ? [[each.merge, each]] : [])),
    );
    const problems: Violation[] = [];
    for (const sha of shas) {
      const changes = await this.#changesOf(sha);
      const source = merged.get(sha);
      problems.push(
        ...(source
          ? stepProblems(source, changes, known)
          : [{ what: `${sha} is on the board, and no pull request brought it` }]),
      );
      for (const { path, after } of changes) {
        if (after === null) this.files.delete(path);
        else this.files.set(path, after);
      }
    }
    return problems;
  }

  async #readAll(tip: string): Promise<void> {
    const listed = await git(this.#folder, ["ls-tree", "-r", "--name-only", tip, "jobs/"]);
    for (const path of listed.split("\n")) {
      this.files.set(path, await git(this.#folder, ["show", `${tip}:${path}`]));
    }
  }

  async #changesOf(sha: string): Promise<Change[]> {
    const raw = ["diff-tree", "-r", "--no-renames", "--raw", "-z", "--no-abbrev", `${sha}^`, sha];
    const fields = (await git(this.#folder, raw)).split("\0");
    const changes: Change[] = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
      const [, , before = nothing, after = nothing] = (fields[at] ?? "").split(" ");
      const path = fields[at + 1] ?? "";
      changes.push({ path, before: await this.#text(before), after: await this.#text(after) });
    }
    return changes;
  }

  async #text(blob: string): Promise<string | null> {
    return blob === nothing ? null : `${await git(this.#folder, ["cat-file", "blob", blob])}\n`;
  }
}

/** What is wrong with the commit of a merged pull request. */
export function stepProblems(
  source: Pick<Case, "number" | "author">,
  changes: readonly Change[],
  known: Known,
): Violation[] {
  const { number } = source;
  const outside = changes.filter(({ path }) => !path.startsWith("jobs/"));
  if (outside.length > 0) {
    const paths = outside.map(({ path }) => path).join(", ");
    return [{ number, what: `changed ${paths}, which is no post` }];
  }
  if (source.author === bot) return botProblems(source, changes, known);
  const submission = known.submissions.get(number);
  const [change, ...more] = changes;
  const isExpected =
    submission && change?.path === submission.post.path && change.after === submission.text;
  if (isExpected && more.length === 0) return [];
  const found = changes.map(({ path, after }) => `${path} (${after && hashOf(after)})`).join(", ");
  return [{ number, what: `should have brought ${submission?.post.path}, and brought ${found}` }];
}

/** The bot archives posts, and changes those whose owners asked for it. */
function botProblems(
  { number }: Pick<Case, "number">,
  changes: readonly Change[],
  known: Known,
): Violation[] {
  const slugs = new Set(changes.map(({ path }) => slugOf(path)));
  return [...slugs].flatMap((slug) => {
    const own = changes.filter(({ path }) => slugOf(path) === slug);
    const [gone, come] = [
      own.find(({ after }) => after === null),
      own.find(({ before }) => before === null),
    ];
    if (gone && come) {
      const isMove = come.path.startsWith("jobs/archive/") && /^closed:/m.test(come.after ?? "");
      const isSame = bodyOf(gone.before) === bodyOf(come.after);
      return isMove && isSame ? [] : [{ number, what: `moved ${gone.path}, but not as it was` }];
    }
    const wanted = [...known.requests.values()].some(
      ({ post, isOwn }) => post.slug === slug && isOwn,
    );
    const isDeletion = [...known.submissions.values()].some(
      ({ kind, post }) => kind === "deletion" && post.slug === slug,
    );
    if (!gone && !come && (wanted || isDeletion)) return [];
    return [{ number, what: `changed ${slug}, and nobody asked for that` }];
  });
}

function slugOf(path: string): string {
  return path.split("/").at(-1)?.replace(/\.md$/, "") ?? "";
}

/** The text below the front matter. */
function bodyOf(text: string | null): string | undefined {
  return text?.split(/^---$/m).slice(2).join("---");
}

function hashOf(text: string): string {
  return createHash("sha1").update(text).digest("hex").slice(0, 8);
}
