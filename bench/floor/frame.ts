/** The frame around every page of the bare program, as large as the board's. */
import { feedAddress, pages } from "../../src/board/addresses.ts";
import type { BoardConfig } from "../../src/board/config.ts";
import { absoluteUrl, publicGitHub, repositoryUrl } from "../../src/board/config.ts";
import { contentSecurityPolicy } from "../../src/board/content-security-policy.ts";
import { escapeHtml } from "../../src/board/post/markdown.ts";

export type Page = {
  address: string;
  title: string;
  description: string;
  /** HTML. */
  head?: string;
  main: string;
};

const policy = escapeHtml(contentSecurityPolicy("page"));

/** A whole page. */
export function pageHtml(config: BoardConfig, { address, head = "", main, ...page }: Page): string {
  const url = absoluteUrl(config, address);
  const title = escapeHtml(page.title);
  const description = escapeHtml(page.description);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${config.name}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${url}">
<meta property="og:url" content="${url}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${config.name}">
<meta property="og:type" content="website">
<meta property="og:image" content="${absoluteUrl(config, "/share.png")}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="A notice board with rows of job posts">
<meta name="twitter:card" content="summary_large_image">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/assets/board.css?v=00000000">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<script type="module" src="/assets/board.js?v=00000000"></script>
${head}</head>
<body>
${headerHtml(config)}
<main id="main">
${main}</main>
${footerHtml(config)}
</body>
</html>
`;
}

function headerHtml({ name }: BoardConfig): string {
  return `<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<div class="wide">
<a class="brand" href="${pages.list}"><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M4 4h24v24H4z"/><path d="M9 11h9M9 16h14M9 21h6"/></svg>${name}</a>
<nav aria-label="Main">
<ul>
<li><a href="${pages.list}">Jobs</a></li>
<li><a href="${pages.categories}">Categories</a></li>
<li><a href="${pages.types}">Technologies</a></li>
<li><a href="${pages.locations}">Locations</a></li>
</ul>
</nav>
<a class="button" href="${pages.create}">Post a job</a>
</div>
</header>`;
}

function footerHtml(config: BoardConfig): string {
  return `<footer class="bottom">
<div class="wide">
<nav aria-label="More about this board">
<ul>
<li><a href="${pages.about}">About</a></li>
<li><a href="${pages.howToSubmit}">How to submit</a></li>
<li><a href="${pages.howWeReview}">How we review</a></li>
<li><a href="${pages.mine}">My posts</a></li>
<li><a href="${pages.archive}">Closed jobs</a></li>
<li><a href="${feedAddress(pages.list, "rss")}">RSS feed</a></li>
<li><a href="mailto:${config.contact}">Write to us</a></li>
<li><a href="${repositoryUrl(config, "", publicGitHub)}">Source</a></li>
</ul>
</nav>
<p>${config.description}</p>
</div>
</footer>`;
}
