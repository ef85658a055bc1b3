/** What the bot writes on pull requests: its comment, the commit status, notices to authors, labels. */
import type { Person } from "../../review/facts.ts";
import { block, code } from "../../review/quote.ts";
import type { PluralForms } from "../plural.ts";
import { plural } from "../plural.ts";
import { changesRequested } from "./status.ts";

const problemForms: PluralForms = {
  one: "problema que corregir",
  other: "problemas que corregir",
};
const postForms: PluralForms = { one: "anuncio modificado", other: "anuncios modificados" };

export const commitStatus = {
  draft: "Los borradores no se revisan",
  invalid: (problems: number) =>
    `${plural(problems, problemForms)} antes de publicarlo. Mira el comentario.`,
  changesRequested,
  by: (login: string, reason: string | null) => ` por ${login}${reason ? `: ${reason}` : ""}`,
  notAPost: "No es un anuncio de empleo",
  refused: (reasons: string) => `No admitido: ${reasons}`,
  deletion: "Listo para revisar. Cuando el equipo escriba /approve, el bot cierra el anuncio.",
  ownDeletion: "El bot cierra el anuncio y conserva su archivo.",
  ready: "Listo para revisar",
  own: "Cambiado por el tablón",
} as const;

export const status = {
  title: "Estado",
  next: "Próximo paso",
  draft: "Borrador; todavía no se revisa.",
  invalid: (problems: number) => `${plural(problems, problemForms)} antes de publicarlo.`,
  waiting: (day: string) => `Pendiente de revisión desde el ${day}.`,
  answered: (day: string) =>
    `Cambiado como se pidió, y en el primer puesto de la cola desde el ${day}.`,
  claimed: (by: string, since: string, until: string) =>
    `Reservado por ${code(by)} el ${since}. Volverá a la cola el ${until} si no hay actividad.`,
  changesRequested: (by: string) =>
    `${code(by)} ha pedido cambios. Pendiente de quien envió el anuncio.`,
  approved: (by: string) => `Aprobado por ${code(by)} y fusionado.`,
  closedByOwner: "Cerrado por su responsable.",
  closingApproved: (by: string) => `Cierre aprobado por ${code(by)}.`,
  rejected: (by: string, reason: string | null) =>
    `Rechazado por ${code(by)}${reason ? ` (${reason})` : ""}.`,
  withdrawn: "Retirado por quien lo envió.",
  notAPost:
    "Un cambio del equipo de mantenimiento. Se revisa como el código, con los botones de GitHub.",
  noPost: "Esta pull request ya no contiene ningún anuncio.",
  refused: "No admitido. Este envío no se puede aceptar:",
} as const;

export function howToEdit(address: string): string {
  return `[Edita tu anuncio](${address}): se abre ya relleno, con lo que hay que cambiar.`;
}

export const maintainerMerges = "Lo fusiona alguien del equipo de mantenimiento.";

export const addPostAgain = "Vuelve a añadir tu anuncio o cierra esta pull request.";

export const leavesList = "El anuncio saldrá de la lista en unos minutos.";

export const comment = {
  posts: (count: number) => plural(count, postForms),
  unreadable: "Anuncio de empleo",
  untitled: "Anuncio sin título",
  edit: "Cambio en ",
  closing: "Cierre de ",
  applyAt: (link: string) => `solicitudes en ${link}`,
  applyBy: (email: string) => `solicitudes por correo a ${email}`,
  preview: "Vista previa del anuncio",
  advice: "Sugerencias",
  adviceNote: "No impiden publicar el anuncio. Decide el equipo de revisión.",
  thatPost: "ese anuncio",
  checklist: "Lista de comprobación para quien revisa",
  commands: "Comandos para quien revisa",
  featured: "Se destacará cuando se fusione.",
  more: (count: number) => `y ${count} más`,
} as const;

