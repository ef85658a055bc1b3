/**
 * The settings that `npm run adopt` writes in this language: what follows from a board's topic, and the first choices for
 * submitters. A community edits them in `src/board.config.ts` afterwards.
 */
import type { Choice, Criterion, Reason } from "../../config.ts";

export function description(topic: string): string {
  return `Ofertas de empleo para quienes trabajan con ${topic}, revisadas por personas voluntarias de la comunidad.`;
}

export function exampleTitle(topic: string): string {
  return `Desarrollo ${topic} sénior`;
}

export const requirementsHeadings: string[] = [
  "Requisitos",
  "Requisitos del puesto",
  "Requisitos mínimos",
  "Requisitos imprescindibles",
  "Requisitos técnicos",
  "Requisitos clave",
  "Requisitos y habilidades",
  "Requisitos y experiencia",
  "Nuestros requisitos",
  "Requerimientos",
  "Se requiere",
  "Qué requerimos",
  "Qué pedimos",
  "Qué te pedimos",
  "Pedimos",
  "Qué buscamos",
  "Lo que buscamos",
  "A quién buscamos",
  "Buscamos",
  "Qué esperamos",
  "Qué esperamos de ti",
  "Esperamos de ti",
  "Qué necesitamos",
  "Necesitamos",
  "Qué necesitas",
  "Lo que necesitas",
  "Qué necesitas saber",
  "Qué debes tener",
  "Qué aportas",
  "Lo que aportas",
  "Qué traes",
  "Tienes",
  "Eres",
  "Quién eres",
  "Cómo eres",
  "Sobre ti",
  "Acerca de ti",
  "Perfil",
  "Tu perfil",
  "Perfil buscado",
  "Perfil requerido",
  "Perfil del candidato",
  "Perfil de la persona candidata",
  "La persona ideal",
  "Candidato ideal",
  "Candidatura ideal",
  "Habilidades",
  "Tus habilidades",
  "Habilidades requeridas",
  "Habilidades técnicas",
  "Habilidades y experiencia",
  "Competencias",
  "Competencias técnicas",
  "Conocimientos",
  "Conocimientos requeridos",
  "Conocimientos técnicos",
  "Conocimientos y experiencia",
  "Experiencia",
  "Tu experiencia",
  "Experiencia requerida",
  "Experiencia y conocimientos",
  "Experiencia y habilidades",
  "Formación y experiencia",
  "Formación",
  "Cualificaciones",
  "Imprescindible",
  "Imprescindibles",
  "Indispensable",
];

export const categories: Choice[] = [
  { slug: "desarrollo-ingenieria", name: "Desarrollo / Ingeniería" },
  { slug: "investigacion-ciencia", name: "Investigación / Ciencia" },
  { slug: "gestion-direccion", name: "Gestión / Dirección" },
  { slug: "administracion-de-sistemas", name: "Administración de sistemas" },
  { slug: "pruebas-calidad", name: "Pruebas / Calidad" },
  { slug: "divulgacion", name: "Divulgación" },
  { slug: "otros", name: "Otros" },
];

export const types: Choice[] = [
  { slug: "back-end", name: "Back end" },
  { slug: "front-end", name: "Front end" },
  { slug: "web", name: "Web" },
  { slug: "nube", name: "Nube" },
  { slug: "bases-de-datos", name: "Bases de datos" },
  { slug: "big-data", name: "Big data" },
  { slug: "sistemas", name: "Sistemas" },
  { slug: "operaciones", name: "Operaciones" },
  { slug: "pruebas", name: "Pruebas" },
  { slug: "integracion", name: "Integración" },
  { slug: "calculo-numerico", name: "Cálculo numérico" },
  { slug: "estadistica", name: "Estadística" },
  { slug: "aprendizaje-automatico", name: "Aprendizaje automático" },
  { slug: "procesamiento-de-imagenes", name: "Procesamiento de imágenes" },
  { slug: "procesamiento-de-texto", name: "Procesamiento de texto" },
  { slug: "finanzas", name: "Finanzas" },
  { slug: "busqueda", name: "Búsqueda" },
  { slug: "gestion", name: "Gestión" },
  { slug: "liderazgo", name: "Liderazgo" },
  { slug: "divulgacion", name: "Divulgación" },
];

