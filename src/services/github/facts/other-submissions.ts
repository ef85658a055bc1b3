/** The posts in other pull requests. */
import { addedText } from "../../../board/review/added-text.ts";
import type { OtherSubmission } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import type { ListedFile } from "./changed-files.ts";
import { loginOf } from "./people.ts";

export type ListedPull = Answer<"pulls", "list">[number];

/** The pull requests that are open and go to the board's branch, the oldest first. */
export async function listOpenPulls({ paginate, rest, at, branch }: GitHub): Promise<ListedPull[]> {
  return await paginate(rest.pulls.list, {
    ...at,
    state: "open",
    base: branch,
    sort: "created",
    direction: "asc",
    per_page: 100,
  });
}

/**
 * The posts that wait in pull requests which were opened before a given one. What a pull request
 * holds is asked for once, as long as it has the same head.
 */
export function otherSubmissionsReader(
  github: GitHub,
): (pull: number) => Promise<OtherSubmission[]> {
  const known = new Map<string, Promise<OtherSubmission[]>>();
  return async (pull) => {
    const before = (await listOpenPulls(github)).filter(({ number }) => number < pull);
    const found = await Promise.all(
      before.map((other) => {
        const key = `${other.number} ${other.head.sha}`;
        const asked = known.get(key) ?? readSubmission(github, other);
        known.set(key, asked);
        return asked;
      }),
    );
    return found.flat();
  };
}

async function readSubmission(
  { rest, at }: GitHub,
  { number, user }: ListedPull,
): Promise<OtherSubmission[]> {
  const { data } = await rest.pulls.listFiles({ ...at, pull_number: number, per_page: 100 });
  // A submission adds one post. A pull request that adds more of them reserves no names.
  const added = data.filter(bringsPost);
  const [file] = added;
  if (!file || added.length > 1) return [];
  const text = file.status === "added" ? addedText(file.patch, file.additions) : undefined;
  return [
    {
      number,
      author: loginOf(user),
      path: file.filename,
      ...(text !== undefined && { text }),
    },
  ];
}

function bringsPost({ filename, status }: ListedFile): boolean {
  return filename.startsWith("jobs/") && ["added", "copied", "renamed"].includes(status);
}
