/** The pages of an issue. */
import { html } from "hono/html";
import type { Client } from "./client.ts";
import { conversation, remark } from "./conversation.ts";
import type { Html, Setting } from "./layout.ts";
import { labelList, page } from "./layout.ts";

export function newIssuePage(setting: Setting, title: string, body: string): Html {
  return page(
    setting,
    "New issue",
    html`<form method="post">
<p><label for="title">Title</label>
<input type="text" id="title" name="title" value="${title}" required></p>
<p><label for="body">Description</label>
<textarea id="body" name="body" rows="8">${"\n"}${body}</textarea></p>
${setting.login ? html`<button class="main">Create issue</button>` : html`<p>Sign in to create an issue.</p>`}
</form>`,
  );
}

export async function issuePage(client: Client, setting: Setting, number: number): Promise<Html> {
  const { data: issue } = await client.rest.issues.get({ ...client.at, issue_number: number });
  return page(
    setting,
    `${issue.title} #${number}`,
    html`<p>Status: ${issue.state}</p>
${labelList(issue.labels)}
${remark(issue.user?.login, issue.created_at, issue.body)}
${await conversation(client, number, false)}
${
  setting.login
    ? html`<form method="post">
<label for="body">Add a comment</label>
<textarea id="body" name="body" rows="4"></textarea>
<div class="buttons">
<button class="main" name="do" value="comment">Comment</button>
${issue.state === "open" ? html`<button name="do" value="close">Close issue</button>` : html`<button name="do" value="reopen">Reopen issue</button>`}
</div>
</form>`
    : ""
}`,
  );
}
