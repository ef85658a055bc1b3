import { describe, expect, it } from "vitest";
import { readJobFile } from "../job/file.ts";
import { archivedJobPath } from "../job/path.ts";
import { dumpJob, importContext, importNow, vocabularyObjects } from "./fixtures.ts";
import { importRecordText, readImportRecord } from "./import-record.ts";
import type { ReportEntry } from "./import-report.ts";
import type { Corrections } from "./imported-post.ts";
import { Importer } from "./importer.ts";
import type { DumpObject } from "./pythondotorg.ts";
import { readJob, VocabularyReader } from "./pythondotorg.ts";

const vocabulary = new VocabularyReader();
for (const object of vocabularyObjects) vocabulary.read(object);

/** A folder of posts that is imported into several times. */
class Folder {
  readonly files = new Map<string, string>();
  record = new Map();
  corrections: Corrections = {};
  now = importNow;

  import(jobs: readonly DumpObject[], options: { withArchive?: boolean; since?: string } = {}) {
    const today = this.now.toISODate();
    const board = { ...importContext, today };
    // As it is written and read again.
    this.record = readImportRecord(importRecordText(this.record), Error);
    const importer = new Importer(board, {
      record: this.record,
      corrections: this.corrections,
      posts: { textOf: (file) => this.files.get(file), others: this.others },
      hash: (text) => `#${text}`,
      withArchive: false,
      now: this.now,
      ...options,
    });
    const entries = jobs.map((object): ReportEntry => {
      const first = this.record.get(String(object.pk))?.on;
      const job = readJob(object, vocabulary, board, this.now.toISO(), first);
      const { entry, write } = importer.add(job);
      if (write) this.files.set(write.file, write.text);
      return entry;
    });
    return [...entries, ...importer.missing()];
  }

  /** The only post. */
  get file(): string {
    return [...this.files.keys()][0] ?? "";
  }

  get job() {
    const read = readJobFile(this.file, this.files.get(this.file) ?? "", importContext.config);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    return read.job;
  }

  edit(change: (text: string) => string): void {
    this.files.set(this.file, change(this.files.get(this.file) ?? ""));
  }

  private get others(): Map<string, string> {
    const imported = new Set([...this.record.values()].map(({ file }) => file));
    const own = [...this.files].filter(([file]) => !imported.has(file));
    return new Map(
      own.flatMap(([file, text]) => {
        const read = readJobFile(file, text, importContext.config);
        return read.ok ? (read.job.aliases ?? []).map((alias) => [alias, file] as const) : [];
      }),
    );
  }
}

const live = "jobs/2026-10-15-lighthouse-logic-ltd-python-developer-cork.md";

function results(entries: readonly ReportEntry[]): string[] {
  return entries.map(({ id, result }) => `${id} ${result}`);
}

describe("a first import", () => {
  it("writes live jobs, and closed ones only into the archive and if they are asked for", () => {
    const jobs = [dumpJob(1), dumpJob(2, { status: "expired", expires: "2026-11-01T00:00:00Z" })];
    const folder = new Folder();
    expect(results(folder.import(jobs))).toEqual(["1 live", "2 skipped"]);
    const whole = new Folder();
    expect(results(whole.import(jobs, { withArchive: true }))).toEqual(["1 live", "2 archived"]);
    const [, archived = ""] = whole.files.keys();
    expect(archived).toBe(
      "jobs/archive/2026/10/2026-10-15-lighthouse-logic-ltd-python-developer-cork-2.md",
    );
  });

  it("numbers the files of jobs with one day, company, title and city, and says so", () => {
    const folder = new Folder();
    const [, second] = folder.import([dumpJob(1), dumpJob(2)]);
    expect([...folder.files.keys()]).toEqual([live, live.replace(".md", "-2.md")]);
    expect(second?.repaired.map(({ message }) => message).join()).toContain("-2");
  });

  it("imports an id once, and leaves out what a person says and what has not changed", () => {
    const folder = new Folder();
    folder.corrections = { 2: "skip" };
    const jobs = [
      dumpJob(1),
      dumpJob(1),
      dumpJob(2),
      dumpJob(3, { updated: "2026-11-20T00:00:00Z" }),
    ];
    expect(results(folder.import(jobs, { since: "2026-11-01" }))).toEqual([
      "1 skipped",
      "1 skipped",
      "2 skipped",
      "3 live",
    ]);
  });

  it("reports a record that makes trouble and continues", () => {
    const importer = new Importer(importContext, {
      record: new Map(),
      corrections: {},
      posts: { textOf: () => undefined, others: new Map() },
      hash: String,
      withArchive: false,
      now: importNow,
    });
    const job = readJob(dumpJob(1), vocabulary, importContext, importNow.toISO());
    const { entry } = importer.add({
      ...job,
      read() {
        throw new Error("too deep");
      },
    });
    expect(entry).toMatchObject({ result: "failed", reason: "too deep" });
  });
});

