/**
 * Remembers what an import has written, so that importing again is safe: what was edited, archived or removed here is
 * never written again.
 */
import type { Day } from "../days.ts";
import { isDay } from "../days.ts";

/** A post that was imported. */
export type RecordedPost = {
  /** The path that it was written to. */
  file: string;
  /** Tells the text that was written from others. */
  hash: string;
  /** The day on which it was first imported. */
  on: Day;
};

/** Everything imported from one source, by the ids of its records. */
export type ImportRecord = Map<string, RecordedPost>;

/** Reads a record. Throws an Error if it is none: without it, posts could be written twice. */
export function readImportRecord(text: string, refuse: (why: string) => Error): ImportRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  const { posts } = Object(value) as { posts?: unknown };
  if (typeof posts !== "object" || posts === null) throw refuse("posts");
  return new Map(
    Object.entries(posts).map(([id, post]) => {
      const { file, hash, on } = Object(post) as Partial<RecordedPost>;
      if (typeof file !== "string" || typeof hash !== "string" || !isDay(String(on)))
        throw refuse(id);
      return [id, { file, hash, on: String(on) }];
    }),
  );
}

/** The text of a record, one post on each line, in an order that does not change. */
export function importRecordText(record: ImportRecord): string {
  const order = new Intl.Collator("en", { numeric: true });
  const lines = [...record]
    .sort(([a], [b]) => order.compare(a, b) || (a < b ? -1 : 1))
    .map(
      ([id, { file, hash, on }]) =>
        `  ${JSON.stringify(id)}: ${JSON.stringify({ file, hash, on })}`,
    );
  return `{"posts": {\n${lines.join(",\n")}\n}}\n`;
}

/** What is at the path of a post now. */
export type Present = "as-written" | "edited" | "archived" | "gone";

/** What an import does about a post that is as it has written it. */
export type Reimport = "rewrite" | "close" | "leave";

/**
 * @param state what the other board says now
 * @param isOver whether the post as it was written is closed by now anyway
 */
export function planReimport(
  state: "live" | "closed" | "removed" | "unknown",
  isOver: boolean,
): Reimport {
  if (state === "removed") return "close";
  if (isOver || state === "unknown") return "leave";
  return state === "live" ? "rewrite" : "close";
}
