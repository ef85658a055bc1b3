/** Reads the posts in other open pull requests. */
import { addedText } from "../../../board/review/added-text.ts";
import type { OtherSubmission } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import type { ListedFile } from "./changed-files.ts";
import { loginOf } from "./permissions.ts";

export type ListedPull = Answer<"pulls", "list">[number];

/** All open pull requests, to any branch, oldest first. */
export async function listOpenPulls({ paginate, rest, at }: GitHub): Promise<ListedPull[]> {
  return await paginate(rest.pulls.list, {
    ...at,
    state: "open",
    sort: "created",
    direction: "asc",
    per_page: 100,
  });
}

/** Newer pull requests beyond this limit are not compared, so a flood cannot slow the bot down. */
const readAtMost = 60;

export type Earlier = {
  /** The posts in open pull requests to the board’s branch. */
  others: OtherSubmission[];
  /** The first pull request with the same head, to any branch. */
  duplicateHead: number | null;
};

/**
 * Returns a function that reads the open pull requests that came before a given one. Each of them is read once per
 * head.
 */
export function earlierReader(
  github: GitHub,
): (pull: { number: number; head: string }) => Promise<Earlier> {
  const known = new Map<string, Promise<OtherSubmission[]>>();
  return async ({ number, head }) => {
    const before = (await listOpenPulls(github)).filter((other) => other.number < number);
    const toBoard = before.filter(({ base }) => base.ref === github.branch);
    const found = await Promise.all(
      toBoard.slice(0, readAtMost).map((other) => {
        const key = `${other.number} ${other.head.sha}`;
        const asked = known.get(key) ?? readSubmission(github, other);
        known.set(key, asked);
        return asked;
      }),
    );
    const sameHead = before.filter((other) => other.head.sha === head);
    return { others: found.flat(), duplicateHead: sameHead[0]?.number ?? null };
  };
}

async function readSubmission(
  { rest, at }: GitHub,
  { number, user }: ListedPull,
): Promise<OtherSubmission[]> {
  const { data } = await rest.pulls.listFiles({ ...at, pull_number: number, per_page: 100 });
  // A submission adds one post. Pull requests that add more do not reserve names.
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
