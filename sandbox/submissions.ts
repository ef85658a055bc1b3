/** Sample submissions of a new sandbox: one pull request of each kind that reviewers meet. */
import type { BoardConfig } from "../src/board/config.ts";
import type { Day } from "../src/board/days.ts";
import { addDays } from "../src/board/days.ts";
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
  const fresh = { submitted: today, submitted_by: login };
  const basis = { ...invented, ...filing(config), ...fresh };
  const valid: Job = { ...basis, title: "Backend Engineer, Interlibrary Loans" };
  const invalid: Job = { ...basis, ...readingRooms, title: "Test Engineer, Reading Room Software" };
  const other = othersPost(options);
  const duplicate: Job = { ...other, ...fresh };
  const mine = ownPost(options);
  const add = (branch: string, job: Job): Submission => ({
    title: `Add “${job.title}”`,
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
    change(`Better pay for “${mine.title}”`, "better-pay", mine, {
      salary: { ...invented.salary, max: 74_000 },
    }),
    change("Fix a link", "fix-a-link", other, {
      apply_url: "https://apply-here.example.net/",
    }),
  ];
}

function ownPost({ config, login, today }: Options): Job {
  const title = "Python Developer, Catalogue Systems";
  const fresh = { submitted: today, submitted_by: login };
  return { ...invented, ...catalogues, ...filing(config), ...fresh, title };
}

function othersPost({ config, today }: Options): Job {
  // A day earlier, so that the duplicate has a different file name.
  const fresh = { submitted: addDays(today, -1), submitted_by: "ines-varga" };
  return { ...tides, ...filing(config), ...fresh };
}

/** Valid values for any board's settings. */
function filing({ categories, types }: BoardConfig): Pick<Job, "category" | "job_types"> {
  const [category] = categories;
  if (!category) throw new Error("The board has no categories.");
  return { category: category.slug, job_types: types.slice(0, 2).map(({ slug }) => slug) };
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

const readingRooms = {
  description: `Our test rooms are real reading rooms: 200 terminals of nine kinds, and people who have come to read.

You would own how we test what runs on them, with **pytest** and a fleet of small computers, from the first failing case to the report that a librarian can follow.`,
  requirements: `- Test suites in Python that others were glad to inherit
- Patience with hardware
- Clear written English`,
} satisfies Partial<Job>;

const catalogues = {
  description: `The catalogue is the part of a library that everybody sees and nobody notices. Ours holds eleven million records, most of them older than its authors.

You would keep it right: matching records that mean the same book, repairing those that never did, and answering a search before its words are typed. It is Python throughout, with PostgreSQL below.`,
  requirements: `- Python and SQL with data that does not fit into memory
- An eye for the record that is odd
- Clear written English`,
} satisfies Partial<Job>;

const invented = {
  company: "Halden Reading Rooms",
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

const tides = {
  title: "Software Engineer, Tide Tables",
  company: "Fenwick & Sousa",
  employment: "full_time",
  workplace: "onsite",
  city: "Lisbon",
  country: "PT",
  salary: { min: 46_000, max: 58_000, currency: "EUR", per: "year" },
  apply_url: "https://fenwick-sousa.example.com/work",
  description: `Harbours plan by our tables: when a ship may come in, and when it must wait. They are computed in Python with NumPy from a hundred years of gauges, and checked each morning against the water itself.

You would take over the model of the Atlantic coast, bring its runs from an hour to minutes, and answer when a harbour master asks why.`,
  requirements: `- Python with NumPy, and a feeling for numbers that cannot be right
- Some signal processing, or the will to learn it
- Clear written English`,
  company_description: "Fenwick & Sousa are nine people in an old customs house.",
} satisfies Partial<Job>;
