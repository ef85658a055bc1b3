/** My posts: the status of each post of a person, and what they can do with it. */
import { plural } from "../plural.ts";

export const page = {
  title: "Mis anuncios",
  description: "El estado de todos los anuncios que has enviado, y qué puedes hacer con ellos.",
  requests:
    "«Renovar», «Cerrar» y «Eliminar» abren un formulario corto en GitHub. No cambia nada hasta que lo envías allí. Si usas la cuenta que envió el anuncio, tiene efecto en unos minutos.",
  withdrawing:
    "Hasta que se aprueba un anuncio, «Editar tu anuncio» lo abre con lo que ha escrito el equipo de revisión. «Retirar» abre su conversación en GitHub: pulsa «Close pull request» al final.",
  username: "Nombre de usuario de GitHub",
  hint: "Se guarda solo en este navegador y se usa para cargar lo que es público en GitHub. No hace falta iniciar sesión.",
  show: "Mostrar mis anuncios",
  forget: "Olvidar mi nombre de usuario",
  more: (limit: number) =>
    `Solo se muestran tus últimos ${limit} envíos. Puedes ver los demás en GitHub.`,
  onGitHub: "Tus envíos en GitHub",
  postJob: "Publicar una oferta",
  noScript:
    "Esta página necesita JavaScript para cargar tus anuncios. La lista de GitHub funciona sin él. En la página de cada anuncio hay enlaces para cambiarlo, cerrarlo y renovarlo.",
};

export const groups = {
  yours: "Necesitan tu atención",
  reviewers: "En revisión",
  live: "Publicados",
  refused: "No aceptados",
  closed: "Cerrados",
};

export const actions = {
  discuss: "Abrir la conversación",
  readRequest: "Ver qué cambiar",
  readReason: "Ver por qué",
  fix: "Editar tu anuncio",
  preview: "Vista previa",
  withdraw: "Retirar",
  reopen: "Reabrirlo",
  view: "Ver",
  edit: "Editar",
  renew: "Renovar",
  filled: "Cerrar: el puesto está cubierto",
  remove: "Eliminar",
  repost: "Publicar de nuevo",
};

export function daysLeft(count: number, day: string): string {
  const left =
    count === 1 ? "Último día" : plural(count, { one: "día restante", other: "días restantes" });
  return `${left}: abierto hasta el ${day}.`;
}

export function lastDayWas(day: string): string {
  return `Su último día fue el ${day}.`;
}

export const closed = { filled: "Cubierto", expired: "Caducado", removed: "Eliminado" };

export function closedOn(day: string): string {
  return `Cerrado el ${day}.`;
}

export const kinds = {
  new: "Anuncio nuevo",
  edit: "Cambio de un anuncio",
  closing: "Petición para cerrar un anuncio",
  maintenance: "Cambio del tablón",
};
export const anyKind = "Anuncio";

export function sent(kind: string, age: string): string {
  return `${kind}, ${age}`;
}

export function reasonGiven(reason: string): string {
  return `Motivo: ${reason}.`;
}

export function summary(login: string, count: number, yours: number): string {
  const posts = plural(count, { one: "anuncio", other: "anuncios" });
  const attention = yours === 1 ? "necesita tu atención" : "necesitan tu atención";
  return `${posts} de ${login}.${yours ? ` ${yours} ${attention}.` : ""}`;
}

export function nothingFound(login: string): string {
  return `No se ha encontrado ningún anuncio de ${login}. Comprueba cómo se escribe. Un anuncio recién enviado puede tardar un minuto en aparecer.`;
}

export const forgotten = "Tu nombre de usuario ya no está guardado.";
export const wrongUsername =
  "Eso no es un nombre de usuario de GitHub. Escribe el tuyo o la dirección de tu perfil de GitHub.";
export const boardUnread =
  "No se ha podido cargar la lista del tablón. Vuelve a cargar esta página.";

export function unknownUser(login: string): string {
  return `En GitHub no existe ningún usuario llamado ${login}.`;
}

export function boardOnly(summary: string): string {
  return `Solo se muestran los anuncios del tablón: ${summary}`;
}
