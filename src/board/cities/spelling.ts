/** When two spellings of a name are the same: without accents, with `oe` for `ö`; of a city, `St.` for `Saint`. */

/** Letters that Unicode does not take apart, and what they are without their marks. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ə: "a",
};

/** How people write these letters on keyboards that lack them. */
const digraphs: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  å: "aa",
  ø: "oe",
};

/** A text in lowercase and without marks: `zurich` for “Zürich”. */
export function withoutMarks(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøłđðþıə]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/** A text in lowercase, with two letters for some that keyboards lack: `zuerich` for “Zürich”. */
export function spelledOut(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => digraphs[letter] ?? letter);
}

/** The letters and digits of a name in lowercase, without marks: `zurich` for “Zürich”. */
export function bareName(name: string): string {
  return withoutMarks(name)
    .replace(/(?<!\p{L})(?:st|sankt)(?!\p{L})/gu, "saint")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The ways to write a name without its marks: `zurich` and `zuerich` for “Zürich”. */
export function bareNames(name: string): string[] {
  return [...new Set([bareName(name), bareName(spelledOut(name))])];
}
