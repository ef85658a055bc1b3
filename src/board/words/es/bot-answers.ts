/** What the bot answers to reviewers, and what it tells them about a post. */
import { code } from "../../review/quote.ts";

export function answerText({
  to,
  about,
  text,
}: {
  to: string;
  about?: string;
  text: string;
}): string {
  return `@${to}: ${about ? `Sobre ${code(about)}: ` : ""}${text}`;
}

export const answers = {
  claimed: (by: string, since: string, until: string) =>
    `No ha cambiado nada: ${code(by)} reservó este anuncio el ${since}. Pídele que escriba \`/release\`, asígnate tú en la barra lateral para hacerte cargo, o espera: volverá a la cola el ${until} si no hay actividad.`,
  requestByButton:
    "Para pedir cambios sin hacerte cargo, envía una revisión en GitHub con «Request changes».",
  edited:
    "Los comentarios editados no se tienen en cuenta. Publica el comando en un comentario nuevo.",
  help: (commands: string) => `Estos son los comandos.\n\n${commands}`,
  unknown: (why: string, commands: string) => `No ha cambiado nada. ${why}\n\n${commands}`,
  unclear: (instead: string) => `No ha cambiado nada. ${instead}`,
  noSubmission:
    "No ha cambiado nada: esto no es un anuncio de empleo, así que se revisa como el código, con los botones de GitHub.",
  noReviewer:
    "No ha cambiado nada: el rol «triage» no basta para revisar. Pide al equipo de mantenimiento que te incluya en `review.reviewers`, en la configuración.",
  notClosed:
    "No ha cambiado nada: solo se puede reabrir una pull request que se cerró sin fusionarla.",
  carriedOut:
    "No ha cambiado nada: esta petición ya se cumplió y no se puede deshacer. Para volver a publicar la oferta, envíala de nuevo.",
  refusedByGitHub: (because: string) =>
    `No ha cambiado nada, porque GitHub lo ha rechazado: ${code(because)} Cuando esté resuelto, vuelve a escribirlo.`,
  notFeatured: (because: string) =>
    `El anuncio no se ha destacado, porque GitHub lo ha rechazado: ${code(because)} Cuando esté resuelto, vuelve a escribir \`/feature\`.`,
  notReopened: (because: string) =>
    `Esto no se puede reabrir. GitHub dice: ${code(because)} Si la rama ya no existe, envía el anuncio de nuevo.`,
  justReopened:
    "No ha cambiado nada: esto acaba de reabrirse. Echa un vistazo al anuncio y vuelve a escribir el comando.",
  conflict: (why: string) =>
    `No ha cambiado nada: ${why}, así que tiene que decidir otra persona del equipo de revisión.`,
  over: (state: string) =>
    `No ha cambiado nada: esto ya está ${state === "merged" ? "fusionado" : "cerrado"}.`,
  noLongerListed: "No ha cambiado nada: este anuncio está cerrado y no se puede destacar.",
  decided: (by: string) => `No ha cambiado nada: ${code(by)} acaba de decidir sobre este anuncio.`,
  alreadyRefused: (reasons: readonly string[]) =>
    `No ha cambiado nada: esta pull request no se admite, y quien la envió ya sabe por qué. ${reasons.join(" ")}`,
  refused: (reasons: readonly string[]) =>
    `No se ha fusionado: esta pull request no se admite. ${reasons.join(" ")}`,
  draft:
    "No se ha fusionado: es un borrador. Apruébalo cuando quien lo envió haya pulsado «Ready for review».",
  invalid: (first: string) =>
    `No se ha fusionado: el anuncio todavía no se puede publicar. ${first}El comentario de arriba enumera todos los problemas.`,
  objected: (by: string) =>
    `No se ha fusionado: ${code(by)} puso una objeción después de tu aprobación. Cuando esté resuelta, apruébalo de nuevo.`,
  changedSince:
    "No se ha fusionado: cuando lo aprobaste, el anuncio acababa de cambiar o aún no se había comprobado. Revísalo tal como está ahora y apruébalo de nuevo.",
} as const;

