/** Undoes what only mail programs do to a file. What files of all kinds have, the reader of job files reads. */

import { repairs as words } from "#words/problems.ts";
import { readMarks } from "./body.ts";

export type Arrival = {
  text: string;
  /** What was above the post. */
  greeting: string;
  /** What was fixed, as parts of a list. */
  repairs: string[];
};

type Repair = { what: string; fix(text: string): string };

/** Emails often have a greeting above the post. */
const beforeFence = /^(?!\ufeff*---)(?:[^\n]*\n)*?(?=---[ \t]*\r?\n)/;

/** Whether this is a raw email, whose text is not readable until it is decoded. */
function isEncoded(text: string): boolean {
  return /^Content-Transfer-Encoding:\s*(?:quoted-printable|base64)/im.test(text);
}

/** Applied in this order, each to the result of the one before. */
const repairs: readonly Repair[] = [
  {
    what: words.lineEnds,
    fix: (text) => text.replace(/\r{2,}\n/g, "\r\n"),
  },
  {
    what: words.spaces,
    fix: (text) => readMarks(text).replace(/[\u00a0\u202f]/g, " "),
  },
  {
    what: words.greeting,
    fix: (text) => (isEncoded(text) ? text : text.replace(beforeFence, "")),
  },
];

/**
 * Reads a file that came by mail. Fixes what was damaged on its way and nothing else: what is wrong with
 * the post is for its sender to fix. `undefined` if it is neither UTF-8 nor marked as UTF-16.
 */
export function readArrival(bytes: Uint8Array): Arrival | undefined {
  const decoded = decode(bytes);
  if (!decoded) return undefined;
  const [greeting = ""] = isEncoded(decoded.text) ? [] : (beforeFence.exec(decoded.text) ?? []);
  const arrival: Arrival = { text: decoded.text, greeting, repairs: [...decoded.repairs] };
  for (const { what, fix } of repairs) {
    const fixed = fix(arrival.text);
    if (fixed !== arrival.text) arrival.repairs.push(what);
    arrival.text = fixed;
  }
  return arrival;
}

/** Byte order marks of UTF-16, which Notepad on Windows calls “Unicode”. */
const wide = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

function decode(bytes: Uint8Array): Pick<Arrival, "text" | "repairs"> | undefined {
  const found = wide.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  try {
    const text = new TextDecoder(found?.encoding ?? "utf-8", {
      fatal: true,
      ignoreBOM: found === undefined,
    }).decode(bytes);
    return { text, repairs: found ? [words.utf16] : [] };
  } catch {
    return undefined; // The encoding is unknown.
  }
}
