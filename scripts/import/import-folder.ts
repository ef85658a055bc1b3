/** What an import keeps beside the folder of posts: the record, old addresses, corrections, and the mapping of columns. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { importCommand as words } from "#words/import.ts";
import type { CsvMapping } from "../../src/board/import/csv-columns.ts";
import { readMapping } from "../../src/board/import/csv-columns.ts";
import type { ImportRecord } from "../../src/board/import/import-record.ts";
import { importRecordText, readImportRecord } from "../../src/board/import/import-record.ts";
import type { Corrections } from "../../src/board/import/imported-post.ts";
import type { OldAddresses } from "../../src/board/import/old-addresses.ts";
import { oldAddressesText } from "../../src/board/import/old-addresses.ts";
import { importFolder, readOldAddressesOf } from "../../src/services/old-addresses.ts";

/** The files about one source. */
export class ImportFolder {
  readonly #jobsDir: string;
  readonly #source: string;

  /** @param jobsDir the folder of posts, which it belongs to */
  constructor(jobsDir: string, source: string) {
    this.#jobsDir = jobsDir;
    this.#source = source;
  }

  get corrections(): string {
    return this.#path("corrections.yaml");
  }

  get mapping(): string {
    return this.#path("columns.json");
  }

  /** Empty before the first import. */
  async readRecord(): Promise<ImportRecord> {
    const path = this.#path(`${this.#source}.json`);
    const text = await readIfThere(path);
    if (text === undefined) return new Map();
    return readImportRecord(text, (why) => new Error(words.brokenRecord(path, why)));
  }

  async writeRecord(record: ImportRecord): Promise<void> {
    await replaceFile(this.#path(`${this.#source}.json`), importRecordText(record));
  }

  readOldAddresses(): Promise<OldAddresses> {
    return readOldAddressesOf(this.#jobsDir);
  }

  async writeOldAddresses(table: OldAddresses): Promise<void> {
    if (Object.keys(table).length === 0) return;
    await replaceFile(this.#path("redirects.json"), oldAddressesText(table));
  }

  async readCorrections(): Promise<Corrections> {
    const text = await readIfThere(this.corrections);
    if (!text?.trim()) return {};
    const refuse = (why: string) => new Error(words.brokenCorrections(this.corrections, why));
    let value: unknown;
    try {
      value = load(text, { schema: CORE_SCHEMA });
    } catch (error) {
      throw refuse(error instanceof Error ? error.message : String(error));
    }
    if (value === null || value === undefined) return {};
    const isOne = (one: unknown) => one === "skip" || (typeof one === "object" && one !== null);
    const wrong = Object.entries(value).find(([, one]) => !isOne(one) || Array.isArray(one));
    if (typeof value !== "object" || Array.isArray(value) || wrong) throw refuse(wrong?.[0] ?? "");
    return value as Corrections;
  }

  async readMapping(): Promise<CsvMapping | undefined> {
    const text = await readIfThere(this.mapping);
    if (text === undefined) return undefined;
    try {
      const mapping = readMapping(JSON.parse(text));
      if (mapping) return mapping;
    } catch {
      // It is reported below.
    }
    throw new Error(words.brokenMapping(this.mapping));
  }

  async writeMapping(mapping: CsvMapping): Promise<void> {
    await replaceFile(this.mapping, `${JSON.stringify(mapping, null, 2)}\n`);
  }

  #path(name: string): string {
    return join(importFolder(this.#jobsDir), name);
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
