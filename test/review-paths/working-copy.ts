/** A clone in which a person commits and pushes with Git. */
import { chmod, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { git, tryGit, withAuthorization } from "github-emulator/git";
import type { HostedBoard } from "../../sandbox/hosted-board.ts";
import type { SentFile, SentFiles } from "./posts.ts";

export type WorkingCopy = {
  login: string;
  board: HostedBoard;
  /** Folder of the clone, which is created if needed. */
  path: string;
};

/**
 * Commits files on a branch of somebody's fork and pushes it over HTTP. Returns the commit. A new
 * branch starts at the board’s main branch.
 *
 * @param owner whose fork it is
 * @param force whether to restart the branch from the board's main branch
 */
export async function commitAndPush(
  { login, board, path }: WorkingCopy,
  { branch, files, owner, force = false }: Push,
): Promise<string> {
  const { origin, tokenFor, clock } = board.github;
  const { name, branch: main } = board.config.repository;
  const fork = `${origin}/${owner}/${name}.git`;
  const variables = withAuthorization({ url: fork, token: tokenFor(login) });
  if (await mkdir(path, { recursive: true })) await git(path, ["init", "-q"]);
  const isThere = (await tryGit(path, ["ls-remote", "--exit-code", fork, branch])).code === 0;
  const from = isThere && !force ? [fork, branch] : [`${origin}/${board.repository}.git`, main];
  await git(path, ["fetch", "-q", "--no-tags", ...from]);
  await git(path, ["checkout", "-q", "-f", "--detach", "FETCH_HEAD"]);
  for (const [file, content] of Object.entries(files)) await place(join(path, file), content);
  await git(path, ["add", "-A", "."]);
  const message = `Change ${Object.keys(files)[0]}`;
  const signature = signatureOf(login, clock.now());
  await git(path, ["commit", "-q", "-m", message], { variables: signature });
  const options = force ? ["--force"] : [];
  await git(path, ["push", "-q", ...options, fork, `HEAD:refs/heads/${branch}`], { variables });
  return await git(path, ["rev-parse", "HEAD"]);
}

export type Push = { branch: string; files: SentFiles; owner: string; force?: boolean };

async function place(path: string, file: SentFile): Promise<void> {
  await rm(path, { force: true });
  if (file === null) return;
  await mkdir(dirname(path), { recursive: true });
  if (typeof file === "string") await writeFile(path, file);
  else if (file.mode === "120000") await symlink(file.text, path);
  else {
    await writeFile(path, file.text);
    await chmod(path, 0o755);
  }
}

function signatureOf(login: string, now: Date): Record<string, string> {
  const mail = `${login}@users.noreply.github.com`;
  const date = now.toISOString();
  return {
    GIT_AUTHOR_NAME: login,
    GIT_AUTHOR_EMAIL: mail,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: login,
    GIT_COMMITTER_EMAIL: mail,
    GIT_COMMITTER_DATE: date,
  };
}
