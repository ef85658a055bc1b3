/** The frame of all pages, the lists of posts, what surrounds a post on its page, and the archive. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

export const header = {
  skip: "Saltar al contenido",
  main: "Principal",
  jobs: "Ofertas",
  categories: "Categorías",
  technologies: "Tecnologías",
  locations: "Lugares",
  postJob: "Publicar oferta",
  staging:
    "Este es un sitio de pruebas. Nadie revisa lo que envías aquí, y puede borrarse en cualquier momento.",
  demo: "Este tablón es una demostración. Sus ofertas y empresas son ficticias.",
};

export const footer = {
  label: "Más sobre este tablón",
  about: "Acerca de",
  howToSubmit: "Cómo enviar un anuncio",
  howWeReview: "Cómo revisamos",
  myPosts: "Mis anuncios",
  saved: "Ofertas guardadas",
  companies: "Empresas",
  closed: "Ofertas cerradas",
  statistics: "Estadísticas",
  status: "Estado del tablón",
  feed: "Canal RSS",
  contact: "Contacto",
  source: "Código fuente",
};

export const shareImage = "Un tablón con filas de ofertas de empleo";
export const openJobs = "Ver las ofertas abiertas";

export const allJobs = "Todas las ofertas";

export function jobs(subject: string): string {
  return `Ofertas de ${subject}`;
}

export function countedJobs(count: number, topic: string): string {
  return plural(count, { one: `oferta de ${topic}`, other: `ofertas de ${topic}` });
}

export function jobsIn(place: string): string {
  return `Ofertas en ${place}`;
}

export function jobsAt(company: string): string {
  return `Ofertas en ${company}`;
}

export function jobsPostedIn(list: string, month: string): string {
  return `${list} publicadas en ${month}`;
}

export function jobsClosedIn(period: string): string {
  return `Ofertas cerradas en ${period}`;
}

export function onPage(heading: string, number: number): string {
  return number === 1 ? heading : `${heading}, página ${number}`;
}

export const paging = {
  label: "Páginas",
  newer: "Más recientes",
  older: "Más antiguas",
  position: (number: number, last: number) => `Página ${number} de ${last}`,
  page: (number: number) => `Página ${number}`,
};

export const months = {
  older: "Ofertas anteriores",
  description: "Estas ofertas siguen abiertas. La más antigua va primero.",
  newest: "Ofertas más recientes",
};

export const row = {
  agency: "Agencia",
  fresh: "Nueva",
  closes: (day: string) => `Se cierra el ${day}`,
  featured: "Destacada",
};

export const emptyList = {
  group: (to: Links, feed: string) =>
    `Ahora mismo no hay ofertas aquí. [Mira todas las ofertas](${to.list}) o [suscríbete al canal](${feed}).`,
  board: (to: Links) =>
    `Ahora mismo no hay ofertas abiertas. [Publica la primera](${to.create}) o [suscríbete al canal](${to.feed}).`,
};

export const side = {
  label: "Sobre esta lista",
  hiring: "¿Buscas a alguien?",
  posting: (to: Links) =>
    `Publicar es gratis. Personas voluntarias de la comunidad revisan cada anuncio. [Cómo enviar un anuncio](${to.howToSubmit})`,
  follow: "Seguir",
  feeds: (rss: string, atom: string, json: string) =>
    `Suscríbete a esta lista: [RSS](${rss}), [Atom](${atom}) o [JSON](${json}).`,
  allFeed: (to: Links) => `Suscríbete a todas las ofertas por [RSS](${to.feed}).`,
  questions: "¿Preguntas?",
  contact: (to: Links, address: string) => `Escribe a [${address}](${to.mail}).`,
};

export const groups = {
  types: {
    title: "Tecnologías y áreas",
    description: "Ofertas abiertas por tecnología y área de trabajo.",
  },
  categories: { title: "Categorías", description: "Ofertas abiertas por categoría." },
  locations: {
    title: "Lugares",
    description: "Ofertas abiertas por país y ciudad, y ofertas en remoto.",
  },
  companies: { title: "Empresas", description: "Empresas con ofertas abiertas." },
};

export const descriptions = {
  category: (topic: string, category: string) =>
    `Ofertas abiertas de ${topic} en la categoría ${category}; primero las más recientes.`,
  type: (topic: string, type: string) =>
    `Ofertas abiertas de ${topic} con la etiqueta ${type}; primero las más recientes.`,
  place: (topic: string, place: string) =>
    `Ofertas abiertas de ${topic} en ${place}; primero las más recientes.`,
  remote: (topic: string) =>
    `Ofertas abiertas de ${topic} totalmente en remoto; primero las más recientes.`,
  company: (topic: string, company: string, places: readonly string[]) =>
    `Ofertas de ${topic} en ${[company, ...places].join(" · ")}`,
  month: (list: string) => `${list}: las que siguen abiertas; primero las más antiguas.`,
  closedMonth: (topic: string, month: string) =>
    `Ofertas de ${topic} cubiertas o caducadas en ${month}.`,
  page: (text: string, number: number) => (number === 1 ? text : `${text} Página ${number}.`),
};

export const companyPage = {
  closed: "Ofertas cerradas",
  openFor: (days: number) => `Abierta ${plural(days, { one: "día", other: "días" })}`,
};

export const job = {
  title: (title: string, company: string, place: string) => `${title} en ${company} · ${place}`,
  moreIn: (category: string) => `Más ofertas: ${category}`,
  findOpen: "Buscar ofertas abiertas",
  neighbors: "Ofertas más recientes y más antiguas",
  approved: (day: string, reviewer?: string) =>
    reviewer ? `Aprobado por ${reviewer} el ${day}` : `Aprobado el ${day}`,
  problem: "¿Hay algún problema con este anuncio?",
  report: "Avísanos",
  contact: "Contacto",
  yours: "¿Es tu anuncio?",
  edit: "Editar",
  renew: "Renovar",
  close: "Cerrar",
  remove: "Eliminar",
  postAgain: "Publicar esta oferta de nuevo",
  removeText: "Eliminar su texto",
};

export const archive = {
  title: "Ofertas cerradas",
  description: "Anuncios de puestos cubiertos o que han caducado, por el mes en que se cerraron.",
  empty: "Todavía no se ha cerrado ningún anuncio.",
  month: "Estos puestos están cubiertos o sus anuncios han caducado. Ya no se aceptan solicitudes.",
  allMonths: "Todos los meses",
  allYears: "Todos los años",
  filled: "Cubierta",
  expired: "Caducada",
};

export const removedPost = {
  title: "Este anuncio se ha eliminado",
  text: "Ya no está en el tablón, y su texto ya no está disponible.",
};

export const notFound = {
  title: "Página no encontrada",
  text: (to: Links) =>
    `No hay ninguna página en esta dirección. Si has seguido un enlace de este sitio, [avísanos](${to.mail}).\n\nPuede que una oferta que se cerró en un año anterior esté en la [lista de ofertas cerradas](${to.archive}), en el mes en que se cerró.\n\n[Ver las ofertas abiertas](${to.list})`,
};

export function moved(address: string): string {
  return `Esta página se ha [trasladado](${address}).`;
}
