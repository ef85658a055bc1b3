/** Saving and sharing jobs, and the page of what this browser has saved. */
import type { Links } from "../links.ts";

export const save = "Guardar";
export const unsave = "Quitar de las ofertas guardadas";
export const saved = "Guardada en este navegador.";
export const removed = "Quitada.";
export const seeSaved = "Ver las ofertas guardadas";
export const notSaved = "Este navegador no conserva datos de este sitio.";
export const share = "Compartir";
export const linkCopied = "Enlace copiado.";
export const notCopied = "Copia la dirección de la barra de direcciones.";

export const page = {
  title: "Ofertas guardadas",
  intro: "Solo las conoce este navegador. Si borras sus datos, desaparecen.",
  empty: (to: Links) =>
    `No has guardado ninguna oferta. Elige «${save}» en [la página de una oferta](${to.list}).`,
  searches: "Búsquedas guardadas",
  noScript: "Para guardar ofertas hace falta JavaScript.",
  until: (day: string) => `Abierta hasta el ${day}, si no se cierra antes`,
  ended: "Cerrada",
  remove: (title: string) => `Quitar: ${title}`,
  download: "Descargar como archivo",
};
