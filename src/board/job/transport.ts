/** Undoes what mail programs and editors do to a file in transit. */
import { repairs as words } from "../words/en/problems.ts";

export type Arrival = {
  text: string;
  /** What was fixed, as parts of a list. */
  repairs: string[];
};

type Repair = { what: string; fix(text: string): string };

const blank = "[ \\t\\u00a0]";

/** Emails often have a greeting above the post. */
const beforeFence = new RegExp(`^(?!---)(?:.*\\n)*?(?=---${blank}*\\n)`);

/** Whether this is a raw email, whose text is not readable until it is decoded. */
function isEncoded(text: string): boolean {
  return /^Content-Transfer-Encoding:\s*(?:quoted-printable|base64)/im.test(text);
}

/** Applied in this order, each to the result of the one before. */
const repairs: readonly Repair[] = [
  {
    what: words.byteOrderMark,
    fix: (text) => text.replace(/^\ufeff+/, ""),
  },
  {
    what: words.lineEnds,
    fix: (text) => text.replace(/\r+\n|\r/g, "\n"),
  },
  {
    what: words.spaces,
    fix: (text) => text.replace(/[\u00a0\u202f]/g, " "),
  },
  {
    what: words.greeting,
    fix: (text) => (isEncoded(text) ? text : text.replace(beforeFence, "")),
  },
  {
    what: words.fences,
    fix: fixFences,
  },
];

/**
 * Reads a file that came by mail. Fixes what was damaged on its way and nothing else: what is wrong with
 * the post is for its sender to fix. `undefined` if it is neither UTF-8 nor marked as UTF-16.
 */
export function readArrival(bytes: Uint8Array): Arrival | undefined {
  const decoded = decode(bytes);
  if (!decoded) return undefined;
  const arrival: Arrival = { text: decoded.text, repairs: [...decoded.repairs] };
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

function decode(bytes: Uint8Array): Arrival | undefined {
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

/** Only the line that opens the fields and the one that closes them. */
function fixFences(text: string): string {
  const fence = new RegExp(`^---${blank}+$`);
  const lines = text.split("\n");
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  return lines
    .map((line, index) => (index === 0 || index === closing ? line.replace(fence, "---") : line))
    .join("\n");
}
