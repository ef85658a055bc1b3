/** Words of the commands that work on this machine: on files of posts, the site, and the settings. */
import type { Host } from "../../config.ts";
import type { LimitKind, NearLimit } from "../../maintenance/host-limits.ts";
import type { ProblemWords } from "../en/problems.ts";
import { plural } from "../plural.ts";
import { language } from "./language.ts";
import { files, nothingChanged, posts, samplePosts } from "./terminal.ts";

const withErrorsSkipped = (count: number) =>
  `${plural(count, { one: "archivo con errores omitido", other: "archivos con errores omitidos" })}. Para ver los errores: npm run -s validate -- --all`;

export const validate = {
  usage: "npm run -s validate -- [--json] [--all] [FILE…]",
  about: `Comprueba los anuncios publicados de jobs/ (o JOBS_DIR), o los FILE que nombres. Termina con 1 si alguno tiene
errores. Un FILE de otra carpeta se comprueba como si estuviera en jobs/ con su nombre.`,
  options: {
    json: { help: "imprimir los problemas como una lista JSON, y nada más" },
    all: { help: "comprobar también los anuncios archivados" },
  },
  checked: (count: number, problems: string) => `Comprobado: ${files(count)}: ${problems}.`,
};

export const namedFiles = {
  missing: {
    message: "Ese archivo no existe.",
    fix: "Comprueba cómo se escribe y en qué carpeta estás.",
  },
  folder: (inside: string) => ({
    message: "Es una carpeta. Solo se pueden nombrar archivos.",
    fix: `Nombra los archivos que contiene, por ejemplo ${inside}. Sin ningún nombre, se comprueban todos los anuncios de jobs/.`,
  }),
  sameName: (other: string) => ({
    message: `En el tablón sería el mismo archivo que ${other}, así que no se ha comprobado.`,
    fix: "Cambia el nombre de uno de los dos.",
  }),
} satisfies Record<string, ProblemWords | ((text: string) => ProblemWords)>;

export const newPost = {
  usage: "npm run new -- --title TITLE --company NAME --category CODE …",
  about: `Escribe un anuncio nuevo en jobs/ (o JOBS_DIR) y pregunta lo que falte. Escribe los valores como en el archivo;
las listas no necesitan corchetes: --job-types web,database

Los puestos presenciales e híbridos también necesitan --city y --country (o --places si son varios lugares); los puestos
en remoto, --remote-from, y todos, --apply-url o --email.`,
  options: { "dry-run": { help: "imprimir el archivo, sin escribir nada" } },
  required: " (obligatorio)",
  choices: (list: string) => `Opciones: ${list}.`,
  oneOf: (list: string) => `Una de estas: ${list}`,
  incomplete: (problems: string) => `El anuncio todavía no se puede escribir:\n${problems}`,
  wouldWrite: (file: string, text: string) => `Se escribiría ${file}. ${nothingChanged}\n\n${text}`,
  written: (file: string) => `Escrito: ${file}.`,
};

const closedReasons: Readonly<Record<string, string>> = {
  expired: "caducado",
  filled: "puesto cubierto",
  removed: "eliminado",
};

export const archive = {
  usage: "npm run archive -- [--dry-run] [FILE… --reason filled|removed]",
  about: `Mueve los anuncios caducados y cerrados a jobs/archive/<año>/<mes>/. Con FILE, cierra esos anuncios por el motivo
indicado. Ejecutarlo otra vez no cambia nada más.`,
  options: {
    reason: {
      value: "WHY",
      help: "por qué se cierran los FILE: filled (cubierto) o removed (eliminado)",
    },
    "dry-run": { help: "mostrar qué se archivaría, sin cambiar nada" },
  },
  reasonWithoutFiles: "--reason necesita al menos un FILE que cerrar.",
  reasonMissing: "Para cerrar los FILE, añade --reason filled o --reason removed.",
  notAPost: "Este archivo no es un anuncio del tablón.",
  hasErrors: (file: string): ProblemWords => ({
    message: "Este archivo tiene errores, así que no se puede archivar.",
    fix: `Corrígelo antes: npm run -s validate -- ${file}`,
  }),
  placeTaken: (to: string): ProblemWords => ({
    message: `Se movería a ${to}, pero allí ya hay otro archivo.`,
    fix: "Cambia el nombre de uno de los dos.",
  }),
  step: (path: string, reason: string, day: string) =>
    `${path} (${closedReasons[reason] ?? reason}, ${day})`,
  nothing: "No hay nada que archivar.",
  archived: (count: number) => `Archivado: ${posts(count)}.`,
  wouldArchive: (count: number) => `Por archivar: ${posts(count)}. ${nothingChanged}`,
  samplesSkipped: (count: number) =>
    `Sin tocar: ${samplePosts(count)}. Cada compilación adelanta las fechas de los ejemplos, así que no caducan nunca. Para quitarlos: npm run adopt`,
  withErrorsSkipped,
};

