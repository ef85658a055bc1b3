/** What commands and workflow logs say when GitHub can’t do, or may not do, what the board asks of it. */
import { plural } from "../plural.ts";

// ── Answers other than success. `what`: the request, such as “GET /repos/o/n”; `said`: GitHub’s own sentence. ──
export function unreachable(host: string): string {
  return `No se puede conectar con GitHub en ${host}. Comprueba la conexión y vuelve a intentarlo.`;
}

export function limitReached(until: string | undefined): string {
  return `Se ha alcanzado el límite de peticiones de GitHub${until ? ` hasta las ${until} UTC` : ""}. Vuelve a intentarlo más tarde.`;
}

export function limitNear(until: string | undefined): string {
  return `Se está a punto de alcanzar el límite de peticiones de GitHub, así que el bot se detiene aquí. Continuará ${until ? `después de las ${until} UTC` : "más tarde"}.`;
}

export function limitedFor(minutes: number): string {
  const wait = plural(minutes, { one: "minuto", other: "minutos" });
  return `Se ha alcanzado el límite de peticiones de GitHub. Vuelve a intentarlo en ${wait}.`;
}

export const badToken =
  "GitHub no acepta el token. Pon en GITHUB_TOKEN uno que sea válido y no haya caducado.";

export function noPermission(what: string, said: string): string {
  return `GitHub no permite ${what}: ${said} Usa un token (GITHUB_TOKEN) con ese permiso.`;
}

export function notFound(what: string): string {
  return `GitHub no encuentra ${what}, o no lo muestra a este token. Comprueba que existe y que el token (GITHUB_TOKEN) puede leerlo.`;
}

export function otherAnswer(what: string, status: number, said: string): string {
  return `GitHub ha respondido a ${what} con ${status}: ${said}`;
}

export function queryTooLarge(said: string): string {
  return `GitHub no puede responder: ${said} Puede que alguien haya escrito comentarios muy largos.`;
}

export function queryFailed(said: string): string {
  return `GitHub no puede responder: ${said} Comprueba que existe y que el token (GITHUB_TOKEN) puede leerlo.`;
}

export const tooManyRequests =
  "Esta pull request necesita demasiadas peticiones a GitHub. Si alguien la usa para tener ocupado al bot, ciérrala. Si no, revísala a mano.";

// ── Events ──
export function unknownEvent(name: string): string {
  return `«${name}» no es un evento por el que se revisen pull requests. Pon en GITHUB_EVENT_NAME el evento que describe el archivo.`;
}

export function incompleteEvent(path: string): string {
  return `El archivo del evento no tiene un «${path}» válido. Comprueba que GITHUB_EVENT_NAME nombra su evento.`;
}

// ── Reading ──
export const boardKeepsChanging =
  "El tablón no deja de cambiar. Vuelve a intentarlo dentro de un momento.";

export function pullKeepsChanging(pull: number): string {
  return `La pull request #${pull} no deja de cambiar. Vuelve a intentarlo dentro de un momento.`;
}

export const git = {
  tooSlow: (seconds: number) =>
    `Git no ha terminado en ${seconds} segundos. Vuelve a intentarlo más tarde. Si solo ocurre con una pull request, ciérrala o decide sobre ella a mano.`,
  tooLarge: (megabytes: number) =>
    `Los commits ocupan más de ${megabytes} MB, demasiado para un anuncio. Cierra la pull request o decide sobre ella a mano.`,
  notFetched: (url: string) =>
    `Git no puede descargar nada de ${url}. Comprueba la conexión y qué puede leer el token (GITHUB_TOKEN).`,
  pushRefused: (branch: string, because: string) =>
    `GitHub no permite subir cambios a la rama ${branch}: ${because}`,
  notPushed: (branch: string, url: string) =>
    `Git no puede subir la rama ${branch} a ${url}. Comprueba la conexión y vuelve a intentarlo.`,
  failed: (command: string) =>
    `Git no puede ejecutar «${command}» con lo que ha descargado. Vuelve a intentarlo más tarde.`,
  tooOld: "Git es demasiado antiguo. Instala la versión 2.38 o una posterior.",
};

// ── Actions: why one was skipped, or refused ──
export const skipped = {
  outdatedPlan: "la pull request ha cambiado desde que se planeó esto",
  headChanged: "la pull request tiene commits nuevos",
  boardChanged: "el tablón ha cambiado entretanto",
};

export function planKeepsChanging(pull: number): string {
  return `La pull request #${pull} no deja de cambiar. No se ha fusionado nada. El bot lo intentará de nuevo con el próximo evento o repaso.`;
}

export function postGone(file: string): string {
  return `${file} ya no está en el tablón, así que no se puede cambiar.`;
}

export function postUnchangeable(file: string, problems: string): string {
  return `${file} no se puede cambiar: ${problems} Corrígelo antes a mano.`;
}

export function notAssigned(login: string): string {
  return `GitHub no deja asignar a ${login}. Dale un rol en el repositorio; «triage» basta.`;
}

export function notPublished(workflow: string): string {
  return `El tablón ha cambiado, pero no se ha podido iniciar el flujo de trabajo que lo publica. Inícialo a mano: ${workflow}`;
}

// ── Maintenance ──
export function maintenanceOvertaken(tries: number): string {
  return `El tablón ha cambiado ${tries} veces durante el mantenimiento, así que no se ha hecho nada. Ejecútalo de nuevo.`;
}

export const unplannedChanges =
  "El commit cambiaría otros archivos además de los anuncios previstos. No se ha hecho nada.";

// ── Sending a post that came by email ──
export function folderCutOff(file: string): string {
  return `GitHub solo lista una parte de la carpeta de ${file}, así que no se puede saber si está ahí. No se ha hecho nada.`;
}

export const notAPerson =
  "Un anuncio se envía en nombre de una persona. Pon en GITHUB_TOKEN un token tuyo.";

export function cannotPush(login: string, url: string): string {
  return `${login} no puede escribir en ${url}, donde están las ramas de los anuncios que llegan por correo. Pide el rol «write», o pide a alguien que lo tenga que envíe el anuncio.`;
}

export const submissionChanged =
  "Alguien ha cambiado este envío al mismo tiempo. Ejecuta el comando de nuevo para ver su estado.";
