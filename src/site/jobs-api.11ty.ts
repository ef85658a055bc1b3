import { pages } from "../board/addresses.ts";
import { jobsApi } from "../board/listing/jobs-api.ts";
import type { Site } from "./site.ts";

/** All live posts for programs. */
export const data = { permalink: pages.api };

export function render({ site }: { site: Site }): string {
  return JSON.stringify(jobsApi(site.board));
}
