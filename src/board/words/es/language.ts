/** The language of these words, and how it writes days. */

export const language = "es";

export const direction: "ltr" | "rtl" = "ltr";

/** “22 de noviembre de 2026”, or “22 nov”. */
export function dayText(day: number, month: string, year?: string): string {
  return year === undefined ? `${day} ${month}` : `${day} de ${month} de ${year}`;
}

/** “noviembre de 2026”. */
export function monthText(month: string, year: string): string {
  return `${month} de ${year}`;
}
