/** `npm run import`: brings the posts of another board into a folder of posts, and reports on every record. */
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { results, importCommand as words } from "#words/import.ts";
import { postAddress } from "../src/board/addresses.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { dayOf, isDay } from "../src/board/days.ts";
import type { ImportRecord } from "../src/board/import/import-record.ts";
import type { ReportEntry } from "../src/board/import/import-report.ts";
import { countResults, reportPage } from "../src/board/import/import-report.ts";
import type { ImportContext, ImportedRecord } from "../src/board/import/imported-post.ts";
import type { Write } from "../src/board/import/importer.ts";
import { Importer } from "../src/board/import/importer.ts";
import { placeEntry } from "../src/board/import/old-addresses.ts";
import { readJobFile } from "../src/board/job/file.ts";
import { parseJobPath } from "../src/board/job/path.ts";
import type { Job } from "../src/board/job/schema.ts";
import { cityNames } from "../src/services/city-names.ts";
import { listJobFiles } from "../src/services/job-files.ts";
import { pathOf, replaceJobFile } from "../src/services/write-jobs.ts";
import { defineCommand, readNumber, startCommand, UsageError } from "./command.ts";
import { ImportFolder, replaceFile } from "./import/import-folder.ts";
import type { Source } from "./import/sources.ts";
import { openSource, sourceNames } from "./import/sources.ts";
import { printable, printableJson } from "./problem-report.ts";

const {
  from,
  out,
  "with-archive": withArchive,
  "dry-run": dryRun,
  json,
  since,
  most,
} = words.options;

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    from: { type: "string", ...from },
    out: { type: "string", ...out },
    "with-archive": { type: "boolean", ...withArchive },
    "dry-run": { type: "boolean", ...dryRun },
    json: { type: "boolean", ...json },
    since: { type: "string", ...since },
    most: { type: "string", ...most },
  },
  takesFiles: true,
} as const;

/** More files than GitHub shows of a pull request. */
const tooMany = 3000;

/** After so many files the record is written, so that a command that is cut off forgets few of them. */
const rememberEvery = 500;

export const command = defineCommand(definition, async (context, { flags, files }) => {
  const { config, directory, environment, print, printError } = context;
  const { name, out: target, limit } = readOptions(flags, files);
  const isDryRun = flags["dry-run"] ?? false;
  const jobsDir = resolve(directory, target);
  const folder = new ImportFolder(jobsDir, name);
  // Loaded here, because it takes a moment.
  const { markdownFromHtml: convert } = await import("../src/html-to-markdown/in-node.ts");
  const { now } = environment;
  const board = { config, cities: cityNames, today: dayOf(now), convert };
  const record = await folder.readRecord();
  const importer = new Importer(board, {
    record,
    corrections: await folder.readCorrections(),
    posts: postsIn(jobsDir, new Set([...record.values()].map(({ file }) => file)), config),
    hash: (text) => hash("sha256", text).slice(0, 32),
    withArchive: flags["with-archive"] ?? false,
    since: flags.since,
    now,
  });
  const paths = files.map((file) => resolve(directory, file));
  const source = await openSource(name, paths, { folder, board, now, record, context, isDryRun });
  const run = { importer, source, folder, board, jobsDir, isDryRun, limit };
  const { entries, written, isCut } = await importAll(run, record, flags.since === undefined);

  const report = join(directory, ".cache", "import", "report.html");
  const about = { source: name, isDryRun, corrections: folder.corrections };
  await replaceFile(report, reportPage(entries, about));
  const remarks = [
    ...[...source.problems, ...source.notes].map(printable),
    ...(config.demo === null ? [] : [words.samples]),
    ...(limit === undefined && written >= tooMany ? [words.tooMany(written)] : []),
    ...(isCut && limit !== undefined ? [words.stopped(limit)] : []),
  ];
  for (const remark of remarks) printError(remark);
  if (flags.json) print(printableJson(entries));
  else {
    const counts = countResults(entries).map(
      ([result, count]) => [results[result], count] as const,
    );
    print(words.summary(counts, entries.filter(({ decide }) => decide.length > 0).length));
    print(words.written(written, isDryRun));
    print(words.reportAt(report));
  }
  return source.problems.length > 0 ? 1 : 0;
});

