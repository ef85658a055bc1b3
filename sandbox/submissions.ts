/** What waits for the reviewers of a new sandbox: one pull request of each kind that they will meet. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BoardConfig } from "../src/board/config.ts";
import type { Day } from "../src/board/days.ts";
import { readJobFile, writeJobFile } from "../src/board/job/file.ts";
import { liveJobPath } from "../src/board/job/path.ts";
import type { Job } from "../src/board/job/schema.ts";
import { slugFor } from "../src/board/job/slug.ts";
import type { GitHub } from "../src/services/github/client.ts";

/** A pull request as it is sent. */
export type Submission = { title: string; branch: string; path: string; text: string };

type Options = {
  config: BoardConfig;
  /** Who sends them. */
  login: string;
  today: Day;
};

/** A post that is listed already, by the one who will change it; its path and its text. */
export function ownPost({ config, login, today }: Options): [path: string, text: string] {
  const job: Job = {
    ...invented,
    ...own,
    title: ownTitle,
    submitted: today,
    submitted_by: login,
  };
  return [pathOf(job), written(job, config)];
}

/**
 * Makes them of the posts that a clone of the board holds.
 *
 * @param listed names of files in its `jobs/`
 */
export async function inventSubmissions(
  clone: string,
  listed: readonly string[],
  options: Options,
): Promise<Submission[]> {
  const { config, login, today } = options;
  const fresh = { submitted: today, submitted_by: login };
  const sound: Job = { ...invented, ...fresh, title: "Backend Engineer, Interlibrary Loans" };
  const unsound: Job = {
    ...invented,
    ...other,
    ...fresh,
    title: "Test Engineer, Reading Room Software",
  };
  const [ownPath, ownText] = ownPost(options);
  const strange = listed.filter((path) => path !== ownPath).at(-1) ?? ownPath;
  const strangeText = await readFile(join(clone, strange), "utf8");
  const read = readJobFile(strange, strangeText, config);
  if (!read.ok) throw new Error(`${strange} cannot be read: ${read.problems[0]?.message}`);
  const { published: _, renewed: __, expires: ___, ...again } = { ...read.job, ...fresh };
  return [
    { ...submission("a-sound-post", sound, config), title: `Add “${sound.title}”` },
    {
      ...submission("a-post-with-mistakes", unsound, config),
      title: `Add “${unsound.title}”`,
      text: written(unsound, config)
        .replace(/^employment: .*$/m, "employment: fulltime")
        .replace(/^apply_url: .*$/m, "apply_url: halden-reading-rooms"),
    },
    { ...submission("a-post-again", again, config), title: `Add “${again.title}”` },
    {
      title: `Better pay for “${ownTitle}”`,
      branch: "better-pay",
      path: ownPath,
      text: ownText.replace("max: 68000", "max: 74000"),
    },
    {
      title: "Mend a link",
      branch: "mend-a-link",
      path: strange,
      text: strangeText.replace(/^apply_url: .*$/m, "apply_url: https://apply-here.example.net/"),
    },
  ];
}

/** Sends those that were not sent yet, each from a branch of its own in the fork of who sends it. */
export async function sendSubmissions(
  client: GitHub,
  login: string,
  submissions: readonly Submission[],
): Promise<void> {
  const { rest, at, branch: base } = client;
  const known = await client.paginate(rest.pulls.list, { ...at, state: "all", per_page: 100 });
  const sent = new Set(known.map(({ head }) => head.label));
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

function submission(branch: string, job: Job, config: BoardConfig): Submission {
  return { title: job.title, branch, path: pathOf(job), text: written(job, config) };
}

function pathOf(job: Job): string {
  return liveJobPath(slugFor(job));
}

function written(job: Job, config: BoardConfig): string {
  const result = writeJobFile(pathOf(job), job, config);
  if (!result.ok) throw new Error(`An invented post is unsound: ${result.problems[0]?.message}`);
  return result.text;
}

const ownTitle = "Python Developer, Catalogue Systems";

const other = {
  description: `Our test rooms are real reading rooms: 200 terminals of nine kinds, and people who have come to read.

You would own how we test what runs on them, with **pytest** and a fleet of small computers, from the first failing case to the report that a librarian can follow.`,
  requirements: `- Test suites in Python that others were glad to inherit
- Patience with hardware
- Clear written English`,
} satisfies Partial<Job>;

const own = {
  description: `The catalogue is the part of a library that everybody sees and nobody notices. Ours holds eleven million records, most of them older than its authors.

You would keep it right: matching records that mean the same book, mending those that never did, and answering a search before its words are typed. It is Python throughout, with PostgreSQL below.`,
  requirements: `- Python and SQL with data that does not fit into memory
- An eye for the record that is odd
- Clear written English`,
} satisfies Partial<Job>;

const invented = {
  company: "Halden Reading Rooms",
  category: "developer-engineer",
  job_types: ["back-end", "web", "database"],
  employment: "full_time",
  seniority: "mid",
  workplace: "hybrid",
  city: "Bergen",
  country: "NO",
  salary: { min: 58000, max: 68000, currency: "EUR", per: "year" },
  apply_url: "https://halden-reading-rooms.example.com/jobs",
  description: `We run the software of forty public libraries: lending, catalogues, and the queue for the one copy of a book that everybody wants this winter.

You would work on services in **Python** with Django and PostgreSQL. They are covered by tests, deployed twice a week, and read by librarians who tell us at once what they think.

- Design and build what lets a library lend to another one
- Keep the nightly import of 90 catalogues quick, in Python and SQL
- Review what your three colleagues write, as they review yours`,
  requirements: `- Some years of Python in services that people depend on
- SQL beyond what an object mapper writes for you
- Clear written English; Norwegian is welcome and not needed`,
  company_description:
    "Halden Reading Rooms is a company of fourteen, owned by the libraries that it works for.",
} satisfies Partial<Job>;
