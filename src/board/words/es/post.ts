/** A post on its own page and in previews. Bundles with the preview carry all of this module. */
import type { RemoteRegion } from "../../job/remote-regions.ts";

export const postedByAgency = "Publicado por una agencia";
export const fresh = "Nueva";
export const closingSoon = "Se cierra pronto";
export const featured = "Destacada";

export const expired = "Cerrada: esta oferta ha caducado.";

export function closed(day: string, reason: string): string {
  return `Cerrada el ${day}: esta oferta ${reason}.`;
}

export const facts = "Datos principales";
export const pay = "Sueldo";
export const workplace = "Modalidad";
export const location = "Ubicación";
export const locations = "Ubicaciones";
export const employment = "Contrato";
export const seniority = "Nivel";
export const languages = "Idiomas";
export const visa = "Visado";
export const sponsored = "Se tramita";
export const notSponsored = "No se tramita";
export const category = "Categoría";
export const technologies = "Tecnologías";
export const posted = "Publicada";
export const openUntil = "Abierta hasta";

// ── Places and pay ──
export const remote = "En remoto";
export const remoteWorldwide = "En remoto, todo el mundo";

export function remoteFrom(countries: readonly string[], regions: readonly string[]): string {
  if (countries.length === 0) return `En remoto, desde ${regions.join(", ")}`;
  const few = countries.length > 3 ? [`${countries.length} países`] : countries;
  return `En remoto: ${[...regions, ...few].join(", ")}`;
}

export function andMore(others: number): string {
  return `y ${others} más`;
}

export const regionNames: Record<RemoteRegion, string> = {
  EU: "la Unión Europea",
  EEA: "el Espacio Económico Europeo",
  Europe: "Europa",
  "North America": "América del Norte",
  "Latin America": "América Latina",
  Americas: "América",
  Africa: "África",
  Asia: "Asia",
  Oceania: "Oceanía",
};

export const fullyRemoteWorldwide = "Totalmente en remoto, desde cualquier lugar del mundo";

export function fullyRemoteFrom(countries: readonly string[]): string {
  return `Totalmente en remoto, para personas en: ${countries.join(", ")}`;
}

const periods: Readonly<Record<string, string>> = {
  hour: "por hora",
  day: "al día",
  week: "a la semana",
  month: "al mes",
  year: "al año",
};

/** `period`: such as “year”. */
export function payPer(amounts: string, period: string): string {
  return `${amounts} ${periods[period] ?? period}`;
}

export const agenciesWelcome = "Las agencias de selección pueden contactar con la empresa.";
export const noAgencies = "Agencias de selección, abstenerse.";

// ── Sections ──
export const description = "Descripción";
export const restrictions = "Restricciones";
export const requirements = "Requisitos";
export const company = "Sobre la empresa";

export const apply = "Presentar solicitud";
export const applyByEmail = "Presentar solicitud por correo";
export const howToApply = "Cómo presentar la solicitud";
export const contact = "Contacto:";
export const email = "Correo:";
export const online = "En línea:";
