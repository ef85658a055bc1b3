/** The templates of a whole site: those that previews have, and what only its pages need. */
import MarkdownIt from "markdown-it";
import nunjucks from "nunjucks";
import * as corrections from "#words/corrections.ts";
import * as embed from "#words/embed.ts";
import * as form from "#words/form.ts";
import * as lists from "#words/list-pages.ts";
import * as mine from "#words/my-posts.ts";
import * as post from "#words/post.ts";
import * as prose from "#words/prose-pages.ts";
import * as reviewers from "#words/reviewer-pages.ts";
import * as saved from "#words/saved.ts";
import * as search from "#words/search.ts";
import * as statistics from "#words/statistics.ts";
import { pages } from "../board/addresses.ts";
import type { BoardConfig, GitHubAddresses } from "../board/config.ts";
import { htmlLanguage } from "../board/html-language.ts";
import { listDescription, postDescription } from "../board/listing/descriptions.ts";
import type { ListPage } from "../board/listing/list-pages.ts";
import type { Post } from "../board/post/post.ts";
import type { Links } from "../board/words/links.ts";
import { postFilters, siteFilters } from "./filters.ts";
import { createTemplates } from "./templates.ts";

const { SafeString } = nunjucks.runtime;
type Rendered = nunjucks.runtime.SafeString;

export function createSiteTemplates(
  loader: nunjucks.ILoader,
  config: BoardConfig,
  gitHub: GitHubAddresses,
): nunjucks.Environment {
  const words = {
    corrections,
    embed,
    form,
    lists,
    mine,
    post,
    prose,
    reviewers,
    saved,
    search,
    statistics,
  };
  const templates = createTemplates(loader, config, words);
  for (const [name, filter] of Object.entries(siteFilters(config, gitHub))) {
    templates.addFilter(name, filter);
  }
  templates.addGlobal("htmlLanguage", new SafeString(htmlLanguage));
  templates.addFilter("listDescription", (page: ListPage) => listDescription(page, config));
  templates.addFilter("postDescription", postDescription);
  templates.addGlobal("to", linksFor(config, gitHub));
  // Only words from the catalogue go through these, never the text of a post. HTML in them is escaped.
  const markdown = new MarkdownIt("commonmark", { html: false });
  markdown.renderer.rules.link_open = openLink;
  templates.addFilter(
    "prose",
    safe((text) => markdown.render(text)),
  );
  templates.addFilter(
    "phrase",
    safe((text) => markdown.renderInline(text)),
  );
  const row = renderOnce(templates, "item.njk", "post");
  const moreRow = renderOnce(templates, "more-item.njk", "post");
  templates.addFilter("rows", (posts: readonly Post[]) => rendered(posts, row));
  templates.addFilter("moreRows", (posts: readonly Post[]) => rendered(posts, moreRow));
  templates.addFilter("header", safe(renderOnce(templates, "header.njk", "site")));
  templates.addFilter("footer", safe(renderOnce(templates, "footer.njk", "site")));
  return templates;
}

function linksFor(config: BoardConfig, gitHub: GitHubAddresses): Links {
  const { path } = postFilters(config);
  const { repository, feed } = siteFilters(config, gitHub);
  const file = (name: string) => repository(`/blob/${config.repository.branch}/${name}`);
  const addresses = Object.entries(pages).map(([name, address]) => [name, path(address)]);
  return {
    ...(Object.fromEntries(addresses) as Record<keyof typeof pages, string>),
    mail: `mailto:${config.contact}`,
    repository: repository(""),
    editor: path(`${pages.admin}#/collections/jobs/new`),
    feed: path(feed(pages.list, "rss")),
    sendingWithGit: file("CONTRIBUTING.md#sending-a-post-with-git"),
    jobFile: file("docs/job-file.md"),
  };
}

function safe<Thing>(render: (thing: Thing) => string): (thing: Thing) => Rendered {
  return (thing) => new SafeString(render(thing));
}

/** Links to `#file` and the like become `<a data-file>`: a script finds them, and sets their address. */
const openLink: NonNullable<MarkdownIt["renderer"]["rules"][string]> = (
  tokens,
  index,
  options,
  _env,
  renderer,
) => {
  const link = tokens[index];
  const name = /^#(\w+)$/.exec(link?.attrGet("href") ?? "")?.[1];
  if (link && name) link.attrs = [[`data-${name}`, ""]];
  return renderer.renderToken(tokens, index, options);
};

/**
 * Renders a template that shows one thing: for the first page that asks, and remembers it for the others.
 * A row is part of up to a dozen lists, the header of all pages.
 */
function renderOnce(templates: nunjucks.Environment, template: string, name: string) {
  const known = new WeakMap<object, string>();
  return (thing: object): string => {
    const html = known.get(thing) ?? templates.render(template, { [name]: thing });
    known.set(thing, html);
    return html;
  };
}

function rendered(posts: readonly Post[], render: (post: Post) => string): Rendered {
  return new SafeString(posts.map(render).join(""));
}
