/**
 * The language of these words, and how it writes days.
 *
 * Neutral Spanish that says tú, and names people by what they do where a noun would have a gender. Board: tablón. Job:
 * oferta. Post: anuncio. Submission: envío. Reviewers: equipo de revisión. Maintainers: equipo de mantenimiento.
 * Volunteer: persona voluntaria. Owner: responsable. Claim: reservar. Feature: destacar. Withdraw: retirar. Remove:
 * eliminar. Apply: presentar la solicitud. Pull request: (la) pull request. Issue: incidencia. Quotes: «».
 */

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
