/** Words of the commands that work on the repository at GitHub. */
import { plural } from "../plural.ts";
import { nothingChanged, posts } from "./terminal.ts";

const showPlan = { help: "mostrar qué se haría, sin cambiar nada" };

export const triage = {
  usage: "npm run triage -- --pr N | --all [--since TIME] | --event FILE [--dry-run]",
  about: `Revisa las pull requests como lo hace el bot: pone su estado, responde al equipo de revisión, fusiona.
Con el token de una persona, muestra el plan y pide al bot que lo lleve a cabo.`,
  options: { "dry-run": { help: "mostrar el plan, sin cambiar nada" } },
  none: "No hay pull requests que revisar.",
  answered: "Una ejecución anterior ya respondió a este evento.",
  readingOthers: "Buscando otras pull requests pendientes",
  telling: "Avisando a quienes esperan una respuesta",
  told: (pull: number) => `#${pull}: aviso a quienes esperan una respuesta`,
  status: (pull: number, text: string) => `#${pull} ${text}`,
  pull: (title: string, kind: string, state: string) => `«${title}» (${kind}): ${state}`,
  otherBranch: (pull: number, branch: string) => `#${pull} va a otra rama: ${branch}`,
  ownChange: (pull: number) => `#${pull} es un cambio del propio tablón`,
  finished: (branch: string) => `Terminado un cambio interrumpido: ${branch}`,
  finishing: "Terminando cambios interrumpidos",
  publishing: "Publicando el commit más reciente",
  published: (url: string) => `Se ha pedido publicar el commit más reciente: ${url}`,
  monitoring: "Comprobando la tarea diaria",
  dailyRunIssue: (result: string) => `Incidencia sobre la tarea diaria: ${result}`,
};

export const notify = {
  usage: "npm run notify -- --pr N | --all [--since TIME] | --event FILE | --prepared [--dry-run]",
  about: `Escribe al equipo, y a quienes llevan los anuncios aprobados, sobre lo que ha pasado con las pull requests. Cada
mensaje se envía una vez. Si el correo no está configurado, muestra qué se enviaría.`,
  options: {
    prepared: { help: "los mensajes que ha preparado triage, en MAIL_MESSAGES" },
    "dry-run": { help: "mostrar los mensajes, sin enviar nada" },
  },
};

export const remind = {
  usage: "npm run remind -- [--dry-run]",
  about: `Avisa a quienes llevan anuncios que terminan pronto o han terminado: en la pull request que añadió el anuncio, y por
correo si está configurado y el anuncio tiene una dirección. Cada aviso se envía una vez.`,
  options: { "dry-run": { help: "mostrar los avisos, sin enviar nada" } },
  onlySamples:
    "Sin avisos: este tablón muestra anuncios de ejemplo, que no lleva nadie (demo en src/board.config.ts).",
  none: "No hay avisos que enviar.",
  noPull: (slug: string) => `${slug}: sin aviso, porque ninguna pull request añadió este anuncio.`,
};

export const report = {
  usage: "npm run report -- [--schedule LINE] [--dry-run]",
  about: `Escribe al equipo qué anuncios llevan demasiado tiempo sin revisar y cómo han ido este mes y el anterior. Una vez a
la semana, envía los anuncios nuevos a la lista de novedades, si la hay. Si el correo no está configurado, muestra qué
se enviaría.`,
  options: {
    schedule: {
      value: "LINE",
      help: "la línea de cron que inició esta ejecución: envía los informes que le corresponden; vacía, los del equipo",
    },
    "dry-run": { help: "mostrar los informes, sin enviar nada" },
  },
  none: "No hay nada de lo que informar.",
};

export const requests = {
  usage: "npm run requests -- --issue N|all [--since TIME] [--dry-run]",
  about:
    "Atiende las incidencias en las que se pide cerrar, renovar o eliminar un anuncio. Ejecutarlo otra vez no cambia nada más.",
  options: {
    issue: { value: "N", help: "la incidencia con este número, o todas las abiertas (all)" },
    "dry-run": showPlan,
  },
  telling: "Avisando a quien pregunta de que tiene que esperar",
  told: (issue: number) => `#${issue}: aviso a quien pregunta de que tiene que esperar`,
  notAnIssue: "--issue debe ser el número de una incidencia, por ejemplo 12, o all.",
  nothing: (issue: number) => `#${issue}: nada que hacer.`,
  planned: (issue: number, action: string) => `#${issue}: ${action}`,
  result: (issue: number, action: string, outcome: string) => `#${issue}: ${action}: ${outcome}`,
};

