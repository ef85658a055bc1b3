/** The page of a pull request: status, conversation, changed files and actions. */
import { html } from "hono/html";
import type { Client } from "./client.ts";
import { conversation, remark } from "./conversation.ts";
import type { Html, Setting } from "./layout.ts";
import { labelList, page } from "./layout.ts";

type Pull = Awaited<ReturnType<Client["rest"]["pulls"]["get"]>>["data"];

export async function pullPage(
  client: Client,
  setting: Setting,
  number: number,
  notice: string | undefined,
): Promise<Html> {
  const { rest, at } = client;
  const which = { ...at, pull_number: number };
  const [{ data: pull }, files, talk] = await Promise.all([
    rest.pulls.get(which),
    client.paginate(rest.pulls.listFiles, { ...which, per_page: 100 }),
    conversation(client, number, true),
  ]);
  const { data: status } = await rest.repos.getCombinedStatusForRef({ ...at, ref: pull.head.sha });
  return page(
    setting,
    `${pull.title} #${number}`,
    html`${notice ? html`<p class="notice" role="alert">${notice}</p>` : ""}
${facts(pull, status.statuses, setting)}
<h2>Conversation</h2>
${remark(pull.user?.login, pull.created_at, pull.body)}
${talk}
${setting.login ? forms(pull, setting) : html`<p>Sign in to comment.</p>`}
<h2 id="files">Files changed</h2>
${diff(files, (file) => fileLinks(pull, file))}`,
  );
}

type Status = { context: string; state: string; description: string | null };

function facts(pull: Pull, statuses: readonly Status[], { pullLinks }: Setting): Html {
  const merging = pull.mergeable === false ? "This branch has conflicts with the base branch." : "";
  return html`<dl class="facts">
<dt>Status</dt><dd>${statusName(pull)}. ${merging}</dd>
<dt>Assignees</dt><dd>${pull.assignees?.map(({ login }) => login).join(", ") || "No one assigned"}</dd>
<dt>Checks</dt><dd>${statuses.map(({ context, state, description }) => html`${context}: ${state}. ${description} `)}${statuses.length === 0 ? "None yet" : ""}</dd>
<dt>Branch</dt><dd>${pull.head.label} into ${pull.base.label}</dd>
</dl>
${labelList(pull.labels)}
${pullLinks(pull.number).map(({ text, href }) => html`<p><a href="${href}">${text}</a></p>`)}`;
}

function statusName({ merged, state, draft }: Pull): string {
  if (merged) return "Merged";
  if (state === "closed") return "Closed";
  return draft ? "Draft" : "Open";
}

function fileLinks({ head, state }: Pull, { filename, status }: ChangedFile): Html {
  if (state !== "open" || status === "removed" || !head.repo) return html``;
  const branch = encodeURIComponent(head.ref);
  return html`<p><a href="/${head.repo.full_name}/edit/${branch}/${filename}">Edit ${filename}</a></p>`;
}

function forms(pull: Pull, { login }: Setting): Html {
  const isMine = pull.assignees?.some((assignee) => assignee.login === login);
  return html`<form method="post">
<input type="hidden" name="sha" value="${pull.head.sha}">
<label for="body">Add a comment</label>
<textarea id="body" name="body" rows="4"></textarea>
<div class="buttons">
<button class="main" name="do" value="comment">Comment</button>
${
  pull.state === "open"
    ? html`<button name="do" value="APPROVE">Approve</button>
<button name="do" value="REQUEST_CHANGES">Request changes</button>
<button name="do" value="COMMENT">Submit review</button>
<button name="do" value="merge">Squash and merge</button>
<button name="do" value="close">Close pull request</button>`
    : ""
}
${pull.state === "closed" && !pull.merged ? html`<button name="do" value="reopen">Reopen pull request</button>` : ""}
${isMine ? html`<button name="do" value="unassign">Unassign yourself</button>` : html`<button name="do" value="assign">Assign yourself</button>`}
</div>
</form>`;
}

type ChangedFile = {
  filename: string;
  previous_filename?: string;
  status: string;
  additions: number;
  deletions: number;
  patch?: string;
};

/** @param more what to show below the name of a file, such as links */
function diff(files: readonly ChangedFile[], more: (file: ChangedFile) => Html): Html {
  return html`${files.map(
    (file) => html`<h3>${file.filename}</h3>
<p class="soft">${file.status}${file.previous_filename ? html` from ${file.previous_filename}` : ""}, +${file.additions} −${file.deletions}</p>
${more(file)}
${file.patch ? patch(file) : html`<p>No text changes.</p>`}`,
  )}`;
}

function patch({ filename, patch: text = "" }: ChangedFile): Html {
  const lines = text.split("\n").map((line) => html`<span class="${kindOf(line)}">${line}</span>`);
  return html`<pre class="diff" tabindex="0" role="group" aria-label="Changes to ${filename}">${lines}</pre>`;
}

function kindOf(line: string): string {
  const kinds: Readonly<Record<string, string>> = { "+": "added", "-": "removed", "@": "place" };
  return kinds[line.charAt(0)] ?? "kept";
}
