import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { testConfig } from "../src/board/fixtures.ts";
import { dumpJob, vocabularyObjects } from "../src/board/import/fixtures.ts";
import type { ReportEntry } from "../src/board/import/import-report.ts";
import { runScript } from "../test/run-script.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "import-"));
  onTestFinished(() => rm(directory, { recursive: true }));
});

async function run(from: string, name: string, text: string, ...more: readonly string[]) {
  await writeFile(join(directory, name), text);
  return await runScript("import", ["--from", from, name, "--out", "jobs", ...more], {
    directory,
    variables: { BOARD_NOW: "2026-11-28T12:00:00Z" },
    settings: testConfig,
  });
}

function dump(...objects: readonly unknown[]): string {
  return JSON.stringify(objects, null, 2);
}

async function files(): Promise<string[]> {
  return (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /jobs/.test(entry.parentPath))
    .map((entry) => entry.name)
    .sort();
}

const post = "2026-10-15-lighthouse-logic-ltd-python-developer-cork.md";

describe("a dump", () => {
  it("is imported once, whatever the order of its objects, and reported", async () => {
    const text = dump(dumpJob(1), { model: "users.user", pk: 1, fields: {} }, ...vocabularyObjects);
    const first = await run("pythondotorg", "dump.json", text);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("Listed: 1");
    const written = [post, "pythondotorg.json", "redirects.json"];
    expect(await files()).toEqual(written);
    expect(await readFile(join(directory, "jobs", post), "utf8")).toContain("[back-end, web]");
    const table: unknown = JSON.parse(
      await readFile(join(directory, "jobs-import/redirects.json"), "utf8"),
    );
    expect(table).toMatchObject({ "/jobs/location/cork-ireland/": "/jobs/location/cork-ie/" });
    const again = await run("pythondotorg", "dump.json", text);
    expect(again.stdout).toContain("Unchanged: 1");
    expect(await files()).toEqual(written);
    const page = await readFile(join(directory, ".cache/import/report.html"), "utf8");
    expect(page).toContain("Lighthouse Logic Ltd");
  });

  it("gives its report as JSON, and writes nothing in a trial", async () => {
    const { stdout } = await run(
      "pythondotorg",
      "dump.json",
      dump(dumpJob(1), 7),
      "--dry-run",
      "--json",
    );
    const entries: ReportEntry[] = JSON.parse(stdout);
    expect(entries.map(({ id, result }) => [id, result])).toEqual([
      ["1", "live"],
      ["dump.json:2", "failed"],
    ]);
    expect(await files()).toEqual([]);
  });

  it("that breaks off is imported up to there, and fails", async () => {
    const whole = dump(dumpJob(1), dumpJob(2));
    const { code, stderr } = await run("pythondotorg", "dump.json", whole.slice(0, -200));
    expect(code).toBe(1);
    expect(stderr).toContain("is not complete JSON");
    expect(await files()).toContain(post);
  });

  it("is imported in parts, each for a pull request of its own", async () => {
    const text = dump(dumpJob(1), dumpJob(2), dumpJob(3));
    const first = await run("pythondotorg", "dump.json", text, "--most", "2");
    expect(first.stderr).toContain("Stopped after 2 files");
    const second = await run("pythondotorg", "dump.json", text, "--most", "2");
    expect(second.stdout).toContain("Listed: 1");
    expect(second.stderr).toBe("");
  });

  it("is corrected by a file, and refused if that cannot be read", async () => {
    const text = dump(dumpJob(1, { country: "Somewhere" }), ...vocabularyObjects);
    await mkdir(join(directory, "jobs-import"));
    const corrections = join(directory, "jobs-import/corrections.yaml");
    await writeFile(corrections, '"1": {country: IE}\n');
    expect((await run("pythondotorg", "dump.json", text)).stdout).toContain("Listed: 1");
    await writeFile(corrections, '"1": [\n');
    expect(await run("pythondotorg", "dump.json", text)).toMatchObject({ code: 1 });
  });
});

describe("a table", () => {
  it("is imported with semicolons and a byte order mark, and keeps what its columns are", async () => {
    const text =
      '\ufeffPosition;Employer;Ort;Country;Link;Posted;Text\nLamp Keeper;Lighthouse;Cork;Ireland;https://lighthouse.example.com/7;2026-11-20;"Python;\nlamps"\n';
    const first = await run("csv", "jobs.csv", text);
    expect(first.stdout).toContain("Cannot be imported: 1");
    expect(first.stderr).toContain("Columns that were not used: Ort");
    const kept = join(directory, "jobs-import/columns.json");
    await writeFile(kept, (await readFile(kept, "utf8")).replace('"Ort": null', '"Ort": "city"'));
    const second = await run("csv", "jobs.csv", text);
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toContain("Listed: 1");
  });

  it("of another encoding is read as Western European, which it says", async () => {
    await writeFile(
      join(directory, "old.csv"),
      Buffer.from("title,company\nX,Caf\u00e9\n", "latin1"),
    );
    const text = "title,company\nY,Caf\u00e9\n";
    const { stderr, stdout } = await run("csv", "new.csv", text, "old.csv", "--json");
    expect(stderr).toContain("old.csv is not UTF-8");
    const entries: ReportEntry[] = JSON.parse(stdout);
    expect(entries.map(({ title, company }) => title + company)).toEqual([
      "YCaf\u00e9",
      "XCaf\u00e9",
    ]);
  });

  it("with dates that can mean two days says so", async () => {
    const text = "title,company,posted\nA,B,11/05/2026\n";
    const { stderr, stdout } = await run("csv", "jobs.csv", text);
    expect(stderr).toContain('Set "dates"');
    expect(stdout).toContain("Cannot be imported: 1");
  });
});

describe("pages", () => {
  it("are imported, and reported if they have no posting", async () => {
    const posting = {
      "@type": "JobPosting",
      title: "Python Engineer",
      hiringOrganization: { name: "Kiln" },
      jobLocation: { address: { addressLocality: "Delft", addressCountry: "NL" } },
      description: "Kilns in Python.",
      datePosted: "2026-11-20",
      url: "https://kiln.example.com/jobs/1",
    };
    const page = `<script type="application/ld+json">${JSON.stringify(posting)}</script>`;
    expect((await run("jobposting", "a.html", page)).stdout).toContain("Listed: 1");
    const all = JSON.stringify([posting, { ...posting, title: "Potter" }]);
    expect((await run("jobposting", "a.json", all)).stdout).toContain("Listed: 1\nUnchanged: 1");
    expect(await run("jobposting", "b.html", "<p>x</p>")).toMatchObject({ code: 1 });
    expect(await run("jobposting", "b.html", "", "none.html")).toMatchObject({ code: 1 });
  });
});

it.each([
  [["--out", "jobs", "x.json"], "--from"],
  [["--from", "csv", "x.csv"], "--out"],
  [["--from", "csv", "--out", "jobs"], "FILE"],
  [["--from", "csv", "--out", "jobs", "--since", "May", "x.csv"], "--since"],
])("%j is not understood", async (parameters, what) => {
  const { code, stderr } = await runScript("import", parameters, { directory });
  expect(code).toBe(2);
  expect(stderr).toContain(what);
});
