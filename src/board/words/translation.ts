/** What a translation of the words has to be: the same words and functions as in English, with texts of its own. */

/** Own texts for English words. Functions may ignore values that their language does not need. */
export type Translation<Words> = { readonly [Name in keyof Words]: Translated<Words[Name]> };

type Translated<Word> = Word extends string
  ? string
  : Word extends (...values: infer Values) => infer Text
    ? (...values: Values) => Translated<Text>
    : Word extends object
      ? Translation<Word>
      : Word;

/** The words themselves, but `never` where English has none. */
type WithoutExtra<Words, Own> = {
  readonly [Name in keyof Own]: Name extends keyof Words
    ? Own[Name] extends string | readonly unknown[] | ((...values: never) => unknown)
      ? Own[Name]
      : string extends keyof Words[Name]
        ? Own[Name]
        : WithoutExtra<Words[Name], Own[Name]>
    : never;
};

/** Does not compile unless a module has the words of the English one, and no others. */
export type Compared<Words, Own extends Translation<Words> & WithoutExtra<Words, Own>> = Own;