export const links = {
  usage: "npm run links -- [--dry-run] [--output FILE | --report]",
  about: `Comprueba los enlaces de solicitud de los anuncios publicados y muestra los que no funcionan. Los enlaces llevan a
servidores ajenos, así que no se ejecuta con un token. Para informar de los resultados, ejecútalo otra vez con --report,
que no comprueba ningún enlace.`,
  options: {
    output: {
      value: "FILE",
      help: "añadir los resultados a FILE, como la salida «results» de un paso de un flujo de trabajo",
    },
    report: {
      help: "no comprobar nada; actualizar la incidencia con los resultados de LINK_RESULTS",
    },
    "dry-run": { help: "mostrar el informe, sin escribir ni cambiar nada" },
  },
  eitherOr:
    "Usa --output o --report, no ambas: una ejecución comprueba los enlaces y otra informa de ellos.",
  withoutToken:
    "Los enlaces llevan a servidores ajenos, así que solo se comprueban sin token. Ejecuta: GITHUB_TOKEN= npm run links",
  nothingToDo: (count: number) =>
    `${broken(count)}. La incidencia está al día, o no hace falta ninguna.`,
  reported: (count: number, url: string) => `${broken(count)}. Informe en ${url}`,
  wouldChangeNothing: `No cambiaría ninguna incidencia. ${nothingChanged}`,
  wouldOpen: `Se abriría una incidencia. ${nothingChanged}`,
  wouldUpdate: (issue: number, state: string) =>
    `La incidencia #${issue} se actualizaría y ${state === "open" ? "seguiría abierta" : "se cerraría"}. ${nothingChanged}`,
};

function broken(count: number): string {
  return plural(count, { one: "enlace con problemas", other: "enlaces con problemas" });
}

export const rates = {
  usage: "npm run rates -- [--dry-run] [--report]",
  about: `Descarga del Banco Central Europeo los tipos de cambio con los que las búsquedas comparan los sueldos y los escribe en
src/board/search/exchange-rates.json. Con --report no descarga nada y mantiene abierta una incidencia mientras sean antiguos.`,
  options: {
    report: {
      help: "no descargar nada; abrir, actualizar o cerrar la incidencia sobre tipos antiguos",
    },
    "dry-run": { help: "mostrar los tipos o el informe, sin escribir ni cambiar nada" },
  },
  onlySamples:
    "Este tablón solo tiene ejemplos, cuyos sueldos no compara nadie. No hay nada de lo que informar.",
  unanswered: (url: string, reason: string) =>
    `${url} no se ha podido leer: ${reason}. Vuelve a intentarlo más tarde.`,
  unreadable: (url: string) =>
    `${url} no tiene tipos de cambio en la forma esperada. Escríbelos en el archivo a mano.`,
  wrote: (file: string, count: number, day: string) =>
    `Escrito ${file}: ${count} monedas, a fecha de ${day}.`,
  wouldWrite: (file: string, count: number, day: string) =>
    `${file} tendría ${count} monedas, a fecha de ${day}. ${nothingChanged}`,
  reported: (url: string) => `Informe en ${url}`,
  nothingToDo: "La incidencia está al día, o no hace falta ninguna.",
};

