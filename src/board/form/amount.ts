/** Amounts of money as text, because a number input would read the dot in 60.000 as a decimal point. */

// Three digits after a dot or comma are thousands, not a fraction.
const grouped = /^[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,\d{1,2})?|(?:,\d{3})+(?:\.\d{1,2})?)$/;
/** As in India. */
const groupedInTwos = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d{1,2})?$/;
const plain = /^\d+(?:[.,](?:\d{1,2}|\d{4,}))?$/;

/**
 * Reads an amount: 65000, 65,000, 65.000, 65 000, 65’000, 6,50,000, 12.50, 12,50. Anything else is returned
 * unchanged, so that the schema reports it.
 */
export function readAmount(text: string): number | string {
  const digits = text.trim().replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "");
  if (grouped.test(digits)) {
    const [separator = ""] = /[.,]/.exec(digits) ?? [];
    return Number(digits.replaceAll(separator, "").replace(",", "."));
  }
  if (groupedInTwos.test(digits)) return Number(digits.replaceAll(",", ""));
  return plain.test(digits) ? Number(digits.replace(",", ".")) : text.trim();
}

/** The inverse of `readAmount`. */
export function writeAmount(amount: number): string {
  const text = String(amount);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