export function criteria(topic: string): Criterion[] {
  return [
    {
      title: `Se menciona ${topic}`,
      text: `El anuncio deja claro cómo usará ${topic} la persona.`,
      evidence: "topic-named",
    },
    {
      title: `${topic} es el lenguaje principal`,
      text: `Puede haber otros lenguajes, pero el puesto trata sobre todo de ${topic}.`,
      evidence: "topic-weight",
    },
    {
      title: "El trabajo se paga",
      text: "No publicamos trabajo sin sueldo, voluntario o pagado solo con participaciones.",
      evidence: "pay",
    },
    {
      title: "El anuncio está en español",
      text: "Todas las personas que lo revisan y lo leen deben poder entenderlo.",
      evidence: "language",
    },
    {
      title: "El enlace funciona",
      text: "Lleva a una página sobre esta oferta, o a una en la que se puede presentar la solicitud.",
      evidence: "link",
    },
    {
      title: "La dirección de correo es verosímil",
      text: "Pertenece a la empresa o a la agencia.",
      evidence: "email",
    },
    {
      title: "La categoría es correcta",
      text: "La categoría y las tecnologías concuerdan con el texto.",
      evidence: "filing",
    },
    {
      title: "Las agencias se identifican",
      text: "Un anuncio de una agencia de selección lo dice.",
      evidence: "agency",
    },
    {
      title: "No está duplicado",
      text: "Una oferta se publica una sola vez. Antes hay que renovar o cerrar el anuncio anterior.",
      evidence: "duplicate",
    },
    {
      title: "No hay conflicto de intereses",
      text: "Nadie revisa anuncios de empresas con las que tiene vinculación.",
      evidence: "affiliation",
    },
  ];
}

export function reasons(topic: string): Reason[] {
  return [
    {
      slug: "off-topic",
      title: `Muy poco ${topic}`,
      text: `Este tablón publica ofertas en las que ${topic} es el lenguaje principal, y tu anuncio no lo muestra. Si la persona va a trabajar sobre todo con ${topic}, dilo en la descripción: qué construirá y con qué bibliotecas.`,
    },
    {
      slug: "formatting",
      title: "El texto se lee con dificultad",
      text: "El formato está roto: por ejemplo, hay encabezados o listas que no se muestran como tales. Comprueba la vista previa. Una línea en blanco empieza otro párrafo, y «- » al principio de una línea crea un elemento de lista.",
    },
    {
      slug: "duplicate",
      title: "La oferta ya está publicada",
      text: "La misma oferta ya está en el tablón o en la cola. Edita, renueva o cierra ese anuncio en vez de enviar otro.",
    },
    {
      slug: "voluntary",
      title: "El trabajo no se paga",
      text: "Este tablón solo publica trabajo remunerado: nada de puestos voluntarios, sin sueldo o pagados solo con participaciones. Si el trabajo se paga, dilo en el anuncio.",
    },
    {
      slug: "agency",
      title: "La agencia no se identifica",
      text: "Las agencias de selección son bienvenidas si sus anuncios lo dicen. Marca «Somos una agencia de selección» y, si puedes, nombra a la empresa que contrata.",
    },
    {
      slug: "incomplete",
      title: "Falta información",
      text: "Para presentar una solicitud hay que saber en qué consiste el trabajo, qué se espera y cómo hacerlo. Añade lo que falta.",
    },
    {
      slug: "not-spanish",
      title: "El anuncio no está en español",
      text: "Los anuncios deben estar en español, para que todo el equipo pueda revisarlos y todo el mundo pueda entenderlos. Puedes añadir el original debajo del texto en español.",
    },
    {
      slug: "bad-link",
      title: "El enlace no lleva a la oferta",
      text: "El enlace está roto, o lleva a una página que no dice nada de esta oferta. Enlaza a la página de la oferta o da una dirección de correo.",
    },
    {
      slug: "spam",
      title: "No es una oferta de empleo",
      text: "Este anuncio no ofrece ningún empleo.",
    },
  ];
}
