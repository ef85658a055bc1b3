/**
 * Keeps the numbers of a list that leaves some out. Markdown counts on from the first, so “1.” and “3.” would be
 * shown as 1 and 2. Lists whose numbers do not rise, such as “1.” on every line, are counted as usual.
 */
import type MarkdownIt from "markdown-it";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** Makes markdown-it give the entries of a list the numbers that they have in the text. */
export function listNumbers(markdown: MarkdownIt): void {
  markdown.core.ruler.push("list_numbers", ({ tokens }) => {
    for (const entries of numberedLists(tokens)) {
      const rises = entries.every((entry, index) => {
        const before = entries[index - 1];
        return !before || numberOf(before) < numberOf(entry);
      });
      if (!rises) continue;
      for (const [index, entry] of entries.entries()) {
        const before = entries[index - 1];
        const isNext = !before || numberOf(entry) === numberOf(before) + 1;
        if (!isNext) entry.attrSet("value", String(numberOf(entry)));
      }
    }
  });
}

/** The entries of each numbered list. */
function numberedLists(tokens: readonly Token[]): Token[][] {
  const lists: Token[][] = [];
  const open: (Token[] | undefined)[] = [];
  for (const token of tokens) {
    if (token.type === "ordered_list_open" || token.type === "bullet_list_open") {
      const list = token.type === "ordered_list_open" ? [] : undefined;
      if (list) lists.push(list);
      open.push(list);
    } else if (token.type === "list_item_open") open.at(-1)?.push(token);
    else if (/^(?:ordered|bullet)_list_close$/.test(token.type)) open.pop();
  }
  return lists;
}

function numberOf({ info }: Token): number {
  return Number.parseInt(info, 10);
}
