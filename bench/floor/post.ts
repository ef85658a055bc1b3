/** A live post's own page. */

import { employmentLabels, seniorityLabels, workplaceLabels } from "#words/fields.ts";
import { categoryAddress, pages, typeAddress } from "../../src/board/addresses.ts";
import { publicGitHub, repositoryUrl } from "../../src/board/config.ts";
import { dayText } from "../../src/board/day-text.ts";
import { dayOf } from "../../src/board/days.ts";
import { languageName } from "../../src/board/job/vocabulary.ts";
import type { Board } from "../../src/board/listing/board.ts";
import type { Related } from "../../src/board/listing/related.ts";
import { jobPostingScript } from "../../src/board/post/job-posting.ts";
import { escapeHtml } from "../../src/board/post/markdown.ts";
import { remotePlace } from "../../src/board/post/place.ts";
import type { Post } from "../../src/board/post/post.ts";
import { restrictions } from "../../src/board/post/restrictions.ts";
import { pageHtml } from "./frame.ts";

export function postHtml(post: Post, board: Board, related: Related): string {
  const { config } = board;
  const { job } = post;
  const script = jobPostingScript(post, config);
  return pageHtml(config, {
    address: post.address,
    title: `${job.title} at ${job.company}`,
    description: post.excerpt,
    head: script ? `<script type="application/ld+json">${script}</script>\n` : "",
    main: `<article class="post wide" data-until="${untilOf(post)?.toUnixInteger()}">
<header>
<h1 dir="auto">${escapeHtml(job.title)}</h1>
<p class="at"><span dir="auto">${escapeHtml(job.company)}</span>${post.isNew ? ' <span class="mark new">New</span>' : ""}</p>
<p class="closed" hidden>This job is closed: its time on the board is over.</p>
</header>
${factsHtml(post)}
<div class="text">
${sectionHtml("description", "Description", post.descriptionHtml)}
${restrictionsHtml(post)}${sectionHtml("requirements", "Requirements", post.requirementsHtml)}
${post.companyHtml ? sectionHtml("company", "About the company", post.companyHtml) : ""}
${applyHtml(post)}
</div>
</article>
<div class="wide after">
${moreHtml(post, related.moreInCategory(post))}
${neighborsHtml(post)}
<p class="small">
Something wrong with this post? <a href="${escapeHtml(repositoryUrl(config, `/issues/new?${new URLSearchParams({ title: `Report: ${post.slug}` })}`, publicGitHub))}" rel="nofollow">Report it</a> or <a href="mailto:${config.contact}">write to us</a>.
Is it yours? <a href="${pages.admin}#/collections/jobs/entries/${post.slug}" rel="nofollow">Change it</a>, or <a href="mailto:${config.contact}">write to us</a> to close or renew it.
</p>
</div>
`,
  });
}

function untilOf({ life }: Post) {
  return life.state === "live" ? life.until : undefined;
}

function factsHtml(post: Post): string {
  const { job, category } = post;
  const until = untilOf(post);
  const last = until && dayOf(until.minus({ days: 1 }));
  const facts: [term: string, html: string | undefined][] = [
    ["Pay", post.pay && escapeHtml(post.pay)],
    ["Workplace", workplaceLabels[job.workplace]],
    ["Location", link((post.cities[0] ?? remotePlace).address, post.placeName)],
    ["Employment", job.employment && employmentLabels[job.employment]],
    ["Seniority", job.seniority && seniorityLabels[job.seniority]],
    ["Languages", job.languages?.map(languageName).join(", ")],
    ["Visa", visaText(job)],
    ["Category", link(categoryAddress(category.slug), category.name)],
    ["Technologies", post.types.map(({ slug, name }) => link(typeAddress(slug), name)).join(" ")],
    ["Posted", timeHtml(post.published)],
    ["Open until", last && timeHtml(last)],
  ];
  return `<aside class="facts" aria-label="In short">
<dl>
${facts.flatMap(([term, html]) => (html ? [`<dt>${term}</dt><dd>${html}</dd>`] : [])).join("\n")}
</dl>
${job.apply_url ? `<p class="apply"><a class="button" href="${escapeHtml(job.apply_url)}" rel="nofollow ugc noopener">Apply</a></p>` : ""}
</aside>`;
}

function visaText({ visa_sponsorship }: Post["job"]): string | undefined {
  if (visa_sponsorship === undefined) return undefined;
  return visa_sponsorship ? "sponsored" : "not sponsored";
}

function link(address: string, text: string): string {
  return `<a href="${address}" dir="auto">${escapeHtml(text)}</a>`;
}

function timeHtml(day: string): string {
  return `<time datetime="${day}">${dayText(day)}</time>`;
}

function sectionHtml(id: string, heading: string, html: string): string {
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<div dir="auto">${html}</div>
</section>`;
}

function restrictionsHtml({ job }: Post): string {
  const items = restrictions(job).map((restriction) => `<li>${escapeHtml(restriction)}</li>\n`);
  if (items.length === 0) return "";
  return `<section aria-labelledby="restrictions">
<h2 id="restrictions">Restrictions</h2>
<ul>
${items.join("")}</ul>
</section>
`;
}

function applyHtml({ job: { contact, email, apply_url } }: Post): string {
  const url = apply_url && escapeHtml(apply_url);
  return `<section class="apply" aria-labelledby="apply">
<h2 id="apply">How to apply</h2>
<ul>
${contact ? `<li>Contact: <span dir="auto">${escapeHtml(contact)}</span></li>` : ""}
${email ? `<li>Email: <a href="mailto:${escapeHtml(email)}">${escapeHtml(email)}</a></li>` : ""}
${url ? `<li>Online: <a href="${url}" rel="nofollow ugc noopener">${url}</a></li>` : ""}
</ul>
</section>`;
}

function moreHtml({ category }: Post, more: readonly Post[]): string {
  const items = more.map(
    (post) =>
      `<li data-until="${untilOf(post)?.toUnixInteger()}"><a href="${post.address}" dir="auto">${escapeHtml(post.job.title)}</a> <span dir="auto">${escapeHtml(post.job.company)}</span> <span dir="auto">${escapeHtml(post.placeName)}</span></li>\n`,
  );
  return `<section aria-labelledby="more">
<h2 id="more">More jobs: ${escapeHtml(category.name)}</h2>
<ul class="more">
${items.join("")}</ul>
</section>`;
}

function neighborsHtml({ newer, older }: Post): string {
  const to = (post: Post | undefined, rel: string, name: string) =>
    post
      ? `<a href="${post.address}" rel="${rel}"><span>${name}</span> <span dir="auto">${escapeHtml(post.job.title)}</span></a>`
      : "";
  return `<nav class="neighbors" aria-label="Newer and older jobs">
${to(newer, "prev", "Newer")}${to(older, "next", "Older")}
</nav>`;
}
