/** A count with its noun, in the form that the language uses for that number. */

/** The forms of a noun by their category; https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/** `plural(2, { one: "post", other: "posts" })` is “2 posts”. */
export function plural(count: number, forms: PluralForms, language = "en"): string {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return `${count} ${forms[known.select(count)] ?? forms.other}`;
}
