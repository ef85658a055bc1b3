/** A service that mails new jobs reads a feed now and then, and remembers only the newest date it saw there. */
import { execFileSync } from "node:child_process";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Instant } from "../src/board/days.ts";
import { momentAt, startOf } from "../src/board/days.ts";
import { feedsOf } from "../src/board/listing/feed.ts";
import type { JobSource } from "../src/board/listing/read-board.ts";
import { readBoard } from "../src/board/listing/read-board.ts";
import { postHistoriesAt } from "../src/services/git.ts";
import { feedText } from "../src/site/feeds/feed-text.ts";
import { exampleConfig } from "./example-job.ts";
import { jobText } from "./posts-folder.ts";

const minute = 60;
const hour = 60 * minute;
const start = startOf("2026-11-21");

/** The clock of the machine that made a commit, in seconds ahead of the right time. */
const clock = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  fc.integer({ min: -hour, max: hour }),
  fc.constantFrom(-3 * 365 * 24 * hour, 3 * 365 * 24 * hour),
);

/** What happens to the branch, and after how many seconds. Two commits can be made in the same second. */
const event = fc.record({
  after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 * hour })),
  clock,
  posts: fc.integer({ min: 0, max: 2 }),
  /** Whether the site is built and the service reads the feed afterwards. */
  isRead: fc.boolean(),
});

type Event = { at: number; clock: number; files: string[]; isRead: boolean };

function eventsOf(
  given: readonly { after: number; clock: number; posts: number; isRead: boolean }[],
) {
  let at = start.toSeconds();
  return given.map(({ after, clock, posts, isRead }, index): Event => {
    at += after;
    // Named in another order than they come.
    const files = Array.from(
      { length: posts },
      (_, n) => `jobs/${(index * 7) % 10}-${index}-${n}.md`,
    );
    return { at, clock, files, isRead };
  });
}

const content = new TextEncoder().encode(jobText({ submitted: "2026-11-20" }));

/** A repository with one commit for each event, tagged with its number. */
function commitAll(folder: string, events: readonly Event[]): void {
  execFileSync("git", ["init", "-q", "--bare", folder]);
  const commands = events.map(({ at, clock, files }, index) => {
    const changed = (files.length > 0 ? files : ["README.md"]).map(
      (file) => `M 100644 inline ${file}\ndata 3\n${String(index).padStart(3, "0")}\n`,
    );
    const head = `commit refs/heads/main\ncommitter a <a@example.com> ${at + clock} +0000\ndata 1\nx\n`;
    return `${head}${changed.join("")}\nreset refs/tags/t${index}\nfrom refs/heads/main\n\n`;
  });
  execFileSync("git", ["-C", folder, "fast-import", "--quiet"], { input: commands.join("") });
}

/** The feed as a site shows it that is built now from a commit. */
async function feedAt(folder: string, commit: string, now: Instant) {
  const histories = await postHistoriesAt(folder, commit, now);
  const sources = [...histories].map(
    ([file, history]): JobSource => ({ file, content, ...history }),
  );
  const { board } = readBoard(sources, exampleConfig, now);
  const lists = feedsOf(board).filter(({ list }) => list.kind === "all");
  const [rss = "", atom = "", json = ""] = lists.map(feedText);
  const items: { id: string; date_published: string }[] = JSON.parse(json).items;
  const updated = /<updated>([^<]+)/.exec(atom)?.[1] ?? "";
  const built = /<lastBuildDate>([^<]+)/.exec(rss)?.[1] ?? "";
  return { items, updated, built: momentAt(Date.parse(built) / 1000) };
}

it("a service that remembers the newest date it saw misses no post, in any week", async () => {
  let mailedInAll = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 15 }), async (given) => {
      await using folder = await mkdtempDisposable(join(tmpdir(), "mail-service-"));
      const events = eventsOf(given);
      commitAll(folder.path, events);
      let newest = "";
      const mailed = new Set<string>();
      for (const [index, { at, isRead }] of events.entries()) {
        if (!isRead) continue;
        const now = start.plus({ seconds: at - start.toSeconds() });
        const { items, updated, built } = await feedAt(folder.path, `t${index}`, now);
        for (const item of items) if (item.date_published > newest) mailed.add(item.id);
        expect(items.filter(({ id }) => !mailed.has(id))).toEqual([]);
        const dates = items.map(({ date_published }) => date_published);
        expect(dates).toEqual(dates.toSorted().reverse());
        const [first] = dates;
        if (first === undefined) continue;
        expect([updated, built]).toEqual([first, first]);
        newest = first > newest ? first : newest;
      }
      mailedInAll += mailed.size;
    }),
    { numRuns: 25 },
  );
  expect(mailedInAll).toBeGreaterThan(50);
});
