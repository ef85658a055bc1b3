/** What the bot answers when somebody asks by issue to close, renew, remove, or correct a post. In Markdown. */
import { dayText } from "../../day-text.ts";
import type { Day } from "../../days.ts";
import { plural } from "../plural.ts";

export const labelDescriptions = {
  report: "Puede que un anuncio tenga algún problema. Lo comprobará el equipo de revisión.",
  unproven: "El equipo de revisión debe confirmar que esto viene de quien lleva el anuncio.",
} as const;

export const changeTitles = {
  close: (slug: string) => `Cerrar el anuncio «${slug}»`,
  renew: (slug: string) => `Renovar el anuncio «${slug}»`,
};

export function reportTitle(slug: string): string {
  return `Aviso: ${slug}`;
}

export function unknownRequestType(author: string, question: string, form: string): string {
  return `@${author}, la respuesta a «${question}» no es ninguna de las opciones del formulario. [Responde de nuevo](${form}), con una de la lista.`;
}

export function unknownPost(author: string, board: string): string {
  return `@${author}, [el tablón](${board}) no tiene ningún anuncio con esta dirección. Abre el formulario desde la página del propio anuncio, que rellena la dirección, o cópiala de allí.`;
}

export function reported(author: string, edit: string | undefined): string {
  const own = edit ? ` Si el anuncio es tuyo, puedes [editarlo tú](${edit}).` : "";
  return `@${author}, gracias. Lo mirará una persona voluntaria.${own}`;
}

export function unreadable(author: string): string {
  return `@${author}, el archivo del anuncio contiene un error, así que el bot no puede cambiarlo. Se ocupará una persona voluntaria.`;
}

export function notYours(author: string, contact: string): string {
  return `@${author}, no se ha cambiado nada, porque este anuncio se envió desde otra cuenta. Si esa cuenta también es tuya, pídelo de nuevo desde ella. Si el anuncio tiene algún problema, o te nombra, escribe a ${contact}. Lo leerá una persona voluntaria.`;
}

export function unproven(author: string, request: string, post: string): string {
  return `@${author}, el anuncio te nombra como responsable, pero GitHub no puede demostrar que se enviara desde esta cuenta, porque los nombres de usuario se pueden abandonar y volver a usar. Lo comprobará una persona voluntaria.\n\nEquipo de revisión: para cumplir esta petición, comentad \`/approve\` abajo: «${request}», para ${post}.`;
}

export const commandsInIssues = {
  onlyApprove:
    "No ha cambiado nada: en una incidencia, el único comando es `/approve`, donde el bot lo pide. Para rechazar una petición, cierra la incidencia.",
  notAsked:
    "No ha cambiado nada: aprueba después de que el bot lo pida, porque su pregunta dice qué se hará.",
  nothing:
    "No ha cambiado nada: aquí no hay nada que aprobar. Corrige o cierra el anuncio y luego cierra esta incidencia.",
} as const;

export function filled(author: string, page: string): string {
  return `@${author}, el anuncio está cerrado y saldrá de la lista en unos minutos. [Su página](${page}) sigue en línea, marcada como cerrada. Gracias por avisar.`;
}

export function removed(
  author: string,
  { page, contact, privacy }: { page: string; contact: string; privacy: string },
): string {
  return `@${author}, el anuncio está eliminado. En unos minutos, [su página](${page}) dirá solo eso. El texto queda en el historial del repositorio, como siempre con Git. Si también hay que borrarlo de ahí, porque contiene datos personales, escribe a ${contact}. [Qué se guarda y dónde](${privacy}).`;
}

export function renewed(author: string, page: string, lastDay: Day): string {
  return `@${author}, [el anuncio](${page}) está renovado y seguirá en la lista hasta el final del ${dayText(lastDay)}. Su dirección y su primera fecha no cambian.`;
}

export function noRenewalsLeft(author: string, renewals: number, again: string): string {
  const limit = plural(renewals, { one: "renovación", other: "renovaciones" });
  return `@${author}, este anuncio no se puede renovar más: el límite es de ${limit}. Si la oferta sigue abierta cuando se cierre el anuncio, ${postAgain(again)}.`;
}

export function tooEarly(
  author: string,
  page: string,
  { lastDay, from }: { lastDay: Day; from: Day },
): string {
  return `@${author}, [el anuncio](${page}) está en la lista hasta el final del ${dayText(lastDay)} y todavía no se puede renovar. Podrás renovarlo a partir del ${dayText(from)}.`;
}

export function tooLate(author: string, again: string): string {
  return `@${author}, este anuncio ya está cerrado, así que no se puede renovar. Si la oferta sigue abierta, ${postAgain(again)}.`;
}

function postAgain(form: string): string {
  return `[publícala de nuevo](${form}), con el formulario ya relleno`;
}
