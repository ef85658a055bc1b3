/** The files of a repository: viewing them, and editing them with the pull request that this opens. */
import { html } from "hono/html";
import type { Client } from "./client.ts";
import { statusOf } from "./client.ts";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";

/** A file in a repository. */
export type Place = { owner: string; repo: string; branch: string; path: string };

/** Splits what follows in an address into the branch, whose name may have slashes, and the path. */
export async function splitPlace(
  client: Client,
  repository: Pick<Place, "owner" | "repo">,
  rest: string,
): Promise<Pick<Place, "branch" | "path">> {
  const [first = "", ...others] = rest.split("/");
  const { data } = await client.rest.git.listMatchingRefs({ ...repository, ref: `heads/${first}` });
  const branch = data
    .map(({ ref }) => ref.replace("refs/heads/", ""))
    .find((name) => name === rest || rest.startsWith(`${name}/`));
  return branch
    ? { branch, path: rest.slice(branch.length + 1) }
    : { branch: first, path: others.join("/") };
}

/** Whether a change becomes a pull request; in any other branch it is committed directly. */
function isProposed({ at, branch }: Client, place: Place): boolean {
  return `${place.owner}/${place.repo}` === `${at.owner}/${at.repo}` && place.branch === branch;
}

/** @param text the initial text of the file */
export function editorPage(
  client: Client,
  setting: Setting,
  place: Place,
  { text, notice }: { text: string; notice?: string },
): Html {
  const { path, branch } = place;
  const isProposal = isProposed(client, place);
  const button = isProposal ? "Propose changes" : "Commit changes";
  return page(
    setting,
    path ? `Edit ${path}` : "New file",
    html`${notice ? html`<p class="notice" role="alert">${notice}</p>` : ""}
${setting.login ? "" : html`<p>Sign in to propose changes.</p>`}
<form method="post">
<p><label for="path">File path, on branch ${branch}</label>
<input type="text" id="path" name="path" value="${path}" required></p>
<p><label for="text">Text</label>
<textarea class="file" id="text" name="text" rows="24" spellcheck="false">${"\n"}${text}</textarea></p>
<p><label for="message">Commit message</label>
<input type="text" id="message" name="message" placeholder="Update ${path || "files"}"></p>
${setting.login ? html`<button class="main">${button}</button>` : ""}
${
  isProposal
    ? html`<p>On GitHub, press “Commit changes…” before this button, and “Create pull request” after it. The emulator does all of that at once.</p>`
    : html`<p>On GitHub, press “Commit changes…” before this button, and choose to commit directly to the branch. The emulator does all of that at once.</p>`
}
</form>`,
  );
}

/** The text of a file. Throws an Error if there is none. */
export async function readText(
  client: Client,
  { owner, repo, branch, path }: Place,
): Promise<{ text: string; sha: string }> {
  const { data } = await client.rest.repos.getContent({ owner, repo, path, ref: branch });
  if (Array.isArray(data) || data.type !== "file") throw new Error(`${path} is not a file.`);
  return { text: Buffer.from(data.content, "base64").toString(), sha: data.sha };
}

export type Change = { text: string; message: string };

/**
 * Commits a change and resolves to the address to continue at. A change of the default branch is proposed as
 * a pull request from a new branch, in a fork if the author has no write access. On any other branch it is
 * committed directly.
 */
export async function propose(
  client: Client,
  place: Place,
  change: Change,
  { login, base }: Setting & { login: string },
): Promise<string> {
  const { at, branch } = client;
  if (!isProposed(client, place)) {
    await commit(client, place, change);
    return await pullOf(client, place, base);
  }
  const owner = await writableOwner(client, login);
  const fork = { owner, repo: at.repo };
  const { data: main } = await client.rest.git.getRef({ ...at, ref: `heads/${branch}` });
  const name = await freeBranch(client, fork, login);
  const ref = `refs/heads/${name}`;
  await client.rest.git.createRef({ ...fork, ref, sha: main.object.sha });
  const message = change.message || `Change ${place.path}`;
  await commit(client, { ...fork, branch: name, path: place.path }, { ...change, message });
  const head = `${owner}:${name}`;
  const { data } = await client.rest.pulls.create({ ...at, title: message, head, base: branch });
  return `${base}/pull/${data.number}`;
}

async function commit(client: Client, place: Place, { text, message }: Change): Promise<void> {
  const { owner, repo, branch, path } = place;
  const before = await readText(client, place).catch((error: unknown) => {
    if (statusOf(error) !== 404) throw error;
    return undefined;
  });
  await client.rest.repos.createOrUpdateFileContents({
    ...{ owner, repo, branch, path },
    message: message || `Change ${path}`,
    // Browsers end lines of forms with CRLF.
    content: Buffer.from(text.replaceAll("\r\n", "\n")).toString("base64"),
    ...(before && { sha: before.sha }),
  });
}

async function writableOwner({ rest, at }: Client, username: string): Promise<string> {
  const { data } = await rest.repos.getCollaboratorPermissionLevel({ ...at, username });
  if (["admin", "write"].includes(data.permission)) return at.owner;
  await rest.repos.createFork({ ...at });
  return username;
}

async function freeBranch(
  { rest }: Client,
  fork: { owner: string; repo: string },
  login: string,
): Promise<string> {
  const { data } = await rest.git.listMatchingRefs({ ...fork, ref: `heads/${login}-patch-` });
  return `${login}-patch-${data.length + 1}`;
}

async function pullOf(client: Client, { owner, branch }: Place, base: string): Promise<string> {
  const { rest, at } = client;
  const { data } = await rest.pulls.list({ ...at, head: `${owner}:${branch}`, state: "open" });
  return data[0] ? `${base}/pull/${data[0].number}` : `${base}/pulls`;
}

export async function filePage(client: Client, setting: Setting, place: Place): Promise<Html> {
  const { text } = await readText(client, place);
  const title = place.path;
  return page(
    setting,
    title,
    html`<pre tabindex="0" role="group" aria-label="${title}">${text}</pre>`,
  );
}

/** Lists a folder. Throws an Error if it is not one. */
export async function folderPage(client: Client, setting: Setting, place: Place): Promise<Html> {
  const { owner, repo, branch, path } = place;
  const { data } = await client.rest.repos.getContent({ owner, repo, path, ref: branch });
  if (!Array.isArray(data)) throw new Error(`${path} is not a folder.`);
  const items = data.map((entry) => {
    const kind = entry.type === "dir" ? "tree" : "blob";
    const address = `/${owner}/${repo}/${kind}/${encodeURIComponent(branch)}/${entry.path}`;
    return html`<li><a href="${address}">${entry.name}</a></li>`;
  });
  return page(setting, path || repo, html`<ul class="list">${items}</ul>`);
}
