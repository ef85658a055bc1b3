import { describe, expect, it } from "vitest";
import type { JobChanges } from "../fixtures.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import type { ReadPost } from "../listing/read-board.ts";
import { eventId } from "../mail/events.ts";
import { readRequest } from "../requests/request-form.ts";
import type { OwnerNews } from "./owner-news.ts";
import { dueReminders, ownerNews, ownerNotice } from "./owner-news.ts";

const slug = "2026-11-22-django";
const repository = "https://github.com/example-org/python-job-board";
const submitted = "2026-11-22";

/** An archived post if it has both `closed` and `published`. */
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

/** The notice to its author, who must get exactly one. */
function noticeOf(moment: string, changes?: JobChanges): string {
  const [news, ...others] = newsOf(moment, changes);
  if (!news || others.length > 0)
    throw new Error(`There are ${news ? others.length + 1 : 0} news.`);
  return ownerNotice("anna", news, testConfig);
}

/** The addresses of links by their texts. */
function linksIn(text: string): Record<string, URL> {
  const found = [...text.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)];
  return Object.fromEntries(found.map(([, title = "", address = ""]) => [title, new URL(address)]));
}

describe("a post that closes soon", () => {
  it("has one event during its last days, and another after a renewal", () => {
    expect(idsOf("2027-02-12T23:59:59Z")).toEqual([]);
    for (const moment of ["2027-02-13", "2027-02-19T23:59:59Z"]) {
      expect(idsOf(moment)).toEqual(["closing-soon-2027-02-19"]);
    }
    const renewed = ["2027-02-14"];
    expect(idsOf("2027-02-15", { renewed })).toEqual([]);
    expect(idsOf("2027-05-10", { renewed })).toEqual(["closing-soon-2027-05-14"]);
  });

  it("has none if it came from another board, until somebody claims it", () => {
    const imported = { published: submitted, submitted_by: testConfig.repository.owner };
    for (const moment of ["2027-02-13", "2027-02-21"]) {
      expect(idsOf(moment, imported)).toEqual([]);
      expect(idsOf(moment, { ...imported, submitted_by: "anna" })).toHaveLength(1);
    }
  });

  it("notifies its owner of the last day, with filled-in forms to renew and to close it", () => {
    const text = noticeOf("2027-02-13");
    expect(text).toMatch(/^@anna, \[your post\]/);
    expect(text).toContain("is listed until the end of 19 February 2027.");
    const links = linksIn(text);
    const page = `https://jobs.example.org/jobs/${slug}/`;
    expect(links["your post"]?.href).toBe(page);
    const answers = { "renew the post": "Renew it", "close the post": "Close it" };
    for (const [title, answer] of Object.entries(answers)) {
      const { pathname, searchParams } = links[title] ?? new URL("about:blank");
      expect(pathname).toBe("/example-org/python-job-board/issues/new");
      expect(searchParams.get("post")).toBe(page);
      expect(searchParams.get("wish")).toMatch(new RegExp(`^${answer}`));
    }
    expect(readRequest(text)).toBeUndefined();
  });

  it("does not offer a renewal that would be refused", () => {
    expect(testConfig.lifetimes.renewals).toBe(2);
    const once = noticeOf("2027-05-10", { renewed: ["2027-02-14"] });
    expect(linksIn(once)).toHaveProperty("renew the post");
    const twice = noticeOf("2027-08-09", { renewed: ["2027-02-14", "2027-05-14"] });
    expect(Object.keys(linksIn(twice))).toEqual(["your post", "close the post"]);
    expect(twice).toContain("can’t be renewed again");
  });
});

