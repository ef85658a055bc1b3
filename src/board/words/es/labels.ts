/** What GitHub’s lists show of pull requests: titles and labels. */
import type { Label } from "../../review/labels.ts";
import { plural } from "../plural.ts";

export const submissionTitles = {
  new: (title: string, company: string) => `Añadir «${title}» en ${company}`,
  edit: (title: string, company: string) => `Cambiar «${title}» en ${company}`,
  closing: (title: string, company: string) => `Cerrar «${title}» en ${company}`,
} as const;

export const commitTitles = {
  new: (slug: string) => `Añadir el anuncio ${slug}`,
  change: (slug: string) => `Cambiar el anuncio ${slug}`,
  closing: (slug: string) => `Cerrar el anuncio ${slug}`,
  unnamed: "de una pull request",
  removal: (file: string) => `Cerrar ${file} a petición de su responsable`,
  feature: (file: string) => `Destacar ${file}`,
} as const;

export const labelDescriptions = {
  new: "Añade un anuncio.",
  edit: "Cambia un anuncio de quien lo envía.",
  closing: "Cierra un anuncio de quien lo envía.",
  maintenance: "Cambia anuncios por encargo del tablón.",
  draft: "Todavía no está terminado.",
  invalid: "Todavía no se puede publicar. El comentario dice qué corregir.",
  refused: "Cambia algo que no puede cambiar.",
  waiting: "Pendiente de revisión.",
  claimed: "Reservado por alguien del equipo de revisión.",
  changesRequested: "Pendiente de quien lo envió.",
  approved: "Aprobado por el equipo de revisión.",
  rejected: "No aceptado. Los comentarios dicen por qué.",
  withdrawn: "Retirado por quien lo envió.",
  answered: "Ya tiene los cambios solicitados. Va primero en la cola.",
  featured: "Se destacará cuando se fusione.",
  duplicateOk: "El equipo de revisión ha confirmado que no está duplicado.",
  rates: "Las búsquedas por sueldo usan tipos de cambio antiguos. El bot cierra esta incidencia.",
  links: "Enlaces de solicitud que ya no funcionan. El bot mantiene al día esta incidencia.",
} as const satisfies Record<string, Label["description"]>;

export function waitDescription(days: number): string {
  return `Pendiente de revisión desde hace ${plural(days, { one: "día", other: "días" })} o más.`;
}
