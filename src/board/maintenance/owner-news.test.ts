import { describe, expect, it } from "vitest";
import type { JobChanges } from "../fixtures.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import type { ReadPost } from "../listing/read-board.ts";
import { eventId } from "../mail/events.ts";
import { readRequest } from "../requests/request-form.ts";
import type { OwnerNews } from "./owner-news.ts";
import { ownerNews } from "./owner-news.ts";
import { ownerNotice } from "./owner-notices.ts";

const slug = "2026-11-22-django";
const repository = "https://github.com/example-org/python-job-board";
const submitted = "2026-11-22";

/** In the archive if it says since when it is closed and listed. */
function post(changes: JobChanges = {}): ReadPost {
  const archived = changes.closed !== undefined && changes.published !== undefined;
  const file = archived ? `jobs/archive/2027/${slug}.md` : `jobs/${slug}.md`;
  const job = jobWith({ submitted, ...changes });
  return { file, slug, archived, job, firstListed: undefined };
}

function newsOf(moment: string, changes?: JobChanges, config = testConfig): OwnerNews[] {
  return ownerNews([post(changes)], { config, repository }, at(moment));
}

function idsOf(moment: string, changes?: JobChanges): string[] {
  return newsOf(moment, changes).map(({ event }) => eventId(event));
}

/** What its author reads of it, if it is one thing alone. */
function told(moment: string, changes?: JobChanges): string {
  const [news, ...others] = newsOf(moment, changes);
  if (!news || others.length > 0) throw new Error(`There are ${others.length + 1} of them.`);
  return ownerNotice("anna", news, testConfig);
}

/** What the links of a text ask for, by the title of each. */
function linksIn(text: string): Record<string, URL> {
  const found = [...text.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)];
  return Object.fromEntries(found.map(([, title = "", address = ""]) => [title, new URL(address)]));
}

describe("of a post that ends soon", () => {
  it("its owner is told under the same name through its last days, and under another after a renewal", () => {
    expect(idsOf("2027-02-12T23:59:59Z")).toEqual([]);
    for (const moment of ["2027-02-13", "2027-02-19T23:59:59Z"]) {
      expect(idsOf(moment)).toEqual(["closing-soon-2027-02-19"]);
    }
    const renewed = ["2027-02-14"];
    expect(idsOf("2027-02-15", { renewed })).toEqual([]);
    expect(idsOf("2027-05-10", { renewed })).toEqual(["closing-soon-2027-05-14"]);
  });

  it("its owner reads until when, and gets the forms to renew and to close it filled in", () => {
    const text = told("2027-02-13");
    expect(text).toMatch(/^@anna, \[your post\]/);
    expect(text).toContain("is listed to the end of 19 February 2027.");
    const links = linksIn(text);
    const page = `https://jobs.example.org/jobs/${slug}/`;
    expect(links["your post"]?.href).toBe(page);
    const answers = { "renew the post": "Renew it", "close it": "Close it" };
    for (const [title, answer] of Object.entries(answers)) {
      const { pathname, searchParams } = links[title] ?? new URL("about:blank");
      expect(pathname).toBe("/example-org/python-job-board/issues/new");
      expect(searchParams.get("post")).toBe(page);
      expect(searchParams.get("wish")).toMatch(new RegExp(`^${answer}`));
    }
    expect(readRequest(text)).toBeUndefined();
  });

  it("its owner is offered no renewal that would be refused", () => {
    expect(testConfig.lifetimes.renewals).toBe(2);
    const once = told("2027-05-10", { renewed: ["2027-02-14"] });
    expect(linksIn(once)).toHaveProperty("renew the post");
    const twice = told("2027-08-09", { renewed: ["2027-02-14", "2027-05-14"] });
    expect(Object.keys(linksIn(twice))).toEqual(["your post", "close the post"]);
    expect(twice).toContain("renewed as often as can be");
  });
});

describe("of a post that is closed", () => {
  it("its owner is told for seven days, archived or not, under one name", () => {
    const closed = { on: "2027-02-20", reason: "expired" } as const;
    const archived = { published: submitted, closed };
    for (const moment of ["2027-02-20", "2027-02-26T23:59:59Z"]) {
      expect(idsOf(moment)).toEqual(["closed-2027-02-20"]);
      expect(idsOf(moment, archived)).toEqual(["closed-2027-02-20"]);
    }
    expect(idsOf("2027-02-27", archived)).toEqual([]);
  });

  it("its owner reads why, and how to post it again", () => {
    const closed = { on: "2027-02-14", reason: "filled" } as const;
    const text = told("2027-02-15", { published: submitted, closed });
    expect(text).toContain("is no longer listed: the job is filled.");
    expect(linksIn(text)["post it again"]?.href).toBe(
      `https://jobs.example.org/jobs/create/form/?again=jobs/archive/2027/${slug}.md`,
    );
  });

  it("its owner is led to its page until the file has its place in the archive", () => {
    const text = told("2027-02-20");
    expect(text).toContain("its time is over");
    expect(linksIn(text)["post it again"]?.pathname).toBe(`/jobs/${slug}/`);
  });

  it("nobody is told where it was removed, or where it is a sample", () => {
    const closed = { on: "2027-02-14", reason: "removed" } as const;
    expect(newsOf("2027-02-15", { closed })).toEqual([]);
    const demo = { ...testConfig, demo: submitted };
    for (const moment of ["2027-02-15", "2027-02-20"]) expect(newsOf(moment, {}, demo)).toEqual([]);
  });

  it("has its day from when it was listed, if its own last day was over by then", () => {
    expect(idsOf("2026-11-24", { expires: "2026-11-10" })).toEqual(["closed-2026-11-22"]);
  });
});