export const conflicts = {
  author: "lo enviaste tú",
  owner: "el anuncio te nombra entre sus responsables",
  affiliated: (whom: string) => `tienes vinculación con ${whom}`,
} as const;

export const submissionProblems = {
  conflict:
    "El tablón ha cambiado las mismas líneas desde que se envió este anuncio, y GitHub no puede fusionarlo.",
  resolveConflict:
    "Pulsa «Resolve conflicts» al final de la pull request y deja lo que deba publicarse.",
  changeAgain: (address: string) =>
    `Cierra esta pull request y vuelve a hacer el cambio desde la página del anuncio (${address}). Si conoces Git, también puedes pulsar «Resolve conflicts» al final de la pull request.`,
  saveAgain:
    "Abre tu anuncio en el editor, compruébalo, haz un pequeño cambio y guárdalo. Al guardar, tu anuncio se combina con la última versión del tablón.",
  sendAgain: "Cierra esta pull request y envía tu anuncio de nuevo.",
  nameTaken: (slug: string) => `Ya hay un anuncio llamado ${slug} en el tablón.`,
  nameTakenBy: (number: number) =>
    `La pull request #${number}, que llegó antes, también añade un archivo con este nombre.`,
  otherName:
    "Si es la misma oferta, cierra esta pull request. Si es otra, aclara la diferencia en el título del puesto y cambia el nombre del archivo, por ejemplo con un número al final. En el editor de GitHub, el nombre está en el cuadro que hay sobre el texto.",
  otherPost:
    "Si es la misma oferta, cierra esta pull request. Si es otra, ciérrala también y envía el anuncio de nuevo con un título que aclare la diferencia.",
  setByBoard: (field: string) => `Solo el tablón rellena «${field}».`,
  removeLine: (field: string) => `Quita la línea que empieza por «${field}:».`,
  changedByBoard: (field: string) => `Solo el tablón cambia «${field}».`,
  neverChanges: (field: string) => `«${field}» no cambia nunca.`,
  restore: "Vuelve a poner el valor anterior.",
  restoreClosed:
    "Vuelve a poner el valor anterior. Para cerrar un anuncio publicado, usa el motivo filled o removed.",
  otherSender: "«submitted_by» nombra a otra persona, no a quien envía esta pull request.",
  deletedSender:
    "La cuenta que envió esto se eliminó. Cierra esta pull request y envía el anuncio de nuevo desde otra cuenta.",
  ownSender: (login: string) => `Escribe «submitted_by: ${login}».`,
} as const;

export const evidence = {
  times: (count: number) => (count === 1 ? "una vez" : `${count} veces`),
  mention: (term: string, times: string, field: string) => `${term} ${times} en «${field}»`,
  noMention: "no se ha encontrado nada",
  topicWeight: (topic: string, times: string) => `${topic} y sus herramientas ${times}`,
  otherLanguages: (list: string) => `otros lenguajes: ${list}`,
  noOtherLanguage: "no se menciona ningún otro lenguaje",
  noPay: "no se indica",
  noLanguage: "demasiado corto o demasiado variado para saberlo",
  link: (link: string) => `${link} (sin abrir; síguelo desde la vista previa)`,
  noLink: "sin enlace",
  noEmail: "sin dirección",
  freeMail: "de un proveedor en el que cualquiera puede tener una dirección",
  noLinkToCompare: "no hay ningún enlace con el que compararla",
  sameDomain: "el mismo dominio que el enlace",
  otherDomain: "un dominio distinto al del enlace",
  noCategory: "sin categoría",
  noTypes: "sin tecnologías",
  agency: "publicado por una agencia",
  noAgency: "no consta que lo publique una agencia",
  noDuplicate: "el equipo de revisión ha confirmado que no está duplicado",
  noSimilar: "no se ha encontrado ningún anuncio parecido",
  sentBy: (logins: string) => `enviado por ${logins}`,
  noAffiliations: "no hay vinculaciones configuradas",
} as const;
