/** The fields of a job post in words: what each is called, what belongs in it, how to fix it, and its choices. */
import type { RemoteRegion } from "../../job/remote-regions.ts";
import { remoteRegions } from "../../job/remote-regions.ts";
import type { Job, JobField } from "../../job/schema.ts";
import type { FieldWords } from "../en/fields.ts";

const date = "Escribe la fecha como año-mes-día, por ejemplo 2027-01-31.";
const trueOrFalse = "Escribe true o false (no sí o no), o no pongas nada.";
const blankIsFine = "Déjalo en blanco si prefieres no decirlo.";

export const fields: Record<JobField, FieldWords> = {
  title: {
    label: "Título del puesto",
    hint: "El título que la gente buscaría.",
    fix: "Escribe el título del puesto en una línea, con 100 caracteres como máximo.",
  },
  company: {
    label: "Empresa",
    hint: "El nombre de la empresa que contrata. Si es confidencial, la agencia pone el suyo.",
    fix: "Escribe el nombre de la empresa en una línea, con 100 caracteres como máximo.",
  },
  category: {
    label: "Categoría",
    hint: "El tipo principal de trabajo.",
    fix: "Elige una de las categorías del tablón.",
  },
  job_types: {
    label: "Tecnologías y áreas",
    hint: "Elige hasta cinco, las más importantes. La gente filtra las ofertas por ellas.",
    fix: "Elige hasta cinco distintas de la lista del tablón, por ejemplo [web, database].",
  },
  other_job_type: {
    label: "Otra tecnología o área",
    hint: "Solo si no está en la lista anterior.",
    fix: "Escríbela en una línea, con 100 caracteres como máximo, o no pongas nada.",
  },
  employment: {
    label: "Tipo de contrato",
    hint: "Qué tipo de contrato ofreces.",
    fix: "Usa full_time, part_time, contractor, temporary o internship.",
  },
  seniority: {
    label: "Nivel",
    hint: "Cuánta experiencia esperas.",
    fix: "Usa junior, mid, senior o lead.",
  },
  workplace: {
    label: "Modalidad",
    hint: "Híbrido significa que algunos días se trabaja en la oficina.",
    fix: "Usa onsite, hybrid o remote.",
  },
  remote_from: {
    label: "Países admitidos",
    hint: "Desde dónde se puede trabajar. Obligatorio para los puestos en remoto, salvo que elijas regiones abajo. Los buscadores muestran los anuncios que nombran países o regiones, pero no los abiertos a todo el mundo.",
    fix: "Escribe worldwide, o una lista de códigos de país como [ES, MX, AR]. Las regiones como EU van en remote_regions.",
  },
  remote_regions: {
    label: "Regiones admitidas",
    hint: "Solo para puestos en remoto: se puede trabajar desde todos los países de estas regiones.",
    fix: `Escribe una lista de regiones, por ejemplo [EU] o [Europe, North America]. Las opciones son ${remoteRegions.slice(0, -1).join(", ")} y ${remoteRegions.at(-1)}.`,
  },
  city: {
    label: "Ciudad",
    hint: "Dónde está la oficina. Obligatorio para los puestos presenciales e híbridos. Déjalo vacío para los puestos en remoto.",
    fix: "Escribe la ciudad en una línea, con 100 caracteres como máximo.",
  },
  region: {
    label: "Región, estado o provincia",
    hint: "Si sin ella no queda claro de qué ciudad se trata. Déjalo vacío para los puestos en remoto.",
    fix: "Escribe la región en una línea, con 100 caracteres como máximo, o no pongas nada.",
  },
  country: {
    label: "País",
    hint: "Dónde está la oficina. Obligatorio para los puestos presenciales e híbridos. Para un puesto en remoto, dónde está la empresa.",
    fix: "Usa el código de dos letras del país en mayúsculas (ISO 3166-1), por ejemplo ES, MX o AR.",
  },
  places: {
    label: "Lugares",
    hint: "Hasta cinco lugares en los que se puede trabajar, en vez de `city`, `region` y `country`. No lo uses para un solo lugar ni para puestos en remoto.",
    fix: "Escribe una lista de hasta cinco lugares, por ejemplo [{city: Berlin, country: DE}, {city: Portland, region: Oregon, country: US}].",
  },
  agencies_welcome: {
    label: "Las agencias de selección pueden contactarnos",
    hint: blankIsFine,
    fix: trueOrFalse,
  },
  posted_by_agency: {
    label: "Somos una agencia de selección",
    hint: "Se muestra junto al nombre de la empresa.",
    fix: trueOrFalse,
  },
  salary: {
    label: "Sueldo",
    hint: "Lo que paga el puesto, antes de impuestos. Se muestra en la lista de ofertas.",
    fix: "Escríbelo así: {min: 65000, max: 85000, currency: EUR, per: year}. Puedes omitir max.",
  },
  visa_sponsorship: {
    label: "Tramitamos visados",
    hint: blankIsFine,
    fix: trueOrFalse,
  },
  languages: {
    label: "Idiomas",
    hint: "Idiomas que hay que hablar para hacer el trabajo.",
    fix: "Usa códigos de idioma de dos letras (ISO 639-1), por ejemplo [es, en].",
  },
  contact: {
    label: "Persona de contacto",
    hint: "Es público. Alguien a quien preguntar por el puesto.",
    fix: "Escribe un nombre en una línea, con 100 caracteres como máximo, o no pongas nada.",
  },
  email: {
    label: "Correo electrónico para las solicitudes",
    hint: "Indica esto, un enlace o ambas cosas. Es público y queda para siempre en el historial del tablón, así que lo mejor es una dirección compartida, como empleo@.",
    fix: "Escribe una sola dirección de correo, como empleo@example.com, o no pongas nada.",
  },
  apply_url: {
    label: "Enlace para presentar la solicitud",
    hint: "Indica esto, un correo electrónico o ambas cosas. Enlaza a la página de esta oferta; empieza por https://.",
    fix: "Copia la dirección completa de la página de la oferta, por ejemplo https://example.com/empleo/42.",
  },
  expires: {
    label: "Último día",
    hint: "El último día que se muestra el anuncio, si es antes del límite del tablón.",
    fix: date,
  },
  submitted: {
    label: "Fecha de envío",
    hint: "La fecha en que se envió el anuncio por primera vez. No cambia nunca.",
    fix: date,
  },
  submitted_by: {
    label: "Enviado por",
    hint: "El nombre de usuario de GitHub de quien envió el anuncio. No cambia nunca.",
    fix: "Escribe solo el nombre de usuario de GitHub, por ejemplo octocat.",
  },
  managers: {
    label: "Colegas que pueden editar y cerrar el anuncio",
    hint: "Sus nombres de usuario de GitHub o las direcciones de sus perfiles, separados por comas.",
    fix: "Escribe solo sus nombres de usuario de GitHub, por ejemplo [octocat, hubot].",
  },
  published: {
    label: "Primera publicación",
    hint: "La fecha en que el anuncio se publicó por primera vez, si el historial de Git no la muestra.",
    fix: date,
  },
  published_at: {
    label: "Momento de la primera publicación",
    hint: "El segundo (UTC) en que el anuncio se publicó por primera vez. Se añade al archivar el anuncio; hasta entonces, lo muestra el historial de Git. Solo cuenta en la fecha de `published`.",
    fix: "Escribe la fecha y la hora así: 2027-01-31T09:30:00Z, o no pongas nada.",
  },
  approved: {
    label: "Aprobación",
    hint: "Cuándo se aprobó el anuncio, en qué pull request y quién lo hizo. Se añade al archivar el anuncio; hasta entonces, lo muestra el historial de Git.",
    fix: "Escríbelo así: {on: 2027-01-31, pull: 42, by: octocat}. Puedes omitir pull y by.",
  },
  renewed: {
    label: "Renovaciones",
    hint: "Las fechas en que se renovó el anuncio. En cada una, su tiempo en el tablón vuelve a empezar.",
    fix: "Escribe una lista de fechas, por ejemplo [2027-01-31].",
  },
  closed: {
    label: "Cierre",
    hint: "Cuándo y por qué se cerró el anuncio.",
    fix: "Escríbelo así: {on: 2027-01-31, reason: filled}. El motivo es expired, filled o removed.",
  },
  featured: {
    label: "Destacado",
    hint: "Muestra una marca junto al título. No cambia el orden.",
    fix: trueOrFalse,
  },
  aliases: {
    label: "Direcciones antiguas",
    hint: "Direcciones anteriores que redirigen a este anuncio.",
    fix: "Escribe una lista de rutas, por ejemplo [/jobs/1234/].",
  },
  description: {
    label: "Descripción",
    hint: "Qué hará la persona y con qué tecnologías.",
    fix: "Describe el puesto en el texto, debajo de la segunda línea ---.",
  },
  requirements: {
    label: "Requisitos",
    hint: "Qué hay que tener o saber para el puesto.",
    fix: "Añade al texto una línea «## Requirements» y escribe debajo qué se necesita.",
  },
  company_description: {
    label: "Sobre la empresa",
    hint: "Quiénes sois, en unas frases.",
    fix: "Escribe algo de texto debajo de «## About the company», o quita ese encabezado.",
  },
};

