/**
 * What a translation of a module in `en/` has to export: the same words and functions, with texts of its own.
 * `es/status.ts` would end with `({ statusWords }) satisfies Translation<typeof import("../en/status.ts")>`.
 */
export type Translation<Words> = { readonly [Name in keyof Words]: Translated<Words[Name]> };

type Translated<Word> = Word extends string
  ? string
  : Word extends (...values: infer Values) => infer Text
    ? (...values: Values) => Translated<Text>
    : Word extends object
      ? Translation<Word>
      : Word;
