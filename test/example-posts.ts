/** Posts of every kind that machines must distinguish, and some that try to confuse them. */
import type { BoardConfig } from "../src/board/config.ts";
import type { Job } from "../src/board/job/schema.ts";
import { exampleConfig, exampleJob } from "./example-job.ts";

const { city: _city, country: _country, ...placeless } = exampleJob;

export const hostileTitle = `</title><script>alert(1)</script> <!-- ]]> & "it" 'is'`;

/** Live posts, in the order of the list, with dates around `exampleDay`. */
export const livePosts = {
  "jobs/2026-11-22-hostile.md": {
    ...exampleJob,
    submitted: "2026-11-22",
    title: hostileTitle,
    company: "Müller & Söhne <GmbH>",
    description: [
      "Write `{{ code }}` with care, and `]]>` too. 🐍 &#12; &#x202e;",
      "</script><script>alert(2)</script>",
      "```\nif a < b && c > d: pass\n```",
    ].join("\n\n"),
  },
  "jobs/2026-11-21-worldwide.md": {
    ...placeless,
    submitted: "2026-11-21",
    title: "مطور بايثون",
    workplace: "remote",
    remote_from: "worldwide",
  },
  "jobs/2026-11-20-countries.md": {
    ...placeless,
    submitted: "2026-11-20",
    title: "数据工程师 (Python)",
    workplace: "remote",
    remote_from: ["AT", "BA", "DE", "US"],
    country: "US",
  },
  "jobs/2026-11-19-hybrid.md": {
    ...exampleJob,
    submitted: "2026-11-19",
    region: "Berlin (West)",
    visa_sponsorship: true,
    salary: { min: 80.5, currency: "CHF", per: "hour" },
    aliases: ["/jobs/1234/"],
  },
  "jobs/2026-11-18-renewed.md": {
    ...placeless,
    places: [
      { city: "Berlin", country: "DE" },
      { city: "Portland", region: "Oregon", country: "US" },
      { city: "São Paulo", country: "BR" },
    ],
    submitted: "2026-07-01",
    published: "2026-07-02",
    approved: { on: "2026-07-02", pull: 4711, by: "reviewing-rita" },
    renewed: ["2026-09-15"],
    title: "C++ and Python Developer",
    workplace: "onsite",
    category: "other",
    job_types: ["systems"],
  },
} as const satisfies Record<string, Job>;

export const filledPost = "jobs/archive/2026/11/2026-11-10-filled.md";
/** Archived before the archive had months. */
export const removedPost = "jobs/archive/2026/2026-11-09-removed.md";
/** Expired, but not archived yet. */
export const expiredPost = "jobs/2026-06-01-expired.md";

export const closedPosts = {
  [filledPost]: {
    ...exampleJob,
    submitted: "2026-11-10",
    published: "2026-11-10",
    title: "A filled job",
    approved: { on: "2026-11-10", pull: 4712 },
    closed: { on: "2026-11-15", reason: "filled" },
    aliases: ["/jobs/1000/"],
  },
  [removedPost]: {
    ...exampleJob,
    submitted: "2026-11-09",
    published: "2026-11-09",
    title: "A removed job",
    approved: { on: "2026-11-09", pull: 4713, by: "reviewing-rita" },
    company: "Vanished Example Ltd",
    closed: { on: "2026-11-15", reason: "removed" },
    aliases: ["/jobs/1001/"],
  },
  [expiredPost]: { ...exampleJob, submitted: "2026-06-01", title: "An expired job" },
} satisfies Record<string, Job>;

/** The address of a file’s post. */
export function addressOf(file: string): string {
  return `/jobs/${file.replace(/^.*\/|\.md$/g, "")}/`;
}

/** The posts of most built sites: with the same settings, tests share one build. */
export const examplePosts = { ...livePosts, ...closedPosts };

/** A site whose lists have second pages. */
export const exampleSettings: BoardConfig = { ...exampleConfig, pageSize: 2 };

/** The same board on a site with a path. */
export const settingsBelowPath: BoardConfig = {
  ...exampleSettings,
  url: "https://owner.example.org/repo/",
};
