import type { Job } from "../job/schema.ts";
import { remoteTerms } from "./place.ts";

/** Who may apply or write, as sentences; empty where the post says nothing of it. */
export function restrictions(job: Job): string[] {
  const { agencies_welcome, visa_sponsorship } = job;
  const terms = remoteTerms(job);
  return [
    ...(terms ? [`${terms}.`] : []),
    ...either(
      visa_sponsorship,
      "The company sponsors a visa.",
      "The company does not sponsor visas.",
    ),
    ...either(
      agencies_welcome,
      "Recruitment agencies may contact the company.",
      "No recruitment agencies, please.",
    ),
  ];
}

function either(stated: boolean | undefined, ifTrue: string, ifFalse: string): string[] {
  if (stated === undefined) return [];
  return [stated ? ifTrue : ifFalse];
}
