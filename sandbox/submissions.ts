/** Sample submissions of a new sandbox: one pull request of each kind that reviewers meet. */
import * as words from "#words/sandbox-posts.ts";
import type { BoardConfig } from "../src/board/config.ts";
import type { Day } from "../src/board/days.ts";
import { addDays } from "../src/board/days.ts";
import { exampleTitle } from "../src/board/example-title.ts";
import { writeJobFile } from "../src/board/job/file.ts";
import { liveJobPath } from "../src/board/job/path.ts";
import type { Job } from "../src/board/job/schema.ts";
import { slugFor } from "../src/board/job/slug.ts";
import type { GitHub } from "../src/services/github/client.ts";

export type Submission = { title: string; branch: string; path: string; text: string };

type Options = {
  config: BoardConfig;
  /** Login of the sender. */
  login: string;
  today: Day;
};

/** Posts that are already listed: one of the sender's own, one of somebody else's. */
export function listedPosts(options: Options): Readonly<Record<string, string>> {
  const posts = [ownPost(options), othersPost(options)];
  return Object.fromEntries(posts.map((job) => [pathOf(job), textOf(job, options.config)]));
}

/** One of each kind: valid, with mistakes, a duplicate, an edit of the sender's own post, a hostile one. */
export function inventSubmissions(options: Options): Submission[] {
  const { config, login, today } = options;
  const topic = topicOf(config);
  const fresh = { submitted: today, submitted_by: login };
  const basis = { ...atLibraries, ...filing(config), ...fresh };
  const valid: Job = { ...basis, ...words.interlibraryLoans(topic) };
  const invalid: Job = { ...basis, ...words.readingRooms(topic) };
  const other = othersPost(options);
  const duplicate: Job = { ...other, ...fresh };
  const mine = ownPost(options);
  const add = (branch: string, job: Job): Submission => ({
    title: words.changes.add(job.title),
    branch,
    path: pathOf(job),
    text: textOf(job, config),
  });
  const change = (title: string, branch: string, job: Job, changes: Partial<Job>): Submission => ({
    title,
    branch,
    path: pathOf(job),
    text: textOf({ ...job, ...changes }, config),
  });
  const faulty = add("a-post-with-mistakes", invalid);
  return [
    add("a-valid-post", valid),
    {
      ...faulty,
      text: faulty.text
        .replace(/^employment: .*$/m, "employment: fulltime")
        .replace(/^apply_url: .*$/m, "apply_url: halden-reading-rooms"),
    },
    add("a-duplicate", duplicate),
    change(words.changes.betterPay(mine.title), "better-pay", mine, {
      salary: { ...atLibraries.salary, max: 74_000 },
    }),
    change(words.changes.fixLink, "fix-a-link", other, {
      apply_url: "https://apply-here.example.net/",
    }),
  ];
}

function ownPost({ config, login, today }: Options): Job {
  const fresh = { submitted: today, submitted_by: login };
  return { ...atLibraries, ...words.catalogues(topicOf(config)), ...filing(config), ...fresh };
}

function othersPost({ config, today }: Options): Job {
  // A day earlier, so that the duplicate has a different file name.
  const fresh = { submitted: addDays(today, -1), submitted_by: "ines-varga" };
  return { ...atTides, ...words.tideTables(topicOf(config)), ...filing(config), ...fresh };
}

/** The topic with up to two of its terms that are names of their own. */
function topicOf(config: BoardConfig): words.SampleTopic {
  const { name, terms } = config.topic;
  const others = terms.filter((term) => !term.includes("*") && !term.includes(name));
  const tools = words.listTools([name, ...others.slice(0, 2)]);
  return { name, tools, title: exampleTitle(config) };
}

/** Valid values for any board's settings. */
function filing({ categories, types }: BoardConfig): Pick<Job, "category" | "job_types"> {
  const [category] = categories.filter(({ retired }) => !retired);
  if (!category) throw new Error("The board has no categories.");
  return {
    category: category.slug,
    job_types: types
      .filter(({ retired }) => !retired)
      .slice(0, 2)
      .map(({ slug }) => slug),
  };
}

/** Sends the submissions that are missing, each from its own branch in the sender's fork. */
export async function sendSubmissions(
  client: GitHub,
  login: string,
  submissions: readonly Submission[],
): Promise<void> {
  const { rest, at, branch: base } = client;
  const existing = await client.paginate(rest.pulls.list, { ...at, state: "all", per_page: 100 });
  const sent = new Set(existing.map(({ head }) => head.label));
  const missing = submissions.filter(({ branch }) => !sent.has(`${login}:${branch}`));
  if (missing.length === 0) return;
  await rest.repos.createFork({ ...at });
  const { data: main } = await rest.git.getRef({ ...at, ref: `heads/${base}` });
  const { data: commit } = await rest.git.getCommit({ ...at, commit_sha: main.object.sha });
  const fork = { owner: login, repo: at.repo };
  for (const { title, branch, path, text } of missing) {
    const entry = { path, mode: "100644" as const, type: "blob" as const, content: text };
    const { data: tree } = await rest.git.createTree({
      ...fork,
      base_tree: commit.tree.sha,
      tree: [entry],
    });
    const { data: made } = await rest.git.createCommit({
      ...fork,
      message: title,
      tree: tree.sha,
      parents: [main.object.sha],
    });
    const ref = `heads/${branch}`;
    const { data: there } = await rest.git.listMatchingRefs({ ...fork, ref });
    if (there.length > 0) await rest.git.updateRef({ ...fork, ref, sha: made.sha, force: true });
    else await rest.git.createRef({ ...fork, ref: `refs/${ref}`, sha: made.sha });
    await rest.pulls.create({ ...at, title, head: `${login}:${branch}`, base });
  }
}

function pathOf(job: Job): string {
  return liveJobPath(slugFor(job));
}

function textOf(job: Job, config: BoardConfig): string {
  const result = writeJobFile(pathOf(job), job, config);
  if (!result.ok) throw new Error(`A sample post is invalid: ${result.problems[0]?.message}`);
  return result.text;
}

const atLibraries = {
  company: words.companies.libraries.name,
  employment: "full_time",
  seniority: "mid",
  workplace: "hybrid",
  city: "Bergen",
  country: "NO",
  salary: { min: 58_000, max: 68_000, currency: "EUR", per: "year" },
  apply_url: "https://halden-reading-rooms.example.com/jobs",
  company_description: words.companies.libraries.about,
} satisfies Partial<Job>;

const atTides = {
  company: words.companies.tides.name,
  employment: "full_time",
  workplace: "onsite",
  city: "Lisbon",
  country: "PT",
  salary: { min: 46_000, max: 58_000, currency: "EUR", per: "year" },
  apply_url: "https://fenwick-sousa.example.com/work",
  company_description: words.companies.tides.about,
} satisfies Partial<Job>;
