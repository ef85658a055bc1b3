/**
 * Keeps what is nested more deeply than markdown-it reads. It would leave out that part and everything after it, so
 * a heading below a list of ten levels would be lost.
 */
import type MarkdownIt from "markdown-it";

type State = Parameters<MarkdownIt["block"]["tokenize"]>[0];

/** Makes markdown-it read what is nested too deeply as plain lines. */
export function deepBlocks(markdown: MarkdownIt): void {
  const { block } = markdown;
  // The types lack it.
  const { maxNesting = 20 } = markdown.options as { maxNesting?: number };
  const tokenize = block.tokenize.bind(block);
  block.tokenize = (state, start, end) => {
    if (state.level >= maxNesting) readLines(state, start, end);
    else tokenize(state, start, end);
  };
}

/** Each line is a paragraph, as far as the list or quotation that it is in goes. */
function readLines(state: State, start: number, end: number): void {
  let line = state.skipEmptyLines(start);
  // A list shows its paragraphs without space around them, which only suits the first.
  let type = "paragraph";
  while (line < end && (state.sCount[line] ?? 0) >= state.blkIndent) {
    state.push(`${type}_open`, "p", 1).map = [line, line + 1];
    const text = state.push("inline", "", 0);
    text.content = state.getLines(line, line + 1, state.blkIndent, false).trim();
    text.map = [line, line + 1];
    text.children = [];
    state.push(`${type}_close`, "p", -1);
    line = state.skipEmptyLines(line + 1);
    type = "line";
  }
  state.line = line;
}
