/** Reads JSON of any size, and tables, value by value, so that no more than one of them is in memory. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { JSONParser } from "@streamparser/json";
import { parse } from "csv-parse";

/** The rest of a file cannot be read. What was before it is sound. */
export class BrokenInput extends Error {
  override readonly name = "BrokenInput";
}

/** The entries of the list that a JSON file has. Throws a BrokenInput where it ends to be JSON. */
export async function* jsonEntries(path: string): AsyncGenerator<unknown> {
  const found: unknown[] = [];
  let failure: Error | undefined;
  const parser = new JSONParser({ paths: ["$.*"], keepStack: false });
  parser.onValue = ({ value }) => void found.push(value);
  parser.onError = (error) => {
    failure ??= error;
  };
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes: Uint8Array = chunk;
    const start = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
    isFirst = false;
    parser.write(bytes.subarray(start));
    yield* found.splice(0);
    if (failure) break;
  }
  if (!failure && !parser.isEnded) parser.end();
  if (failure) throw new BrokenInput(failure.message, { cause: failure });
}

/** Whether a file is JSON with a list in it. */
export async function isJsonList(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
  return /^\ufeff?\s*\[/.test(buffer.toString("utf8", 0, bytesRead));
}

/** A row of a table: its cells by the names of the columns, and its line. */
export type TableRow = { cells: Readonly<Record<string, string>>; line: number };

/** The rows of a table whose first line names the columns. Throws a BrokenInput where it cannot be read. */
export async function* tableRows(path: string): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    encoding: (await isUtf8(path)) ? "utf8" : "latin1",
    delimiter: await delimiterOf(path),
    columns: (names: string[]) => distinct(names.map((name) => name.trim())),
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
  });
  const input = createReadStream(path);
  // Otherwise nobody would hear of a file that cannot be read.
  input.on("error", (error) => parser.destroy(error));
  try {
    for await (const { record, info } of input.pipe(parser))
      yield { cells: record, line: info.lines };
  } catch (error) {
    throw new BrokenInput(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Whether a file is UTF-8. Programs for tables often write the code page of their country instead. */
export async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    // A file that cannot be read at all is reported by whoever reads it.
    return !(error instanceof TypeError);
  }
}

/** Semicolons where a comma separates decimals, and tabs from the clipboard, are as usual as commas. */
async function delimiterOf(path: string): Promise<string> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
  const [header = ""] = buffer.toString("utf8", 0, bytesRead).split(/\r?\n/);
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Two columns of one name would be one. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
