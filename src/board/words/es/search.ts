/** The search of the list: its field, filters and results. The script of the search carries all of this module. */
import type { Facet, SortOrder } from "../../search/search-state.ts";
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const label = "Buscar ofertas";
export const placeholder = "Conocimiento, empresa o lugar";

/** Above one of the other lists. */
export function labelIn(list: string): string {
  return `Buscar en: ${list}`;
}

export const submit = "Buscar";
export const filters = "Filtros";
export const close = "Cerrar";
export const clearAll = "Quitar todos";

export function countedFilters(count: number): string {
  return count === 0 ? filters : `${filters} (${count})`;
}

/** Where there is no JavaScript. */
export function noScript(to: Pick<Links, "categories" | "types" | "locations">): string {
  return `Para buscar hace falta JavaScript. Sin él, hay listas por [categoría](${to.categories}), [tecnología](${to.types}) y [lugar](${to.locations}).`;
}

export const unavailable =
  "Ahora no se puede buscar. Comprueba la conexión y vuelve a intentarlo. La lista sigue funcionando.";

export const searching = "Buscando…";

/** What was found, as a heading and for screen readers. */
export function found(count: number, text: string): string {
  const jobs = count === 0 ? "Ninguna oferta" : plural(count, { one: "oferta", other: "ofertas" });
  return text ? `${jobs} para «${text}»` : jobs;
}

/** Closes the filters on a phone. */
export function show(count: number): string {
  return count === 0
    ? "Ninguna oferta encaja"
    : `Ver ${plural(count, { one: "oferta", other: "ofertas" })}`;
}

export function corrected(typed: string, taken: readonly string[]): string {
  return `Ninguna oferta menciona «${typed}». Estas mencionan ${taken.map((word) => `«${word}»`).join(" o ")}.`;
}

export const noneFit = "Ninguna oferta cumple todo lo que pides. Quita una cosa para ver más:";
export const noneAtAll = "Ninguna oferta encaja, tampoco con un filtro menos.";

/** A part of the search to drop. */
export function without(what: string): string {
  return `Sin ${what}`;
}

export function typed(text: string): string {
  return `«${text}»`;
}

export function removeFilter(name: string): string {
  return `Quitar el filtro: ${name}`;
}

export const chosenFilters = "Tus filtros";

export const sortBy = "Ordenar por";
export const sortLabels: Record<SortOrder, string> = {
  relevance: "Relevancia",
  newest: "Más recientes",
  pay: "Mejor pagadas",
  closing: "Las que antes se cierran",
};

export const facetLabels: Record<Facet, string> = {
  category: "Categoría",
  type: "Tecnología o área",
  workplace: "Modalidad",
  country: "País",
  city: "Ciudad",
  from: "Se puede solicitar desde",
  employment: "Tipo de contrato",
  seniority: "Nivel",
  agency: "Agencias",
  visa: "Visado",
  posted: "Publicada",
  closing: "Cierre",
};

const choiceLabels: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
  agency: { yes: "Publicada por una agencia", no: "Directamente de la empresa" },
  visa: { yes: "Tramitan el visado", no: "No tramitan el visado" },
  posted: {
    "1": "Desde ayer",
    "3": "En los últimos 3 días",
    "7": "En los últimos 7 días",
    "14": "En los últimos 14 días",
    "30": "En los últimos 30 días",
  },
  closing: { soon: "Se cierra pronto" },
};

/** The name of a choice that says too little without its filter. */
export function choiceLabel(facet: Facet, value: string): string | undefined {
  return choiceLabels[facet]?.[value];
}

/** For people who live in a country. */
export function openTo(country: string): string {
  return `Abierta a: ${country}`;
}

/** Narrows the choices of a filter that has many. */
export function findChoice(filter: string): string {
  return `Buscar en: ${filter}`;
}

export const pay = "Sueldo anual, al menos";
export const anyPay = "Cualquier sueldo";
export const currency = "Moneda";

export function payAtLeast(text: string): string {
  return `${text} o más`;
}

export function orUnstated(count: number): string {
  return `También ofertas que no indican el sueldo (${count})`;
}

/** About pay in other currencies and periods. */
export function payNote(day: string, incomparable: number): string {
  const others =
    incomparable === 0
      ? ""
      : ` También ${plural(incomparable, { one: "oferta", other: "ofertas" })} en una moneda que no se puede convertir.`;
  return `Se compara el importe más alto, con los tipos de cambio del ${day}.${others}`;
}

export const paging = {
  label: "Páginas de resultados",
  previous: "Anterior",
  next: "Siguiente",
  position: (page: number, pages: number) => `Página ${page} de ${pages}`,
};
