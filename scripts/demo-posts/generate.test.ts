import { describe, expect, it } from "vitest";
import { addDays, startOf } from "../../src/board/days.ts";
import { at, testConfig } from "../../src/board/fixtures.ts";
import { maxFileBytes, readJobFile, writeJobFile } from "../../src/board/job/file.ts";
import { checkSources, readBoard } from "../../src/board/listing/read-board.ts";
import type { DemoOptions } from "./generate.ts";
import { generatePosts } from "./generate.ts";
import { fill } from "./text.ts";

const today = "2027-03-01";
const now = at("2027-03-01T12:00:00Z");

function generate(options: Partial<DemoOptions> = {}, config = testConfig) {
  return [...generatePosts({ count: 300, seed: 1, today, ...options }, config)];
}

function sourcesOf(files: ReturnType<typeof generate>) {
  return files.map(({ file, text }) => ({ file, content: new TextEncoder().encode(text) }));
}

const files = generate();
const posts = readBoard(sourcesOf(files), testConfig, now).board.live;

describe("generated posts", () => {
  it("are the same for the same seed and day, and differ for another", () => {
    expect(generate()).toEqual(files);
    expect(generate({ seed: 2 })).not.toEqual(files);
    expect(generate({ today: "2027-03-02" })).not.toEqual(files);
  });

  it("stay the same if more are requested", () => {
    expect(generate({ count: 40 })).toEqual(files.slice(0, 40));
  });

  it("are all listed on the given day, and were sent within the last 90 days", () => {
    expect(posts).toHaveLength(files.length);
    expect(posts.every(({ job }) => job.submitted > addDays(today, -90))).toBe(true);
    expect(posts.every(({ published }) => published <= today)).toBe(true);
  });

  it("have no errors, different addresses, and the board’s canonical form", () => {
    const { problems } = checkSources(sourcesOf(files), testConfig, now);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(new Set(files.map(({ file }) => file)).size).toBe(files.length);
    for (const { file, text } of files) {
      const read = readJobFile(file, text, testConfig);
      expect(read.ok && writeJobFile(file, read.job, testConfig)).toEqual({ ok: true, text });
    }
  });

  it("are as long as real ones", () => {
    const lengths = files.map(({ text }) => text.length).sort((a, b) => a - b);
    expect(lengths[0]).toBeGreaterThan(1000);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeGreaterThan(1800);
    expect(lengths.at(-1)).toBeLessThan(maxFileBytes / 8);
  });

  it.each([
    ["workplace", 3],
    ["category", 7],
    ["employment", 5],
    ["seniority", 4],
    ["country", 30],
  ] as const)("vary in %s", (field, kinds) => {
    expect(new Set(posts.map(({ job }) => job[field] ?? "-")).size).toBeGreaterThanOrEqual(kinds);
  });

  it("vary in lists and pay", () => {
    const used = new Set(posts.flatMap(({ job }) => job.job_types ?? []));
    expect(testConfig.types.filter(({ slug }) => !used.has(slug)).map(({ slug }) => slug)).toEqual(
      [],
    );
    expect(new Set(posts.map(({ job }) => job.salary?.currency)).size).toBeGreaterThan(15);
    expect(new Set(posts.map(({ job }) => job.salary?.per)).size).toBeGreaterThanOrEqual(5);
    expect(posts.some(({ job }) => job.remote_from === "worldwide")).toBe(true);
    expect(posts.some(({ job }) => job.places)).toBe(true);
  });

  it("link only to domains reserved for examples", () => {
    for (const { job } of posts) {
      const host = job.apply_url
        ? new URL(job.apply_url).hostname
        : (job.email ?? "").split("@")[1];
      expect(host).toMatch(/\.example\.(com|net|org)$/);
    }
  });

  it("are not moved into the future on a demo board", () => {
    const demo = { ...testConfig, demo: "2027-02-15" };
    const moved = readBoard(sourcesOf(generate({}, demo)), demo, now).board.live;
    expect(moved).toHaveLength(files.length);
    expect(moved.every(({ published }) => startOf(published) <= now)).toBe(true);
  });

  it("use the categories and types of another board", () => {
    const other = {
      ...testConfig,
      categories: [
        { slug: "gardener", name: "Gardener" },
        { slug: "florist", name: "Florist", retired: true as const },
      ],
      types: [{ slug: "roses", name: "Roses" }],
    };
    const { board, problems } = readBoard(sourcesOf(generate({ count: 30 }, other)), other, now);
    expect(problems).toEqual([]);
    expect(new Set(board.live.map(({ job }) => job.category))).toEqual(new Set(["gardener"]));
  });
});

describe("filling in a sentence", () => {
  it("rejects a placeholder without a value, and keeps braces in code samples", () => {
    expect(fill("{a} and {{ .Values.x }} {% if b %}", { a: "1" })).toBe(
      "1 and {{ .Values.x }} {% if b %}",
    );
    expect(() => fill("{b}", { a: "1" })).toThrow("“{b}” has no value");
  });
});
