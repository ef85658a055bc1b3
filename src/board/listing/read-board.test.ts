import { describe, expect, it } from "vitest";
import { addDays } from "../days.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { writeJobFile } from "../job/file.ts";
import type { JobSource } from "./read-board.ts";
import { checkSources, readBoard } from "./read-board.ts";

const now = at("2026-11-22T12:00:00Z");

function source(
  file: string,
  changes: Parameters<typeof jobWith>[0] = {},
  firstListed?: string,
  approved?: JobSource["approved"],
) {
  const written = writeJobFile(file, jobWith(changes), testConfig);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return { file, content: new TextEncoder().encode(written.text), firstListed, approved };
}

describe("the day on which a post was first listed", () => {
  const published = (...parameters: Parameters<typeof source>) =>
    readBoard([source(...parameters)], testConfig, now).board.live[0]?.published;

  it("is the one in the file, or in Git’s history, or the day it was submitted", () => {
    const both = { submitted: "2026-11-01", published: "2026-11-05" };
    const listed = "2026-11-10T08:00:00Z";
    expect(published("jobs/a.md", both, listed)).toBe("2026-11-05");
    expect(published("jobs/a.md", { submitted: "2026-11-01" }, listed)).toBe("2026-11-10");
    expect(published("jobs/a.md", { submitted: "2026-11-01" })).toBe("2026-11-01");
  });

  it("is not one that is yet to come", () => {
    const ahead = { submitted: "2026-11-24", published: "2026-11-30" };
    expect(published("jobs/a.md", ahead, "2026-11-21T08:00:00Z")).toBe("2026-11-21");
    expect(published("jobs/a.md", ahead)).toBe("2026-11-22");
  });
});

describe("the second in which a post was renewed", () => {
  const changed = ["2026-11-10T08:00:00Z", "2026-11-20T09:30:10Z", "2026-11-21T12:00:00Z"];
  const updatedAt = (renewed?: string[]) => {
    const post = source("jobs/a.md", { submitted: "2026-11-10", renewed }, changed[0]);
    const { live } = readBoard([{ ...post, changed }], testConfig, now).board;
    return live[0]?.updatedAt.toISO({ suppressMilliseconds: true });
  };

  it("is that of the last change on the day of the last renewal, or when that day began", () => {
    expect(updatedAt(["2026-11-15", "2026-11-20"])).toBe(changed[1]);
    expect(updatedAt(["2026-11-15"])).toBe("2026-11-15T00:00:00Z");
  });

  it("is that of the first listing without one", () => {
    expect(updatedAt()).toBe(changed[0]);
  });
});

describe("the second in which a post was first listed", () => {
  const listed = "2026-11-10T08:00:00Z";
  const written = "2026-11-05T09:30:00Z";
  const publishedAt = (...parameters: Parameters<typeof source>) =>
    readBoard([source(...parameters)], testConfig, now).board.live[0]?.publishedAt.toISO({
      suppressMilliseconds: true,
    });

  it("is the one in the file, or in Git’s history, or when the day began", () => {
    const both = { submitted: "2026-11-01", published: "2026-11-05", published_at: written };
    expect(publishedAt("jobs/a.md", both, listed)).toBe(written);
    expect(publishedAt("jobs/a.md", { submitted: "2026-11-01" }, listed)).toBe(listed);
    expect(publishedAt("jobs/a.md", { submitted: "2026-11-01" })).toBe("2026-11-01T00:00:00Z");
  });

  it("is on the day on which the post was first listed", () => {
    const day = { submitted: "2026-11-01", published: "2026-11-04" };
    for (const job of [day, { ...day, published_at: written }]) {
      expect(publishedAt("jobs/a.md", job, listed)).toBe("2026-11-04T00:00:00Z");
    }
  });

  it("decides the order of the list", () => {
    const sources = ["c", "a", "d", "b"].map((name, hour) =>
      source(`jobs/${name}.md`, { submitted: "2026-11-01" }, `2026-11-10T0${hour}:00:00Z`),
    );
    // In the file it is dated later than all others, but it came first.
    const ahead = { submitted: "2026-11-01", published: "2027-01-01" };
    sources.push(source("jobs/e.md", ahead, "2026-11-09T00:00:00Z"));
    const { live } = readBoard(sources, testConfig, now).board;
    expect(live.map(({ slug }) => slug)).toEqual(["b", "d", "a", "c", "e"]);
  });

  it("moves forward with the day of a sample", () => {
    const sample = { submitted: "2026-11-01", published: "2026-11-05", published_at: written };
    const config = { ...testConfig, demo: "2026-11-20" };
    const [post] = readBoard([source("jobs/a.md", sample)], config, now).board.live;
    expect(post?.job).toMatchObject({
      published: "2026-11-07",
      published_at: "2026-11-07T09:30:00Z",
    });
  });
});

