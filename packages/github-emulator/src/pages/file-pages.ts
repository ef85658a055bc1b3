/** The files of a repository, to look at. */
import { html } from "hono/html";
import type { Client } from "./client.ts";
import type { Place } from "./file-editor.ts";
import { readText } from "./file-editor.ts";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";

export async function filePage(client: Client, setting: Setting, place: Place): Promise<Html> {
  const { text } = await readText(client, place);
  const title = place.path;
  return page(
    setting,
    title,
    html`<pre tabindex="0" role="group" aria-label="${title}">${text}</pre>`,
  );
}

/** What lies in a folder, each with a link to it. Throws an Error where it is none. */
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
