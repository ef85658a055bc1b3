/** All that the pages of the site are made of: lists, posts, feeds, archive, redirects, and statistics. */
import { pages } from "../board/addresses.ts";
import type { BoardConfig, GitHubAddresses } from "../board/config.ts";
import { contentSecurityPolicy } from "../board/content-security-policy.ts";
import { embedSnippet, readEmbed } from "../board/embed/embed.ts";
import type { FormGroup } from "../board/form/groups.ts";
import { formGroups } from "../board/form/groups.ts";
import type { OldAddresses } from "../board/import/old-addresses.ts";
import { oldRedirects } from "../board/import/old-addresses.ts";
import type { ArchiveYear } from "../board/listing/archive-pages.ts";
import { archiveOf } from "../board/listing/archive-pages.ts";
import type { Board } from "../board/listing/board.ts";
import { companiesOf } from "../board/listing/companies.ts";
import type { Feed } from "../board/listing/feed.ts";
import { feedsOf } from "../board/listing/feed.ts";
import type { ListPage, PostList } from "../board/listing/list-pages.ts";
import { listPages, pagesOf } from "../board/listing/list-pages.ts";
import { Related } from "../board/listing/related.ts";
import { sitemapEntries } from "../board/listing/sitemap.ts";
import type { Statistics } from "../board/listing/statistics.ts";
import { statisticsOf } from "../board/listing/statistics.ts";
import { dailyWorkflow } from "../board/maintenance/heartbeat.ts";
import type { Post } from "../board/post/post.ts";
import { reasonTitles, stateLabels } from "../board/review/labels.ts";
import type { Asset, AssetAddresses } from "./assets.ts";
import { addressesOf } from "./assets.ts";
import type { SitemapFile } from "./search-engines/sitemap-files.ts";
import { sitemapFiles } from "./search-engines/sitemap-files.ts";

/** An old address and where it leads. */
export type Redirect = { from: string; to: string };

/** What pages are made of. A class, because Eleventy would copy a plain object for every template. */
export class Site {
  readonly config: BoardConfig;
  readonly board: Board;
  readonly pages = pages;
  readonly dailyWorkflow = dailyWorkflow;
  readonly policies: Readonly<Record<"page" | "gitHubReader" | "redirect", string>>;
  /** Origins from which some pages load data. */
  readonly readOrigins: readonly string[];
  readonly assets: readonly Asset[];
  readonly assetAddresses: AssetAddresses;
  /** The pages of all lists of live posts. */
  readonly lists: readonly ListPage[];
  /** Posts that have a page, live or closed. Their former addresses redirect to it. */
  readonly posts: readonly Post[];
  /** Companies with live posts. */
  readonly companies: readonly PostList[];
  /** The pages of all companies, also of those with closed posts only. */
  readonly companyLists: readonly ListPage[];
  readonly related: Related;
  readonly archive: readonly ArchiveYear[];
  /** The pages of the lists of closed posts. */
  readonly archiveLists: readonly ListPage[];
  /** Addresses of removed posts. */
  readonly removedPages: readonly string[];
  readonly redirects: readonly Redirect[];
  readonly feeds: readonly Feed[];
  readonly sitemap: readonly SitemapFile[];
  readonly statistics: Statistics;
  /** The HTML that shows the newest jobs on another site. */
  readonly embedSnippet: string;
  /** The label of rejected pull requests. */
  readonly refusedLabel = stateLabels.rejected.name;
  /** Why posts are rejected: the titles of the reasons by their slugs. */
  readonly reasonTitles: Readonly<Record<string, string>>;
  /** The fields of the form. */
  readonly formGroups: readonly FormGroup[];

  /** @param old addresses of lists of another board, from which posts were imported */
  constructor(
    board: Board,
    assets: readonly Asset[],
    { apiUrl }: Pick<GitHubAddresses, "apiUrl">,
    old: OldAddresses = {},
  ) {
    const { config, live, closed, removed } = board;
    this.config = config;
    this.board = board;
    this.readOrigins = [new URL(apiUrl).origin];
    this.policies = {
      page: contentSecurityPolicy("page"),
      gitHubReader: contentSecurityPolicy("page", this.readOrigins),
      redirect: contentSecurityPolicy("redirect"),
    };
    this.assets = assets;
    this.assetAddresses = addressesOf(assets);
    this.lists = listPages(board);
    this.posts = [...live, ...closed].filter(({ hasPage }) => hasPage);
    this.companies = companiesOf(board).filter(({ posts }) => posts.length > 0);
    this.companyLists = companiesOf(board).flatMap((list) => pagesOf(list, config));
    this.related = new Related(board);
    this.archive = archiveOf(closed);
    this.archiveLists = this.archive.flatMap(({ months }) =>
      months.flatMap(({ list }) => pagesOf(list, config)),
    );
    this.removedPages = removed.flatMap(({ address, job }) => [address, ...(job.aliases ?? [])]);
    const redirects = [
      { from: pages.home, to: pages.list },
      ...this.posts.flatMap(({ address, job }) =>
        (job.aliases ?? []).map((from) => ({ from, to: address })),
      ),
      ...board.formerAddresses,
    ];
    const known = new Set([...this.lists, ...this.posts].map(({ address }) => address));
    const taken = new Set([...Object.values(pages), ...redirects.map(({ from }) => from)]);
    this.redirects = [
      ...redirects,
      ...oldRedirects(old, (address) => known.has(address)).filter(({ from }) => !taken.has(from)),
    ];
    this.feeds = feedsOf(board);
    this.sitemap = sitemapFiles(sitemapEntries(board), config);
    this.embedSnippet = embedSnippet(readEmbed(""), config.url, config.name);
    this.reasonTitles = reasonTitles(config);
    this.statistics = statisticsOf([...live, ...closed], board.now);
    this.formGroups = formGroups(config);
  }
}