describe("the review that approved a post", () => {
  const told = { on: "2026-11-20", pull: 12, by: "rita" };
  const written = { on: "2026-11-19", pull: 7, by: "rob" };
  const approvedIn = (
    changes: Parameters<typeof jobWith>[0],
    approved?: JobSource["approved"],
    config: Pick<typeof testConfig, "demo"> = testConfig,
  ) => {
    const sources = [
      source("jobs/a.md", { submitted: "2026-11-18", ...changes }, undefined, approved),
    ];
    return readBoard(sources, { ...testConfig, ...config }, now).board.live[0]?.job.approved;
  };

  it("is the one in the file, or in Git’s history, or unknown", () => {
    expect(approvedIn({ approved: written }, told)).toEqual(written);
    expect(approvedIn({}, told)).toEqual(told);
    expect(approvedIn({})).toBeUndefined();
  });

  it("is unknown for a sample, unless it is in the file", () => {
    const demo = { demo: "2026-11-20" };
    expect(approvedIn({}, told, demo)).toBeUndefined();
    // Moved forward like all days of a sample.
    expect(approvedIn({ approved: written }, told, demo)).toEqual({ ...written, on: "2026-11-21" });
  });
});

describe("files of which some are invalid", () => {
  const bad = { file: "jobs/bad.md", content: new TextEncoder().encode("no post") };

  it("make a board of the valid ones, with a problem for each invalid one", () => {
    const { board, problems } = readBoard([bad, source("jobs/good.md")], testConfig, now);
    expect(board.live.map(({ slug }) => slug)).toEqual(["good"]);
    expect(problems.map(({ file, severity }) => [file, severity])).toEqual([
      ["jobs/bad.md", "error"],
    ]);
  });

  it.each([
    "jobs/Good.md",
    "jobs/sub/good.md",
    "jobs/jobs.11tydata.js",
    "jobs/review.md",
    "jobs/1234.md",
  ])("cannot contain %s", (file) => {
    const { board, problems } = readBoard([{ ...source("jobs/good.md"), file }], testConfig, now);
    expect(board.live).toEqual([]);
    expect(problems).toMatchObject([{ file, rule: "path", field: null }]);
  });

  it.each([
    ["jobs/archive/2026/13/2026-11-01-a.md", "jobs/archive/2026/11/2026-11-01-a.md"],
    ["jobs/archive/2026-11-01-a.md", "jobs/archive/2026/11/2026-11-01-a.md"],
    ["jobs/2026/2026-11-01-a.md", "jobs/2026-11-01-a.md"],
  ])("include posts in other folders, with the right place: %s", (file, place) => {
    const { problems } = readBoard([source(file, { submitted: "2026-11-01" })], testConfig, now);
    expect(problems).toContainEqual(
      expect.objectContaining({ file, rule: "path", fix: `Move the file to ${place}.` }),
    );
  });

  it("include files that are not ordinary, which are not read", () => {
    const link = { file: "jobs/a.md", content: { refused: "is a link" } };
    expect(readBoard([link], testConfig, now).problems).toMatchObject([
      { message: "This file is a link." },
    ]);
  });

  it("let an archived post keep its address if a live one has the same", () => {
    const closed = { on: "2026-11-01", reason: "filled" } as const;
    const archived = source("jobs/archive/2026/same.md", {
      published: "2026-10-01",
      submitted: "2026-10-01",
      closed,
    });
    const { board, problems } = readBoard([source("jobs/same.md"), archived], testConfig, now);
    expect(problems).toMatchObject([{ file: "jobs/same.md", rule: "address-taken" }]);
    expect(board.closed.map(({ slug }) => slug)).toEqual(["same"]);
  });

  it.each([
    ["jobs/archive/2026/same.md", "has no first day"],
    ["jobs/archive/2025/same.md", "is in the wrong year"],
    ["jobs/archive/2026/other.md", "has its former address, but no first day"],
  ])("let a sound live post keep its addresses if %s %s", (file) => {
    const aliases = ["/jobs/1234/"];
    const unsound = source(file, {
      ...{ aliases, submitted: "2026-11-01", closed: { on: "2026-11-21", reason: "filled" } },
      ...(file.includes("2025") && { published: "2026-11-01" }),
    });
    const live = source("jobs/same.md", { aliases });
    const { board, problems } = readBoard([unsound, live], testConfig, now);
    expect(problems.map((problem) => problem.file)).not.toContain(live.file);
    expect(problems).toContainEqual(expect.objectContaining({ file, rule: "archived" }));
    expect(board.live.map(({ slug }) => slug)).toEqual(["same"]);
  });
});

describe("checking files", () => {
  it("reports only the named ones, compared with all others", () => {
    const files = ["jobs/a.md", "jobs/b.md", "jobs/c.md"];
    const taken = files.map((file) => source(file, { aliases: ["/jobs/1234/"] }));
    const isChecked = (file: string) => file === "jobs/b.md";
    const { problems, sound } = checkSources(taken, testConfig, now, { isChecked });
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { file: "jobs/b.md", rule: "address-taken" },
    ]);
    expect(sound).toEqual([]);
  });

  it("also gives the advice that a build leaves out", () => {
    const shouting = source("jobs/a.md", { title: "SENIOR PYTHON DEVELOPER WANTED" });
    const { sound, problems } = checkSources([shouting], testConfig, now);
    expect(sound).toHaveLength(1);
    expect(problems.some(({ severity }) => severity === "advice")).toBe(true);
    expect(readBoard([shouting], testConfig, now).problems).toEqual([]);
  });
});

