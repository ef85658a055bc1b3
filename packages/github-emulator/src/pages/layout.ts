/** What all pages have in common. */
import { html } from "hono/html";

/** Markup in which everything from outside is escaped. */
export type Html = ReturnType<typeof html>;

export type Link = { text: string; href: string };

/** Where pages are, and for whom. */
export type Setting = {
  /** `/owner/name`. */
  base: string;
  links: readonly Link[];
  pullLinks: (number: number) => readonly Link[];
  /** Who is signed in. */
  login: string | undefined;
  /** The address of this page, to come back to. */
  here: string;
};

/** A whole page. */
export function page(setting: Setting, title: string, body: Html): Html {
  const { base, links } = setting;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · GitHub emulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<aside class="banner" aria-label="What this is"><strong>GitHub emulator:</strong> This is not GitHub, and nothing leaves this machine.</aside>
<header>
<nav aria-label="Repository">
<a href="${base}/pulls">Pull requests</a>
<a href="${base}/issues">Issues</a>
<a href="${base}/actions">Workflow runs</a>
${links.map(({ text, href }) => html`<a href="${href}">${text}</a>`)}
</nav>
${signedIn(setting)}
</header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

function signedIn({ login, here }: Setting): Html {
  const address = `/login?${new URLSearchParams({ return_to: here })}`;
  if (!login) return html`<p><a href="${address}">Sign in</a></p>`;
  return html`<p>You are <strong>${login}</strong>. <a href="${address}">Be somebody else</a></p>`;
}

/** A moment as people read it. */
export function moment(text: string | null | undefined): Html {
  if (!text) return html``;
  return html`<time datetime="${text}">${text.slice(0, 16).replace("T", " ")} UTC</time>`;
}

export type LabelShape = string | { name?: string; color?: string | null };

/** Labels as a list; colours are not shown, since their contrast is anybody's guess. */
export function labelList(labels: readonly LabelShape[]): Html {
  if (labels.length === 0) return html``;
  return html`<ul class="labels" aria-label="Labels">
${labels.map((label) => html`<li>${typeof label === "string" ? label : label.name}</li>`)}
</ul>`;
}
