/** Reads posts with their history. Where a clone is shallow, fetches as much history as live posts need. */
import type { BoardConfig } from "../board/config.ts";
import type { Instant } from "../board/days.ts";
import type { JobSource, PostHistory } from "../board/listing/read-board.ts";
import { historyNeededSince } from "../board/listing/read-board.ts";
import { fetchMore, isShallow, postHistories } from "./git.ts";
import { readJobFiles } from "./job-files.ts";

/** How to read history, and how to fetch more of it. */
export type HistorySource = {
  read(): Promise<ReadonlyMap<string, PostHistory>>;
  /**
   * @param depth an option of `git fetch`
   * @returns whether it was fetched
   */
  fetch(depth: string): Promise<boolean>;
};

export type PostsWithHistory = {
  sources: readonly JobSource[];
  /** The history that the clone has, of files that are gone too. */
  histories: ReadonlyMap<string, PostHistory>;
  /** Whether all live posts have the history that they need. */
  isComplete: boolean;
};

const everything = "--unshallow";

/** Folders whose history could not be fetched, so that a site that is rebuilt all day does not ask each time. */
const unreachable = new Set<string>();

/** Every file in a folder of posts of a working tree. */
export async function readPostsWithHistory(
  directory: string,
  config: BoardConfig,
  now: Instant,
): Promise<PostsWithHistory> {
  return await addHistory(readJobFiles(directory), directory, { config, now });
}

/** The files in a folder of posts of a working tree, with their history. */
export async function addHistory(
  files: readonly JobSource[],
  directory: string,
  { config, now }: { config: BoardConfig; now: Instant },
): Promise<PostsWithHistory> {
  return await completeHistory(files, config, historyOf(directory, now));
}

/** Fetches into a shallow clone the history that the posts in a folder of it need, if that is possible. */
export async function fetchNeededHistory(
  files: readonly JobSource[],
  directory: string,
  { config, now }: { config: BoardConfig; now: Instant },
): Promise<void> {
  if (await isShallow(directory)) await addHistory(files, directory, { config, now });
}

function historyOf(directory: string, now: Instant): HistorySource {
  return {
    read: () => postHistories(directory, now),
    async fetch(depth) {
      if (unreachable.has(directory)) return false;
      const isFetched = await fetchMore(directory, depth);
      if (!isFetched && depth === everything) unreachable.add(directory);
      return isFetched;
    },
  };
}

/**
 * Adds the history to posts, and completes it in up to three steps: since the day from which it is needed; one more
 * commit, if the first of those that were fetched may have added a post; all of it, if a post is older than it says.
 */
export async function completeHistory(
  files: readonly JobSource[],
  config: BoardConfig,
  history: HistorySource,
): Promise<PostsWithHistory> {
  let histories = await history.read();
  let sources = withHistories(files, histories);
  const day = historyNeededSince(sources, config);
  for (const depth of [`--shallow-since=${day}T00:00:00Z`, "--deepen=1", everything]) {
    if (historyNeededSince(sources, config) === undefined) break;
    if (!(await history.fetch(depth))) continue;
    histories = await history.read();
    sources = withHistories(files, histories);
  }
  return { sources, histories, isComplete: historyNeededSince(sources, config) === undefined };
}

/** The same files with other histories. What is in them is read only when it is asked for. */
export function withHistories(
  files: readonly JobSource[],
  histories: ReadonlyMap<string, PostHistory>,
): JobSource[] {
  return files.map((one) => ({
    file: one.file,
    get content() {
      return one.content;
    },
    ...(one.known && { known: one.known }),
    ...histories.get(one.file),
  }));
}