export const submit = {
  usage: 'npm run submit -- [--dry-run] [--contact "NAME"] FILE',
  about: `Envía un anuncio que llegó por correo: abre una pull request en tu nombre, por encargo de quien lo mandó. FILE es el
texto del anuncio tal como llegó; - lee la entrada estándar. Ejecútalo otra vez con un texto cambiado para actualizar la
pull request. Necesita tu token en GITHUB_TOKEN, con permiso de escritura en el repositorio.`,
  options: {
    contact: {
      value: "NAME",
      help: "el nombre de quien lo mandó, que será público; sustituye al de FILE",
    },
    "dry-run": { help: "imprimir el archivo y mostrar qué se haría, sin cambiar nada" },
  },
  oneFile: "Nombra exactamente un FILE.",
  contactIsAddress: "--contact será público: da un nombre, no una dirección.",
  tokenMissing: "Falta GITHUB_TOKEN. Pon tu propio token, con permiso de escritura.",
  standardInput: "la entrada estándar",
  unreadable: (file: string, reason: string) => `${file} ${reason}.`,
  refused: (problems: string) => `El anuncio todavía no se puede enviar:\n${problems}`,
  corrected: (repair: string) => `Corregido: ${repair}.`,
  leftOut: (field: string) => `Omitido: ${field}.`,
  setByBoard: (field: string) => `«${field}», que solo rellena el tablón`,
  submitterIsYou: "«submitted_by», porque este anuncio lo envías tú",
  notReadBack: (file: string) => `${file} no se puede volver a leer.`,
  wouldDoNothing: (pull: number) => `La pull request #${pull} ya tiene este texto.`,
  wouldUpdate: (pull: number, file: string) =>
    `La pull request #${pull} se actualizaría con ${file}.`,
  wouldOpen: (title: string, file: string) =>
    `Se abriría una pull request «${title}», que añade ${file}.`,
  dryRun: (outlook: string, text: string) => `${outlook} ${nothingChanged}\n\n${text}`,
  unchanged: (url: string) => `Nada que hacer. Ya está pendiente de revisión: ${url}`,
  sent: (title: string, file: string, url: string) =>
    `Enviado: ${title} (${file}). Tiene que aprobarlo otra persona del equipo: ${url}`,
  updated: (title: string, file: string, url: string) => `Actualizado: ${title} (${file}). ${url}`,
};

export const maintenance = {
  usage: "npm run housekeeping -- [--dry-run]",
  about: `Archiva en GitHub los anuncios caducados y cerrados, con un commit en la rama del tablón.
Con el token de una persona, muestra qué hay que hacer y pide al bot que lo haga.`,
  options: { "dry-run": showPlan },
  onlySamples:
    "Nada que hacer: este tablón muestra anuncios de ejemplo, que no caducan nunca (demo en src/board.config.ts). Para hacerlo tuyo: npm run adopt",
  keepingSchedule: "Manteniendo activada la tarea diaria",
  would: (count: number) => `Por archivar: ${posts(count)}. ${nothingChanged}`,
  toArchive: (count: number) => `${posts(count)} por archivar.`,
  committed: (count: number) => `Con un commit, archivado: ${posts(count)}.`,
  merged: (count: number) => `Con una pull request, archivado: ${posts(count)}.`,
  waiting: (count: number, reason: string, url: string) =>
    `${posts(count)} por archivar, pero GitHub no deja que el bot fusione la pull request. Tiene que hacerlo alguien con permiso: ${url}\nGitHub dice: ${reason}`,
};

export const publish = {
  usage: "node scripts/publish.ts",
  about: `Pide a GitHub que genere y publique el sitio con el estado actual de la rama del tablón. Necesita un token que pueda
iniciar flujos de trabajo.`,
  asked: (url: string) => `Se ha pedido a GitHub que publique el sitio: ${url}`,
};

/** La subida del sitio a Netlify. */
export const netlify = {
  usage: "node scripts/upload.ts [--dir CARPETA]",
  about: `Sube a Netlify un sitio ya generado y espera a que esté publicado. Necesita NETLIFY_TOKEN y NETLIFY_SITE; el
flujo de trabajo «publish» los tiene si host es netlify en los ajustes.`,
  options: { dir: { value: "CARPETA", help: "la carpeta del sitio (_site)" } },
  unset:
    "Pon en NETLIFY_TOKEN un token de acceso personal y en NETLIFY_SITE el identificador del sitio.",
  uploaded: (count: number) =>
    `El sitio está publicado. ${plural(count, { one: "archivo nuevo", other: "archivos nuevos" })}.`,
  failed: (reason: string) => `Netlify no ha podido publicar el sitio. ${reason}`,
  late: "Netlify no ha publicado el sitio a tiempo. Su panel dice por qué.",
  refused: (status: number, answer: string) =>
    `Netlify ha rechazado la petición con el estado ${status}. ${answer.slice(0, 500)}`,
};

