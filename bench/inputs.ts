/** The same posts for all contenders, in the format that each of them reads. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dump } from "js-yaml";
import { generatePosts } from "../scripts/demo-posts/generate.ts";
import { dayOf, startOf } from "../src/board/days.ts";
import { sectionFields } from "../src/board/job/sections.ts";
import { languageName } from "../src/board/job/vocabulary.ts";
import type { Board } from "../src/board/listing/board.ts";
import type { PostList } from "../src/board/listing/list-pages.ts";
import { postLists } from "../src/board/listing/list-pages.ts";
import { remotePlace } from "../src/board/post/place.ts";
import type { Post } from "../src/board/post/post.ts";
import { restrictions } from "../src/board/post/restrictions.ts";
import {
  employmentLabels,
  seniorityLabels,
  workplaceLabels,
} from "../src/board/words/en/fields.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { loadBoard } from "../src/services/load-board.ts";

/** Everything is built as of this day. On the samples' own day the board shifts no dates. */
const today = boardConfig.demo ?? "2027-01-31";

export type Inputs = {
  /** Folders of the board's posts, the Eleventy site and the Hugo site. */
  jobs: string;
  eleventy: string;
  hugo: string;
  /** Environment of the board and the bare program. */
  variables: { JOBS_DIR: string; BOARD_NOW: string };
  board: Board;
};

/** Writes this many posts in all formats into an empty folder. */
export async function writeInputs(folder: string, count: number): Promise<Inputs> {
  const [jobs, eleventy, hugo] = ["jobs", "eleventy", "hugo"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const { file, text } of generatePosts({ count, seed: 1, today }, boardConfig)) {
    await write(join(folder, file), text);
  }
  const variables = { JOBS_DIR: jobs, BOARD_NOW: `${today}T12:00:00Z` };
  const { board } = await loadBoard(boardConfig, readEnvironment(variables));
  if (board.live.length !== count) throw new Error("Not every generated post is live.");

  await cp(join(import.meta.dirname, "eleventy"), eleventy, { recursive: true });
  await cp(join(import.meta.dirname, "hugo"), hugo, { recursive: true });
  for (const [rank, post] of board.live.entries()) {
    const name = join("content/jobs", `${post.slug}.md`);
    const fields = fieldsOf(post, rank);
    const body = bodyOf(post);
    await write(join(eleventy, name), fileOf(fields, /\{[{%#]/.test(body) ? raw(body) : body));
    await write(join(hugo, name), fileOf(fields, body));
  }
  const lists = postLists(board);
  const groups = lists.map(({ address, heading, parts = [] }) => ({
    address,
    heading,
    parts: parts.map(({ address, name }) => ({ address, name })),
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

/** Hugo makes lists from taxonomy terms; `url` then puts them at the board's addresses. */
function hugoFolderOf({ kind, address }: PostList): string {
  const slug = address.split("/").at(-2) ?? "";
  if (kind === "all") return "jobs";
  if (kind === "category") return `categories/${slug}`;
  return kind === "type" ? `technologies/${slug}` : `locations/${slug}`;
}

/**
 * A post's fields for the other contenders. They get values that the board computes while building (pay in
 * words, place, last day), which favors them.
 */
function fieldsOf(post: Post, rank: number): Record<string, unknown> {
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
    groups: [
      "/jobs/",
      `/jobs/category/${category.slug}/`,
      ...types.map(({ slug }) => `/jobs/type/${slug}/`),
      ...locations.map((slug) => `/jobs/location/${slug}/`),
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
    lastday: startOf(dayOf(life.until.minus({ days: 1 }))).toJSDate(),
    restrictions: restrictions(job),
    ...(job.contact && { contact: job.contact }),
    ...(job.email && { email: job.email }),
    ...(job.apply_url && { apply: job.apply_url }),
  };
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

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
