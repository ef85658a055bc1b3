/** The timeline of a pull request or an issue. */
import { html } from "hono/html";
import type { Client } from "./client.ts";
import type { Html } from "./layout.ts";
import { moment } from "./layout.ts";
import { comment } from "./markdown.ts";

type Part = { at: string; shown: Html };

/** Comments, reviews and events, the oldest first. */
export async function conversation(client: Client, number: number, isPull: boolean): Promise<Html> {
  const { rest, at } = client;
  const issue = { ...at, issue_number: number, per_page: 100 };
  const [comments, events, reviews] = await Promise.all([
    client.paginate(rest.issues.listComments, issue),
    client.paginate(rest.issues.listEvents, issue),
    isPull ? client.paginate(rest.pulls.listReviews, { ...at, pull_number: number }) : [],
  ]);
  const parts: Part[] = [
    ...comments.map(({ user, body, created_at, reactions }) => ({
      at: created_at,
      shown: remark(user?.login, created_at, body, reactionsOf(reactions)),
    })),
    ...reviews.map(({ user, body, state, submitted_at }) => ({
      at: submitted_at ?? "",
      shown: remark(
        user?.login,
        submitted_at,
        body,
        html` · ${state.toLowerCase().replace("_", " ")}`,
      ),
    })),
    ...events.map((event) => ({ at: event.created_at, shown: line(event) })),
  ];
  parts.sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at));
  return html`${parts.map(({ shown }) => shown)}`;
}

/** A comment or a review. */
export function remark(
  login: string | undefined,
  at: string | null | undefined,
  body: string | null | undefined,
  more: Html | string = "",
): Html {
  return html`<article class="remark" aria-label="${login ?? "ghost"} commented on ${at}">
<header><span><strong>${login ?? "ghost"}</strong>${more}</span> ${moment(at)}</header>
${body ? html`<div>${comment(body)}</div>` : ""}
</article>`;
}

const signs: Readonly<Record<string, string>> = { "+1": "👍", confused: "😕", eyes: "👀" };

function reactionsOf(reactions: object | undefined): Html {
  const counts = Object.entries(reactions ?? {});
  const given = counts.filter(([name, count]) => name in signs && Number(count) > 0);
  return html`${given.map(([name]) => html` <span role="img" aria-label="Reaction: ${name}">${signs[name]}</span>`)}`;
}

type Event = {
  event: string;
  actor: { login: string } | null;
  created_at: string;
  label?: { name?: string | null };
  assignee?: { login: string } | null;
};

function line({ event, actor, created_at, label, assignee }: Event): Html {
  const about = label?.name ?? assignee?.login ?? "";
  return html`<p class="soft">${actor?.login ?? "ghost"}: ${event} ${about} ${moment(created_at)}</p>`;
}
