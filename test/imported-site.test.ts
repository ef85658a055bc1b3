/** A board that moves in: its dump is imported, the site is built, and its old addresses are asked for. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dumpJob, vocabularyObjects } from "../src/board/import/fixtures.ts";
import { exampleConfig } from "./example-job.ts";
import { buildFolder } from "./example-site.ts";
import { runScript } from "./run-script.ts";

const BOARD_NOW = "2026-11-28T12:00:00Z";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "imported-"));
  const over = { status: "expired", expires: "2026-11-01T00:00:00Z", company_name: "Fog Ltd" };
  const other = { city: "Lyon", country: "France", location_slug: "lyon-france" };
  const dump = [
    ...vocabularyObjects,
    dumpJob(8001, { created: "2026-11-25T08:00:00Z", expires: "2027-02-23T08:00:00Z" }),
    dumpJob(8002, over),
    dumpJob(8003, { ...over, ...other, status: "archived" }),
  ];
  await writeFile(join(folder, "dump.json"), JSON.stringify(dump));
  const { code, stderr } = await runScript(
    "import",
    ["--from", "pythondotorg", "dump.json", "--out", "jobs", "--with-archive"],
    { directory: folder, variables: { BOARD_NOW }, settings: exampleConfig },
  );
  if (code !== 0) throw new Error(stderr);
  await buildFolder(folder, join(folder, "site"), exampleConfig, { BOARD_NOW });
});

afterAll(() => rm(folder, { recursive: true }));

function read(path: string): Promise<string> {
  return readFile(join(folder, "site", path), "utf8");
}

const post = "/jobs/2026-11-25-lighthouse-logic-ltd-python-developer-cork/";

it.each([
  ["/jobs/8001/", post],
  ["/jobs/8002/", "/jobs/2026-10-15-fog-ltd-python-developer-cork/"],
  ["/jobs/location/cork-ireland/", "/jobs/location/cork-ie/"],
  ["/jobs/location/lyon-france/", "/jobs/locations/"],
  ["/jobs/category/webmaster/", "/jobs/categories/"],
  ["/jobs/type/twisted/", "/jobs/types/"],
])("%s leads to %s", async (from, to) => {
  expect(await read(`${from}index.html`)).toContain(`content="0; url=${to}"`);
  expect((await read("_redirects")).split("\n")).toContain(`${from} ${to} 301`);
  expect(await read(`${to}index.html`)).toContain("<main");
});

it("lists what is live, without announcing it, and keeps the days of what is not", async () => {
  const list = await read("jobs/index.html");
  expect(list).toContain(post);
  expect(list).not.toMatch(/class="[^"]*new/);
  expect(await read("jobs/feed/rss/index.xml")).not.toContain("<item>");
  expect(await read("jobs/archive/2026/11/index.html")).toContain("Fog Ltd");
});