export const setup = {
  usage: "npm run setup -- [--dry-run]",
  about: `Configura el repositorio que nombra src/board.config.ts: cómo se fusionan las pull requests, etiquetas, reglas de
las ramas, entornos, Pages y permisos de los flujos de trabajo. Necesita el token de alguien con permiso de administración
en GITHUB_TOKEN.`,
  options: { "dry-run": showPlan },
  tokenMissing: "Falta GITHUB_TOKEN. Pon el token de alguien que administre el repositorio.",
  mergeBySquash: "Pull requests: solo squash merging, con el título como mensaje",
  labelCreated: (name: string) => `Etiqueta «${name}»: creada`,
  labelUpdated: (name: string) => `Etiqueta «${name}»: color y descripción actualizados`,
  environmentRestricted: (name: string) => `Entorno «${name}»: limitado a las ramas de la lista`,
  branchAllowed: (environment: string, branch: string) =>
    `Entorno «${environment}»: «${branch}» permitida`,
  pagesOn: "Pages: activado, publicado por el flujo de trabajo",
  pagesByWorkflow: "Pages: publicado por el flujo de trabajo",
  workflowPermissions:
    "Flujos de trabajo: solo lectura salvo que pidan más; pueden crear pull requests",
  rulesetCreated: (name: string) =>
    `Reglas de rama «${name}»: cambios solo mediante pull requests que pasen la comprobación del bot; sin force push; sin borrado`,
  rulesetUpdated: (name: string) => `Reglas de rama «${name}»: restauradas`,
  nothing: "El repositorio ya está configurado.",
  would: (count: number) => `Por cambiar: ${things(count)}. ${nothingChanged}`,
  changed: (count: number) => `Cambios: ${things(count)}.`,
  byHand: (items: readonly string[]) => `\nQueda por hacer a mano:\n${items.join("\n")}`,
  defaultBranch: (branch: string, now: string, url: string) =>
    `- Haz de «${branch}» la rama predeterminada, porque las tareas programadas y las reglas se aplican a ella. Ahora es «${now}»: ${url}`,
  otherBranch: (branch: string, environment: string, url: string) =>
    `- Quita «${branch}» de las ramas del entorno «${environment}», salvo que sepas por qué está ahí: quien pueda subir cambios a ella obtiene los secretos y permisos del entorno. ${url}`,
  reviewers: (url: string) =>
    `- Pon a las personas que revisan en src/board.config.ts y dales el rol «triage», con el que pueden asignar y etiquetar. Quien tiene el rol «write» revisa sin estar en la lista: ${url}`,
  workflowApproval: (url: string) =>
    `- Exige aprobación para los flujos de trabajo de quienes contribuyen por primera vez: «Approval for running fork pull request workflows», en ${url}`,
  domain: (host: string, url: string) =>
    `- Apunta ${host} a GitHub Pages e introdúcelo como dominio personalizado: ${url}`,
  domainElsewhere: (host: string) => `- Apunta ${host} al alojamiento del sitio.`,
  netlifySecrets: (environments: string, variables: string) =>
    `- Añade el secreto NETLIFY_TOKEN al entorno «netlify» (${environments}), y la variable NETLIFY_SITE al repositorio (${variables}). Mira docs/launching.md.`,
  cloudflareSecrets: (environments: string, variables: string) =>
    `- Añade el secreto CLOUDFLARE_API_TOKEN al entorno «cloudflare-pages» (${environments}), y las variables CLOUDFLARE_ACCOUNT_ID y CLOUDFLARE_PROJECT al repositorio (${variables}). Mira docs/launching.md.`,
  signIn:
    "- Pon en signInUrl, en src/board.config.ts, un servicio de inicio de sesión (docs/launching.md). Sin él, el tablón no tiene editor; se puede usar el formulario o el correo.",
  mailSecrets: (environments: string, variables: string) =>
    `- Añade el secreto SMTP_URL al entorno «mail» (${environments}), y la variable MAIL con el valor «on» al repositorio (${variables}). Mira docs/operating.md.`,
  mail: "- Para enviar avisos por correo, configura «mail» en src/board.config.ts. Mira docs/operating.md.",
  appSecrets: (environments: string, variables: string) =>
    `- Añade el secreto APP_PRIVATE_KEY al entorno «bot» (${environments}), y la variable APP_CLIENT_ID al repositorio (${variables}). Mira docs/operating.md.`,
  tryIt: (url: string) => `- Comprueba que todo funciona con una pull request tuya: ${url}`,
};

function things(count: number): string {
  return plural(count, { one: "opción", other: "opciones" });
}
