/** The same posts for all contenders, in the format that each of them reads. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dump } from "js-yaml";
import { employmentLabels, seniorityLabels, workplaceLabels } from "#words/fields.ts";
import { generatePosts } from "../scripts/demo-posts/generate.ts";
import { dayOf, startOf } from "../src/board/days.ts";
import { sectionFields } from "../src/board/job/sections.ts";
import { languageName } from "../src/board/job/vocabulary.ts";
import type { Board } from "../src/board/listing/board.ts";
import type { PostList } from "../src/board/listing/list-pages.ts";
import { listPages } from "../src/board/listing/list-pages.ts";
import { jobPosting } from "../src/board/post/job-posting.ts";
import { remotePlace } from "../src/board/post/place.ts";
import type { Post } from "../src/board/post/post.ts";
import { restrictions } from "../src/board/post/restrictions.ts";
import { scriptJson } from "../src/board/post/script-json.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { loadBoard } from "../src/services/load-board.ts";
import { benchConfig, benchDay } from "./settings.ts";

export type BoardInputs = {
  /** The folder of posts. */
  jobs: string;
  /** Environment of the board and the bare program. */
  variables: { JOBS_DIR: string; BOARD_NOW: string; BOARD_CACHE: string };
};

export type Inputs = BoardInputs & {
  /** The folders of the Eleventy site and the Hugo site. */
  eleventy: string;
  hugo: string;
  board: Board;
};

/** Writes this many posts for the board into an empty folder. */
export async function writePosts(folder: string, count: number): Promise<BoardInputs> {
  for (const { file, text } of generatePosts({ count, seed: 1, today: benchDay }, benchConfig)) {
    await write(join(folder, file), text);
  }
  const jobs = join(folder, "jobs");
  const variables = {
    JOBS_DIR: jobs,
    BOARD_NOW: `${benchDay}T12:00:00Z`,
    BOARD_CACHE: join(folder, "cache"),
  };
  return { jobs, variables };
}

