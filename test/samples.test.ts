import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { jobFormat, markChecked } from "../admin/job-format.ts";
import { addDays, startOf } from "../src/board/days.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { isSample } from "../src/board/post/sample.ts";
import { boardConfig } from "../src/board.config.ts";
import { readJobFiles } from "../src/services/job-files.ts";

/** The samples in jobs/, by the day in their names, because one may be broken. */
const sources = readJobFiles("jobs").filter(({ file }) => {
  const [submitted] = /\d{4}-\d\d-\d\d/.exec(file) ?? [];
  return submitted !== undefined && isSample({ submitted }, boardConfig);
});

const format = jobFormat(boardConfig);

describe.runIf(boardConfig.demo)("the samples of a new clone", () => {
  it.each([0, 365, 1826])(
    "have no error %d days later, and only the advice that a reviewer would give",
    (days) => {
      const now = startOf(addDays(boardConfig.demo ?? "", days));
      const { problems, sound } = checkSources(sources, boardConfig, now);
      expect(sound.length).toBeGreaterThanOrEqual(14);
      expect(sound).toHaveLength(sources.length);
      expect(
        problems.map(({ file, rule }) => [rule, file.replace(/^jobs\/\d{4}-\d\d-\d\d-/, "")]),
      ).toEqual([
        ["worldwide", "marrowbone-docs-and-co-technical-writer-for-a-python-sdk.md"],
        ["worldwide", "tidewater-maps-backend-engineer-route-planning.md"],
      ]);
    },
  );

  it.each(sources.map(({ file }) => file))("pass through the CMS unchanged: %s", async (file) => {
    const content = await readFile(file, "utf8");
    expect(format.toFile(markChecked({ ...format.fromFile(content) }))).toBe(content);
  });

  it("have the board’s own heading, so others that mean it do not count", () => {
    const strict = { ...boardConfig, requirementsHeadings: [] };
    const now = startOf(boardConfig.demo ?? "");
    const jobs = (config: typeof boardConfig) =>
      checkSources(sources, config, now).sound.map(({ job }) => job);
    expect(jobs(boardConfig)).toEqual(jobs(strict));
  });
});
