/** Builds nested lists from a row of entries that only say how deep they are, as word processors write them. */
import type { BlockContent, DefinitionContent, List, ListItem } from "mdast";

export type Content = BlockContent | DefinitionContent;

export type Entry = {
  type: "entry";
  level: number;
  /** Of a numbered entry; `undefined` in a list with bullets. */
  number: number | undefined;
  children: Content[];
};

/** A page shows lists up to this depth; the renderer of posts has a limit. Deeper entries join their parent's list. */
const deepest = 5;

/** Replaces each row of entries by its list. */
export function withLists(parts: readonly (Content | Entry)[]): Content[] {
  return replaceRows(parts, (part): part is Entry => part.type === "entry", nest);
}

/** Replaces each row of neighboring parts of one kind by what is made of it. */
export function replaceRows<Part, Member extends Part, Made>(
  parts: readonly Part[],
  isMember: (part: Part) => part is Member,
  make: (row: readonly Member[]) => readonly Made[],
): (Exclude<Part, Member> | Made)[] {
  const made: (Exclude<Part, Member> | Made)[] = [];
  let row: Member[] = [];
  for (const part of parts) {
    if (isMember(part)) row.push(part);
    else {
      made.push(...make(row), part as Exclude<Part, Member>);
      row = [];
    }
  }
  return [...made, ...make(row)];
}

function nest(entries: readonly Entry[]): List[] {
  const lists: List[] = [];
  const open: OpenList[] = [];
  for (const entry of entries) {
    closeDeeper(open, entry.level);
    const top = open.at(-1);
    const isDeeper = top !== undefined && top.level < entry.level;
    const item: ListItem = { type: "listItem", spread: false, children: entry.children };
    if (top && !isDeeper && top.list.ordered === isNumbered(entry)) top.list.children.push(item);
    else {
      if (!isDeeper) open.pop();
      const list = listOf(entry, item);
      const holder = open.at(-1)?.list.children.at(-1);
      if (holder) holder.children.push(list);
      else lists.push(list);
      open.push({ level: entry.level, list });
    }
  }
  return lists;
}

type OpenList = { level: number; list: List };

/** The outermost list stays open, also for entries above its own level. */
function closeDeeper(open: OpenList[], level: number): void {
  while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
  const top = open.at(-1);
  if (top) top.level = Math.min(top.level, level);
}

function listOf(entry: Entry, item: ListItem): List {
  const ordered = isNumbered(entry);
  return { type: "list", ordered, start: entry.number ?? null, spread: false, children: [item] };
}

function isNumbered({ number }: Entry): boolean {
  return number !== undefined;
}

/** Moves the entries of lists that are nested too deeply up, so that none is lost. */
export function limitDepth(blocks: readonly Content[], depth = 0): Content[] {
  return blocks.map((block) => {
    if (block.type === "blockquote")
      return { ...block, children: limitDepth(block.children as Content[], depth + 1) };
    if (block.type !== "list") return block;
    return { ...block, children: block.children.flatMap((item) => limitedItem(item, depth + 1)) };
  });
}

function limitedItem(item: ListItem, depth: number): ListItem[] {
  if (depth < deepest)
    return [{ ...item, children: limitDepth(item.children as Content[], depth) }];
  const own = item.children.filter(({ type }) => type !== "list");
  const below = item.children.flatMap((child) =>
    child.type === "list" ? child.children.flatMap((inner) => limitedItem(inner, depth)) : [],
  );
  return own.length > 0 ? [{ ...item, children: own }, ...below] : below;
}
