/** Words of `npm run import`: what it says of each record of another board, its report, and the command itself. */
import { plural } from "../plural.ts";
import { files, nothingChanged, posts } from "./terminal.ts";

const list = (all: readonly string[]) => all.map((one) => `«${one}»`).join(", ");

const markupNames: Readonly<Record<string, string>> = {
  html: "HTML",
  markdown: "Markdown",
  restructuredtext: "reStructuredText",
  plain: "texto sin formato",
};

export const imports = {
  // ── Texts ──
  otherMarkup: (said: string, read: string) =>
    `Marcado como ${markupNames[said] ?? said}, pero leído como ${markupNames[read] ?? read}, que es lo que parece.`,
  imagesDropped: (count: number) =>
    `${plural(count, { one: "imagen omitida", other: "imágenes omitidas" })}.`,
  linksDropped: (schemes: readonly string[]) =>
    `Se han omitido enlaces que los anuncios no pueden tener (${[...new Set(schemes)].map((one) => `${one}:`).join(", ")}). Su texto se conserva.`,
  scriptsDropped: (count: number) =>
    `${plural(count, { one: "script o marco omitido", other: "scripts o marcos omitidos" })}.`,
  requirementsSplit: "Los requisitos se han encontrado debajo de un encabezado de la descripción.",
  requirementsMissing:
    "No hay requisitos, y la descripción no tiene un encabezado para ellos. El anuncio remite a la descripción.",
  seeDescription: "Mira la descripción.",

  // ── Places ──
  readAs: (text: string, meant: string) => `«${text}» se ha leído como ${meant}.`,
  correctedTo: (shown: string) => `Corregido a: ${shown}`,
  countryUnknown: (text: string) => `«${text}» no es un país que el tablón conozca.`,
  countryMissing: (city: string) => `No se nombra ningún país para «${city}».`,
  severalCountries: (text: string, taken: string) =>
    `«${text}» nombra varios países. Se ha tomado ${taken}.`,
  hybridGuessed:
    "Se permite trabajar en remoto además de en una oficina. Se ha tomado como híbrido.",
  onsiteGuessed: "No se dice nada de trabajar en remoto. Se ha tomado como presencial.",
  remoteByText:
    "Se ha tomado como puesto en remoto, porque el título o el texto dicen que lo es totalmente.",
  remoteHasNoCity: (city: string) =>
    `Los puestos en remoto no tienen ciudad, así que se ha omitido «${city}».`,
  remoteFromGuessed: (countries: readonly string[]) =>
    `Se puede trabajar desde el país de la oficina: ${countries.join(", ")}. No se dice nada más.`,
  remoteFromUnknown: "Nada dice desde qué países se puede trabajar.",

  // ── Choices ──
  categoryGuessed: (other: string | undefined, taken: string) =>
    other
      ? `El tablón no tiene la categoría «${other}». Se ha tomado ${taken}.`
      : `No se nombra ninguna categoría. Se ha tomado ${taken}.`,
  tooManyTypes: (gone: readonly string[]) => `Más de cinco tecnologías. Omitidas: ${list(gone)}.`,
  unknownTypes: (gone: readonly string[]) =>
    `El tablón no tiene las tecnologías ${list(gone)}. Se han omitido.`,
  typeAsOther: (name: string) =>
    `El tablón no tiene la tecnología «${name}». Se nombra como otra tecnología.`,
  severalEmployments: (all: readonly string[]) =>
    `El tipo de contrato no queda claro con ${list(all)}. Se ha omitido.`,
  payRead: (text: string, pay: string) => `«${text}» se ha leído como ${pay}.`,
  payUnclear: (text: string) =>
    `El sueldo «${text}» puede significar varias cosas y se ha omitido.`,

  // ── Contact ──
  linkRefused: (address: string, why: string) => `El enlace «${address}» se ha omitido: ${why}`,
  schemeAdded: (address: string) => `El enlace no tenía esquema. Ahora es ${address}.`,
  homePage: (address: string) => `${address} es un sitio entero, no la página de esta oferta.`,
  contactCut: "Se ha quitado un teléfono o una dirección de la persona de contacto.",
  peopleDropped:
    "Ya no es público en el otro sitio, así que se han omitido su correo y su persona de contacto.",
  mailInArchive:
    "No tiene enlace, así que el archivo volvería a publicar su dirección de correo. Para no importarla:",
  freeMail: (address: string) => `${address} parece la dirección personal de alguien.`,
  phoneInText: "El texto contiene algo que parece un número de teléfono.",

  // ── Days and status ──
  termShortened: "Estuvo publicado más tiempo que el plazo de este tablón, así que termina antes.",
  undated: "Falta el día en que se publicó. Cuenta desde el día de la importación.",
  noCreated: "El día en que se creó no se puede leer.",
  noPosted: (text: string | undefined) =>
    text
      ? `«${text}» no es una fecha de publicación clara. Escribe las fechas como año-mes-día, o pon «dates» en la correspondencia como day-first o month-first.`
      : "Falta el día en que se publicó.",
  noExpires: (text: string) =>
    `«${text}» no es un último día claro. Escribe las fechas como año-mes-día, o pon «dates» en la correspondencia como day-first o month-first.`,
  neverPublic: "Nunca fue público.",
  unknownStatus: (status: string) =>
    `El estado «${status}» es desconocido, así que puede que no sea público.`,
  status: {
    removed: "Allí se eliminó.",
    rejected: "Allí se rechazó.",
    draft: "Es un borrador.",
    review: "Allí está pendiente de revisión. Tiene que enviarlo de nuevo quien lo envió.",
  },

  // ── What was done ──
  leftOut: (problem: string) => `Omitido: ${problem}`,
  notARecord: "No es un registro que se pueda leer.",
  twice: "Otro registro tiene el mismo id. Solo se ha importado el primero.",
  byCorrection: "Las correcciones dicen que hay que omitirlo.",
  closedThere: "Allí está cerrado. Añade --with-archive para importar los anuncios cerrados.",
  notSince: (day: string) => `No ha cambiado desde ${day}.`,
  incomplete: "No se puede publicar tal como está. Mira qué hay que decidir.",
  editedHere: "Se ha cambiado en este tablón, así que se queda como está.",
  archivedHere: "Aquí está archivado, y así se queda.",
  goneHere: "Aquí se eliminó, y así se queda.",
  onBoard: (file: string) => `Ya está en el tablón: ${file}.`,
  closedHere: "Aquí ya ha terminado.",
  notImportable: "El registro ya no se puede importar, así que el anuncio se queda como está.",
  missing: "Ya no está en la exportación. Si ha terminado, ciérralo.",
  numbered: (slug: string) =>
    `Otro anuncio tiene este nombre, así que el archivo se llama ${slug}.`,
  closeByHand:
    "Allí está cerrado, pero aquí se cambió. Si ha terminado, escribe esta línea en su archivo.",
} as const;

