/** The form on the site. Some of these texts serve the editor too. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const page = {
  title: "Escribe tu anuncio",
  description:
    "Rellena el formulario y mira tu anuncio como lo verá la gente. Nada sale de este navegador hasta que lo envías.",
  noScript: (to: Links, contact: string) =>
    `Este formulario necesita JavaScript. Sin él, puedes enviar tu anuncio por correo a [${contact}](${to.mail}): mira [qué incluir](${to.howToSubmit}). Si conoces Git, [envía una pull request](${to.sendingWithGit}).`,
  keepDraft: "Conservar mi borrador",
  problem: "Hay un problema",
  markdown: "Cómo añadir encabezados, listas y enlaces",
  heading: "### Un encabezado",
  headingHelp: "un encabezado",
  item: "- primero",
  itemHelp: "un elemento de una lista; escribe cada uno en su línea",
  bold: "**importante**",
  boldHelp: "texto en negrita",
  link: "[nuestro equipo](https://example.com/equipo)",
  linkHelp: "un enlace",
  markdownNote:
    "Deja una línea vacía para empezar otro párrafo. Esta forma de dar formato se llama Markdown.",
  saved:
    "Tu borrador se guarda en este navegador, solo en este dispositivo, hasta que vacíes el formulario.",
  clear: "Vaciar el formulario",
  preview: "Vista previa",
  send: "Enviar a revisión",
  sameNote:
    "Si es la misma oferta, edita ese anuncio. Si es otra, aclara la diferencia en el título del puesto.",
  another: "Es otra oferta",
  isPublic:
    "Los anuncios se revisan y se guardan en GitHub, en público. Cualquiera puede leer lo que has escrito arriba y tu nombre de usuario de GitHub, y ambos quedan para siempre en el historial del tablón, incluso cuando el puesto esté cubierto.",
  username: "Nombre de usuario de GitHub",
  usernameHint:
    "Para que puedas editar y cerrar tu anuncio. Este navegador lo recuerda. ¿Todavía no tienes cuenta? Es gratis:",
  signUp: "Crear una cuenta en GitHub",
  onGitHub:
    "El botón abre GitHub en otra pestaña, con tu anuncio ya relleno. Allí inicias sesión, y no se envía nada hasta que pulses los botones de GitHub.",
  continueOnGitHub: "Continuar en GitHub",
  emailInstead: "Enviar por correo",
  steps: "Qué hacer en GitHub",
  opened: "GitHub se ha abierto en otra pestaña. Si no, [ábrelo aquí](#editor).",
  copied:
    "Tu anuncio es demasiado largo para rellenarlo allí, así que se ha copiado. Selecciona el campo grande y vacío de GitHub y pégalo (Ctrl + V, o ⌘ + V en un Mac).",
  copy: "Tu anuncio no se puede rellenar allí, y este navegador no deja que la página lo copie. Copia tú este texto, [abre GitHub](#editor) y pégalo en el campo grande.",
  download: "[Descárgalo como archivo](#file)",
  pressButtons: `1. Inicia sesión si GitHub te lo pide. Si dice que necesitas un fork, pulsa «Fork this repository». Si después tu anuncio no está relleno, vuelve a esta página y pulsa el botón de nuevo.
2. Pulsa «Commit changes…» y luego «Propose changes».
3. En la página siguiente, pulsa «Create pull request», y otra vez si GitHub lo pide. Así se envía tu anuncio.`,
  sent: (to: Links) =>
    `Después, una persona voluntaria revisará tu anuncio. [Qué pasa ahora](${to.thanks})`,
  email: "Enviar por correo",
  downloadFirst: "[Descarga tu anuncio](#file) como archivo.",
  attach: (contact: string) => `[Escribe a ${contact}](#mail) y adjunta ese archivo.`,
  inside: (contact: string) =>
    `[Escribe a ${contact}](#mail). Tu anuncio ya está en el mensaje. Si no se abre nada, [descárgalo](#file) y adjunta el archivo.`,
  who: "Si tu dirección no muestra quién eres, dilo en el mensaje. Alguien del equipo enviará el anuncio y te responderá.",
};

/** Empezar con un anuncio que ya existe. */
export const ad = {
  title: "Empezar con un anuncio que ya tienes",
  hint: "Pega su texto, su HTML o el código fuente de su página. Los campos que ya has rellenado no cambian, y el anuncio no sale de este navegador.",
  text: "Tu anuncio",
  file: "O elige un archivo, o suéltalo aquí (.html, .md o .txt, 1 MB como máximo)",
  use: "Rellenar el formulario",
  taken: "(tomado de tu anuncio: compruébalo)",
  filled: (filled: number, kept: number) => {
    const taken = `Campos rellenados a partir de tu anuncio: ${filled}. Comprueba cada uno.`;
    return kept === 0 ? taken : `${taken} Campos que se quedan como los tenías: ${kept}.`;
  },
  empty: "Primero pega tu anuncio o elige un archivo.",
  tooLarge: "Es más de 1 MB. Copia solo el texto del anuncio y pégalo aquí.",
  otherFile: "No es un archivo .html, .md ni .txt. Copia el texto del anuncio y pégalo aquí.",
  failed: "No se puede leer el anuncio. Copia su texto en los campos del formulario.",
};

