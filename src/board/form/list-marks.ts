/**
 * Finds the marks with which people and word processors begin the lines of a list: bullets, dashes, numbers, letters,
 * check marks, arrows, and the private-use signs that Word's symbol fonts leave behind.
 */

export type ListMark = {
  /** Marks of one kind belong to one list. */
  kind: string;
  /** Characters before the entry's words, without the indentation; 0 if the mark stays as part of them. */
  width: number;
  /** Of a numbered entry. */
  number: number | undefined;
};

type Pattern = {
  kind: string | ((sign: string) => string);
  pattern: RegExp;
  /** Begins nothing but entries, so that one line is enough. */
  isSure: boolean;
};

const words = String.raw`(?=\S)`;
const letters = String.raw`(?=[\p{L}"'“‘„«(])`;

/** Signs that begin nothing but entries. Those of private use are what symbol fonts leave. */
const bullets = String.raw`\p{Co}•‣·■-◿★❖➔-➾→⇒`;
const checks = "✓-✘☐-☒✅❌";
const loneMark = new RegExp(String.raw`^[${bullets}${checks}]\ufe0f?$`, "u");

/** Whether a line is nothing but a bullet, as PDF viewers and pages with drawn bullets copy it: its words are next. */
export function isLoneMark(line: string): boolean {
  return loneMark.test(line.trim());
}

/** Not dots and arrows, which also stand between words. */
const inOneLine = new RegExp(
  String.raw`^\s*([\p{Co}•■-◿❖➢➤${checks}])\ufe0f?\s*\S.*?\s\1\ufe0f?\s*\S`,
  "u",
);

/** The entries of a list that was written on one line, each with its bullet: “• Write code • Test it”. */
export function entriesOnLine(line: string): string[] {
  const [, sign] = inOneLine.exec(line) ?? [];
  return sign === undefined ? [line] : line.trimEnd().split(new RegExp(`\\s+(?=${sign})`, "u"));
}

const patterns: readonly Pattern[] = [
  {
    kind: "check",
    pattern: new RegExp(
      String.raw`^(?:[${checks}]\ufe0f?(?:\s*${words}|$)|\[[ xX✓]\]\s+${words})`,
      "u",
    ),
    isSure: true,
  },
  { kind: "arrow", pattern: new RegExp(`^(?:-{1,2}>|={1,2}>|»)\\s*${letters}`, "u"), isSure: true },
  {
    kind: (sign) => sign,
    pattern: new RegExp(String.raw`^([${bullets}])\ufe0f?(?:\s*${words}|$)`, "u"),
    isSure: true,
  },
  // Letters that were bullets in a symbol font, as Word copies them: a tab, or blanks in its place, follows.
  { kind: (sign) => sign, pattern: /^([o§ØüÜqnvà])(?:\t\s*|\s{2,})(?=\S)/u, isSure: true },
  {
    kind: "dash",
    pattern: new RegExp(String.raw`^(?:[-–—−‐‑―]\s*|--\s+)${letters}`, "u"),
    isSure: false,
  },
  {
    kind: "star",
    pattern: new RegExp(String.raw`^[*+](?:\s+|${letters}(?!.*\*))${words}`, "u"),
    isSure: false,
  },
  {
    kind: "stars",
    pattern: new RegExp(String.raw`^\*\*\s+${letters}(?!.*\*)`, "u"),
    isSure: false,
  },
  {
    kind: "number",
    pattern: new RegExp(String.raw`^\(?(\d{1,2})(?:[.)]\s*|\s?[-–—:/]\s+)${letters}`, "u"),
    isSure: false,
  },
  // Numbers in circles and on keys, too. They stay, because they may say more than that an entry begins.
  {
    kind: "emoji",
    pattern: /^(?=[\p{Emoji_Presentation}\p{Extended_Pictographic}①-⒛❶-➓]|\d\ufe0f?\u20e3)/u,
    isSure: false,
  },
  // Markdown has no letters for entries, and the text may refer to them. “d. h.” and “e. V.” are abbreviations.
  {
    kind: (sign) => sign.replace(/[a-z]+/, "a").replace(/[A-Z]/, "A"),
    pattern: /^(?=(\((?:[A-Za-z]|[ivx]{2,4})\)|(?:[A-Za-z]|[ivx]{2,4})[.)])\s+(?!\p{L}\.)\S)/u,
    isSure: false,
  },
  { kind: (sign) => sign, pattern: /^([o§ØüÜqn])\s(?=\S)/u, isSure: false },
  // Any other sign with which several lines begin, if it has no meaning of its own in a text.
  {
    kind: (sign) => sign,
    pattern: new RegExp(
      String.raw`^(~(?=\s)|(?![…¿¡†‡≤≥≈±≠\x00-\x7f])[\p{So}\p{Sm}\p{Sk}\p{Po}\p{Pd}])\ufe0f?\s*${letters}`,
      "u",
    ),
    isSure: false,
  },
];

