/** The figures of a simulation. */
import type { World } from "./world.ts";

/** The rows of a table. */
export function summary({ ledger, submissions, requests, counts, use }: World): string[][] {
  const ends = [...submissions.keys()].map((number) => {
    const found = ledger.cases.get(number);
    return found?.state === "merged" ? "merged" : (found?.state ?? "open");
  });
  const count = (state: string) => String(ends.filter((end) => end === state).length);
  const most = (what: "requests" | "points" | "contents") =>
    String(Math.max(0, ...use.hours.map((hour) => hour[what])));
  return [
    ["what", "how many"],
    ["submissions", String(submissions.size)],
    ["merged", count("merged")],
    ["closed", count("closed")],
    ["still open", count("open")],
    ["requests and complaints by issue", String(requests.size)],
    ["people’s acts", String(counts.acts)],
    ["put off by an outage", String(counts.postponed)],
    ["events lost", String(counts.lost)],
    ["events doubled", String(counts.doubled)],
    ["sweeps", String(counts.sweeps)],
    ["sweeps skipped, nothing to find", String(counts.skipped)],
    ["runs that failed in an outage", String(counts.failed)],
    ["REST requests in the busiest hour", most("requests")],
    ["GraphQL points in the busiest hour", most("points")],
    ["contents created in the busiest hour", most("contents")],
  ];
}