export function requestNotice(
  author: string,
  by: string,
  { parts, edit }: { parts: readonly string[]; edit: string },
): string {
  return [
    `@${author}, el equipo de revisión (${code(by)}) te pide que cambies algo antes de publicar tu anuncio.`,
    ...parts,
    `${howToEdit(edit)} Después, tu anuncio vuelve automáticamente al equipo de revisión, que lo mirará primero. Si algo no está claro, pregunta aquí.`,
  ].join("\n\n");
}

export function rejectionNotice(
  author: string,
  by: string,
  { parts, edit, criteria }: { parts: readonly string[]; edit: string; criteria: string },
): string {
  return [
    `@${author}, ${code(by)} no ha aceptado tu anuncio.`,
    ...parts,
    `Si puedes corregirlo, [edita tu anuncio](${edit}) y escribe \`/reopen\` en un comentario aquí. Qué se comprueba en la revisión: ${criteria}.`,
  ].join("\n\n");
}

export function askWhy(by: string): string {
  return `Se cerró con el botón de GitHub, que no pide ningún motivo. Si ningún comentario lo explica, pregunta: escribe ${code(`@${by}`)} y tu pregunta en un comentario.`;
}

export function reasonPart(title: string, text: string): string {
  return `**${title}.** ${text}`;
}

export function reviewerPart(text: string): string {
  return `En la revisión se escribió:\n\n${block(text)}`;
}

export function approvalNotice(author: string, address: string, days: number): string {
  return [
    `@${author}, tu anuncio está aprobado. En unos minutos se publicará en ${address}.`,
    `Estará en la lista ${plural(days, { one: "día", other: "días" })}, o hasta el último día que indicaste. Cuando el puesto esté cubierto, cierra el anuncio: en su página hay un enlace para hacerlo.`,
  ].join("\n\n");
}

export function changeNotice(author: string): string {
  return `@${author}, tu cambio está aprobado. En unos minutos estará en el tablón.`;
}

export function closingNotice(author: string, deleted: boolean): string {
  const kept = deleted
    ? " Su archivo no se ha borrado, porque la dirección de un anuncio debe seguir funcionando. La página ya no muestra el texto y dice que el anuncio se eliminó."
    : "";
  return `@${author}, tu anuncio está cerrado y saldrá de la lista en unos minutos.${kept}`;
}

export function conflictNotice(author: string, how: string, edit: string | undefined): string {
  return [
    `@${author}, esto todavía no se puede publicar, porque el tablón ha cambiado desde que lo enviaste.`,
    edit === undefined ? how : `${how} ${howToEdit(edit)}`,
  ].join("\n\n");
}

export function featuredNotice(author: string): string {
  return `@${author}, tu anuncio ya está destacado.`;
}

export function notMergedNotice(because: string): string {
  return `Está aprobado, pero GitHub no ha querido fusionarlo: ${code(because)}\n\nQuien tiene permiso de escritura puede ver el motivo al final de esta página. Cuando esté resuelto, el bot lo intentará de nuevo con la próxima actividad aquí, o en el plazo de un día.`;
}

export function changeWaitsNotice(pull: number, because: string): string {
  return `Este cambio está listo en #${pull}, pero GitHub aún no lo ha fusionado: ${code(because)}\n\nEl bot lo intentará más tarde. Quien tiene permiso de escritura puede ver el motivo al final de #${pull}.`;
}

export function changeRefusedNotice(because: string): string {
  return `GitHub ha rechazado este cambio: ${code(because)}\n\nTiene que resolverlo el equipo de mantenimiento. El bot lo intentará de nuevo una vez al día, o después del próximo comando aquí.`;
}

export function requestedIn(number: number): string {
  return `Solicitado en #${number}.`;
}

const modeNames: Readonly<Record<string, string>> = {
  "100755": "un archivo ejecutable",
  "120000": "un enlace simbólico",
  "160000": "un submódulo",
  "040000": "una carpeta",
};

/** How many paths are named. */
const longestList = 5;

function listOf(paths: readonly string[]): string {
  const list = paths.slice(0, longestList).map((path) => code(path));
  const more = paths.length - list.length;
  return `${list.join(", ")}${more > 0 ? ` y ${more} más` : ""}`;
}

