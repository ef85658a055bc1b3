/** The restrictions in a post: where applicants may live, and whether agencies may apply. */

import { agenciesWelcome, noAgencies } from "#words/post.ts";
import type { Job } from "../job/schema.ts";
import { remoteTerms } from "./place.ts";

export function restrictions(job: Job): string[] {
  const terms = remoteTerms(job);
  return [
    ...(terms ? [`${terms}.`] : []),
    ...(job.agencies_welcome === undefined ? [] : [agencies(job.agencies_welcome)]),
  ];
}

function agencies(welcome: boolean): string {
  return welcome ? agenciesWelcome : noAgencies;
}
