/** What an import has to say about one record: what it repaired, what it left out, and what a person must decide. */
import type { JobField } from "../job/schema.ts";

export type Note = {
  kind: "repaired" | "dropped" | "decide";
  /** `null` if it is about the whole record. */
  field: JobField | null;
  message: string;
  /** What a person may write among the corrections: fields, such as `country: GB`, or `skip`. */
  write?: string;
  /** What a person may write in the file of the post. */
  writeInFile?: string;
};

/** Something was written in another way than it came. */
export function repaired(field: JobField | null, message: string): Note {
  return { kind: "repaired", field, message };
}

/** Something was left out. */
export function dropped(field: JobField | null, message: string): Note {
  return { kind: "dropped", field, message };
}

/** Something that is not certain, or not known at all. */
export function toDecide(field: JobField | null, message: string, write?: string): Note {
  return { kind: "decide", field, message, ...(write !== undefined && { write }) };
}
