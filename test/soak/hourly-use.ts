/** Counts the workflows' requests to GitHub by hour, like GitHub's rate limit. */
import { throttling } from "@octokit/plugin-throttling";
import type { AnsweredRequest } from "github-emulator";

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const hourlyLimits = { requests: 1000, points: 1000, contents: 500 } as const;

export type Hour = {
  /** In milliseconds since 1970. */
  begin: number;
  requests: number;
  points: number;
  /** Requests that create content and notify people. */
  contents: number;
};

const hour = 3_600_000;

type AskedRequest = Pick<AnsweredRequest, "kind" | "method" | "path" | "points">;

export class HourlyUse {
  /** Oldest first. An hour begins with the first request after the previous hour. */
  readonly hours: Hour[] = [];

  add({ kind, method, path, points = 0 }: AskedRequest, at: number): void {
    if (kind === "git") return;
    const last = this.hours.at(-1);
    const current = last && at < last.begin + hour ? last : this.#begin(at);
    if (kind === "graphql") current.points += points;
    else current.requests += 1;
    const [pathname = ""] = path.split("?");
    const makesContent = method !== "GET" && throttling.triggersNotification(pathname);
    if (kind === "api" && makesContent) current.contents += 1;
  }

  /** Whether so little is left of the hour's limit that the bot may have postponed work. */
  get isScarce(): boolean {
    const last = this.hours.at(-1);
    return last !== undefined && Math.max(last.requests, last.points) > scarce;
  }

  #begin(begin: number): Hour {
    const begun = { begin, requests: 0, points: 0, contents: 0 };
    this.hours.push(begun);
    return begun;
  }
}

const scarce = 700;
