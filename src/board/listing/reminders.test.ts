import { describe, expect, it } from "vitest";
import type { JobChanges } from "../fixtures.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import type { ReadPost } from "./read-board.ts";
import { dueReminders } from "./reminders.ts";

function post(slug: string, changes: JobChanges): ReadPost {
  const archived = changes.closed !== undefined && slug === "archived";
  const file = archived ? `jobs/archive/2027/${slug}.md` : `jobs/${slug}.md`;
  return { file, slug, archived, job: jobWith(changes), firstListed: undefined };
}

/** The last days of which people are told, at a moment. */
function lastDays(moment: string, ...posts: ReadPost[]): [string, string][] {
  return dueReminders(posts, testConfig, at(moment)).map(({ post: { slug }, lastDay }) => [
    slug,
    lastDay,
  ]);
}

describe("a post that is listed for 90 days", () => {
  const ends = post("a", { submitted: "2026-11-22" });

  it.each([
    ["2027-02-12T23:59:59.999Z", []],
    ["2027-02-13T00:00:00Z", [["a", "2027-02-19"]]],
    ["2027-02-19T23:59:59.999Z", [["a", "2027-02-19"]]],
    ["2027-02-20T00:00:00Z", []],
  ])("is announced in its last seven days: %s", (moment, expected) => {
    expect(lastDays(moment, ends)).toEqual(expected);
  });

  it("is announced for its new end once it is renewed", () => {
    const renewed = post("a", { submitted: "2026-11-22", renewed: ["2027-02-14"] });
    expect(lastDays("2027-02-15", renewed)).toEqual([]);
    expect(lastDays("2027-05-10", renewed)).toEqual([["a", "2027-05-14"]]);
  });

  it("counts from the day on which history first saw it", () => {
    const late = { ...ends, firstListed: "2026-12-01" };
    expect(lastDays("2027-02-13", late)).toEqual([]);
    expect(lastDays("2027-02-22", late)).toEqual([["a", "2027-02-28"]]);
  });
});

describe("of several posts", () => {
  it("those that end first come first, and those that ended or are no posts of anybody’s not at all", () => {
    const submitted = "2026-11-22";
    const closed = { on: "2027-02-14", reason: "filled" } as const;
    expect(
      lastDays(
        "2027-02-14",
        post("b", { submitted }),
        post("a", { submitted }),
        post("sooner", { submitted, expires: "2027-02-15" }),
        post("later", { submitted: "2027-01-01" }),
        post("filled", { submitted, closed }),
        post("archived", { submitted, published: submitted, closed }),
      ),
    ).toEqual([
      ["sooner", "2027-02-15"],
      ["a", "2027-02-19"],
      ["b", "2027-02-19"],
    ]);
    const demo = { ...testConfig, demo: submitted };
    expect(dueReminders([post("a", { submitted })], demo, at("2027-02-14"))).toEqual([]);
  });
});