export function titleHint(example: string): string {
  return `El título que la gente buscaría, por ejemplo «${example}».`;
}

export function labelInPlace(label: string, number: number): string {
  return `${label} del lugar ${number}`;
}

export const salaryLabels = {
  min: "Sueldo mínimo",
  max: "Sueldo máximo",
  currency: "Moneda",
  per: "Periodo de pago",
} satisfies Record<keyof NonNullable<Job["salary"]>, string>;

export function currency(code: string, name: string): string {
  return `${code} – ${name}`;
}

export const salaryMaxHint = "Solo si ofreces un intervalo.";

export const regionLabels: Record<RemoteRegion, string> = {
  EU: "Unión Europea (UE)",
  EEA: "Espacio Económico Europeo (EEE)",
  Europe: "Europa",
  "North America": "América del Norte (sin México)",
  "Latin America": "América Latina y el Caribe",
  Americas: "Toda América",
  Africa: "África",
  Asia: "Asia",
  Oceania: "Oceanía",
};

export const workplaceLabels: Record<Job["workplace"], string> = {
  onsite: "Presencial",
  hybrid: "Híbrido",
  remote: "En remoto",
};

export const employmentLabels: Record<NonNullable<Job["employment"]>, string> = {
  full_time: "Jornada completa",
  part_time: "Jornada parcial",
  contractor: "Por cuenta propia",
  temporary: "Temporal",
  internship: "Prácticas",
};

export const seniorityLabels: Record<NonNullable<Job["seniority"]>, string> = {
  junior: "Júnior",
  mid: "Nivel intermedio",
  senior: "Sénior",
  lead: "Responsable",
};

export const payPeriodLabels: Record<NonNullable<Job["salary"]>["per"], string> = {
  hour: "Hora",
  day: "Día",
  week: "Semana",
  month: "Mes",
  year: "Año",
};

export const closingLabels: Record<NonNullable<Job["closed"]>["reason"], string> = {
  expired: "ha caducado",
  filled: "está cubierta",
  removed: "se eliminó",
};

export const yes = "Sí";
export const no = "No";
export const worldwide = "Todo el mundo";

export const publishedSchemas = {
  api: (board: string) => `Las ofertas abiertas de ${board}`,
  jobFile: (board: string) =>
    `Los campos del archivo de un anuncio de ${board}, entre sus líneas ---`,
};