export const adNotLoaded = "Esta parte no se ha podido cargar. Ciérrala y vuelve a abrirla.";

export const field = {
  optional: "(opcional)",
  choose: "Elige una opción",
  notStated: "No se indica",
  addAnother: "Añadir otro",
};

export const groups = {
  job: "El puesto",
  location: "Ubicación",
  pay: "Sueldo",
  text: "Descripción",
  apply: "Cómo presentar la solicitud",
  poster: "Sobre ti",
  more: "Más",
};

export function place(number: number): string {
  return `Lugar ${number}`;
}

export const addPlace = "Añadir otro lugar";

export function removePlace(number: number): string {
  return `Quitar el lugar ${number}`;
}

export function placeRemoved(number: number): string {
  return `Lugar ${number} quitado.`;
}

// ── What is wrong

export function countryFilled(country: string): string {
  return `El país ahora es ${country}.`;
}

export const repair = "Corregirlo";
export const repaired = "Corregido.";
export const undoRepair = "Deshacer";
export const repairUndone = "Deshecho.";

export function unreadableAmount(label: string): string {
  return `«${label}» no se puede leer como una cantidad.`;
}
export function unreadableDate(label: string): string {
  return `«${label}» no se puede leer como una fecha.`;
}
export const amountFix =
  "Escribe la cantidad en cifras, por ejemplo 65000. La moneda y el periodo de pago tienen sus propias listas.";
export const chooseFromList = "Elige una opción de la lista.";
export const completeThePay = "Rellena también esto, o deja vacíos todos los campos del sueldo.";

export const missingLogin = {
  message: "Falta «Nombre de usuario de GitHub».",
  fix: "Escríbelo, o envía el anuncio por correo.",
};
export const wrongLogin = {
  message: "Eso no es un nombre de usuario de GitHub.",
  fix: "Escribe tu nombre de usuario o la dirección de tu perfil de GitHub, por ejemplo https://github.com/octocat.",
};

export function requirementsInDescription(heading: string) {
  return {
    message: `«Requisitos» está vacío. La parte de la descripción que hay debajo de «${heading}» se muestra como los requisitos.`,
    fix: "Pasa esa parte a «Requisitos».",
  };
}

export function charactersLeft(left: number): string {
  const count = plural(Math.abs(left), { one: "carácter", other: "caracteres" });
  const one = Math.abs(left) === 1;
  if (left < 0) return `${one ? "Sobra" : "Sobran"} ${count}`;
  return `${one ? "Queda" : "Quedan"} ${count}`;
}

// ── What the form starts with

export const draftRestored = "Este es tu borrador guardado.";
export const confirmClear = "¿Vaciar el formulario? Se eliminará tu borrador.";

export const replaceByEarlier = {
  question: "Ya tienes un borrador aquí. ¿Quieres sustituirlo por el anuncio anterior?",
  button: "Usar el anuncio anterior",
};
export const replaceByLink = {
  question: "Ya tienes un borrador aquí. ¿Quieres sustituirlo por los datos del enlace?",
  button: "Usar los datos del enlace",
};

export const filledInFromLink =
  "Relleno con los datos del enlace que has seguido. Comprueba que todo sea correcto.";

export function filledInFrom(title: string): string {
  return `Relleno a partir de «${title}». Comprueba que todo siga siendo correcto.`;
}

export const loading = "Cargando desde GitHub…";
export const earlierLoaded = "El anuncio anterior se ha cargado. Elige con cuál continuar.";
export const archiveCutOff =
  "GitHub solo ha listado una parte del archivo, y este anuncio no estaba en ella. Copia el texto de su página.";
export const noSuchPost =
  "El tablón no tiene ningún anuncio con ese nombre, así que no se ha rellenado nada.";
export const unreadablePost =
  "Ese anuncio no cumple las reglas actuales del tablón, así que no se ha rellenado nada.";

export const clockNotSet = "El reloj del navegador no está en hora.";

// ── The email that sends a post to the team

export function mailSubject(title: string): string {
  return `Oferta de empleo: ${title}`;
}

export const mailRequest = "Publicad esta oferta por mí, por favor.";

export function fileInMail(name: string): string {
  return `El archivo ${name}:`;
}

export function fileAttached(name: string): string {
  return `El archivo ${name} va adjunto.`;
}

// ── The same job on the board, or waiting for review

export const sameJobs = {
  listed: "Parece que esta oferta ya está en el tablón:",
  waiting: "Parece que esta oferta ya está pendiente de revisión:",
  edit: "Editar ese anuncio",
};
