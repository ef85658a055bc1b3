/** A page of a list of live posts. */

import { workplaceLabels } from "#words/fields.ts";
import { categoryAddress, feedAddress, pages, typeAddress } from "../../src/board/addresses.ts";
import type { BoardConfig } from "../../src/board/config.ts";
import { shortDayText } from "../../src/board/day-text.ts";
import type { ListPage } from "../../src/board/listing/list-pages.ts";
import { escapeHtml } from "../../src/board/post/markdown.ts";
import { remotePlace } from "../../src/board/post/place.ts";
import type { Post } from "../../src/board/post/post.ts";
import { pageHtml } from "./frame.ts";

export function listHtml(page: ListPage, config: BoardConfig): string {
  const { list, number, address } = page;
  const title = `${list.heading}${number > 1 ? `, page ${number}` : ""}`;
  const count = list.kind === "all" && number === 1 ? `${list.posts.length} ` : "";
  const main = `<div class="wide">
<h1>${count}${escapeHtml(title)}</h1>
${partsHtml(page)}<div class="beside">
<div>
<ul class="posts">
${page.posts.map(itemHtml).join("")}</ul>
${pagingHtml(page)}${monthsHtml(page)}</div>
${sideHtml(page, config)}
</div>
</div>
`;
  return pageHtml(config, { address, title, description: config.description, main });
}

function partsHtml({ number, list: { parts = [] } }: ListPage): string {
  if (number > 1 || parts.length === 0) return "";
  const links = parts.map(({ address, name }) => `<a href="${address}">${escapeHtml(name)}</a> `);
  return `<p class="tags">${links.join("")}</p>\n`;
}

function itemHtml(post: Post): string {
  const { job, life, category } = post;
  const until = life.state === "live" ? life.until.toUnixInteger() : "";
  const [place = remotePlace] = post.cities;
  const types = post.types.map(
    ({ slug, name }) => ` <a href="${typeAddress(slug)}">${escapeHtml(name)}</a>`,
  );
  return `<li data-until="${until}">
<h2><a href="${post.address}" dir="auto">${escapeHtml(job.title)}</a></h2>
<p class="at"><span dir="auto">${escapeHtml(job.company)}</span>${job.posted_by_agency ? ' <span class="mark">Agency</span>' : ""}</p>
<div class="terms">
${post.pay ? `<p class="pay">${escapeHtml(post.pay)}</p>\n` : ""}<p>${post.isRemote ? "" : `${workplaceLabels[job.workplace]} · `}<a href="${place.address}" dir="auto">${escapeHtml(post.placeName)}</a></p>
</div>
<p class="tags"><a href="${categoryAddress(category.slug)}">${escapeHtml(category.name)}</a>${types.join("")}</p>
<p class="when"><time datetime="${post.published}">${shortDayText(post.published)}</time>${post.isNew ? ' <span class="mark new">New</span>' : ""}${post.closingSoon ? ' <span class="mark soon">Closing soon</span>' : ""}${job.featured ? ' <span class="mark">Featured</span>' : ""}</p>
</li>
`;
}

function pagingHtml({ list, previous, next, number, last }: ListPage): string {
  if (last === 1) return "";
  const isMonth = list.kind === "month";
  return `<nav class="paging" aria-label="Pages">
${previous ? `<a href="${previous}" rel="prev">${isMonth ? "Older" : "Newer"}</a>` : ""}
<span>Page ${number}${isMonth ? "" : ` of ${last}`}</span>
${next ? `<a href="${next}" rel="next">${isMonth ? "Newer" : "Older"}</a>` : ""}
</nav>
`;
}

/** From the newest posts to the months, and back. */
function monthsHtml({ list, months }: ListPage): string {
  if (list.whole) return `<p class="onward"><a href="${list.whole}">Newest jobs</a></p>\n`;
  if (months.length === 0) return "";
  const links = months.map(({ address, name }) => `<li><a href="${address}">${name}</a></li>\n`);
  return `<nav class="older" aria-labelledby="older">
<h2 id="older">Older jobs</h2>
<ul class="index">
${links.join("")}</ul>
</nav>
`;
}

function sideHtml(page: ListPage, { contact }: BoardConfig): string {
  const follow = page.feed("rss")
    ? `Subscribe to this list by <a href="${page.feed("rss")}">RSS</a>, <a href="${page.feed("atom")}">Atom</a> or <a href="${page.feed("json")}">JSON</a>.`
    : `Subscribe to all jobs by <a href="${feedAddress(pages.list, "rss")}">RSS</a>.`;
  return `<aside class="side" aria-label="About this list">
<h2>Hiring?</h2>
<p>Posting is free. Volunteers of the community check every post. <a href="${pages.howToSubmit}">How to submit a post</a></p>
<h2>Follow</h2>
<p>${follow}</p>
<h2>Questions?</h2>
<p>Write to <a href="mailto:${contact}">${contact}</a>.</p>
</aside>`;
}
