/** Words of `npm run doctor` around what it has found. */
import type { Severity, Subject } from "../../site-checks/finding.ts";
import { plural } from "../plural.ts";

// ── The command ──
export const doctor = {
  usage: "npm run doctor -- [--url URL] [--json]",
  about: `Comprueba desde fuera un sitio en línea de este tablón: HTTPS, cabeceras, caché, redirecciones, feeds, actualidad,
inicio de sesión y peso de las páginas. Dice qué está mal y cómo arreglarlo, y falla si hay algo mal. Pide unas veinte
páginas, no necesita token y no cambia nada.`,
  options: {
    url: { value: "URL", help: "la dirección del sitio; si falta, la de la configuración" },
    json: { help: "mostrar los resultados como JSON" },
  },
  badUrl: (url: string) =>
    `--url debe ser la dirección de la portada del tablón, por ejemplo https://jobs.example.org/, no «${url}».`,
};

// ── The report ──
export const subjects = {
  site: "Sitio",
  https: "HTTPS",
  headers: "Cabeceras",
  caching: "Caché",
  redirects: "Redirecciones y páginas inexistentes",
  feeds: "Feeds",
  freshness: "Actualidad",
  signIn: "Inicio de sesión",
  weight: "Peso de las páginas",
} as const satisfies Record<Subject, string>;

export const severities = {
  error: "mal",
  advice: "consejo",
  host: "imposible en este alojamiento",
  unchecked: "sin comprobar",
} as const satisfies Record<Severity, string>;

export const fine = "bien";

export function total(counts: Readonly<Record<Severity, number>>): string {
  const parts = [
    ...(counts.advice > 0 ? [plural(counts.advice, { one: "consejo", other: "consejos" })] : []),
    ...(counts.host > 0
      ? [plural(counts.host, { one: "límite del alojamiento", other: "límites del alojamiento" })]
      : []),
    ...(counts.unchecked > 0 ? [`${counts.unchecked} sin comprobar`] : []),
  ];
  const errors =
    counts.error === 0
      ? "No hay nada mal"
      : plural(counts.error, { one: "cosa está mal", other: "cosas están mal" });
  return `${[errors, ...parts].join(", ")}.`;
}