const hostNames = {
  "github-pages": "GitHub Pages",
  "cloudflare-pages": "Cloudflare Pages",
  netlify: "Netlify",
} as const satisfies Record<Host, string>;

const decimal = new Intl.NumberFormat(language, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

const megabytes = (bytes: number) => `${decimal.format(bytes / 1e6)} MB`;

const amounts: Readonly<Record<LimitKind, (count: number) => string>> = {
  files: (count) => `${count.toLocaleString(language)} archivos`,
  bytes: megabytes,
  fileBytes: megabytes,
  folderEntries: (count) => `${count.toLocaleString(language)} archivos y carpetas`,
};

export const build = {
  usage: "npm run build -- [--output DIR] [--clean] [--strict]",
  about: `Genera el sitio con los anuncios de jobs/ (o JOBS_DIR) tal como están ahora (o en BOARD_NOW).
Los anuncios con errores se enumeran y se omiten; todos los demás se publican.
Solo se escriben las páginas que cambian respecto a la vez anterior, si no ha cambiado nada más que los anuncios y la hora.`,
  options: {
    output: {
      value: "DIR",
      help: (folder: string) => `la carpeta en la que generarlo (${folder})`,
    },
    clean: { help: "escribir todas las páginas" },
    strict: { help: "fallar si se ha tenido que omitir un anuncio" },
  },
  built: (written: number, all: number, seconds: number) =>
    `Escritos ${written.toLocaleString(language)} de ${all.toLocaleString(language)} archivos en ${decimal.format(seconds)} s.`,
  nearLimit: ({ host, kind, limit, used, isExceeded, path }: NearLimit) => {
    const amount = amounts[kind];
    const share = isExceeded ? "más de" : `el ${Math.floor((used / limit) * 100)} % de`;
    return [
      `${isExceeded ? "Error" : "Aviso"}: ${path ?? "el sitio"} tiene ${amount(used)},`,
      `${share} los ${amount(limit)} que admite ${hostNames[host]}.`,
      `${kind === "fileBytes" ? "Hazlo más pequeño" : "Define closedPageYears en src/board.config.ts"}, o cambia de alojamiento: mira «Limits of the host» en docs/operating.md.`,
    ].join(" ");
  },
  leftOut: (problems: string) => `${problems}. Los anuncios con errores se omiten en el sitio.`,
  strictFailed:
    "La compilación falla por --strict. Sin esa opción, se publicarían los demás anuncios.",
};

export const dev = {
  usage: "npm run dev -- [--port PORT]",
  about: `Genera el sitio y lo sirve solo en este equipo, con el editor, que escribe en jobs/ (o JOBS_DIR).
Lo genera y lo carga de nuevo con cada cambio. Para pararlo, pulsa Ctrl-C.`,
  options: {
    port: { value: "PORT", help: "el puerto del sitio (8080)" },
    "cms-port": { value: "PORT", help: "el puerto del servidor del editor (8081)" },
  },
  building: "Generando…",
  changed: (file: string) => `\n${file} ha cambiado. Generando…`,
  restart: (path: string) =>
    `Si has cambiado url, para con Ctrl-C y empieza de nuevo: el sitio todavía se sirve en ${path}.`,
  failedAgain: "No se ha podido generar. El sitio sigue siendo el anterior.",
  failed: "No se ha podido generar. No habrá sitio hasta que lo corrijas.",
  welcome: (site: string, editor: string, folder: string) => `
  Sitio:   ${site}
  Editor:  ${editor}  (lee y escribe ${folder}/)

Cada cambio se genera y se muestra. Para parar, pulsa Ctrl-C.`,
  badPort: (flag: string) => `--${flag} debe ser un número entre 1024 y 65535.`,
  portInUse: (wanted: number, port: number) =>
    `El puerto ${wanted} está ocupado. Se usa el ${port}.`,
  stopping: "\nParando.",
};

export const demo = {
  usage: "npm run demo -- --count N [--seed S] [--out DIR]",
  about: `Escribe N anuncios inventados de empresas ficticias, de los últimos 90 días. La misma semilla da los mismos anuncios
el mismo día (BOARD_NOW), y un N mayor añade otros.`,
  options: {
    count: { value: "N", help: "cuántos anuncios" },
    seed: { value: "S", help: "un número entero; otra semilla da otros anuncios (1)" },
    out: { value: "DIR", help: (folder: string) => `la carpeta en la que escribir (${folder})` },
    force: {
      help: "escribir aunque DIR no esté vacía, y sustituir los archivos del mismo nombre",
    },
    "dry-run": { help: "mostrar qué se escribiría, sin escribir nada" },
  },
  what: (count: number, seed: number, day: string) =>
    `${posts(count)} (semilla ${seed}, a fecha de ${day})`,
  notEmpty: (folder: string) =>
    `${folder} no está vacía. Elige otra carpeta con --out, o añade --force para escribir en esta.`,
  wouldWrite: (what: string, folder: string) =>
    `Por escribir en ${folder}: ${what}. ${nothingChanged}`,
  wrote: (what: string, folder: string) =>
    `Escrito en ${folder}: ${what}. Para verlos: JOBS_DIR=${folder} npm run dev`,
};

export const adopt = {
  usage:
    "npm run adopt -- --name NAME --topic TOPIC --url URL --repository OWNER/NAME [--terms LIST] …",
  about: `Hace tuyo este tablón: quita los anuncios de ejemplo y escribe tus valores en src/board.config.ts. También cambia lo
que se deduce de ellos: criterios, motivos, indicaciones, los formularios de incidencias y la imagen de los enlaces.
Pregunta lo que falte. Ejecutarlo otra vez no cambia nada más.`,
  options: {
    name: { value: "NAME", help: "el nombre de tu tablón" },
    topic: { value: "TOPIC", help: "de qué debe tratar cada oferta, por ejemplo Rust" },
    terms: { value: "LIST", help: "palabras que lo muestran, separadas por comas (el tema)" },
    description: { value: "TEXT", help: "tu tablón en una frase (hecha a partir del tema)" },
    url: { value: "URL", help: "la dirección de tu sitio, con su ruta si la tiene" },
    repository: { value: "OWNER/NAME", help: "el repositorio en GitHub" },
    contact: { value: "EMAIL", help: "la dirección de correo de tu equipo" },
    language: { value: "CODE", help: "el idioma del tablón: una carpeta de src/board/words" },
    categories: { value: "LIST", help: "tus categorías, separadas por comas (las que hay)" },
    types: { value: "LIST", help: "tus tecnologías y áreas de trabajo (las que hay)" },
    host: { value: "HOST", help: "github-pages, cloudflare-pages, netlify u other" },
    color: { value: "HEX", help: "tu color principal, por ejemplo #0d3b2e" },
    logo: { value: "FILE", help: "tu logotipo, un archivo SVG cuadrado" },
    "dry-run": { help: "mostrar qué cambiaría, sin cambiar nada" },
  },
  missing: (flags: string) => `Falta: ${flags}.`,
  refused: (flag: string, reason: string) => `--${flag}: ${reason}`,
  question: (title: string, example: string, isNeeded: boolean) =>
    `${title}, por ejemplo ${example}${isNeeded ? "" : " (Intro: dejarlo como está)"}`,
  nothing: "No hay nada que cambiar.",
  change: (setting: string, from: string, to: string) =>
    `src/board.config.ts: ${setting}: ${from} -> ${to}`,
  entries: (count: number) => plural(count, { one: "elemento", other: "elementos" }),
  fileToChange: (file: string) => `Por cambiar: ${file}`,
  samplesToRemove: (count: number) => `Por quitar: ${samplePosts(count)}`,
  unreadable: (file: string) => `Omitido porque no se puede leer: ${file}`,
  done: "Hecho. Las demás opciones de tu tablón están en src/board.config.ts. Para verlo: npm run dev",
  notDrawn: (file: string, reason: string) =>
    `${file} no se ha dibujado. Cuando haya un navegador, ejecuta de nuevo npm run adopt. ${reason}`,
  contactIsExample: (address: string) =>
    `La dirección de contacto sigue siendo ${address}. Para cambiarla: npm run adopt -- --contact EMAIL`,
  codeOwners: (file: string, owner: string) =>
    `${file} todavía pide a @${owner} que revise los cambios del código. Nombra allí a tu propio equipo.`,
  topic: (name: string, file: string, settings: string) =>
    `Estas opciones de ${file} todavía mencionan ${name}: ${settings}.`,
  noLanguage: (file: string) =>
    `${file} no nombra una carpeta de textos como valor por defecto de «#words/*.ts».`,
  logoNotSvg: (file: string) => `${file} no es un archivo SVG.`,
  logoTooLarge: (most: number) => `El logotipo puede ocupar como máximo ${most / 1024} KiB.`,
  checkFailed: "No se ha podido cambiar src/board.config.ts. No se ha hecho nada.",
  notAsPlanned: "El archivo modificado no tendría los valores previstos.",
  notWrittenOut: (name: string) =>
    `src/board.config.ts no da a «${name}» un valor literal, así que este comando no puede cambiarlo. Cámbialo a mano.`,
};

export const docs = {
  usage: "npm run docs -- [--dry-run]",
  about: `Escribe lo que se genera: docs/job-file.md a partir del esquema de los anuncios, y los formularios de incidencias de
.github a partir de la configuración.`,
  options: { "dry-run": { help: "decir si cambiaría, sin cambiar nada" } },
  upToDate: (file: string) => `${file} está al día.`,
  wouldWrite: (file: string) => `Se volvería a escribir ${file}. ${nothingChanged}`,
  wrote: (file: string) => `Escrito de nuevo: ${file}.`,
};

export const cities = {
  usage: "npm run cities -- [--origin TEXT] [--dry-run] FOLDER",
  about: `Escribe la tabla de ciudades y sus nombres, src/board/cities/table.json, a partir de cities500.txt,
alternateNamesV2.txt y countryInfo.txt de GeoNames, en una carpeta. scripts/cities.ts dice dónde obtenerlos.`,
  options: {
    origin: { value: "TEXT", help: "de dónde vienen los archivos (download.geonames.org)" },
    "dry-run": { help: "decir qué se escribiría, sin cambiar nada" },
  },
  oneFolder: "Nombra la carpeta con los archivos de GeoNames.",
  wouldWrite: (file: string, count: number, day: string) =>
    `${file} tendría ${count} ciudades, a fecha de ${day}. ${nothingChanged}`,
  wrote: (file: string, count: number, day: string) =>
    `Escrito ${file}: ${count} ciudades, a fecha de ${day}. Ejecuta ahora npm run format.`,
};

export const signIn = {
  usage: "npm run sign-in -- [--port PORT]",
  about: `Sirve «Iniciar sesión con GitHub» para el editor, en la ruta de signInUrl (o SIGN_IN_URL). Necesita
SIGN_IN_CLIENT_ID y SIGN_IN_CLIENT_SECRET; docs/launching.md dice cómo obtenerlos. Pon delante un servidor con HTTPS.
Para pararlo, pulsa Ctrl-C.`,
  options: { port: { value: "PORT", help: "el puerto en el que escuchar (8082)" } },
  badPort: "--port debe ser un número entre 0 y 65535.",
  listening: (url: string, port: number | undefined) =>
    `El inicio de sesión está en ${url}. Escuchando en el puerto ${port} de este equipo.`,
};
