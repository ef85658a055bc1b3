/** When two spellings of a city's name are the same: without accents, with `oe` for `ö`, `St.` for `Saint`. */

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

/** The letters and digits of a name in lowercase, without marks: `zurich` for “Zürich”. */
export function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßæœøłđðþıə]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<!\p{L})(?:st|sankt)(?!\p{L})/gu, "saint")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The ways to write a name without its marks: `zurich` and `zuerich` for “Zürich”. */
export function bareNames(name: string): string[] {
  const spelledOut = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => digraphs[letter] ?? letter);
  return [...new Set([bareName(name), bareName(spelledOut)])];
}
