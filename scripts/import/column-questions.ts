/** Finds out what the columns of tables are: as it was kept, as their names tell, or as somebody at the terminal says. */

import { importCommand as words } from "#words/import.ts";
import type { Column, CsvMapping } from "../../src/board/import/csv-columns.ts";
import {
  columns,
  findAmbiguousDay,
  guessMapping,
  readRow,
} from "../../src/board/import/csv-columns.ts";
import type { Context } from "../command.ts";
import type { Questions } from "../questions.ts";
import { askAt, canAsk } from "../questions.ts";
import type { TableRow } from "./read-values.ts";

type Tables = readonly (() => AsyncGenerator<TableRow>)[];

type Asking = {
  /** What was kept. */
  known: CsvMapping | undefined;
  /** Where it is kept. */
  file: string;
  context: Context;
};

/** The mapping, and what to say if there is nobody to ask. */
export async function findMapping(
  tables: Tables,
  { known, file, context }: Asking,
): Promise<{ mapping: CsvMapping; notes: string[] }> {
  const { mapping, examples, ambiguous } = await look(tables, known);
  const isNew = (name: string) => !(known && Object.hasOwn(known.columns, name));
  const unused = Object.keys(mapping.columns).filter((name) => mapping.columns[name] === null);
  const date = mapping.dates === null ? ambiguous : undefined;
  if (!canAsk(context)) {
    const notes = [
      ...(unused.length > 0 ? [words.unusedColumns(unused, file)] : []),
      ...(date ? [words.ambiguousDates(date, file)] : []),
    ];
    return { mapping, notes };
  }
  const open = unused.filter(isNew);
  if (open.length === 0 && date === undefined) return { mapping, notes: [] };
  const answered = await askAt(context, async (questions) => {
    const answers: Record<string, Column | null> = {};
    for (const name of open) answers[name] = await askColumn(name, examples.get(name), questions);
    return { answers, dates: date ? await askOrder(date, questions) : mapping.dates };
  });
  const asked = { ...mapping.columns, ...answered.answers };
  return { mapping: { columns: asked, dates: answered.dates }, notes: [] };
}

async function look(tables: Tables, known: CsvMapping | undefined) {
  let mapping = known ?? { columns: {}, dates: null };
  const examples = new Map<string, string>();
  let ambiguous: string | undefined;
  for (const rows of tables) {
    let isFirst = true;
    for await (const { cells } of rows()) {
      if (isFirst) mapping = guessMapping(Object.keys(cells), mapping);
      isFirst = false;
      for (const [name, cell] of Object.entries(cells)) {
        if (cell && !examples.has(name)) examples.set(name, cell.slice(0, 60));
      }
      ambiguous ??= findAmbiguousDay(readRow(cells, mapping));
    }
  }
  return { mapping, examples, ambiguous };
}

async function askColumn(
  name: string,
  example: string | undefined,
  { ask, say }: Questions,
): Promise<Column | null> {
  for (;;) {
    const answer = await ask(words.askColumn(name, example ?? "", columns));
    const column = columns.find((one) => one === answer);
    if (column || answer === "") return column ?? null;
    say(words.noColumn(answer));
  }
}

async function askOrder(example: string, { ask }: Questions): Promise<CsvMapping["dates"]> {
  for (;;) {
    const answer = await ask(words.askDates(example));
    if (/^d/i.test(answer)) return "day-first";
    if (/^m/i.test(answer)) return "month-first";
  }
}