describe("a post that has closed", () => {
  it("has one event for seven days, archived or not", () => {
    const closed = { on: "2027-02-20", reason: "expired" } as const;
    const archived = { published: submitted, closed };
    for (const moment of ["2027-02-20", "2027-02-26T23:59:59Z"]) {
      expect(idsOf(moment)).toEqual(["closed-2027-02-20"]);
      expect(idsOf(moment, archived)).toEqual(["closed-2027-02-20"]);
    }
    expect(idsOf("2027-02-27", archived)).toEqual([]);
  });

  it("notifies its owner of the reason, and how to post it again", () => {
    const closed = { on: "2027-02-14", reason: "filled" } as const;
    const text = noticeOf("2027-02-15", { published: submitted, closed });
    expect(text).toContain("is no longer listed, because the job is filled.");
    expect(linksIn(text)["post it again"]?.href).toBe(
      `https://jobs.example.org/jobs/create/form/?again=${slug}`,
    );
  });

  it("has the same link before its file is in the archive", () => {
    const text = noticeOf("2027-02-20");
    expect(text).toContain("its listing period has ended");
    expect(linksIn(text)["post it again"]?.search).toBe(`?again=${slug}`);
  });

  it("notifies nobody when it was removed, or is a sample", () => {
    const closed = { on: "2027-02-14", reason: "removed" } as const;
    expect(newsOf("2027-02-15", { closed })).toEqual([]);
    const demo = { ...testConfig, demo: submitted };
    for (const moment of ["2027-02-15", "2027-02-20"]) expect(newsOf(moment, {}, demo)).toEqual([]);
  });

  it("closed on the day it was listed when its own last day is earlier", () => {
    expect(idsOf("2026-11-24", { expires: "2026-11-10" })).toEqual(["closed-2026-11-22"]);
  });
});

function named(slug: string, changes: JobChanges): ReadPost {
  const archived = changes.closed !== undefined && slug === "archived";
  const file = archived ? `jobs/archive/2027/${slug}.md` : `jobs/${slug}.md`;
  return { file, slug, archived, job: jobWith(changes), firstListed: undefined };
}

/** The posts that are due for a reminder, with their last days. */
function lastDays(moment: string, ...posts: ReadPost[]): [string, string][] {
  return dueReminders(posts, testConfig, at(moment)).map(({ post: { slug }, lastDay }) => [
    slug,
    lastDay,
  ]);
}

describe("a reminder of a post that is listed for 90 days", () => {
  const ends = named("a", { submitted: "2026-11-22" });

  it.each([
    ["2027-02-12T23:59:59.999Z", []],
    ["2027-02-13T00:00:00Z", [["a", "2027-02-19"]]],
    ["2027-02-19T23:59:59.999Z", [["a", "2027-02-19"]]],
    ["2027-02-20T00:00:00Z", []],
  ])("is due in its last seven days: %s", (moment, expected) => {
    expect(lastDays(moment, ends)).toEqual(expected);
  });

  it("is due before its new last day once it is renewed", () => {
    const renewed = named("a", { submitted: "2026-11-22", renewed: ["2027-02-14"] });
    expect(lastDays("2027-02-15", renewed)).toEqual([]);
    expect(lastDays("2027-05-10", renewed)).toEqual([["a", "2027-05-14"]]);
  });

  it("counts from the day it was first listed in Git’s history", () => {
    const late = { ...ends, firstListed: "2026-12-01" };
    expect(lastDays("2027-02-13", late)).toEqual([]);
    expect(lastDays("2027-02-22", late)).toEqual([["a", "2027-02-28"]]);
  });
});

describe("reminders of several posts", () => {
  it("are ordered by last day, without closed posts and samples", () => {
    const submitted = "2026-11-22";
    const closed = { on: "2027-02-14", reason: "filled" } as const;
    expect(
      lastDays(
        "2027-02-14",
        named("b", { submitted }),
        named("a", { submitted }),
        named("sooner", { submitted, expires: "2027-02-15" }),
        named("later", { submitted: "2027-01-01" }),
        named("filled", { submitted, closed }),
        named("archived", { submitted, published: submitted, closed }),
      ),
    ).toEqual([
      ["sooner", "2027-02-15"],
      ["a", "2027-02-19"],
      ["b", "2027-02-19"],
    ]);
    const demo = { ...testConfig, demo: submitted };
    expect(dueReminders([named("a", { submitted })], demo, at("2027-02-14"))).toEqual([]);
  });
});
