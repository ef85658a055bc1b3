/** What is wrong with the settings in src/board.config.ts, and with answers to `npm run adopt`. */

import { language } from "./language.ts";
import { description } from "./starting-settings.ts";

export const fixes = {
  text: "Escribe un texto entre comillas.",
  slug: "Usa letras minúsculas, cifras y guiones, por ejemplo «web» o «big-data». No se admiten nombres de dispositivos de Windows, como «aux».",
  language: "Escribe un código de idioma de dos letras (ISO 639-1), por ejemplo «es».",
  count: (least: number, example: number) =>
    `Escribe un número entero de ${least} como mínimo, sin comillas, por ejemplo ${example}.`,
  group: (names: string) => `Escribe un grupo entre llaves con ${names}.`,
  emailAddress: "Escribe una dirección de correo, por ejemplo «empleo@example.org».",
  login: "Escribe un nombre de usuario de GitHub sin @, por ejemplo «octocat».",
  appLogin:
    "Escribe el nombre de la GitHub App que aparece en su dirección, y [bot], por ejemplo «example-jobs[bot]».",
  names: "Escribe una lista de nombres entre comillas.",
  retired: "Escribe true, o no pongas nada.",
  repeatedSlug: "Da a cada opción de esta lista un slug propio.",
  allRetired: "Añade una opción, o quita «retired» de una que los anuncios puedan volver a usar.",
  choices: "Escribe una lista de opciones, por ejemplo [{ slug: «web», name: «Web» }].",
  url: "Escribe la dirección completa, que empiece por https:// y termine con una barra, por ejemplo «https://jobs.example.org/».",
  host: (names: readonly string[]) =>
    `Escribe ${names.map((name) => `«${name}»`).join(", ")}, o null para otro alojamiento.`,
  signInUrl: "Escribe la dirección completa, que empiece por https://, o quita la opción.",
  listId:
    "Escribe un nombre con la forma de un nombre de servidor, por ejemplo «team.jobs.example.org», o no pongas nada.",
  closedPageYears: "Escribe null, o un número entero de 1 como mínimo, sin comillas.",
  words: "Escribe una lista de palabras entre comillas.",
  requirementsHeadings:
    "Escribe una lista de encabezados, por ejemplo [«Perfil»], o [] si no hay ninguno.",
  codes: "Escribe una lista de códigos, por ejemplo [«es»].",
  oneOf: (values: readonly string[]) => `Escribe ${values.join(" o ")}, o no pongas nada.`,
  criteria: "Escribe una lista de grupos con title y text.",
  reviewers: "Escribe una lista de grupos con login, por ejemplo [{ login: «octocat» }].",
  boolean: "Escribe true o false, sin comillas.",
  reasons: "Escribe una lista de grupos con slug, title y text.",
  color: "Escribe un color como un número hexadecimal, por ejemplo #0d3b2e.",
  contrast: (least: number) =>
    `Oscurece o aclara uno de los dos: para leerlo hace falta un contraste de ${least} a 1 como mínimo.`,
  demo: "Escribe null, o un día, por ejemplo «2027-01-31».",
  renamed: (name: string) => `Escribe ${name} en su lugar.`,
  unknown: (known: string) => `Quítala, o corrige cómo se escribe. Nombres conocidos: ${known}.`,
} as const;

export const messages = {
  missing: "falta",
  unknown: "no es una opción",
  types: {
    integer: "debe ser un número entero",
    string: "debe ser texto",
    array: "debe ser una lista",
    object: "debe ser un grupo de opciones",
  },
  wrongType: (must: string, value: string) => `${must}, pero es ${value}`,
  repeatedSlug: (slug: string) => `es «${slug}», que ya tiene otra opción de esta lista`,
  allRetired: "no tiene ninguna opción para los anuncios nuevos, porque todas están retiradas",
  invalid: (value: string) => `no puede ser ${value}`,
  faint: (color: string, ground: string, behind: string, scheme: string, ratio: number) =>
    `(${color}) se lee mal sobre ${ground} (${behind}) en el modo ${scheme === "dark" ? "oscuro" : "claro"}: su contraste es de ${(Math.floor(ratio * 100) / 100).toLocaleString(language)} a 1`,
} as const;

export const unusable = "src/board.config.ts tiene problemas:";

export const unusableColors = "Los colores del tablón tienen problemas:";

export const adoption = {
  questions: {
    name: ["Nombre del tablón", "Empleo Rust"],
    topic: ["De qué debe tratar cada oferta", "Rust"],
    terms: ["Palabras que lo muestran, separadas por comas", "Rust, Tokio, Serde"],
    description: ["El tablón en una frase", description("Rust")],
    url: ["Dirección del sitio", "https://jobs.example.org/"],
    repository: ["Repositorio en GitHub", "example-org/job-board"],
    contact: ["Dirección de correo de tu equipo", "empleo@example.org"],
    categories: ["Categorías, separadas por comas", "Desarrollo, Investigación, Otros"],
    types: ["Tecnologías y áreas de trabajo, separadas por comas", "Web, Embebidos, Juegos"],
    host: ["Alojamiento del sitio", "github-pages"],
    language: ["Idioma del tablón", "es"],
    color: ["Color principal", "#0d3b2e"],
    logo: ["Archivo con tu logotipo, un SVG cuadrado", "logo.svg"],
  },
  line: (most: number) => `Debe ser una línea de ${most} caracteres como máximo.`,
  host: (answer: string, hosts: readonly string[]) =>
    `«${answer}» no se conoce. Escribe ${hosts.join(", ")} u other.`,
  notAColor: (answer: string) =>
    `«${answer}» no es un color. Escríbelo como un número hexadecimal, por ejemplo #0d3b2e.`,
  languageUnknown: (answer: string, languages: readonly string[]) =>
    `«${answer}» no tiene textos aquí. Los idiomas son ${languages.join(", ")}.`,
  url: (answer: string) => `«${answer}» no debe tener nada después de la ruta.`,
  repository: (answer: string) => `«${answer}» no tiene la forma propietario/nombre.`,
  contact: (answer: string) => `«${answer}» no es una dirección de correo.`,
} as const;
