/** Checks when a site was built, by its API: whether the daily run is alive. */
import { freshness as words } from "#words/doctor.ts";
import { pages } from "../addresses.ts";
import { isMoment } from "../days.ts";
import { patience } from "../maintenance/heartbeat.ts";
import type { Explanation, Finding } from "./finding.ts";
import { hostOf } from "./site-host.ts";
import type { Visit } from "./visit.ts";
import { contentAt, urlOn } from "./visit.ts";

const hour = 3_600_000;

/** What is wrong with the build. */
export function checkFreshness(visit: Visit): Finding[] {
  const url = urlOn(visit, pages.api);
  const api = readApi(visit);
  if (!api) return [finding(url, words.noApi)];
  const age = visit.now.toMillis() - Date.parse(api.asOf);
  return [
    ...(api.site === visit.site ? [] : [finding(url, words.builtFor(api.site))]),
    ...(age > patience.build
      ? [finding(url, words.old(api.asOf, Math.floor(age / hour), hostOf(visit)))]
      : []),
    // Minutes are usual for clocks.
    ...(age < -hour ? [finding(url, words.future(api.asOf))] : []),
  ];
}

/** The URL of the newest post that the API names; `undefined` if there is none on this site. */
export function postOf(visit: Visit): string | undefined {
  return readApi(visit)?.posts.find((url) => url.startsWith(visit.site));
}

type Api = { site: string; asOf: string; posts: readonly string[] };

function readApi(visit: Visit): Api | undefined {
  const answer = contentAt(visit, urlOn(visit, pages.api));
  if (!answer) return undefined;
  try {
    const { url, as_of: asOf, jobs } = Object(JSON.parse(answer.text));
    if (typeof url !== "string" || !isMoment(String(asOf)) || !Array.isArray(jobs))
      return undefined;
    return { site: url, asOf: String(asOf), posts: jobs.map((job) => String(Object(job).url)) };
  } catch {
    return undefined;
  }
}

function finding(url: string, explanation: Explanation): Finding {
  return { subject: "freshness", severity: "error", url, ...explanation };
}
