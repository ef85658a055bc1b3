/** Checks how many bytes a first visitor waits for. */
import { weight as words } from "#words/doctor.ts";
import { pages } from "../addresses.ts";
import type { Explanation, Finding, Severity } from "./finding.ts";
import { postOf } from "./freshness.ts";
import { styleOf } from "./requests.ts";
import { hostOf } from "./site-host.ts";
import type { Visit } from "./visit.ts";
import { contentAt, urlOn } from "./visit.ts";

/** Bytes of a page with its styles, compressed: of a list of 25 posts, and of a post. */
export const pageLimits = { list: 12_000, post: 10_000 } as const;

/** Bytes below which compressing hardly saves a packet, so hosts don't. */
const worthCompressing = 1500;

/** What is too heavy. */
export function checkWeight(visit: Visit): Finding[] {
  const style = styleOf(visit);
  const list = urlOn(visit, pages.list);
  if (!contentAt(visit, list)) return [];
  if (style === undefined || !contentAt(visit, style)) {
    return [finding("error", style ?? list, words.noStyle)];
  }
  const post = postOf(visit);
  const shown = [list, style, ...(post === undefined ? [] : [post])];
  const plain = shown.filter((url) => isSentPlain(visit, url));
  if (plain.length > 0) {
    return plain.map((url) => finding("advice", url, words.notCompressed(hostOf(visit))));
  }
  return [
    ...checkPage(visit, list, style, pageLimits.list),
    ...(post === undefined ? [] : checkPage(visit, post, style, pageLimits.post)),
  ];
}

function isSentPlain(visit: Visit, url: string): boolean {
  const answer = contentAt(visit, url);
  return (
    answer?.headers["content-encoding"] === undefined && (answer?.bytes ?? 0) > worthCompressing
  );
}

function checkPage(visit: Visit, url: string, style: string, limit: number): Finding[] {
  const page = contentAt(visit, url);
  if (!page) return [finding("error", url, words.noPost)];
  const bytes = page.bytes + (contentAt(visit, style)?.bytes ?? 0);
  return bytes > limit ? [finding("advice", url, words.tooHeavy(bytes, limit))] : [];
}

function finding(severity: Severity, url: string, explanation: Explanation): Finding {
  return { subject: "weight", severity, url, ...explanation };
}
