/** Words for the status of a submission. The bot, My posts, the editor and the reports all use this table. */
import type { SubmissionStatus } from "../../review/label-names.ts";
import type { StatusWords } from "../en/status.ts";

export const changesRequested = "Cambios solicitados";

export const statusWords: Readonly<Record<SubmissionStatus | "sent", StatusWords>> = {
  sent: {
    label: "Enviado",
    summary: "El tablón comprobará tu anuncio en unos minutos.",
    next: "Después lo revisará una persona voluntaria. GitHub te avisará del resultado por correo.",
  },
  draft: {
    label: "Borrador",
    summary: "Los borradores no se revisan.",
    next: "Pulsa «Ready for review» en GitHub cuando tu anuncio esté terminado.",
  },
  invalid: {
    label: "Con problemas",
    summary: "Tu anuncio todavía no se puede publicar.",
    next: "Corrige los problemas que indica el tablón. Después, tu anuncio se comprueba de nuevo automáticamente.",
  },
  refused: {
    label: "No admitido",
    summary: "Este envío no se puede aceptar.",
    next: "Lee los motivos y envía tu anuncio de nuevo.",
  },
  waiting: {
    label: "Pendiente de revisión",
    summary: "Tu anuncio está listo para revisar.",
    next: "Lo revisará una persona voluntaria. GitHub te avisará del resultado por correo. Todavía puedes cambiar tu anuncio.",
  },
  claimed: {
    label: "En revisión",
    summary: "Una persona voluntaria está revisando tu anuncio.",
    next: "GitHub te avisará del resultado por correo. Todavía puedes cambiar tu anuncio.",
  },
  "changes-requested": {
    label: changesRequested,
    summary: "El equipo de revisión te ha pedido que cambies algo.",
    next: "Haz el cambio. Después, tu anuncio vuelve automáticamente al equipo de revisión.",
  },
  approved: {
    label: "Aprobado",
    summary: "Esto se ha aceptado.",
    next: "El tablón se actualizará en unos minutos.",
  },
  rejected: {
    label: "Rechazado",
    summary: "El equipo de revisión no ha aceptado tu anuncio.",
    next: "El motivo está en la conversación. Para intentarlo de nuevo, corrige tu anuncio y escribe «/reopen» allí.",
  },
  withdrawn: {
    label: "Retirado",
    summary: "Has retirado tu anuncio.",
    next: "Para enviarlo de nuevo, escribe «/reopen» en la conversación.",
  },
};

export const taskHeadings = {
  requests: "Lo que ha escrito el equipo de revisión",
  problems: "Problemas que corregir antes de publicarlo",
} as const;