if (import.meta.main) await startCommand(command);

function readOptions(flags: Flags, files: readonly string[]) {
  const name = sourceNames.find((one) => one === flags.from);
  if (!name) throw new UsageError(words.fromMissing);
  if (!flags.out) throw new UsageError(words.outMissing);
  if (files.length === 0) throw new UsageError(words.filesMissing);
  if (flags.since !== undefined && !isDay(flags.since)) throw new UsageError(words.badDay);
  const limit = flags.most === undefined ? undefined : readNumber(flags, "most", { most: 1e6 });
  return { name, out: flags.out, limit };
}

type Flags = { from?: string; out?: string; since?: string; most?: string };

type Run = {
  importer: Importer;
  source: Source;
  folder: ImportFolder;
  board: ImportContext;
  jobsDir: string;
  isDryRun: boolean;
  /** How many files to write at most. */
  limit: number | undefined;
};

/** @param isWhole whether what is not among the records is gone on the other board */
async function importAll(run: Run, record: ImportRecord, isWhole: boolean) {
  const { importer, source, folder, board, isDryRun } = run;
  const entries: ReportEntry[] = [];
  const addresses = { ...(await folder.readOldAddresses()), ...source.addresses() };
  const save = async () => {
    if (!isDryRun) await folder.writeRecord(record);
  };
  let written = 0;
  let isCut = false;
  try {
    for await (const item of source.records()) {
      isCut = written === run.limit;
      if (isCut) break;
      const { entry, write, job } = "failed" in item ? { entry: item.failed } : importer.add(item);
      entries.push(entry);
      if (!("failed" in item)) Object.assign(addresses, addressesOf(item, job, board));
      if (!write) continue;
      await apply(write, run);
      written += 1;
      if (written % rememberEvery === 0) await save();
    }
  } finally {
    await save();
    if (!isDryRun) await folder.writeOldAddresses(addresses);
  }
  const isComplete = isWhole && !isCut && source.problems.length === 0;
  if (isComplete) entries.push(...importer.missing());
  return { entries, written, isCut };
}

async function apply({ file, text }: Write, { jobsDir, isDryRun }: Run): Promise<void> {
  if (!isDryRun) await replaceJobFile(jobsDir, file, text);
}

/** The posts in the folder. Those that an import has written are only read when they are asked for. */
function postsIn(jobsDir: string, imported: ReadonlySet<string>, config: BoardConfig) {
  const textOf = (file: string) => {
    try {
      return readFileSync(pathOf(jobsDir, file), "utf8");
    } catch {
      return undefined;
    }
  };
  const others = new Map<string, string>();
  for (const { file } of filesIn(jobsDir)) {
    const path = parseJobPath(file);
    if ("refused" in path) continue;
    others.set(postAddress(path.slug), file);
    const read = imported.has(file) ? undefined : readJobFile(file, textOf(file) ?? "", config);
    if (read?.ok) for (const alias of read.job.aliases ?? []) others.set(alias, file);
  }
  return { textOf, others };
}

function filesIn(jobsDir: string) {
  try {
    return listJobFiles(jobsDir);
  } catch {
    return []; // The first import makes the folder.
  }
}

/** Where the list of the record’s place on the other board leads here. */
function addressesOf(
  { oldPlace, readPlace, listing }: ImportedRecord,
  job: Job | undefined,
  { cities }: ImportContext,
): Record<string, string> {
  if (!oldPlace || listing.state === "unlisted") return {};
  const entry = placeEntry(oldPlace, job ?? readPlace?.() ?? {}, cities);
  return entry ? { [entry[0]]: entry[1] } : {};
}
