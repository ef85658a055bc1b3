import { describe, expect, it } from "vitest";
import { addDays, startOf } from "../src/board/days.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { boardConfig } from "../src/board.config.ts";
import { readJobFiles } from "../src/services/job-files.ts";

const sources = await readJobFiles("jobs");
const written = boardConfig.demo ?? "2026-11-22";

describe("the samples that a clone begins with", () => {
  it.each([0, 365, 1826])(
    "have no error %d days later, and only the advice that a reviewer would give",
    (days) => {
      const { problems, sound } = checkSources(
        sources,
        boardConfig,
        startOf(addDays(written, days)),
      );
      expect(sound).toHaveLength(sources.length);
      expect(
        problems.map(({ file, rule }) => [rule, file.replace(/^jobs\/\d{4}-\d\d-\d\d-/, "")]),
      ).toEqual([
        ["worldwide", "marrowbone-docs-and-co-technical-writer-for-a-python-sdk.md"],
        ["text-language", "qinghe-data-python.md"],
        ["text-language", "waha-logistics-mhnds-brmjyat-khlfyt-awl-python-wdjango.md"],
        ["worldwide", "tidewater-maps-backend-engineer-route-planning.md"],
      ]);
    },
  );
});
