/** What mail programs and editors do to a file on its way, undone: it says the same as when it was sent. */

export type Arrival = {
  text: string;
  /** What was mended, as parts of a list. */
  repairs: string[];
};

type Repair = { what: string; mend(text: string): string };

const blank = "[ \\t\\u00a0]";

/** The board's own mails say in a few words what they bring. */
const beforeFence = new RegExp(`^(?!---)(?:.*\\n)*?(?=---${blank}*\\n)`);

/** A whole mail as it travels: its letters are not those of the post before a mail program has read it. */
function isEncoded(text: string): boolean {
  return /^Content-Transfer-Encoding:\s*(?:quoted-printable|base64)/im.test(text);
}

/** In the order in which they are done: each takes the text as those before it leave it. */
const repairs: readonly Repair[] = [
  {
    what: "an invisible mark at the beginning (BOM)",
    mend: (text) => text.replace(/^\ufeff+/, ""),
  },
  {
    what: "Windows’ or old line ends",
    mend: (text) => text.replace(/\r+\n|\r/g, "\n"),
  },
  {
    what: "spaces that do not break, as mail programs put them between words",
    mend: (text) => text.replace(/[\u00a0\u202f]/g, " "),
  },
  {
    what: "lines before the first ---, such as a greeting",
    mend: (text) => (isEncoded(text) ? text : text.replace(beforeFence, "")),
  },
  {
    what: "spaces behind the --- lines around the fields",
    mend: mendFences,
  },
];

/**
 * Reads a file that came by mail, and mends what was damaged on its way and nothing else: what is wrong
 * with the post is for its sender to mend. `undefined` if it is no text of an encoding that says so itself.
 */
export function readArrival(bytes: Uint8Array): Arrival | undefined {
  const decoded = decode(bytes);
  if (!decoded) return undefined;
  const arrival: Arrival = { text: decoded.text, repairs: [...decoded.repairs] };
  for (const { what, mend } of repairs) {
    const mended = mend(arrival.text);
    if (mended !== arrival.text) arrival.repairs.push(what);
    arrival.text = mended;
  }
  return arrival;
}

/** The byte order marks of UTF-16, which Windows' Notepad calls “Unicode”. */
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
    return { text, repairs: found ? ["an encoding that only Windows uses (UTF-16)"] : [] };
  } catch {
    return undefined; // TextDecoder has no other way of saying that it cannot read it.
  }
}

/** Only of the line that opens the fields and the one that closes them. */
function mendFences(text: string): string {
  const fence = new RegExp(`^---${blank}+$`);
  const lines = text.split("\n");
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  return lines
    .map((line, index) => (index === 0 || index === closing ? line.replace(fence, "---") : line))
    .join("\n");
}
