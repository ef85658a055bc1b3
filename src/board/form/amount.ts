/** Amounts of money as one line of text: a number's own input would take the dot of 60.000 for a decimal one. */

// From three digits after a dot or a comma nobody means a fraction of money.
const grouped = /^[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,\d{1,2})?|(?:,\d{3})+(?:\.\d{1,2})?)$/;
const plain = /^\d+(?:[.,](?:\d{1,2}|\d{4,}))?$/;

/**
 * Reads an amount: 65000, 65,000, 65.000, 65 000, 65’000, 12.50, 12,50. What is none of these is
 * given back as it is, so that the schema says what is wrong with it.
 */
export function readAmount(text: string): number | string {
  const digits = text.trim().replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "");
  if (grouped.test(digits)) {
    const [separator = ""] = /[.,]/.exec(digits) ?? [];
    return Number(digits.replaceAll(separator, "").replace(",", "."));
  }
  return plain.test(digits) ? Number(digits.replace(",", ".")) : text.trim();
}

/** The text of which `readAmount` makes the same number again. */
export function writeAmount(amount: number): string {
  const text = String(amount);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
