/** Words of the board’s emails: to the team about submissions, to owners about their posts, to readers about new posts. */
import { dayText, monthText } from "../../day-text.ts";
import type { Day } from "../../days.ts";
import { plural } from "../plural.ts";

const dayForms = { one: "día", other: "días" };

export const subjects = {
  submitted: { new: "Anuncio nuevo", edit: "Anuncio modificado", closing: "Petición de cierre" },
  commented: "Comentario",
  changesRequested: "Cambios solicitados",
  rejected: "Rechazado",
  approved: { new: "Aprobado", edit: "Cambio aprobado" },
  owner: {
    approved: "Tu anuncio está aprobado",
    closingSoon: "Tu anuncio se cierra pronto",
    closed: "Tu anuncio está cerrado",
  },
} as const;

export const untitled = "Anuncio sin título";

export const team = {
  submitted: {
    new: (who: string) => `${who} ha enviado este anuncio. Está listo para revisar.`,
    edit: (who: string) => `${who} ha enviado un cambio de este anuncio. Está listo para revisar.`,
    closing: (who: string) =>
      `${who} ha pedido cerrar este anuncio. Tiene que confirmarlo el equipo de revisión.`,
  },
  wrote: (who: string) => `${who} ha escrito:`,
  commentedOnLines: (who: string) => `${who} ha comentado líneas del anuncio.`,
  changesRequested: (who: string) => `${who} ha pedido cambios a quien envió el anuncio.`,
  rejected: (who: string) => `${who} ha rechazado este anuncio.`,
  approved: {
    new: (who: string) => `${who} ha aprobado este anuncio.`,
    edit: (who: string) => `${who} ha aprobado este cambio.`,
  },
  links: {
    preview: "Vista previa",
    review: "Revisar en GitHub",
    reply: "Ver y responder en GitHub",
    edit: "Dónde puede cambiarlo quien lo envió, también si llegó por correo",
    discussion: "Ver la conversación en GitHub",
    post: "El anuncio",
  },
  why: (list: string) => `Recibes este mensaje porque estás en la lista del equipo, ${list}.`,
} as const;

export const postLabels = {
  title: "Título",
  company: "Empresa",
  category: "Categoría",
  place: "Ubicación",
  contact: "Contacto",
  link: "Solicitudes",
  pay: "Sueldo",
} as const;

export function listedFor(days: number, until: Day): string {
  return `En unos minutos estará en el tablón, y seguirá en la lista ${plural(days, dayForms)}, hasta el final del ${dayText(until)}.`;
}

export const changePublished = "En unos minutos estará en el tablón.";

export const owner = {
  approved: (title: string) => `Tu anuncio «${title}» está aprobado.`,
  listedUntil: (title: string, lastDay: Day) =>
    `Tu anuncio «${title}» está en la lista hasta el final del ${dayText(lastDay)}.`,
  canRenew: "Si la oferta sigue abierta, puedes renovar el anuncio.",
  cannotRenew:
    "No se puede renovar más. Si la oferta sigue abierta después de ese día, puedes publicarla de nuevo.",
  closed: (title: string, reason: keyof typeof closedBecause) =>
    `Tu anuncio «${title}» ya no está en la lista, porque ${closedBecause[reason]}.`,
  links: {
    post: "Tu anuncio",
    mine: "Edítalo, o ciérralo cuando el puesto esté cubierto",
    renew: "Renueva el anuncio si la oferta sigue abierta",
    close: "Cierra el anuncio si el puesto está cubierto",
    again: "Publica la oferta de nuevo",
  },
  why: "Recibes este mensaje porque tu dirección está en el anuncio. Las respuestas llegan al equipo.",
} as const;

export const closedBecause = {
  expired: "su periodo de publicación ha terminado",
  filled: "el puesto está cubierto",
  removed: "se ha eliminado",
} as const;

export const audiences = {
  team: "la lista del equipo",
  owner: "la dirección del anuncio",
  readers: "la lista de novedades",
} as const;

export function refused(audience: keyof typeof audiences, answer: string): string {
  return `Un mensaje sobre esto a ${audiences[audience]} ha sido rechazado (${answer}). No se enviará de nuevo. El anuncio en sí no se ve afectado.`;
}

export function delayed(audience: keyof typeof audiences, answer: string, days: number): string {
  return `Un mensaje sobre esto a ${audiences[audience]} todavía no se ha podido enviar (${answer}). El tablón lo intenta cada hora, durante un máximo de ${plural(days, dayForms)}. El anuncio en sí no se ve afectado.`;
}

export const recordIntroduction =
  "Este comentario registra qué mensajes de correo sobre esto se han enviado.";

export const queueReport = {
  subject: (posts: number) =>
    plural(posts, {
      one: "anuncio está pendiente de revisión",
      other: "anuncios están pendientes de revisión",
    }),
  introduction: (days: number) =>
    `Pendientes desde hace ${plural(days, dayForms)} o más; primero los que más esperan:`,
  item: (pull: number, days: number) => `#${pull}, ${plural(days, dayForms)} o más`,
  link: "Cola de revisión",
} as const;

export const monthReport = {
  subject: (month: string) => `Informe de ${monthText(month)}`,
  sent: (month: string, isRunning: boolean, posts: number) =>
    `${capitalized(monthText(month))}${isRunning ? ", hasta ahora" : ""}: ${plural(posts, { one: "anuncio nuevo", other: "anuncios nuevos" })}${posts > 0 ? ", por su estado actual:" : "."}`,
  decided: (posts: number) =>
    `Anuncios aprobados o rechazados en ese mes: ${posts}. Cuánto se tardó:`,
  half: "La mitad",
  nineOfTen: "Nueve de cada diez",
  within: (unit: "hour" | "day", count: number) =>
    `como máximo ${plural(count, unit === "hour" ? { one: "hora", other: "horas" } : dayForms)}`,
  reasons: "Rechazados, por motivo:",
} as const;

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const digest = {
  subject: (posts: number, board: string) =>
    `${plural(posts, { one: "anuncio nuevo", other: "anuncios nuevos" })} en ${board}`,
  introduction: (first: Day, last: Day) =>
    `Estos anuncios se añadieron del ${dayText(first)} al ${dayText(last)}.`,
  all: "Todos los anuncios",
  why: "Recibes este mensaje porque te suscribiste a esta lista.",
} as const;

export function more(count: number): string {
  return `Y ${count} más.`;
}

export function announcementList(board: string): string {
  return `${board}: anuncios nuevos`;
}