/** Writes this many posts in all formats into an empty folder. */
export async function writeInputs(folder: string, count: number): Promise<Inputs> {
  const { jobs, variables } = await writePosts(folder, count);
  const [eleventy, hugo] = [join(folder, "eleventy"), join(folder, "hugo")];
  const { board } = await loadBoard(benchConfig, readEnvironment(variables));
  if (board.live.length !== count) throw new Error("Not every generated post is live.");

  await cp(join(import.meta.dirname, "eleventy"), eleventy, { recursive: true });
  await cp(join(import.meta.dirname, "hugo"), hugo, { recursive: true });
  const lists = [...new Set(listPages(board).map(({ list }) => list))];
  const months = monthsByPost(lists);
  for (const [rank, post] of board.live.entries()) {
    const name = join("content/jobs", `${post.slug}.md`);
    const fields = fieldsOf(post, rank, months.get(post) ?? []);
    const body = bodyOf(post);
    await write(join(eleventy, name), fileOf(fields, /\{[{%#]/.test(body) ? raw(body) : body));
    await write(join(hugo, name), fileOf(fields, body));
  }
  const groups = lists.map((list) => ({
    address: list.address,
    heading: list.heading,
    parts: linksTo(list.parts ?? []),
    older: linksTo(lists.filter(({ whole }) => whole === list.address)),
    ...(list.whole && { whole: list.whole }),
  }));
  await write(join(eleventy, "groups.json"), JSON.stringify(groups));
  for (const [index, list] of lists.entries()) {
    const file = hugoFolderOf(list);
    const { address, ...fields } = groups[index] ?? {};
    await write(
      join(hugo, "content", file, "_index.md"),
      fileOf({ title: list.name, ...fields, ...(list.kind !== "all" && { url: address }) }),
    );
  }
  return { jobs, eleventy, hugo, variables, board };
}

function linksTo(lists: readonly Pick<PostList, "address" | "name">[]) {
  return lists.map(({ address, name }) => ({ address, name }));
}

/** The addresses of the months in which each post is. */
function monthsByPost(lists: readonly PostList[]): Map<Post, string[]> {
  const months = new Map<Post, string[]>();
  for (const { address, posts } of lists.filter(({ kind }) => kind === "month")) {
    for (const post of posts) months.set(post, [...(months.get(post) ?? []), address]);
  }
  return months;
}

/** Hugo makes lists from taxonomy terms; `url` then puts them at the board's addresses. */
function hugoFolderOf({ kind, address }: PostList): string {
  const slug = address.split("/").at(-2) ?? "";
  if (kind === "all") return "jobs";
  if (kind === "month") return `months/${hugoMonth(address)}`;
  if (kind === "category") return `categories/${slug}`;
  return kind === "type" ? `technologies/${slug}` : `locations/${slug}`;
}

function hugoMonth(address: string): string {
  return address.slice(1, -1).replaceAll("/", "-");
}

/**
 * A post's fields for the other contenders. They get values that the board computes while building (pay in
 * words, place, last day, most of the markup for search engines), which favors them.
 */
function fieldsOf(post: Post, rank: number, months: readonly string[]): Record<string, unknown> {
  const { job, life, category, types, cities, countries } = post;
  if (life.state !== "live") throw new Error(`${post.file} is closed.`);
  const places = post.isRemote ? [remotePlace] : cities;
  const locations = [
    ...places.map(({ slug }) => slug),
    ...countries.map((code) => code.toLowerCase()),
  ];
  const links = [category.slug, ...types.map(({ slug }) => slug)];
  return {
    title: job.title,
    company: job.company,
    // Seconds before midnight keep the order of the board's list.
    date: startOf(post.published)
      .plus({ days: 1 })
      .minus({ seconds: rank + 1 })
      .toJSDate(),
    excerpt: post.excerpt,
    category: category.slug,
    tags: [`category:${category.slug}`],
    categories: [category.slug],
    technologies: links.slice(1),
    locations,
    months: months.map(hugoMonth),
    groups: [
      "/jobs/",
      `/jobs/category/${category.slug}/`,
      ...types.map(({ slug }) => `/jobs/type/${slug}/`),
      ...locations.map((slug) => `/jobs/location/${slug}/`),
      ...months,
    ],
    links: [
      { name: category.name, address: `/jobs/category/${category.slug}/` },
      ...types.map(({ name, slug }) => ({ name, address: `/jobs/type/${slug}/` })),
    ],
    place: post.placeName,
    placeaddress: places[0]?.address,
    workplace: workplaceLabels[job.workplace],
    ...(post.pay && { pay: post.pay }),
    ...(job.employment && { employment: employmentLabels[job.employment] }),
    ...(job.seniority && { seniority: seniorityLabels[job.seniority] }),
    ...(job.languages && { languages: job.languages.map(languageName) }),
    ...(job.visa_sponsorship !== undefined && {
      visa: job.visa_sponsorship ? "sponsored" : "not sponsored",
    }),
    ...(job.posted_by_agency && { agency: true }),
    ...(job.featured && { featured: true }),
    ...(post.isNew && { isnew: true }),
    ...(post.closingSoon && { closingsoon: true }),
    until: life.until.toUnixInteger(),
    ...postingOf(post),
    lastday: startOf(dayOf(life.until.minus({ days: 1 }))).toJSDate(),
    restrictions: restrictions(job),
    ...(job.contact && { contact: job.contact }),
    ...(job.email && { email: job.email }),
    ...(job.apply_url && { apply: job.apply_url }),
  };
}

/** The markup for search engines, as JSON to which the site adds the description. */
function postingOf(post: Post): { posting?: string } {
  const posting = jobPosting(post, benchConfig);
  if (!posting) return {};
  const { description: _, ...others } = posting;
  return { posting: scriptJson(others).slice("{".length) };
}

function bodyOf({ job }: Post): string {
  return sectionFields
    .flatMap(({ field, heading }) => {
      const text = job[field];
      if (!text) return [];
      return heading ? [`## ${heading}`, text] : [text];
    })
    .join("\n\n");
}

/** Eleventy runs posts as templates, and code samples can look like template code. */
function raw(body: string): string {
  return `{% raw %}\n${body}\n{% endraw %}`;
}

function fileOf(fields: Record<string, unknown>, body = ""): string {
  return `---\n${dump(fields)}---\n\n${body}\n`;
}

/** Writes a file, and makes its folder. */
export async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
