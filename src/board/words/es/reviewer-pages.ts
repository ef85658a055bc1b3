/** The pages for reviewers: the queue, the listed posts, and the preview of a submission. */

import type { Links } from "../links.ts";
import { plural } from "../plural.ts";
import { language } from "./language.ts";
import { corrected, lineLabel } from "./problems.ts";

export const queuePage = {
  title: "Cola de revisión",
  description:
    "Envíos y avisos, primero los más antiguos. Los que ya tienen los cambios solicitados van antes que los demás.",
  pullRequests: "Pull requests en GitHub",
  reports: "Avisos en GitHub",
  howWeReview: "Cómo revisamos",
  listed: "Anuncios publicados",
  show: "Mostrar",
  all: "Todos",
  waiting: "Pendientes",
  claimed: "Reservados",
  more: (limit: number) =>
    `Solo se muestran los ${limit} más antiguos. Puedes ver los demás en GitHub.`,
  noScript:
    "Esta página necesita JavaScript para cargar la cola. Las listas de GitHub funcionan sin él.",
};

export const queueIsEmpty = "No hay nada pendiente de revisión.";

export function toReview(shown: number, all: number): string {
  return shown === all ? `${all} por revisar` : `${shown} de ${all} por revisar`;
}

export const unchecked = "sin comprobar todavía";

export function author(login: string): string {
  return `de ${login}`;
}

export function claimedBy(logins: readonly string[]): string {
  return `Reservado por ${new Intl.ListFormat(language).format(logins)}`;
}

export const preview = "Vista previa";
export const pullRequest = "Pull request";
export const issue = "Incidencia";

export const listedPage = {
  title: "Anuncios publicados",
  queue: "Cola de revisión",
  files: "Todos los archivos en GitHub",
  howToClose: "Cómo cerrar un anuncio",
  closing:
    "Edita su archivo en GitHub. Añade la línea de abajo a los campos del principio, con la fecha y uno de los motivos `filled`, `expired` o `removed`, y propón el cambio. Cuando se fusione, el anuncio saldrá de las listas y su página dirá que está cerrado. El texto de un anuncio eliminado deja de mostrarse.",
  posts: (shown: number, all: number) =>
    shown < all
      ? `los ${shown} anuncios más recientes de ${all}`
      : plural(all, { one: "anuncio", other: "anuncios" }),
  older: ({ list }: Links) =>
    `Anuncios más antiguos: abre uno desde [la lista por meses](${list}) y elige «Editar», o busca su archivo entre todos los archivos en GitHub.`,
  edit: "Editar en el editor",
  editFile: "Editar o cerrar en GitHub",
  empty: "Ahora mismo no hay anuncios publicados.",
};

export const previewPage = {
  title: "Vista previa de un envío",
  queue: "Cola de revisión",
  noScript: (pulls: string) =>
    `Esta página necesita JavaScript para cargar el anuncio. También puedes leerlo en su [pull request en GitHub](${pulls}).`,
};

export const submitted = {
  label: "Comprobaciones automáticas",
  newPost: "Anuncio nuevo, todavía no está en el tablón:",
  change: "Cambio de un anuncio, todavía no está en el tablón:",
  error: "Error",
  advice: "Consejo",
  otherFiles: "La pull request también cambia otros archivos, que no se muestran aquí.",
  noProblems: "No se han encontrado problemas.",
  unreadable: "Los campos no se pueden leer, así que no hay vista previa.",
  lineLabel,
  corrected,
};

export function previewTitle(title: string, board: string): string {
  return `Vista previa: ${title} · ${board}`;
}

export function numberedPull(number: number): string {
  return `Pull request #${number}`;
}

export const previewFailed =
  "La vista previa ha fallado. Es un error del tablón, no del anuncio. Avisa al equipo de mantenimiento.";

export const noPullNumber =
  "La dirección no dice qué envío mostrar. Elige uno en la cola de revisión.";

export function wrongPullNumber(text: string): string {
  return `«${text}» no es el número de una pull request. Elige un envío en la cola de revisión.`;
}

export function noSuchPull(number: number): string {
  return `No existe la pull request #${number}.`;
}

export function noPostIn(number: number): string {
  return `La pull request #${number} no añade ni cambia ningún anuncio.`;
}

export function manyPostsIn(number: number, count: number): string {
  return `La pull request #${number} cambia ${count} anuncios, y aquí solo se puede mostrar uno. Mira los cambios en GitHub.`;
}

export function deletedIn(number: number, path: string): string {
  return `La pull request #${number} borra ${path}, así que no hay nada que mostrar.`;
}

export function tooLargeIn(number: number): string {
  return `El archivo de la pull request #${number} es demasiado grande para ser un anuncio.`;
}
