/** The commands of reviewers: help, and what is wrong with one. */
import type { CommandName } from "../../review/commands.ts";

export const unknownCommand = {
  name: (name: string) => `No existe el comando \`/${name}\`.`,
  reason: (usage: string) => `Ese no es uno de los motivos de \`${usage}\`.`,
  noReason: (usage: string) => `\`${usage}\` necesita uno de los motivos.`,
} as const;

export const unclearCommand = {
  approve: "Para aprobar, escribe solo `/approve` en un comentario.",
  words: (usage: string) => `\`${usage}\` no admite más palabras. Escríbelo solo en su línea.`,
} as const;

export const commandHelp: Readonly<Record<CommandName, string>> = {
  approve: "fusionarlo; se publica en unos minutos",
  reject: "cerrarlo y explicar el motivo a quien lo envió",
  "request-changes": "pedir cambios a quien lo envió",
  claim: "reservarlo, para que nadie más lo revise al mismo tiempo",
  release: "devolverlo a la cola",
  feature: "destacarlo en el tablón",
  "duplicate-ok": "confirmar que no está duplicado",
  reopen: "reabrirlo después de cerrado (también puede hacerlo quien lo envió)",
  help: "mostrar esta lista",
};

export const commandTable = {
  command: "línea de un comentario",
  does: "qué hace",
  reasons: (list: string) => `REASON es uno de estos motivos: ${list}.`,
} as const;
