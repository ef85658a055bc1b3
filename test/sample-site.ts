/** The site that a clone begins with, built by the command as people run it. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ExampleSite } from "./example-site.ts";

const run = promisify(execFile);

/** Pages of every kind, by their addresses, as of the day for which the samples were written. */
export const samplePages = {
  list: "/jobs/",
  "second page of a list": "/jobs/page/2/",
  post: "/jobs/2026-11-21-copperline-energy-platform-engineer-python-kubernetes/",
  "long post with code and a table":
    "/jobs/2026-09-14-southern-interconnect-services-principal-software-engineer-grid/",
  "post from right to left":
    "/jobs/2026-11-14-waha-logistics-mhnds-brmjyat-khlfyt-awl-python-wdjango/",
  "Chinese post": "/jobs/2026-11-12-qinghe-data-python/",
  "expired post": "/jobs/2026-05-04-institut-saulnier-okafor-computer-vision-scientist-microscopy/",
  "removed post": "/jobs/2026-07-08-moonraker-signals-python-developer-crypto-signals/",
  "list of a category": "/jobs/category/developer-engineer/",
  "list of a country": "/jobs/location/gb/",
  categories: "/jobs/categories/",
  types: "/jobs/types/",
  locations: "/jobs/locations/",
  archive: "/jobs/archive/",
  "year of the archive": "/jobs/archive/2026/",
  "month of the archive": "/jobs/archive/2026/08/",
  "way to the form": "/jobs/create/",
  "how to submit": "/jobs/how-to-submit/",
  "how we review": "/jobs/how-we-review/",
  "my posts": "/jobs/mine/",
  review: "/jobs/review/",
  moderation: "/jobs/moderate/",
  thanks: "/jobs/thanks/",
  about: "/about/",
  "page not found": "/404.html",
} as const;

export async function buildSamples(): Promise<ExampleSite> {
  const folder = await mkdtemp(join(tmpdir(), "sample-site-"));
  await run(process.execPath, ["scripts/build.ts", "--strict", "--output", folder], {
    env: { ...process.env, BOARD_NOW: "2026-11-22" },
  });
  return {
    folder,
    read: (path) => readFile(join(folder, path), "utf8"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
