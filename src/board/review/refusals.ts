/** Why a pull request is refused whatever its posts say, as sentences for its author. */
import type { Person } from "./facts.ts";
import { code } from "./quote.ts";

/** What Git’s modes are called. https://git-scm.com/docs/git-fast-import#_filemodify */
const modeNames: Readonly<Record<string, string>> = {
  "100755": "a program (an executable file)",
  "120000": "a symbolic link",
  "160000": "a submodule",
  "040000": "a folder",
};

/** How many paths are named. */
const named = 5;

export const refusals = {
  tooManyFiles: (count: number) =>
    `It changes ${count} files, more than can be looked at. Send one post in one pull request.`,
  besidePost: (paths: readonly string[]) => {
    const list = paths
      .slice(0, named)
      .map((path) => code(path))
      .join(", ");
    const more = paths.length > named ? ` and ${paths.length - named} more` : "";
    return `Beside a post it changes ${list}${more}. Send the post alone, and other changes in another pull request.`;
  },
  severalPosts: (count: number) =>
    `It changes ${count} files in jobs/. Send each post in a pull request of its own.`,
  mode: (path: string, mode = "") =>
    `${code(path)} is ${modeNames[mode] ?? "not an ordinary file"}. A post is an ordinary text file.`,
  duplicateHead: (number: number) =>
    `Pull request #${number} has the very same commits, and was there first. Send yours from a branch of its own.`,
  renamed: (from: string, to: string) =>
    `It renames ${code(from)} to ${code(to)}. The name of a post’s file is its address, which stays for ever; change the text and keep the name.`,
  archive: (path: string) =>
    `${code(path)} lies in the archive, which only the board changes. Write to the team if something there is wrong.`,
  path: (path: string) =>
    `${code(path)} is no post: posts are jobs/<name>.md, directly in the folder.`,
  oddChange: (path: string) => `GitHub cannot tell what it does to ${code(path)}.`,
  notThere: (path: string) =>
    `${code(path)} is not on the board any more, so it cannot be changed. Send the post as a new one.`,
  unreadableOnBoard: (path: string) =>
    `${code(path)} cannot be read as it stands on the board; a maintainer has to mend it first.`,
  notYours: (path: string, owner: string, addedBy: Person | null) =>
    addedBy
      ? `${code(path)} was sent by another account than yours. Only that account, those whom the post names in “managers” and the board’s maintainers may change it.`
      : `${code(path)} was sent by ${code(owner)}. Only they, those whom the post names in “managers” and the board’s maintainers may change it.`,
} as const;
