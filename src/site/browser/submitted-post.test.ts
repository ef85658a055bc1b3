import fc from "fast-check";
import nunjucks from "nunjucks";
import { describe, expect, it } from "vitest";
import * as post from "#words/post.ts";
import { submitted } from "#words/reviewer-pages.ts";
import { at, jobWith, testConfig } from "../../board/fixtures.ts";
import { writeJobFile } from "../../board/job/file.ts";
import type { Job } from "../../board/job/schema.ts";
import { createTemplates } from "../templates.ts";
import { previewOf } from "./submitted-post.ts";

const path = "jobs/2026-11-22-x.md";
const now = at("2026-11-25T12:00:00Z");

function textOf(job: Job): string {
  const written = writeJobFile(path, job, testConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

function preview(text: string, { isNew = true, config = testConfig, file = path } = {}) {
  const content = new TextEncoder().encode(text);
  return previewOf({ path: file, content, isNew }, config, now);
}

const sound = textOf(jobWith({ submitted: "2026-11-22" }));

describe("the preview of a new post", () => {
  it("is the post as if it were listed today", () => {
    const { post, problems, missing } = preview(sound);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(post?.published).toBe("2026-11-25");
    expect(post?.isLive).toBe(true);
    expect(missing).toEqual({});
  });

  it("has its problems, errors first", () => {
    const flawed = sound
      .replace(/^category: .*$/m, "category: nonsense")
      .replace(/^title: .*$/m, "title: SENIOR DJANGO DEVELOPER");
    const { post, problems, missing } = preview(flawed);
    expect(problems[0]).toMatchObject({ field: "category", rule: "schema", severity: "error" });
    expect(problems.map(({ rule }) => rule)).toContain("shouting-title");
    expect(post?.job.title).toBe("SENIOR DJANGO DEVELOPER");
    expect(missing).toEqual({ category: true });
  });

  it("has no post if its fields cannot be read", () => {
    const { post, problems } = preview("no fields");
    expect(post).toBeUndefined();
    expect(problems).toMatchObject([{ rule: "fences", severity: "error" }]);
  });

  it("refuses an invalid name", () => {
    const { post, problems } = preview(sound, { file: "jobs/Bad Name.md" });
    expect(problems).toContainEqual(expect.objectContaining({ rule: "path", severity: "error" }));
    expect(post).toBeDefined();
  });
});

describe("the preview of a changed post", () => {
  it("keeps the day of the first listing, as far as the file has it", () => {
    expect(preview(sound, { isNew: false }).post?.published).toBe("2026-11-22");
    const listed = textOf(jobWith({ submitted: "2026-11-22", published: "2026-11-23" }));
    expect(preview(listed, { isNew: false }).post?.published).toBe("2026-11-23");
  });

  it("shows a sample as young as the site does", () => {
    const config = { ...testConfig, demo: "2026-11-22" };
    expect(preview(sound, { isNew: false, config }).post?.published).toBe("2026-11-25");
  });

  it("is not checked by rules for new posts only", () => {
    const renewed = ["2026-07-01", "2026-09-01", "2026-10-01", "2026-11-01"];
    const often = textOf(jobWith({ submitted: "2026-05-01", renewed }));
    const rulesOf = (isNew: boolean) => preview(often, { isNew }).problems.map(({ rule }) => rule);
    expect(rulesOf(true)).toContain("renewals");
    expect(rulesOf(false)).not.toContain("renewals");
  });
});

describe("any file", () => {
  const templates = createTemplates(
    new nunjucks.FileSystemLoader("src/site/_includes"),
    testConfig,
    { post, submitted },
  );
  const lines = sound.split("\n");
  const values = ["[]", "{}", "null", "-1", "true", "''", "[a, [b]]", "{min: x}", "2026-02-30"];

  it("can be shown, or its problems can, however broken it is", () => {
    const line = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom(...lines));
    const change = fc.record({
      at: fc.nat(lines.length - 1),
      // Keeps the name of the field and replaces its value, or replaces the line.
      becomes: fc.oneof(
        fc
          .constantFrom(...values)
          .map((value) => (old: string) => old.replace(/: .*/, `: ${value}`)),
        line.map((text) => () => text),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (changes, isNew) => {
          const changed = [...lines];
          for (const { at: index, becomes } of changes) {
            changed[index] = becomes(changed[index] ?? "");
          }
          const file = { path, isNew, otherFiles: 0 };
          const context = preview(changed.join("\n"), { isNew });
          expect(context.post ?? context.problems[0]).toBeDefined();
          expect(templates.render("submitted.njk", { ...context, file })).toContain(path);
        },
      ),
    );
  });
});
