/** Saving a search, and following it by feed or mail. The script of the search carries all of this module. */
import { language } from "./language.ts";

export const title = "Seguir esta búsqueda";
export const save = "Guardar esta búsqueda";
export const remove = "Quitar la búsqueda guardada";
export const saved = "Guardada en este navegador. La lista muestra lo nuevo.";
export const removed = "Quitada.";
export const notSaved = "Este navegador no conserva datos de este sitio.";

export const hasFeed = "Estas ofertas tienen un canal:";
export const noFeed =
  "Ningún canal tiene exactamente estas ofertas. El más cercano tiene algunas más:";
export const feed = "canal RSS";
export const nearestFeed = "canal RSS más cercano";
export const byMail =
  "Para recibir las ofertas nuevas por correo, añade la dirección del canal a un programa de correo que lea canales, como Thunderbird, o a un servicio que los envíe por correo.";

export const yours = "Tus búsquedas guardadas";

export function removeNamed(label: string): string {
  return `Quitar la búsqueda guardada: ${label}`;
}

export function newSince(count: number, isMore: boolean, since: string): string {
  if (count === 0) return `nada nuevo desde el ${since}`;
  const counted = `${count}${isMore ? "+" : ""}`;
  return count === 1 ? `1 nueva desde el ${since}` : `${counted} nuevas desde el ${since}`;
}

const weekdays = /* @__PURE__ */ new Intl.DateTimeFormat(language, { weekday: "long" });

export function weekday(day: Date): string {
  return weekdays.format(day);
}
