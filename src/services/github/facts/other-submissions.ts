/** Reads the posts in other open pull requests. */
import type { OtherSubmission } from "../../../board/review/facts.ts";
import type { Difference } from "../../git-merge.ts";
import { changesOfEach } from "../../git-merge.ts";
import type { GitObjects } from "../../git-objects.ts";
import type { GitHub } from "../client.ts";
import type { OpenPull } from "./open-pulls.ts";

/** Newer pull requests beyond this limit are not compared, so a flood cannot slow the bot down. */
const readAtMost = 250;

/** The post that a head adds; `undefined` if it adds none, or several. */
type Added = Pick<OtherSubmission, "path" | "content"> | undefined;

/** Returns a function that reads the posts in pull requests to the board’s branch. Each is read once per head. */
export function submissionReader(
  { branch }: Pick<GitHub, "branch">,
  objects: GitObjects,
): (pulls: readonly OpenPull[]) => Promise<OtherSubmission[]> {
  const known = new Map<string, Added>();
  return async (pulls) => {
    const toBoard = pulls.filter(({ base }) => base === branch).slice(0, readAtMost);
    const unknown = toBoard.map(({ head }) => head).filter((sha) => !known.has(sha));
    for (const [sha, added] of await readAdded(objects, unknown)) known.set(sha, added);
    return toBoard.flatMap(({ number, author, head }) => {
      const added = known.get(head);
      return added ? [{ number, author, ...added }] : [];
    });
  };
}

/** What heads add to the board's branch. One that cannot be read reserves no name: it cannot be approved either. */
async function readAdded(
  objects: GitObjects,
  heads: readonly string[],
): Promise<Map<string, Added>> {
  if (heads.length === 0) return new Map();
  const changes = await changesOfEach(objects, { tip: await objects.fetchBranch(), heads });
  const posts = new Map(heads.map((head) => [head, onlyPost(changes.get(head) ?? [])]));
  const contents = await objects.readBlobs(
    [...posts.values()].flatMap((post) => post?.after?.sha ?? []),
  );
  return new Map(
    [...posts].map(([head, post]) => {
      const content = post?.after && contents.get(post.after.sha);
      return [head, post && { path: post.path, ...(content && { content }) }];
    }),
  );
}

/** A submission adds one post. A pull request that adds more of them reserves no names. */
function onlyPost(changes: readonly Difference[]): Difference | undefined {
  const added = changes.filter(
    ({ path, before, after }) => path.startsWith("jobs/") && !before && after,
  );
  return added.length === 1 ? added[0] : undefined;
}
