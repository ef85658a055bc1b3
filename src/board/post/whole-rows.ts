/** Keeps the cells of a table's row for which its head has no column. markdown-it leaves them out. */
import MarkdownIt from "markdown-it";

type Rules = Parameters<MarkdownIt["block"]["ruler"]["at"]>[1];
type State = Parameters<Rules>[0];
type Token = State["tokens"][number];

/** Makes markdown-it read each row of a table to its end. */
export function wholeRows(markdown: MarkdownIt): void {
  const { ruler } = markdown.block;
  // Not by the name of the function, which is another one in scripts of pages.
  const [table] = new MarkdownIt("zero").enable("table").block.ruler.getRules("");
  if (!table) throw new Error("markdown-it has no rule for tables.");
  ruler.at(
    "table",
    (state, start, end, silent) => {
      const before = state.tokens.length;
      if (!table(state, start, end, silent)) return false;
      if (silent) return true;
      for (const token of withAllCells(state.tokens.splice(before), state))
        state.tokens.push(token);
      return true;
    },
    { alt: ["paragraph", "reference"] },
  );
}

function withAllCells(table: readonly Token[], state: State): Token[] {
  let cells: string[] = [];
  return table.flatMap((token) => {
    if (token.type === "tr_open") cells = cellsOf(token, state);
    else if (token.type === "td_open" || token.type === "th_open") cells.shift();
    else if (token.type === "tr_close") {
      return [...cells.flatMap((text) => cellWith(text, token.level, state)), token];
    }
    return [token];
  });
}

/** As markdown-it splits them, without empty ones at the end. */
function cellsOf({ map }: Token, { src, bMarks, tShift, eMarks }: State): string[] {
  const line = map?.[0] ?? -1;
  const text = src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trim();
  const cells = text.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|"));
  if (cells[0] === "") cells.shift();
  while (cells.at(-1)?.trim() === "") cells.pop();
  return cells;
}

function cellWith(content: string, level: number, { Token }: State): Token[] {
  const open = new Token("td_open", "td", 1);
  const text = new Token("inline", "", 0);
  const close = new Token("td_close", "td", -1);
  Object.assign(text, { content: content.trim(), children: [], level: level + 2 });
  return [
    Object.assign(open, { level: level + 1 }),
    text,
    Object.assign(close, { level: level + 1 }),
  ];
}