/** How many lines may lie between two entries of a list, because long ones are wrapped. */
const reach = 3;

/**
 * The mark of each line. What also begins ordinary lines, such as a dash, is a mark only where another line
 * near it begins in the same way, or below a line that ends with a colon.
 */
export function findListMarks(lines: readonly string[]): readonly (ListMark | undefined)[] {
  const found = lines.map((line) => readMark(line.trim()));
  const filled = [...lines.keys()].filter((index) => lines[index]?.trim());
  const inLetterLists = letterLists(filled.map((index) => found[index]));
  const marks = new Map<number, ListMark>();
  for (const [place, index] of filled.entries()) {
    const mark = found[index];
    if (!mark) continue;
    const near = filled.slice(Math.max(0, place - reach), place + reach + 1);
    const isRepeated = near.some((other) => other !== index && found[other]?.kind === mark.kind);
    const before = lines[filled[place - 1] ?? -1]?.trim().replace(/[*_\\]+$/, "") ?? "";
    const isBelowLeadIn = before.endsWith(":");
    const isEntry = isLetter(mark) ? inLetterLists.has(place) : isRepeated || isBelowLeadIn;
    if (mark.isSure || isEntry) marks.set(index, mark);
  }
  return lines.map((_, index) => marks.get(index));
}

function isLetter({ kind }: ReadMark): boolean {
  return /^(?:\(a\)|a[.)])$/i.test(kind);
}

/** The places of the entries of lists that begin with letters, in the order of the alphabet. */
function letterLists(found: readonly (ReadMark | undefined)[]): ReadonlySet<number> {
  const lists: number[][] = [];
  const latest = new Map<string, number[]>();
  for (const [place, mark] of found.entries()) {
    if (!mark || !isLetter(mark)) continue;
    const list = latest.get(mark.kind) ?? [];
    const last = list.at(-1) ?? -1;
    if (place - last <= reach && isNext(mark, found[last])) list.push(place);
    else {
      const begun = [place];
      lists.push(begun);
      latest.set(mark.kind, begun);
    }
  }
  return new Set(lists.filter((list) => isLetterList(list, found)).flat());
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** “c)” is the sign after “b)”, and “iii)” the one after “ii)”. */
function isNext({ sign }: ReadMark, before: ReadMark | undefined): boolean {
  const [now = "", last = ""] = [sign, before?.sign].map((one) => /[a-z]+/i.exec(one ?? "")?.[0]);
  const isNextLetter =
    now.length === 1 && last.length === 1 && now.charCodeAt(0) === last.charCodeAt(0) + 1;
  return isNextLetter || (now !== "i" && romans.indexOf(now) === romans.indexOf(last) + 1);
}

/** Initials end with a full stop, too: “A. Smith” above “B. Jones” is not a list, unless another list is in between. */
function isLetterList(
  [first = 0, second, third]: readonly number[],
  found: readonly (ReadMark | undefined)[],
): boolean {
  const { kind, sign } = found[first] ?? {};
  if (second === undefined) return false;
  if (kind !== "a." && kind !== "A.") return true;
  const hasInner = second > first + 1 && found[first + 1] !== undefined;
  const isFirst = sign === kind || sign === "i.";
  return isFirst && (kind === "a." || third !== undefined || hasInner);
}

type ReadMark = ListMark & { sign: string; isSure: boolean };

function readMark(line: string): ReadMark | undefined {
  for (const { kind, pattern, isSure } of patterns) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [text, sign = ""] = match;
    return {
      kind: typeof kind === "string" ? kind : kind(sign),
      sign,
      width: text.length,
      number: kind === "number" ? Number(sign) : undefined,
      isSure,
    };
  }
  return undefined;
}

/**
 * How deep an entry is in the list that is being read: deeper below one that is indented less, or below
 * another kind of mark. One for each list.
 */
export class ListLevels {
  readonly #open: { indent: number; kind: string }[] = [];

  /** @returns the level of the next entry, from 0 */
  next(indent: number, kind: string): number {
    while ((this.#open.at(-1)?.indent ?? 0) > indent) this.#open.pop();
    const known = this.#open.findIndex((one) => one.indent === indent && one.kind === kind);
    if (known >= 0) this.#open.length = known + 1;
    else this.#open.push({ indent, kind });
    return this.#open.length - 1;
  }
}