export const results = {
  live: "Publicados",
  archived: "Archivados",
  updated: "Actualizados",
  closed: "Cerrados",
  failed: "No se pueden importar",
  unchanged: "Sin cambios",
  kept: "Se quedan como están aquí",
  skipped: "Sin importar",
} as const;

export const report = {
  title: (source: string) => `Importación de ${source}`,
  dryRun: "Ha sido una prueba: no se ha escrito nada.",
  introduction: (corrections: string) =>
    `Para decidir algo, escribe su línea en ${corrections} e importa de nuevo. El valor «skip» omite un registro.`,
  others: "Nada por decidir",
  decide: "Por decidir",
  repaired: "Corregido",
  dropped: "Omitido",
  taken: (fields: string) => `Campos: ${fields}`,
  write: "Escribe:",
} as const;

export const importCommand = {
  usage:
    "npm run import -- --from pythondotorg|jobposting|csv FILE… --out DIR [--with-archive] [--dry-run] [--json] [--since DAY]",
  about: `Importa los anuncios de otro tablón en DIR, que tiene la forma de jobs/, y escribe un informe de cada registro.
Se escriben los anuncios publicados; los cerrados, solo con --with-archive, y sin correo ni persona de contacto si hay un enlace.

Se puede ejecutar otra vez sin riesgo: DIR-import/ recuerda qué se escribió. Lo que se haya editado, archivado o eliminado
desde entonces no se vuelve a escribir, y lo que se ha cerrado en el otro tablón se cierra aquí.

pythondotorg: el JSON de «dumpdata» de Django. jobposting: páginas o JSON con JobPosting, de schema.org. csv: una tabla con
cabecera; en un terminal, pregunta qué son las columnas desconocidas.`,
  options: {
    from: { value: "SOURCE", help: "qué son los FILE: pythondotorg, jobposting o csv" },
    out: { value: "DIR", help: "la carpeta de anuncios en la que escribir, por ejemplo jobs" },
    "with-archive": { help: "importar también los anuncios cerrados" },
    "dry-run": { help: "escribir solo el informe" },
    json: { help: "imprimir el informe como JSON, y nada más" },
    since: { value: "DAY", help: "solo los registros creados o cambiados desde este día" },
    most: {
      value: "N",
      help: "escribir como máximo N archivos; la próxima ejecución continúa. GitHub no muestra al bot más de 3000 en una pull request",
    },
  },
  fromMissing: "--from debe ser pythondotorg, jobposting o csv.",
  outMissing:
    "--out debe nombrar la carpeta de anuncios en la que escribir, por ejemplo --out jobs.",
  filesMissing: "Nombra al menos un FILE que importar.",
  badDay: "--since debe ser un día, por ejemplo 2027-01-31.",
  unreadable: (file: string, why: string) => `${file} no se puede leer: ${why}`,
  brokenJson: (file: string, why: string) =>
    `${file} no es JSON completo: ${why}. Se ha importado lo que había antes de ese punto.`,
  brokenCsv: (file: string, why: string) =>
    `${file} no es una tabla que se pueda leer: ${why}. Se ha importado lo que había antes de ese punto.`,
  notUtf8: (file: string) =>
    `${file} no es UTF-8, y se ha leído como europeo occidental (ISO 8859-1). Si hay letras mal en el informe, guárdalo como UTF-8.`,
  noPostings: (file: string) => `${file} no tiene ningún JobPosting que se pueda leer.`,
  brokenRecord: (file: string, why: string) =>
    `${file} no se puede leer (${why}). Restáuralo desde Git: sin él, los anuncios podrían escribirse dos veces.`,
  brokenCorrections: (file: string, why: string) => `${file} no se puede leer: ${why}`,
  brokenMapping: (file: string) =>
    `${file} no es una correspondencia de columnas. Corrígelo, o bórralo para que se te pregunte de nuevo.`,
  askColumn: (name: string, example: string, choices: readonly string[]) =>
    `¿Qué es la columna «${name}» (por ejemplo «${example}»)? Pulsa Intro si no sirve, o escribe una de estas: ${choices.join(", ")}`,
  noColumn: (text: string) => `«${text}» no es ninguna de ellas.`,
  askDates: (example: string) =>
    `¿«${example}» se escribe con el día o con el mes delante? Escribe day (día) o month (mes)`,
  unusedColumns: (names: readonly string[], file: string) =>
    `Columnas sin usar: ${names.join(", ")}. Para usarlas, edita ${file}.`,
  ambiguousDates: (example: string, file: string) =>
    `Las fechas como ${example} pueden significar dos días. Pon "dates" como "day-first" o "month-first" en ${file}.`,
  samples:
    "El tablón todavía muestra anuncios de ejemplo, cuyas fechas se adelantan. Ejecuta npm run adopt antes de publicar anuncios importados.",
  tooMany: (count: number) =>
    `Escrito: ${files(count)}. Una pull request puede tener menos de 3000: usa --most 2900 e importa de nuevo después de cada fusión.`,
  stopped: (most: number) =>
    `Se ha parado después de ${files(most)}. Importa de nuevo para continuar.`,
  summary: (counts: readonly (readonly [string, number])[], decide: number) =>
    [
      ...counts.map(([label, count]) => `${label}: ${count}`),
      `${plural(decide, { one: "registro necesita una decisión", other: "registros necesitan una decisión" })}.`,
    ].join("\n"),
  written: (count: number, isDryRun: boolean) =>
    isDryRun ? `Por escribir: ${posts(count)}. ${nothingChanged}` : `Escrito: ${posts(count)}.`,
  reportAt: (path: string) => `Informe: ${path}`,
} as const;
