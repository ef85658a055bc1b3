/** The files that a pull request changes, and what is in those that may be posts. */
import { isPostPath } from "../../../board/job/path.ts";
import type { ChangedFile } from "../../../board/review/facts.ts";
import { unreadFiles } from "../../../board/words/en/problems.ts";
import type { Answer, GitHub } from "../client.ts";
import { joinContents, readContent } from "./contents.ts";
import type { Change } from "./merging.ts";
import type { TreeEntry } from "./objects.ts";
import { readTree } from "./tree.ts";

export type ListedFile = Answer<"pulls", "listFiles">[number];

/** How many posts of a pull request are read. A sender has one. */
export const readAtMost = { ofSenders: 5, ofMaintainers: 250 };

/** Folders in which files are looked up. */
const foldersAtMost = 200;

const changes: Readonly<Record<string, ChangedFile["change"]>> = {
  added: "added",
  copied: "added",
  modified: "modified",
  // The mode alone, or a link in place of a file.
  changed: "modified",
  removed: "removed",
  renamed: "renamed",
};

/** What is known of a file before it is read. */
type Known = Pick<ChangedFile, "path" | "change" | "previousPath"> & { entry?: TreeEntry };

/**
 * The files that a merge would change, as it would leave them.
 *
 * @param limit how many of them are read
 * @returns `undefined` where two changes of one file cannot be joined
 */
export async function filesByMerging(
  github: GitHub,
  merging: readonly Change[],
  limit: number,
): Promise<ChangedFile[] | undefined> {
  const contested = new Map<string, ChangedFile>();
  for (const change of merging.filter((each) => each.contested)) {
    const file = await joined(github, change);
    if (!file) return undefined;
    contested.set(change.path, file);
  }
  const plain = withRenames(merging.filter(({ path }) => !contested.has(path)));
  return [...(await readFiles(github, plain, limit)), ...contested.values()].sort(byPath);
}

/** All files that GitHub lists as changed by the author; it stops at 3,000. */
export async function listFiles(github: GitHub, pull: number): Promise<ListedFile[]> {
  const { paginate, rest, at } = github;
  return await paginate(rest.pulls.listFiles, { ...at, pull_number: pull, per_page: 100 });
}

/**
 * The files of a list, as the head has them.
 *
 * @returns `undefined` where the list is not that of the head
 */
export async function filesOfHead(
  github: GitHub,
  listed: readonly ListedFile[],
  head: string,
  limit: number,
): Promise<ChangedFile[] | undefined> {
  const lookUp = readTree(github, head);
  const isNear = withinFolders(foldersAtMost);
  const known: Known[] = [];
  for (const { filename: path, status, previous_filename: previousPath, sha } of listed) {
    const change = changes[status] ?? "other";
    const isWanted = change !== "removed" && /^jobs\//i.test(path) && isNear(path);
    const entry = isWanted ? await lookUp(path) : "partial";
    if (entry === "absent" || (typeof entry !== "string" && entry.sha !== sha)) return undefined;
    known.push({
      path,
      change,
      ...(previousPath !== undefined && { previousPath }),
      ...(typeof entry !== "string" && { entry }),
    });
  }
  return await readFiles(github, known, limit);
}

/** What is the same, and only elsewhere now, was renamed. */
function withRenames(merging: readonly Change[]): Known[] {
  const gone = Map.groupBy(
    merging.filter(({ after }) => !after),
    ({ before }) => before?.sha,
  );
  const known: Known[] = [];
  for (const { path, before, after } of merging) {
    if (!after) continue;
    const from = before ? undefined : gone.get(after.sha)?.shift();
    const change = before ? "modified" : "added";
    known.push({
      path,
      change: from ? "renamed" : change,
      ...(from && { previousPath: from.path }),
      entry: after,
    });
  }
  const removed = [...gone.values()].flat();
  return [...known, ...removed.map(({ path }): Known => ({ path, change: "removed" }))];
}

async function readFiles(
  github: GitHub,
  known: readonly Known[],
  limit: number,
): Promise<ChangedFile[]> {
  const posts = known.filter(({ path, change }) => change !== "removed" && isPostPath(path));
  const places = new Map(posts.map((file, index) => [file, index]));
  const unread = { refused: unreadFiles.tooManyPosts(limit) };
  const folder = { refused: unreadFiles.largeFolder };
  return await Promise.all(
    known.map(async (file): Promise<ChangedFile> => {
      const { entry, ...rest } = file;
      const mode = entry && { mode: entry.mode };
      const place = places.get(file);
      if (place === undefined) return { ...rest, ...mode };
      if (place >= limit) return { ...rest, ...mode, content: unread };
      return { ...rest, ...mode, content: entry ? await readContent(github, entry) : folder };
    }),
  );
}

/** A file that both sides have changed; what the two have in common is the branch's. */
async function joined(github: GitHub, change: Change): Promise<ChangedFile | undefined> {
  const { path, before, after, contested } = change;
  if (!before || !after || !contested?.base) return undefined;
  const { mode } = after.mode === contested.base.mode ? before : after;
  const file = { path, change: "modified", mode } as const;
  if (!isPostPath(path)) return file;
  const content = await joinContents(github, change);
  return content && { ...file, content };
}

/** Tells of paths, one after the other, whether they lie in so many folders, with all that these lie in. */
function withinFolders(limit: number): (path: string) => boolean {
  const folders = new Set<string>();
  return (path) => {
    const names = path.split("/").slice(0, -1);
    if (names.length > limit) return false;
    const around = names.map((_, index) => names.slice(0, index + 1).join("/"));
    if (folders.union(new Set(around)).size > limit) return false;
    for (const folder of around) folders.add(folder);
    return true;
  };
}

function byPath(one: ChangedFile, other: ChangedFile): number {
  return one.path < other.path ? -1 : 1;
}
