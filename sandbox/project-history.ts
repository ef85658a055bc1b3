/** Commits the project's working tree as the first commit of a new repository. */
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { git } from "github-emulator/git";

export type ProjectOptions = {
  /** The project's folder. */
  root: string;
  /** A new folder for the repository, its checked-out files and a link to node_modules. */
  directory: string;
  /** Date of the commit. */
  at: Date;
  /** Files that differ from the project's, by path; `null` removes a file. */
  changes: (paths: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
};

const author = { name: "The board", email: "board@localhost" };

/** Includes uncommitted files; leaves out what Git ignores. */
export async function commitProject(options: ProjectOptions): Promise<void> {
  const { root, directory, at, changes } = options;
  await mkdir(directory, { recursive: true });
  await git(directory, ["init", "-q", "--template=", "-b", "main"]);
  const gitDirectory = join(directory, ".git");
  await mkdir(join(gitDirectory, "info"), { recursive: true });
  // A copy of the project may have no .gitignore, or a link where .gitignore expects a folder.
  await writeFile(join(gitDirectory, "info", "exclude"), "/node_modules\n/.cache\n");
  const fromRoot = { GIT_DIR: gitDirectory, GIT_WORK_TREE: root };
  await git(root, ["add", "-A", "."], { variables: fromRoot });
  const list = await git(directory, ["ls-files", "-z"]);
  const paths = list.split("\0").filter((path) => path !== "");
  await git(directory, ["checkout-index", "-q", "-a"]);
  for (const [path, text] of await changes(paths)) {
    const file = join(directory, path);
    if (text === null) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  await git(directory, ["add", "-A", "."]);
  const date = at.toISOString();
  const variables = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_COMMITTER_DATE: date,
  };
  await git(directory, ["commit", "-q", "-m", "The project as it is"], { variables });
  await symlink(join(root, "node_modules"), join(directory, "node_modules"), "junction");
}
