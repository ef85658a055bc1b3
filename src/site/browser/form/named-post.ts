/** Reads a post by its name, wherever its file is: among the live posts or in the archive. */
import type { BoardConfig } from "../../../board/config.ts";
import { isDay } from "../../../board/days.ts";
import { archivedJobPath, liveJobPath, parseJobPath } from "../../../board/job/path.ts";
import { refuseSlug } from "../../../board/job/slug.ts";
import type { Answer, Failure } from "../github.ts";
import { askGitHub } from "../github.ts";
import type { BoardFile } from "./board-file.ts";
import { readBoardFile } from "./board-file.ts";

export type NamedPost =
  | (Extract<BoardFile, { ok: true }> & { file: string })
  | { ok: false; failure: NotFound };

/** `cut-off`: the post may be in a part of the archive that GitHub did not list. */
export type NotFound = Failure | { kind: "cut-off" };

type Ask = (address: string) => Promise<Answer>;

/** What is needed of https://docs.github.com/rest/git/trees#get-a-tree */
type Tree = { tree: readonly { path: string; sha: string }[]; truncated: boolean };

const missing = { ok: false, failure: { kind: "missing" } } as const;

/**
 * One request to GitHub for an archived post, two for one that is still in the folder of live posts. The archive is
 * searched only for a file that is in neither place: one without its day in its name, or archived before the archive
 * had months.
 *
 * @param api address of the repository in GitHub's API
 * @param name a slug, or the path that the file of the post has or had
 */
export async function readNamedPost(
  api: string,
  name: string,
  config: BoardConfig,
  ask?: Ask,
): Promise<NamedPost> {
  const path = parseJobPath(name);
  const slug = "slug" in path ? path.slug : name;
  if (refuseSlug(slug)) return missing;
  const day = slug.slice(0, 10);
  const places = new Set([
    ...("slug" in path ? [name] : []),
    ...(isDay(day) ? [archivedJobPath(slug, day)] : []),
    liveJobPath(slug),
  ]);
  for (const file of places) {
    const found = await readBoardFile(api, file, config, ask);
    if (found.ok) return { ...found, file };
    if (found.failure.kind !== "missing") return found;
  }
  const found = await findInArchive(api, slug, config, ask);
  if (typeof found !== "string") return found;
  const read = await readBoardFile(api, found, config, ask);
  return read.ok ? { ...read, file: found } : read;
}

/** The path of a file in the archive. A listing that GitHub cut off may lack it. */
async function findInArchive(
  api: string,
  slug: string,
  { repository }: BoardConfig,
  ask: Ask = askGitHub,
): Promise<string | { ok: false; failure: NotFound }> {
  const trees = `${api}/git/trees/`;
  const listed = await ask(`${trees}${encodeURIComponent(repository.branch)}:jobs%2Farchive`);
  if (!listed.ok) return listed;
  const archive = listed.value as Tree;
  let isComplete = !archive.truncated;
  for (const year of nearestFirst(archive.tree, slug)) {
    const answer = await ask(`${trees}${year.sha}?recursive=1`);
    if (!answer.ok) return answer;
    const { tree, truncated } = answer.value as Tree;
    const found = tree.find(({ path }) => `/${path}`.endsWith(`/${slug}.md`));
    const file = found && `jobs/archive/${year.path}/${found.path}`;
    if (file && "slug" in parseJobPath(file)) return file;
    isComplete &&= !truncated;
  }
  return isComplete ? missing : { ok: false, failure: { kind: "cut-off" } };
}

/** The years, beginning with the one in the name of the post; without one, with the last. */
function nearestFirst<Year extends { path: string }>(entries: readonly Year[], slug: string) {
  const own = Number(/^\d{4}(?=-)/.exec(slug)?.[0] ?? 9999);
  const distance = ({ path }: Year) => Math.abs(Number(path) - own);
  return entries
    .filter(({ path }) => /^\d{4}$/.test(path))
    .sort((a, b) => distance(a) - distance(b));
}
