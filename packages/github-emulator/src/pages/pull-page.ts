/** One pull request: its state, its conversation, its changes, and what can be done with it. */
import { html } from "hono/html";
import type { Client } from "./client.ts";
import { conversation, remark } from "./conversation.ts";
import type { ChangedFile } from "./diff.ts";
import { diff } from "./diff.ts";
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
${setting.login ? forms(pull, setting) : html`<p>Sign in to take part.</p>`}
<h2 id="files">Changes</h2>
${diff(files, (file) => fileLinks(pull, file))}`,
  );
}

type Status = { context: string; state: string; description: string | null };

function facts(pull: Pull, statuses: readonly Status[], { pullLinks }: Setting): Html {
  const merging = pull.mergeable === false ? "It conflicts with the main branch." : "";
  return html`<dl class="facts">
<dt>State</dt><dd>${pull.merged ? "merged" : pull.state}${pull.draft ? ", a draft" : ""}. ${merging}</dd>
<dt>Assigned to</dt><dd>${pull.assignees?.map(({ login }) => login).join(", ") || "nobody"}</dd>
<dt>Verdict</dt><dd>${statuses.map(({ context, state, description }) => html`${context}: ${state}. ${description} `)}${statuses.length === 0 ? "none yet" : ""}</dd>
<dt>From</dt><dd>${pull.head.label}</dd>
</dl>
${labelList(pull.labels)}
${pullLinks(pull.number).map(({ text, href }) => html`<p><a href="${href}">${text}</a></p>`)}`;
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
<label for="body">Your words, or a command such as /help</label>
<textarea id="body" name="body" rows="4"></textarea>
<div class="buttons">
<button class="main" name="do" value="comment">Comment</button>
${
  pull.state === "open"
    ? html`<button name="do" value="APPROVE">Review: approve</button>
<button name="do" value="REQUEST_CHANGES">Review: request changes</button>
<button name="do" value="COMMENT">Review: comment only</button>
<button name="do" value="merge">Merge</button>
<button name="do" value="close">Close</button>`
    : ""
}
${pull.state === "closed" && !pull.merged ? html`<button name="do" value="reopen">Reopen</button>` : ""}
${isMine ? html`<button name="do" value="unassign">Unassign me</button>` : html`<button name="do" value="assign">Assign me</button>`}
</div>
</form>`;
}
