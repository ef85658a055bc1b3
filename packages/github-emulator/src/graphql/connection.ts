/** Pages of lists. https://docs.github.com/graphql/guides/using-pagination-in-the-graphql-api */
import { QueryError } from "./errors.ts";
import type { Arguments } from "./fields.ts";

/** The sort key of an item. A cursor stays valid when items are added or deleted. */
export type Position = readonly (string | number)[];

export type List<Item> = {
  /** Sorted by their positions. */
  items: readonly Item[];
  positionOf(item: Item, index: number): Position;
  isDescending?: boolean;
  node(item: Item): unknown;
  /** Further fields of an edge. */
  edge?(item: Item): object;
};

/** GitHub's limit for `first` and `last`. */
export const longestPage = 100;

const cursorStart = "cursor:v2:";

/** The requested page. Throws a QueryError as GitHub does. */
export function connection<Item>(given: Arguments, list: List<Item>) {
  const { first, last } = readBoundaries(given);
  const positions = list.items.map((item, index) => list.positionOf(item, index));
  const sign = list.isDescending ? -1 : 1;
  const after = readCursor(given, "after");
  const before = readCursor(given, "before");
  const isAfter = (position: Position) => !after || sign * compare(position, after) > 0;
  const isBefore = (position: Position) => !before || sign * compare(position, before) < 0;
  const lower = positions.filter((position) => !isAfter(position)).length;
  const upper = Math.max(lower, positions.filter(isBefore).length);
  const start = last === undefined ? lower : Math.max(lower, upper - last);
  const end = first === undefined ? upper : Math.min(upper, lower + first);
  const cursors = positions.slice(start, end).map(cursorOf);
  const page = list.items.slice(start, end);
  return {
    totalCount: list.items.length,
    pageInfo: {
      hasNextPage: end < list.items.length,
      hasPreviousPage: start > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    nodes: () => page.map((item) => list.node(item)),
    edges: () =>
      page.map((item, index) => ({
        cursor: cursors[index],
        node: list.node(item),
        ...list.edge?.(item),
      })),
  };
}

function readBoundaries(given: Arguments): {
  first?: number | undefined;
  last?: number | undefined;
} {
  const first = given.number("first");
  const last = given.number("last");
  const [name, size] = first === undefined ? ["last", last] : ["first", first];
  if (size === undefined) {
    // Counting needs no page.
    if (!given.selects(["nodes", "edges", "pageInfo"])) return {};
    throw new QueryError(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${given.field}\` connection.`,
    );
  }
  if (first !== undefined && last !== undefined) {
    throw new QueryError(
      "INVALID_PAGINATION_BOUNDARIES",
      `Passing both \`first\` and \`last\` to paginate the \`${given.field}\` connection is not supported.`,
    );
  }
  if (Number(size) < 1) {
    throw new QueryError(
      "INVALID_PAGINATION_BOUNDARIES",
      `\`${name}\` on the \`${given.field}\` connection cannot be less than one.`,
    );
  }
  if (Number(size) > longestPage) {
    throw new QueryError(
      "EXCESSIVE_PAGINATION",
      `Requesting ${size} records on the \`${given.field}\` connection exceeds the \`${name}\` limit of ${longestPage} records.`,
    );
  }
  return { first, last };
}

function cursorOf(position: Position): string {
  return Buffer.from(`${cursorStart}${JSON.stringify(position)}`).toString("base64");
}

function readCursor(given: Arguments, name: "after" | "before"): Position | undefined {
  const cursor = given.text(name);
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, "base64").toString();
  const position = text.startsWith(cursorStart) && parse(text.slice(cursorStart.length));
  if (Array.isArray(position)) return position;
  throw new QueryError(
    "INVALID_CURSOR_ARGUMENTS",
    `\`${cursor}\` does not appear to be a valid cursor.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Positions in the same list have parts of the same types. */
function compare(one: Position, other: Position): number {
  for (const [index, part] of one.entries()) {
    const counterpart = other[index] ?? "";
    if (part !== counterpart) return part < counterpart ? -1 : 1;
  }
  return 0;
}