describe("importing again", () => {
  it("changes nothing, also on a later day", () => {
    const folder = new Folder();
    const jobs = [dumpJob(1, { expires: "2028-01-01T00:00:00Z" })];
    folder.import(jobs);
    const text = folder.files.get(live);
    folder.now = importNow.plus({ days: 20 });
    expect(results(folder.import(jobs))).toEqual(["1 unchanged"]);
    expect(folder.files).toEqual(new Map([[live, text]]));
  });

  it("takes over what changed there, in the same file", () => {
    const folder = new Folder();
    folder.import([dumpJob(1)]);
    expect(results(folder.import([dumpJob(1, { job_title: "Lamp Keeper" })]))).toEqual([
      "1 updated",
    ]);
    expect([folder.files.size, folder.job.title]).toEqual([1, "Lamp Keeper"]);
  });

  it("goes on after an import that was cut off", () => {
    const folder = new Folder();
    folder.import([dumpJob(1)]);
    folder.record = new Map();
    expect(results(folder.import([dumpJob(1), dumpJob(2)]))).toEqual(["1 live", "2 live"]);
    expect(folder.files.size).toBe(2);
  });

  it("leaves a post alone that has the address already", () => {
    const folder = new Folder();
    folder.import([dumpJob(1)]);
    folder.record = new Map();
    folder.edit((text) => text.replace("forty", "fifty"));
    expect(results(folder.import([dumpJob(1)]))).toEqual(["1 kept"]);
    expect(folder.files.size).toBe(1);
  });

  it("never overwrites what was edited here, and says what to write if it closed there", () => {
    const folder = new Folder();
    folder.import([dumpJob(1)]);
    folder.edit((text) => text.replace("forty", "fifty"));
    const edited = folder.files.get(live);
    const closed = { status: "archived", updated: "2026-11-27T08:00:00Z", job_title: "Other" };
    const [entry] = folder.import([dumpJob(1, closed)]);
    expect(entry?.result).toBe("kept");
    expect(entry?.decide[0]?.write).toBe("closed: {on: 2026-11-27, reason: expired}");
    expect(folder.files.get(live)).toBe(edited);
  });

  it("never brings back what was archived or removed here", () => {
    const folder = new Folder();
    folder.import([dumpJob(1)]);
    const text = folder.files.get(live) ?? "";
    folder.files.delete(live);
    expect(folder.import([dumpJob(1)])[0]).toMatchObject({ result: "kept" });
    expect(folder.files.size).toBe(0);
    const archived = archivedJobPath(live.slice(5, -3), "2026-10-15");
    folder.files.set(archived, text);
    expect(folder.import([dumpJob(1)])[0]?.reason).toContain("archived here");
    expect([...folder.files.keys()]).toEqual([archived]);
  });

  it("closes here what was closed by hand there, without its people", () => {
    const folder = new Folder();
    folder.import([dumpJob(1)]);
    const closed = { status: "archived", updated: "2026-11-27T08:00:00Z" };
    expect(results(folder.import([dumpJob(1, closed)]))).toEqual(["1 closed"]);
    const { closed: closing, email, contact } = folder.job;
    expect({ closing, email, contact }).toEqual({
      closing: { on: "2026-11-27", reason: "expired" },
    });
    expect(results(folder.import([dumpJob(1, closed)]))).toEqual(["1 unchanged"]);
  });

  it("removes the text of what was removed there, live or archived", () => {
    const over = { status: "expired", expires: "2026-11-01T00:00:00Z" };
    for (const before of [{}, over]) {
      const folder = new Folder();
      folder.import([dumpJob(1, before)], { withArchive: true });
      const removed = { ...before, status: "removed", updated: "2026-11-27T08:00:00Z" };
      expect(results(folder.import([dumpJob(1, removed)]))).toEqual(["1 closed"]);
      expect(folder.job).toMatchObject({ title: "Removed post", closed: { reason: "removed" } });
      expect(folder.files.get(folder.file)).not.toContain("Lighthouse");
      expect(results(folder.import([dumpJob(1, removed)]))).toEqual(["1 unchanged"]);
    }
  });

  it("leaves it to the board to close what expires", () => {
    const folder = new Folder();
    folder.import([dumpJob(1)]);
    folder.now = importNow.plus({ days: 60 });
    expect(results(folder.import([dumpJob(1)]))).toEqual(["1 unchanged"]);
  });

  it("reports what is no longer in the export", () => {
    const folder = new Folder();
    folder.import([dumpJob(1), dumpJob(2, { company_name: "Other" })]);
    expect(results(folder.import([dumpJob(1)]))).toEqual(["1 unchanged", "2 kept"]);
  });
});

it("refuses a record that is damaged, because posts could be written twice", () => {
  for (const text of ["", "{}", '{"posts": {"1": {"file": 1}}}']) {
    expect(() => readImportRecord(text, (why) => new Error(`damaged: ${why}`))).toThrow("damaged");
  }
});
