/** What commands say when files, Git, environment variables, or servers are not as they need them. */

// ── Environment variables ──
export function badStaging(text: string): string {
  return `BOARD_STAGING es «${text}». Pon true, o no la definas.`;
}

export function badNow(text: string): string {
  return `BOARD_NOW es «${text}», que no es una fecha. Escríbela así: 2027-01-31 o 2027-01-31T12:00:00Z.`;
}

export const badSmtpUrl =
  "SMTP_URL no es la dirección de un servidor de correo. Escríbela así: smtps://usuario:clave@mail.example.org. En el usuario y la clave, escribe %40 en lugar de @ y %2F en lugar de /.";

export const badPreparedMail =
  "MAIL_MESSAGES no contiene lo que preparó triage. Ejecuta de nuevo todo el flujo de trabajo.";

export const signInSettings = {
  url: "signInUrl en src/board.config.ts, o SIGN_IN_URL",
  app: "SIGN_IN_CLIENT_ID y SIGN_IN_CLIENT_SECRET",
  missing: (settings: readonly string[]) =>
    `El servicio de inicio de sesión necesita ${settings.join(", y ")}. Mira docs/launching.md.`,
};

// ── Files and Git ──
export function folderUnreadable(folder: string): string {
  return `No se puede leer la carpeta de anuncios «${folder}». Créala, o pon otra carpeta en JOBS_DIR.`;
}

export const shallowClone =
  "A este clon le falta una parte del historial, y no se ha podido descargar, así que no puede saber cuándo se publicaron los anuncios por primera vez. Ejecuta git fetch --unshallow. En un flujo de trabajo, usa checkout con fetch-depth: 0.";

export function notFetched({ branch, url }: { branch: string; url: string }, clone: string) {
  return `No se puede descargar la rama «${branch}» de ${url} en ${clone}. Ejecuta esto en un clon del repositorio que nombra src/board.config.ts y comprueba la conexión.`;
}

export function objectUnreadable(sha: string): string {
  return `No se puede leer el objeto de Git ${sha}, porque el clon está dañado. Clona el repositorio de nuevo.`;
}

// ── The site ──
export function notASite(folder: string): string {
  return `${folder} no está vacía y no es un sitio generado. Elige una carpeta vacía o nueva.`;
}

export function siteNotBuilt(reason: string): string {
  return `No se ha podido generar el sitio. ${reason}`;
}

export function bundleIncomplete(folder: string): string {
  return `A ${folder} le falta un archivo del editor. Borra esa carpeta y vuelve a intentarlo.`;
}

export const noSite = {
  title: "Sin generar",
  text: "Todavía no hay ningún sitio: se está generando, o ha fallado. Mira el terminal. Esta página se vuelve a cargar automáticamente.",
};

export const localPagesOnly = "Aquí solo pueden leer y escribir las páginas del tablón.";

// ── Links ──
export function noNetwork(hosts: number): string {
  return `No ha respondido ninguno de los ${hosts} servidores, así que este equipo parece no tener red. Sus enlaces no se han valorado.`;
}

export const notLinkResults =
  "LINK_RESULTS no contiene los resultados de una comprobación de enlaces. Ejecuta de nuevo todo el flujo de trabajo.";

// ── The mail server: why a message was not sent ──
export const mailFailures = {
  login: "El servidor de correo no ha aceptado el usuario o la clave.",
  address: "La dirección de correo no es válida.",
  insecure: "El servidor de correo no ofrece una conexión segura.",
  unreachable: "No se puede conectar con el servidor de correo.",
};
