/** The workflow runs since the start, with their logs. */
import { html } from "hono/html";
import type { Run } from "../actions/run.ts";
import type { Html, Setting } from "./layout.ts";
import { page } from "./layout.ts";

type Budget = { limit: number; used: number };

/** @param file the only workflow to show, such as `triage.yml` */
export function runList(
  setting: Setting,
  runs: readonly Run[],
  { core, graphql }: { core: Budget; graphql?: Budget },
  file?: string,
): Html {
  const shown = runs.filter((run) => !file || run.file.endsWith(`/${file}`)).reverse();
  const rows = shown.map(
    (run) =>
      html`<li><a href="${setting.base}/actions/runs/${run.id}">${run.name} #${run.id}</a> <span class="soft">${run.trigger.name} by ${run.actor}: ${statusText(run)}</span></li>`,
  );
  const title = file ? `Workflow runs of ${file}` : "Workflow runs";
  const none = html`<p>No workflow runs since the start.</p>`;
  return page(
    setting,
    title,
    html`<p class="soft">This hour, workflows have made ${used(core)} REST requests${graphql ? html` and used ${used(graphql)} GraphQL points` : ""}.</p>
${rows.length === 0 ? none : html`<ul class="list">${rows}</ul>`}`,
  );
}

function used(budget: Budget): string {
  const [count, limit] = [budget.used, budget.limit].map((number) =>
    number.toLocaleString("en-US"),
  );
  return `${count} of ${limit}`;
}

export function runPage(setting: Setting, run: Run): Html {
  return page(
    setting,
    `${run.name} #${run.id}`,
    html`<p>${run.trigger.name} by ${run.actor}, at ${run.sha.slice(0, 7)}: ${statusText(run)}</p>
${run.log.map((line) => html`<p>${line}</p>`)}
${Object.entries(run.jobs).map(
  ([name, { result, log }]) => html`<h2>${name}: ${result ?? "running"}</h2>
<pre tabindex="0" role="group" aria-label="Log of ${name}">${log.join("")}</pre>`,
)}`,
  );
}

function statusText({ status, conclusion }: Run): string {
  return (conclusion ?? status).replace("_", " ");
}
