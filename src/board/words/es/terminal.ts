/** Words that several commands use, and the reports of reviews. */
import { plural } from "../plural.ts";

export function posts(count: number): string {
  return plural(count, { one: "anuncio", other: "anuncios" });
}

export function files(count: number): string {
  return plural(count, { one: "archivo", other: "archivos" });
}

export function samplePosts(count: number): string {
  return plural(count, { one: "anuncio de ejemplo", other: "anuncios de ejemplo" });
}

// ── Command lines ──
export const showHelp = "mostrar esta ayuda";

export function flagMissing(flag: string): string {
  return `Falta --${flag}.`;
}

export function badNumber(flag: string, least: number, most: number): string {
  return `--${flag} debe ser un número entero entre ${least} y ${most}.`;
}

export function usage(line: string): string {
  return `Uso: ${line}\nCon --help se muestra más ayuda.`;
}

export const nothingChanged = "No se ha cambiado nada.";

// ── Problems of posts ──
const errors = (count: number) => plural(count, { one: "error", other: "errores" });
const advice = (count: number) => plural(count, { one: "consejo", other: "consejos" });

export function problems(found: { errors: number; advice: number; files: number }): string {
  const parts = [
    ...(found.errors ? [errors(found.errors)] : []),
    ...(found.advice ? [advice(found.advice)] : []),
  ];
  return parts.length > 0 ? `${parts.join(" y ")} en ${files(found.files)}` : "sin problemas";
}

// ── Questions ──
export function question(title: string): string {
  return `${title}: `;
}

export function questionForText(title: string): string {
  return `${title} (termina con una línea que contenga solo un punto):`;
}

export const noAnswer =
  "La entrada ha terminado antes de la última pregunta. No se ha cambiado nada.";

// ── Tokens ──
export const tokenMissing =
  "Falta GITHUB_TOKEN. Pon un token tuyo; con --dry-run basta uno de solo lectura.";

export function botOnly(workflow: string): string {
  return `Esto solo lo hace el bot. Para ver qué haría, añade --dry-run. Para iniciar el bot: ${workflow}`;
}

export const unknownApp =
  "El token de este flujo de trabajo no es el del bot. Si es el de una app, nombra la app en src/board.config.ts: mira «More requests with an app» en docs/operating.md.";

export function askedTheBot(workflow: string): string {
  return `Se le ha pedido al bot: ${workflow}`;
}

// ── Which pull requests ──
export const subject = {
  options: {
    pr: { value: "N", help: "la pull request con este número" },
    all: { help: "todas las pull requests abiertas, y las cerradas hace poco" },
    event: {
      value: "FILE",
      help: "las pull requests de las que trata el contenido de un webhook; GITHUB_EVENT_NAME nombra el evento",
    },
    since: {
      value: "TIME",
      help: "con --all: solo lo que ha cambiado desde entonces, por ejemplo 2026-11-22T12:00, o desde el último repaso (last-sweep)",
    },
  },
  ambiguous: "Usa una de las opciones --pr N, --all y --event FILE para decir qué pull requests.",
  sinceOfAll: "--since se refiere a todas. Añade --all, o --issue all para las incidencias.",
  notAMoment: "--since debe ser un momento, por ejemplo 2026-11-22T12:00, o last-sweep.",
  notANumber: "--pr debe ser un número, por ejemplo 12.",
  eventNameMissing: "--event también necesita el nombre del evento en GITHUB_EVENT_NAME.",
  unreadable: (file: string) => `${file} no es el contenido legible de un webhook.`,
};

// ── Reviews ──
export const kind = {
  new: (file: string) => `anuncio nuevo, ${file}`,
  edit: (file: string) => `cambio, ${file}`,
  closing: (file: string) => `cierre, ${file}`,
  maintenance: (count: number) => `mantenimiento, ${posts(count)}`,
  other: "no es un anuncio",
  refused: "no admitido",
};

export const status = {
  draft: "borrador",
  invalid: (count: number) =>
    plural(count, { one: "problema que corregir", other: "problemas que corregir" }),
  waiting: (since: string) => `pendiente de revisión desde ${since}`,
  claimed: (login: string, until: string) => `reservado por ${login} hasta ${until}`,
  changesRequested: (login: string) => `cambios solicitados por ${login}`,
  approved: (login: string) => `aprobado por ${login}`,
  rejected: (login: string) => `rechazado por ${login}`,
  withdrawn: "retirado por quien lo envió",
  notASubmission: "no es un envío",
  answered: ", con los cambios hechos",
  reason: (slug: string) => ` (${slug})`,
};

export const action = {
  setStatus: (status: string, commit: string, description: string) =>
    `poner el estado de ${commit} en «${status}»: ${description}`,
  setTitle: (title: string) => `poner el título «${title}»`,
  addLabels: (labels: readonly string[]) =>
    `añadir ${labels.length === 1 ? "la etiqueta" : "las etiquetas"} ${labels.map((label) => `«${label}»`).join(", ")}`,
  removeLabel: (label: string) => `quitar la etiqueta «${label}»`,
  assign: (login: string) => `asignar a ${login}`,
  unassign: (login: string) => `quitar la asignación de ${login}`,
  merge: (commit: string, login: string) => `fusionar ${commit}, aprobado por ${login}`,
  close: "cerrar la pull request",
  reopen: "reabrir la pull request",
  changePost: (file: string, fields: string) => `cambiar ${file}: ${fields}`,
  writeStatusComment: "escribir el comentario de estado",
  updateStatusComment: "actualizar el comentario de estado",
  comment: (key: string) => `escribir un comentario (${key})`,
  react: (comment: number, reaction: string) =>
    `reaccionar al comentario ${comment} con «${reaction}»`,
};

export function toDo(what: string): string {
  return `Por hacer: ${what}`;
}

export const nothingToDo = "Nada que hacer.";

export function done(what: string): string {
  return `Hecho: ${what}`;
}

export function alreadyDone(what: string): string {
  return `Ya estaba hecho: ${what}`;
}

export function skipped(what: string, reason: string): string {
  return `Omitido: ${what} (${reason})`;
}

export function notDone(what: string, reason: string): string {
  return `Sin hacer: ${what}. ${reason}`;
}

export function failed(what: string, reason: string): string {
  return `Ha fallado: ${what}: ${reason}`;
}

// ── Mail ──
const audienceNames: Readonly<Record<string, string>> = {
  team: "el equipo",
  owner: "quien lleva el anuncio",
  readers: "la lista de novedades",
};

export const mail = {
  toSend: (name: string) => `Por enviar: ${name}`,
  what: (audience: string, name: string) =>
    `correo para ${audienceNames[audience] ?? audience} (${name})`,
  sent: (what: string) => `Enviado: ${what}`,
  refused: (what: string, reason: string) => `Rechazado: ${what}. ${reason}`,
  notSentYet: (what: string, reason: string) => `Sin enviar todavía: ${what}. ${reason}`,
  nothingToSend: "nada que enviar.",
  prepared: (count: number) =>
    `Preparado para el trabajo de correo: ${plural(count, { one: "mensaje", other: "mensajes" })}`,
  settings: "«mail» en src/board.config.ts",
  missing: (setting: string) => `No se envía correo porque falta ${setting}. Sería:`,
};
