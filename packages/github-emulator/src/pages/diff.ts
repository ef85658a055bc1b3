/** What a pull request changes, file by file. */
import { html } from "hono/html";
import type { Html } from "./layout.ts";

export type ChangedFile = {
  filename: string;
  previous_filename?: string;
  status: string;
  additions: number;
  deletions: number;
  patch?: string;
};

/** `more` is what stands below a file's name, such as links. */
export function diff(files: readonly ChangedFile[], more: (file: ChangedFile) => Html): Html {
  return html`${files.map(
    (file) => html`<h3>${file.filename}</h3>
<p class="soft">${file.status}${file.previous_filename ? html`, was ${file.previous_filename}` : ""}, ${file.additions} lines added, ${file.deletions} removed</p>
${more(file)}
${file.patch ? patch(file) : html`<p>There is no text to show.</p>`}`,
  )}`;
}

function patch({ filename, patch: text = "" }: ChangedFile): Html {
  const lines = text.split("\n").map((line) => html`<span class="${kindOf(line)}">${line}</span>`);
  return html`<pre class="diff" tabindex="0" role="group" aria-label="Changes of ${filename}">${lines}</pre>`;
}

function kindOf(line: string): string {
  const kinds: Readonly<Record<string, string>> = { "+": "added", "-": "removed", "@": "place" };
  return kinds[line.charAt(0)] ?? "kept";
}
