/**
 * What the form for owners' requests asks, in .github/ISSUE_TEMPLATE. The bot reads the answers, and links in old comments
 * contain these texts, so they must not change.
 */

export const requestTypes = {
  filled: "Cerrarlo: el puesto está cubierto",
  renew: "Renovarlo: la oferta sigue abierta",
  remove: "Eliminarlo, con todo su texto",
  correct: "Hay algo incorrecto",
} as const;

export const questions = {
  post: "¿Qué anuncio?",
  wish: "¿Qué hay que hacer?",
  words: "¿Quieres añadir algo?",
} as const;

export const reportQuestion = "¿Qué tiene de malo?";

export function requestTitle(slug: string): string {
  return `Mi anuncio: ${slug}`;
}
