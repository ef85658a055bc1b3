/** The language of these words, and how it writes days. */

/** For `lang` and `Intl`: a language tag, https://www.rfc-editor.org/rfc/rfc5646 */
export const language = "en";

export const direction: "ltr" | "rtl" = "ltr";

/** “22 November 2026”, or “22 Nov”, where the year is plain. `month`: its name, as `Intl` has it. */
export function dayText(day: number, month: string, year?: string): string {
  return [day, month, year].filter((part) => part !== undefined).join(" ");
}

/** “November 2026”. */
export function monthText(month: string, year: string): string {
  return `${month} ${year}`;
}
