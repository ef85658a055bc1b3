/** What daily maintenance writes on GitHub: to owners, in the pull request that archives posts, and when it has stopped. */
import { dayText } from "../../day-text.ts";
import type { Day } from "../../days.ts";
import { plural } from "../plural.ts";
import { closedBecause } from "./mail.ts";

type OwnPost = { author: string; page: string };

export function closesSoon(
  { author, page }: OwnPost,
  { lastDay, renew, close }: { lastDay: Day; renew?: string; close: string },
): string {
  const choices = renew
    ? `Si la oferta sigue abierta, [renueva el anuncio](${renew}). Si el puesto está cubierto, [cierra el anuncio](${close}). Ambos enlaces abren un formulario ya relleno. Envíalo, y el anuncio se actualizará en unos minutos.`
    : `No se puede renovar más. Si la oferta sigue abierta después de ese día, puedes publicarla de nuevo. Si el puesto está cubierto, [cierra el anuncio](${close}).`;
  return `@${author}, [tu anuncio](${page}) está en la lista hasta el final del ${dayText(lastDay)}.\n\n${choices}`;
}

export function hasClosed(
  { author, page }: OwnPost,
  { reason, again }: { reason: keyof typeof closedBecause; again: string },
): string {
  return `@${author}, [tu anuncio](${page}) ya no está en la lista, porque ${closedBecause[reason]}. Su página sigue en línea, marcada como cerrada.\n\nSi todavía buscas a alguien, [publica la oferta de nuevo](${again}).`;
}

export function archiveTitle(posts: number): string {
  return `Archivar ${plural(posts, { one: "anuncio", other: "anuncios" })}`;
}

const reasons: Readonly<Record<string, string>> = {
  expired: "caducado",
  filled: "puesto cubierto",
  removed: "eliminado",
};

export function archiveItem(name: string, reason: string, on: Day): string {
  return `- ${name}: ${reasons[reason] ?? reason}, ${on}`;
}

export function archiveBody(list: string): string {
  return [
    "Estos anuncios están cerrados, así que sus archivos pasan al archivo histórico. El texto de los anuncios eliminados se borra.",
    list,
    "El tablón actualiza esta pull request una vez al día y la fusiona solo. Si las reglas del repositorio exigen una aprobación, la espera aquí. Mientras tanto, el sitio ya muestra estos anuncios como cerrados.",
  ].join("\n\n");
}

export const stoppedTitle = "La tarea diaria del tablón se ha detenido";

export function stoppedBody(lastRun: string, workflow: string): string {
  return [
    `El mantenimiento diario terminó bien por última vez el ${lastRun} UTC. Los anuncios siguen saliendo del sitio a tiempo. Hasta que vuelva a funcionar, no se archivan anuncios, no se liberan las reservas inactivas, no se avisa a quienes llevan los anuncios y no se atienden los eventos que GitHub no pudo entregar. Si solo falló un trabajo de una ejecución, los demás hicieron su parte.`,
    `Abre [la tarea diaria](${workflow}). Si GitHub dice que está desactivada, pulsa *Enable workflow* y luego *Run workflow*. Si las ejecuciones han fallado, el registro de la última termina con el motivo.`,
    "Esta incidencia se cierra automáticamente después de la próxima ejecución que termine bien.",
  ].join("\n\n");
}

export const ratesTitle = "Los tipos de cambio son antiguos";

export function ratesBody(day: Day): string {
  return [
    `Las búsquedas por sueldo comparan las monedas con los tipos de cambio del ${dayText(day)}.`,
    "Ejecuta `npm run rates` en un clon del repositorio y envía el cambio como una pull request. Descarga los tipos de cambio actuales del Banco Central Europeo.",
    "Esta incidencia se cierra automáticamente después de la próxima tarea diaria con tipos más recientes.",
  ].join("\n\n");
}

export function ratesFine(day: Day): string {
  return `Las búsquedas por sueldo comparan las monedas con los tipos de cambio del ${dayText(day)}.`;
}
