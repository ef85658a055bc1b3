/** A count with its noun, in the form that the language uses for that number. */
import { language } from "#words/language.ts";

/** The forms of a noun by their category; https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export function pluralIn(language: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count: number, forms: PluralForms): string =>
    `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
}

/** `plural(2, { one: "post", other: "posts" })` is “2 posts”. */
export const plural = /* @__PURE__ */ pluralIn(language);
