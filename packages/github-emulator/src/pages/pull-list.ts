/** The lists of pull requests and of issues. */
import { html } from "hono/html";
import type { Client } from "./client.ts";
import type { Html, LabelShape, Setting } from "./layout.ts";
import { labelList, moment, page } from "./layout.ts";

type Item = {
  number: number;
  title: string;
  created_at: string;
  user: { login: string } | null;
  labels: LabelShape[];
  assignees?: { login: string }[] | null;
};

/** @param query as in GitHub's addresses: `is:closed`, `author:NAME`, `author:@me`; everything else is ignored */
export async function pullList(client: Client, setting: Setting, query: string): Promise<Html> {
  const state = query.includes("is:closed") ? "closed" : "open";
  const [, wanted] = /author:(\S+)/.exec(query) ?? [];
  const author = wanted === "@me" ? setting.login : wanted;
  const pulls = await client.paginate(client.rest.pulls.list, {
    ...client.at,
    state: wanted ? "all" : state,
    sort: "created",
    direction: "asc",
    per_page: 100,
  });
  const shown = pulls.filter(({ user }) => !wanted || user?.login === author);
  const choices = [
    ["Open", "is:open"],
    ["Closed", "is:closed"],
    ["Created by you", "author:@me"],
  ].map(([name, q = ""]) => html`<a href="?${new URLSearchParams({ q })}">${name}</a> `);
  const title = wanted
    ? `Pull requests by ${author ?? "you"}`
    : `${state === "open" ? "Open" : "Closed"} pull requests`;
  const hint = wanted && !author ? html`<p>Sign in to see your pull requests.</p>` : "";
  return page(setting, title, html`<p>${choices}</p>${hint}${items(setting, "pull", shown)}`);
}

export async function issueList(client: Client, setting: Setting): Promise<Html> {
  const all = await client.paginate(client.rest.issues.listForRepo, { ...client.at, state: "all" });
  const issues = all.filter((issue) => !issue.pull_request);
  const body = html`<p><a href="${setting.base}/issues/new">New issue</a></p>${items(setting, "issues", issues)}`;
  return page(setting, "Issues", body);
}

function items({ base }: Setting, kind: string, list: readonly Item[]): Html {
  if (list.length === 0) return html`<p>No results.</p>`;
  return html`<ul class="list">
${list.map(
  ({ number, title, created_at, user, labels, assignees }) => html`<li>
<a href="${base}/${kind}/${number}">${title}</a>
<span class="soft">#${number} by ${user?.login ?? "ghost"}, ${moment(created_at)}${(assignees ?? []).map(({ login }) => html`, assigned to ${login}`)}</span>
${labelList(labels)}
</li>`,
)}
</ul>`;
}
