/** An invented board that has a page of every kind, whatever posts the project's own board has. */

import { generatePosts } from "../scripts/demo-posts/generate.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { readJobFile } from "../src/board/job/file.ts";
import type { Job } from "../src/board/job/schema.ts";
import { exampleConfig, exampleDay, exampleJob } from "./example-job.ts";
import {
  addressOf,
  closedPosts,
  expiredPost,
  filledPost,
  livePosts,
  removedPost,
} from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";

/** Together with the other posts, enough for a second page of the list. */
const inventedPosts = inventPosts(30);
const [ordinaryPost = ""] = Object.keys(inventedPosts);

const longPost = "jobs/2026-11-22-long.md";
const arabicPost = "jobs/2026-11-22-arabic.md";
const chinesePost = "jobs/2026-11-22-chinese.md";

/** Posts by the paths of their files: live and closed, of many kinds, in several scripts. */
export const everyKindOfPost: Readonly<Record<string, Job>> = {
  ...inventedPosts,
  ...livePosts,
  ...closedPosts,
  [longPost]: {
    ...exampleJob,
    submitted: exampleDay,
    title: "Principal Engineer with a great deal to look after, from the first idea to the last",
    featured: true,
    description: [
      ...Object.values(inventedPosts)
        .slice(0, 5)
        .map(({ description }) => description),
      "### How it looks",
      "```python\n@feature(inputs=('temperature',), horizon='48h')\ndef apparent_temperature(frame: Frame) -> Series:\n    return frame.temperature + 0.33 * vapour_pressure_of_the_air_around(frame) - 4.0\n```",
      "| Activity | Share | Remarks |\n|---|---:|---|\n| Design | 35 % | `incomprehensibly_long_name_of_a_service_that_cannot_be_broken` |\n| Coaching | 65 % | Two graduates |",
      "1. **First** the [plan](https://example.org/plan)\n   - and its parts\n2. then the rest",
      "> As somebody said",
    ].join("\n\n"),
  },
  [arabicPost]: {
    ...exampleJob,
    submitted: exampleDay,
    title: "مهندس برمجيات خلفية أول (Python وDjango)",
    company: "واحة للخدمات اللوجستية",
    city: "Dubai",
    country: "AE",
    languages: ["ar", "en"],
    description:
      "نبحث عن مهندس أو مهندسة برمجيات بخبرة واسعة في لغة Python للانضمام إلى فريق الخدمات الخلفية.\n\n- كتابة اختبارات باستخدام `pytest` قبل النشر لا بعده",
    requirements: "- خبرة لا تقل عن خمس سنوات في تطوير الأنظمة بلغة Python",
  },
  [chinesePost]: {
    ...exampleJob,
    submitted: exampleDay,
    title: "Python 后端开发工程师",
    company: "青禾数据 Qinghe Data",
    city: "Shanghai",
    country: "CN",
    languages: ["zh"],
    description: "您将加入数据平台组（共六人），主要使用 Python 开发和维护采集、清洗与推送系统。",
    requirements: "1. 三年以上 Python 后端开发经验\n2. 能读懂英文技术文档",
  },
};

/** Lists have a second page, and months of older posts. */
export const everyKindSettings: BoardConfig = { ...exampleConfig, recentPosts: 30 };

/** The addresses of pages of every kind that a reader may open. */
export const kindsOfPages = {
  list: "/jobs/",
  "second page of a list": "/jobs/page/2/",
  "month of a list": "/jobs/2026/09/",
  post: addressOf(ordinaryPost),
  "long post with code and a table": addressOf(longPost),
  "post from right to left": addressOf(arabicPost),
  "Chinese post": addressOf(chinesePost),
  "post with text that looks like markup": addressOf("jobs/2026-11-22-hostile.md"),
  "post with several places": addressOf("jobs/2026-11-18-renewed.md"),
  "remote post": addressOf("jobs/2026-11-20-countries.md"),
  "expired post": addressOf(expiredPost),
  "filled post": addressOf(filledPost),
  "removed post": addressOf(removedPost),
  "list of a category": "/jobs/category/developer-engineer/",
  "list of a country": "/jobs/location/de/",
  "list of remote posts": "/jobs/location/telecommute/",
  categories: "/jobs/categories/",
  types: "/jobs/types/",
  locations: "/jobs/locations/",
  companies: "/jobs/companies/",
  "company with open and closed jobs": "/jobs/companies/example-analytics/",
  archive: "/jobs/archive/",
  "year of the archive": "/jobs/archive/2026/",
  "month of the archive": "/jobs/archive/2026/11/",
  "ways to post a job": "/jobs/create/",
  form: "/jobs/create/form/",
  "how to submit": "/jobs/how-to-submit/",
  "how we review": "/jobs/how-we-review/",
  "my posts": "/jobs/mine/",
  "saved jobs": "/jobs/saved/",
  review: "/jobs/review/",
  moderation: "/jobs/moderate/",
  preview: "/jobs/preview/",
  thanks: "/jobs/thanks/",
  about: "/about/",
  "list in a frame": "/embed/",
  "HTML for a list in a frame": "/about/embed/",
  statistics: "/stats/",
  status: "/status/",
  "page not found": "/404.html",
} as const;

/** Builds it as a real board or, if `demo` has a day, as a demonstration. */
export function buildEveryKind({ demo }: Pick<BoardConfig, "demo">): Promise<ExampleSite> {
  return buildExample(everyKindOfPost, { config: { ...everyKindSettings, demo } });
}

/** Live posts as in a demonstration, by the paths of their files. */
export function inventPosts(count: number): Record<string, Job> {
  const files = generatePosts({ count, seed: 1, today: exampleDay }, exampleConfig);
  return Object.fromEntries(
    Array.from(files, ({ file, text }) => {
      const read = readJobFile(file, new TextEncoder().encode(text), exampleConfig);
      if (!read.ok) throw new Error(`${file}: ${read.problems[0]?.message}`);
      return [file, read.job];
    }),
  );
}
