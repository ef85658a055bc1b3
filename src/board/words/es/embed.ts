/** The list of jobs in a frame on another site, and the page that makes the HTML for it. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const none = "Ahora mismo no hay ofertas que encajen.";
export const unavailable = "No se han podido cargar las ofertas.";
export const see = "Ver las ofertas";

export function all(count: number): string {
  return count === 0
    ? "Ver todas las ofertas"
    : `Ver ${plural(count, { one: "oferta", other: "ofertas" })}`;
}

export const page = {
  title: "Mostrar ofertas en tu sitio",
  description: "Pon una lista de ofertas en la web de tu grupo de usuarios o proyecto.",
  intro: (to: Links) =>
    `Los grupos de usuarios y los proyectos pueden mostrar una lista de ofertas en sus páginas: copia el HTML de abajo en el lugar donde quieras la lista. Siempre muestra las ofertas actuales. No usa cookies, y los navegadores de tus visitantes solo contactan con este tablón.\n\nPara mostrar solo una parte de las ofertas, primero [busca y filtra la lista](${to.list}) y pega aquí su dirección.`,
  address: "Dirección de la lista",
  addressHint: "De una búsqueda, o de una categoría, tecnología o lugar.",
  wrong: "No es la dirección de una lista de este tablón.",
  rows: "Ofertas",
  theme: "Colores",
  themes: { auto: "Como el dispositivo de quien lee", light: "Claro", dark: "Oscuro" },
  snippet: "HTML",
  copy: "Copiar",
  copied: "Copiado.",
  notCopied: "Selecciona el texto y cópialo.",
  preview: "Vista previa",
  noScript:
    "Sin JavaScript puedes elegir las ofertas a mano: pon lo que sigue al ? en la dirección de una búsqueda detrás del ? en el HTML.",
};
