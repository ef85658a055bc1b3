/** Opens what an import reads: the records of files, one after the other, and what is wrong with the files. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { imports, importCommand as words } from "#words/import.ts";
import type { Instant } from "../../src/board/days.ts";
import { readCsvRow } from "../../src/board/import/csv.ts";
import { readRow } from "../../src/board/import/csv-columns.ts";
import type { ImportRecord } from "../../src/board/import/import-record.ts";
import type { ReportEntry } from "../../src/board/import/import-report.ts";
import type { ImportContext, ImportedRecord } from "../../src/board/import/imported-post.ts";
import type { FoundPosting } from "../../src/board/import/job-posting.ts";
import { findPostings, postingsIn, readPosting } from "../../src/board/import/job-posting.ts";
import { oldListAddress, overviewFor } from "../../src/board/import/old-addresses.ts";
import {
  readJob,
  readObject,
  VocabularyReader,
  vocabularyAddresses,
} from "../../src/board/import/pythondotorg.ts";
import type { Context } from "../command.ts";
import { findMapping } from "./column-questions.ts";
import type { ImportFolder } from "./import-folder.ts";
import { BrokenInput, isJsonList, isUtf8, jsonEntries, tableRows } from "./read-values.ts";

export const sourceNames = ["pythondotorg", "jobposting", "csv"] as const;

type SourceName = (typeof sourceNames)[number];

/** A record, or what was read instead of one. */
type Item = ImportedRecord | { failed: ReportEntry };

export type Source = {
  records(): AsyncGenerator<Item>;
  /** The other board’s lists of categories and types whose names differ. */
  addresses(): Readonly<Record<string, string>>;
  /** Why files could not be read whole. Complete once all records are read. */
  problems: string[];
  /** What else to say. */
  notes: string[];
};

type Opening = {
  folder: ImportFolder;
  board: ImportContext;
  now: Instant;
  record: ImportRecord;
  context: Context;
  isDryRun: boolean;
};

export async function openSource(
  name: SourceName,
  paths: readonly string[],
  opening: Opening,
): Promise<Source> {
  switch (name) {
    case "pythondotorg":
      return await openDump(paths, opening);
    case "jobposting":
      return openPostings(paths, opening);
    case "csv":
      return await openTables(paths, opening);
  }
}

/** The values of a file until it breaks, which is reported. */
async function* untilBroken<Value>(
  path: string,
  values: AsyncGenerator<Value>,
  broken: (file: string, why: string) => string,
  problems: string[],
): AsyncGenerator<Value> {
  try {
    yield* values;
  } catch (error) {
    const isUnreadable = error instanceof Error && "code" in error;
    if (!(error instanceof BrokenInput || isUnreadable)) throw error;
    const say = error instanceof BrokenInput ? broken : words.unreadable;
    problems.push(say(path, error.message));
  }
}

function notARecord(origin: string): { failed: ReportEntry } {
  const nothing = { title: "", company: "", taken: [], repaired: [], dropped: [], decide: [] };
  return {
    failed: { id: origin, origin, ...nothing, result: "failed", reason: imports.notARecord },
  };
}

async function openDump(
  paths: readonly string[],
  { board, now, record }: Opening,
): Promise<Source> {
  const problems: string[] = [];
  const vocabulary = new VocabularyReader();
  // Categories and types may be behind the jobs that have them, or in another file.
  for (const path of paths) {
    for await (const value of untilBroken(path, jsonEntries(path), words.brokenJson, problems)) {
      const object = readObject(value);
      if (object && object.model !== "jobs.job") vocabulary.read(object);
    }
  }
  const moment = now.toISO();
  return {
    problems,
    notes: [],
    addresses: () =>
      Object.fromEntries(
        vocabularyAddresses(vocabulary, board.config).flatMap(({ kind, slug, ours }) => {
          const from = oldListAddress(kind, slug);
          const to = ours === undefined ? overviewFor(kind) : oldListAddress(kind, ours);
          return from && to ? [[from, to]] : [];
        }),
      ),
    async *records() {
      for (const path of paths) {
        let number = 0;
        // What is wrong with the file is known by now.
        for await (const value of untilBroken(path, jsonEntries(path), words.brokenJson, [])) {
          number += 1;
          const object = readObject(value);
          const { model } = Object(value) as { model?: unknown };
          const isOther = typeof model === "string" && model.toLowerCase() !== "jobs.job";
          if (object?.model === "jobs.job") {
            const first = record.get(String(object.pk))?.on;
            yield readJob(object, vocabulary, board, moment, first);
          } else if (!isOther) yield notARecord(`${basename(path)}:${number}`);
        }
      }
    },
  };
}

function openPostings(paths: readonly string[], { board, record }: Opening): Source {
  const problems: string[] = [];
  const firstImportedOf = (id: string) => record.get(id)?.on;
  async function* postingsOf(path: string): AsyncGenerator<FoundPosting> {
    if (await isJsonList(path)) {
      for await (const value of jsonEntries(path)) {
        yield* postingsIn(value).map((posting) => ({ posting, page: "" }));
      }
    } else yield* findPostings(await readFile(path, "utf8"));
  }
  return {
    problems,
    notes: [],
    addresses: () => ({}),
    async *records() {
      for (const path of paths) {
        let number = 0;
        const before = problems.length;
        const all = untilBroken(path, postingsOf(path), words.brokenJson, problems);
        for await (const found of all) {
          number += 1;
          yield readPosting(found, `${basename(path)}:${number}`, board, firstImportedOf);
        }
        if (number === 0 && problems.length === before) problems.push(words.noPostings(path));
      }
    },
  };
}

async function openTables(paths: readonly string[], opening: Opening): Promise<Source> {
  const { board, record, folder, context, isDryRun } = opening;
  const problems: string[] = [];
  const { mapping, notes } = await findMapping(
    paths.map((path) => () => untilBroken(path, tableRows(path), words.brokenCsv, problems)),
    { known: await folder.readMapping(), file: folder.mapping, context },
  );
  for (const path of paths) if (!(await isUtf8(path))) notes.push(words.notUtf8(path));
  if (!isDryRun) await folder.writeMapping(mapping);
  return {
    problems,
    notes,
    addresses: () => ({}),
    async *records() {
      for (const path of paths) {
        // What is wrong with the file is known by now.
        for await (const { cells, line } of untilBroken(
          path,
          tableRows(path),
          words.brokenCsv,
          [],
        )) {
          const row = readRow(cells, mapping);
          const origin = `${basename(path)}:${line}`;
          yield readCsvRow(row, origin, mapping, board, (id) => record.get(id)?.on);
        }
      }
    },
  };
}
