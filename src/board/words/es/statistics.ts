/** Statistics of the posts, and the status of the board itself. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const statisticsPage = {
  title: "Estadísticas",
  description:
    "Cuántas ofertas se han publicado, dónde, con qué tecnologías y cuánto esperaron la revisión.",
  intro: (count: number) =>
    `${plural(count, { one: "anuncio publicado", other: "anuncios publicados" })} en los últimos 13 meses, incluido este.`,
  waiting: (median: number, ninth: number) =>
    `La mitad se publicó como máximo ${days(median)} después de enviarse; nueve de cada diez, como máximo ${days(ninth)} después.`,
  byMonth: "Anuncios por mes",
  month: "Mes",
  posts: "Anuncios",
  share: "Porcentaje",
  rejected: "Por qué se rechazaron anuncios",
  reason: "Motivo",
  noScript: (list: string) =>
    `Para cargar los motivos por los que se rechazaron anuncios hace falta JavaScript. También puedes [ver esos anuncios en GitHub](${list}).`,
  note: "Una oferta puede estar abierta en varios países y usar varias tecnologías, así que los porcentajes pueden sumar más del 100 %. Los anuncios eliminados no cuentan.",
  empty: "En los últimos 13 meses no se ha publicado ningún anuncio.",
};

function days(count: number): string {
  return plural(count, { one: "día", other: "días" });
}

export const tables: Readonly<
  Record<
    "workplace" | "pay" | "countries" | "types" | "categories",
    readonly [title: string, column: string]
  >
> = {
  workplace: ["Modalidad", "Modalidad"],
  pay: ["Sueldo", "Indica el sueldo"],
  countries: ["Países", "País"],
  types: ["Tecnologías y áreas", "Tecnología o área"],
  categories: ["Categorías", "Categoría"],
};

export const yes = "Sí";
export const no = "No";

export function rejectedPosts(count: number): string {
  return count === 0
    ? "En este periodo no se rechazó ningún anuncio."
    : `${plural(count, { one: "anuncio rechazado", other: "anuncios rechazados" })} en este periodo.`;
}

export function latestOnly(limit: number): string {
  return `Solo se cuentan los ${limit} más recientes.`;
}

export const noReason = "Sin motivo";

export const statusPage = {
  title: "Estado del tablón",
  open: (count: number) =>
    count === 0
      ? "Ahora mismo no hay ofertas abiertas."
      : `${plural(count, { one: "oferta abierta", other: "ofertas abiertas" })}.`,
  built: (day: string, time: string) =>
    `Este sitio se generó el ${day} a las ${time} UTC. Los anuncios aprobados desde entonces todavía no están.`,
  noScript:
    "Para comprobar si el mantenimiento diario funciona hace falta JavaScript. La lista de GitHub funciona sin él.",
  links: (to: Links, runs: string, builds: string) => `- [Ejecuciones diarias en GitHub](${runs})
- [Compilaciones del sitio en GitHub](${builds})
- [Informar de un problema](${to.mail})`,
};

export const justNow = "ahora mismo";

export function builtAgo(ago: string): string {
  return `Última compilación: ${ago}.`;
}

export const buildIsLate =
  "Debería haber al menos una al día, así que pueden faltar anuncios recientes.";

export function running(ago: string): string {
  return `El mantenimiento diario funciona. Última ejecución correcta: ${ago}.`;
}

export function stopped(ago: string): string {
  return `El mantenimiento diario no funciona. Última ejecución correcta: ${ago}.`;
}

export const laterRunFailed = "Una ejecución posterior falló.";
export const allRunsFailed = "Ninguna de las últimas ejecuciones diarias terminó bien.";
export const noRunYet = "El mantenimiento diario todavía no se ha ejecutado.";
export const noRuns = "GitHub no tiene ninguna ejecución del mantenimiento diario de este tablón.";
