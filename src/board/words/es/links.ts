/** The issue about broken application links, for maintainers. In Markdown. */

export const title = "Enlaces de solicitud rotos";

export const introduction =
  "Una vez a la semana, el tablón comprueba el enlace de solicitud de cada anuncio publicado. No cambia ningún anuncio. Esta incidencia se actualiza después de cada comprobación y se cierra cuando no hay ningún enlace roto o inaccesible.";

export const nothingToCheck =
  "Ningún anuncio publicado tiene un enlace de solicitud que se pueda comprobar.";

export function allFine(checked: number): string {
  return `Ningún enlace de solicitud de un anuncio publicado está roto o inaccesible (comprobados: ${checked}).`;
}

export const sections = {
  gone: {
    title: "Rotos",
    text: "En estos enlaces no hay ninguna página. Lo normal es que el puesto esté cubierto: pregunta a quien envió el anuncio, o ciérralo.",
  },
  unreachable: {
    title: "Inaccesibles",
    text: "Estos enlaces no han dado una respuesta útil a nuestra comprobación. Ábrelos tú. Si la próxima semana siguen fallando, pregunta a quien envió el anuncio.",
  },
  blocked: {
    title: "Bloqueados para comprobaciones automáticas",
    text: "Estos sitios responden, pero rechazan programas como este. Las personas suelen ver la página, así que no hay nada que hacer.",
  },
} as const;

export function item(
  { name, file, sender, link }: { name: string; file: string; sender: string; link: string },
  answer: string,
): string {
  return `- ${name} ([archivo](${file}), enviado por ${sender}): ${link} ${answer}`;
}

export function more(count: number): string {
  return `- y ${count} más`;
}

export function answers(status: number): string {
  return `responde ${status}`;
}

export const failures = {
  "no-such-name": "apunta a un servidor que no existe",
  "name-unknown": "apunta a un servidor cuyo nombre no se ha podido consultar",
  "no-connection": "rechaza la conexión",
  "no-answer": "no responde a tiempo",
  "bad-certificate": "tiene un certificado que los navegadores rechazan",
  "broken-answer": "no responde con una página web",
  "not-public": "lleva a una dirección que no es pública, así que no se ha seguido",
  "too-many-redirects": "redirige demasiadas veces",
} as const;
