/** The layout of all pages. */
import { html } from "hono/html";

/** Markup in which interpolated values are escaped. */
export type Html = ReturnType<typeof html>;

export type Link = { text: string; href: string };

/** What every page needs to know about the request. */
export type Setting = {
  /** `/owner/name`. */
  base: string;
  links: readonly Link[];
  pullLinks: (number: number) => readonly Link[];
  /** Who is signed in, if anybody. */
  login: string | undefined;
  /** The address of this page, to return to after signing in. */
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
<aside class="banner" aria-label="About this page"><strong>GitHub emulator:</strong> This is not GitHub. Nothing leaves this machine.</aside>
<header>
<nav aria-label="Repository">
<a href="${base}/pulls">Pull requests</a>
<a href="${base}/issues">Issues</a>
<a href="${base}/actions">Actions</a>
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
  return html`<p>Signed in as <strong>${login}</strong>. <a href="${address}">Switch account</a></p>`;
}

/** A date and time. */
export function moment(text: string | null | undefined): Html {
  if (!text) return html``;
  return html`<time datetime="${text}">${text.slice(0, 16).replace("T", " ")} UTC</time>`;
}

export type LabelShape = string | { name?: string; color?: string | null };

/** Labels as a list, without their colors, whose contrast may be too low. */
export function labelList(labels: readonly LabelShape[]): Html {
  if (labels.length === 0) return html``;
  return html`<ul class="labels" aria-label="Labels">
${labels.map((label) => html`<li>${typeof label === "string" ? label : label.name}</li>`)}
</ul>`;
}