export const refusals = {
  tooLarge:
    "Sus commits son demasiado grandes para comprobarlos. Envía solo el anuncio, desde una rama nueva, en otra pull request.",
  tooManyFiles: (count: number) =>
    `Cambia ${count} archivos, demasiados para comprobarlos. Envía un solo anuncio en cada pull request.`,
  besidePost: (paths: readonly string[]) =>
    `Además del anuncio, cambia ${listOf(paths)}. Envía solo el anuncio, y los demás cambios en otra pull request.`,
  severalPosts: (paths: readonly string[]) =>
    `Cambia ${paths.length} archivos de jobs/: ${listOf(paths)}. Envía cada anuncio en su propia pull request.`,
  mode: (path: string, mode: string) =>
    `${code(path)} es ${modeNames[mode] ?? "algo distinto de un archivo normal"}. Envía el anuncio como un archivo de texto normal.`,
  duplicateHead: (number: number) =>
    `La pull request #${number} tiene los mismos commits y llegó antes. Envía la tuya desde su propia rama.`,
  renamed: (from: string, to: string) =>
    `Cambia el nombre de ${code(from)} a ${code(to)}. El nombre del archivo de un anuncio es su dirección y no cambia nunca. Conserva el nombre y cambia solo el texto.`,
  archive: (path: string) =>
    `${code(path)} está en el archivo histórico, que solo cambia el tablón. Si algo ahí no es correcto, contacta con el equipo.`,
  path: (path: string) =>
    `${code(path)} no es un anuncio. Los anuncios se llaman jobs/<nombre>.md y están directamente en esa carpeta.`,
  oddChange: (path: string) =>
    `GitHub no puede mostrar qué cambia en ${code(path)}. Envía el anuncio otra vez en una pull request nueva.`,
  notThere: (path: string) =>
    `${code(path)} ya no está en el tablón, así que no se puede cambiar. Envía el anuncio como nuevo.`,
  unreadableOnBoard: (path: string) =>
    `${code(path)} no se puede leer en el tablón. Antes tiene que corregirlo el equipo de mantenimiento.`,
  notYours: (path: string, owner: string, addedBy: Person | null) =>
    addedBy
      ? `${code(path)} se envió desde otra cuenta. Solo pueden cambiarlo esa cuenta, las personas que el anuncio nombra en «managers» y el equipo de mantenimiento del tablón.`
      : `${code(path)} lo envió ${code(owner)}. Solo pueden cambiarlo esa cuenta, las personas que el anuncio nombra en «managers» y el equipo de mantenimiento del tablón.`,
} as const;

export const emailedPost = {
  body: (sender: string, whom: string) =>
    [
      `Este anuncio llegó por correo. ${sender} lo envía en nombre de ${whom}, que quizá no tenga cuenta en GitHub.`,
      `Haz tus preguntas a través de ${sender}, que no puede revisarlo: tiene que hacerlo otra persona.`,
    ].join("\n\n"),
  of: (contact: string, company: string) => `${contact}, de ${company}`,
  merged: (number: number) => `La pull request #${number} ya publicó este anuncio en el tablón.`,
  closed: (number: number) =>
    `La pull request #${number}, que añade este anuncio, se cerró. Para que se revise de nuevo, escribe /reopen en ella y luego envíalo.`,
  changedBy: (author: string | null, number: number | undefined) =>
    `${number === undefined ? "Su rama" : `La pull request #${number}`} se cambió a mano (${author ?? "alguien sin cuenta"}) y es distinta del archivo. No se ha sobrescrito nada: haz el cambio allí.`,
} as const;

export function limitNotice(to: readonly string[], until: string | undefined): string {
  const people = to.map((login) => `@${login}`).join(", ");
  const when = until ? `después de las ${until} UTC` : "dentro de una o dos horas";
  return `${people}: GitHub limita lo que el bot puede hacer en una hora, y se ha alcanzado el límite. El bot responderá ${when}. No hace falta volver a pedirlo.`;
}