describe("a file that is read again", () => {
  const first = source("jobs/2026-11-22-first.md");
  const jobOf = (given: JobSource, config = testConfig) =>
    checkSources([given], config, now).sound[0]?.job;

  it("is parsed once, as long as its bytes are the same", () => {
    const job = jobOf(first);
    expect(job).toBeDefined();
    expect(jobOf({ ...first, content: first.content.slice() })).toBe(job);
    const changed = new TextEncoder().encode(
      new TextDecoder().decode(first.content).replace(/^title: ./m, "title: X"),
    );
    expect(changed).toHaveLength(first.content.length);
    expect(jobOf({ ...first, content: changed })?.title).toMatch(/^X/);
    expect(jobOf(first)?.title).toBe(job?.title);
  });

  it("is parsed for each name and configuration", () => {
    const other = jobOf({ ...first, file: "jobs/2026-11-22-other.md" });
    expect(other).not.toBe(jobOf(first));
    expect(jobOf(first, { ...testConfig })).not.toBe(jobOf(first));
    expect(jobOf(first)).toEqual(other);
  });
});

describe("a file with an error", () => {
  const { content } = source("jobs/a.md", {
    city: "Berlin",
    title: "SENIOR PYTHON DEVELOPER WANTED",
  });
  const faulty = (line: string, instead: string) =>
    new TextEncoder().encode(new TextDecoder().decode(content).replace(line, instead));
  const found = (changed: Uint8Array, file = "jobs/a.md") => {
    const { sound, problems } = checkSources([{ file, content: changed }], testConfig, now);
    expect(sound).toEqual([]);
    return problems.map(({ rule, field }) => `${rule}: ${field}`);
  };

  it("also gets the problems that rules find in its other fields", () => {
    expect(found(faulty("country: DE\n", "visa_sponsorship: yes\n"))).toEqual(
      expect.arrayContaining([
        "schema: visa_sponsorship",
        "workplace: country",
        "shouting-title: title",
      ]),
    );
  });

  it("gets no problems that follow from missing or wrong values", () => {
    const withoutWorkplace = found(faulty("workplace: hybrid\ncity: Berlin\n", ""));
    expect(withoutWorkplace).toContain("schema: workplace");
    expect(withoutWorkplace.join()).not.toContain("workplace: city");
    const wrongMail = found(faulty("apply_url: https://example.com/jobs/42", "email: jobs@"));
    expect(wrongMail).toContain("schema: email");
    expect(wrongMail.join()).not.toContain("way-to-apply");
    const wrongRegion = found(
      faulty("workplace: hybrid\ncity: Berlin\n", "workplace: remote\nremote_regions: [Mars]\n"),
    );
    expect(wrongRegion).toContain("schema: remote_regions");
    expect(wrongRegion.join()).not.toContain("workplace: remote_from");
  });

  it("is read even if its name is wrong, and does not block other posts", () => {
    const bad = { file: "jobs/Bad_Name.md", content: faulty("country: DE\n", "") };
    expect(found(bad.content, bad.file)).toEqual(
      expect.arrayContaining(["path: null", "workplace: country", "shouting-title: title"]),
    );
    const alias = { aliases: ["/jobs/bad-name/"] };
    const { sound } = checkSources([bad, source("jobs/good.md", alias)], testConfig, now);
    expect(sound.map(({ file }) => file)).toEqual(["jobs/good.md"]);
  });
});

describe("the samples of a demo", () => {
  const demo = { ...testConfig, demo: "2026-11-22" };
  const sample = source("jobs/sample.md", {
    submitted: "2026-11-10",
    published: "2026-11-12",
    expires: "2026-12-01",
  });

  it.each([0, 365, 1826])(
    "look as old after %d days as on the day they were written for",
    (days) => {
      const later = at(addDays("2026-11-22", days));
      const [post] = readBoard([sample], demo, later).board.live;
      expect(post?.published).toBe(addDays("2026-11-12", days));
      expect(post?.job).toMatchObject({
        submitted: addDays("2026-11-10", days),
        expires: addDays("2026-12-01", days),
      });
    },
  );

  it("are not moved back for a build of an earlier day", () => {
    expect(readBoard([sample], demo, at("2026-11-15")).board.live[0]?.published).toBe("2026-11-12");
  });

  it("do not affect posts that were added later, or those of a real board", () => {
    const own = source("jobs/own.md", { submitted: "2026-11-23" });
    const later = at("2026-12-24");
    expect(readBoard([own], demo, later).board.live[0]?.published).toBe("2026-11-23");
    expect(readBoard([sample], testConfig, later).board.live).toEqual([]);
  });
});
