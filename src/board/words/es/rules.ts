/** What each rule finds in a post, and how to fix it: one name for each rule, or for each of its findings. */
import type { Job } from "../../job/schema.ts";
import type { ProblemWords } from "../en/problems.ts";
import type { DuplicateWords } from "../en/rules.ts";
import { plural } from "../plural.ts";
import { language as boardLanguage } from "./language.ts";

const remove = "Quítala.";
const dayForms = { one: "día", other: "días" };

export function addressTaken(address: string, file: string, isOwn: boolean): ProblemWords {
  return {
    message: `${file} ya tiene la dirección ${address}.`,
    fix: isOwn ? "Cambia el nombre del archivo, por ejemplo añadiendo un número al final." : remove,
  };
}

export function aliasTaken(address: string, isOwn: boolean): ProblemWords {
  const owner = isOwn ? "este anuncio" : "una de las páginas del tablón";
  return { message: `${address} ya es la dirección de ${owner}.`, fix: remove };
}

export function agencyWording(words: string): ProblemWords {
  const otherwise = "Si eres la empresa que contrata, no hagas caso.";
  return {
    message: `El anuncio parece de una agencia de selección («${words}»), pero no lo dice.`,
    fix: `Si sois una agencia, añade «posted_by_agency: true». ${otherwise}`,
    formFix: `Si sois una agencia, elige «Sí» en «Somos una agencia de selección». ${otherwise}`,
  };
}

export const archivedWithoutStart: ProblemWords = {
  message: "Un anuncio archivado debe decir cuándo se publicó por primera vez.",
  fix: "Añade esa fecha, por ejemplo «published: 2027-01-31».",
};

export function renamedWithoutStart(from: string, day: string | undefined): ProblemWords {
  return {
    message: `Este anuncio era ${from} antes de cambiar de nombre. Sin el día en que se publicó por primera vez, contaría como nuevo.`,
    fix: day
      ? `Añade «published: ${day}» a sus campos.`
      : "Añade «published» a sus campos, con el día que muestra su página en el tablón, por ejemplo «published: 2027-01-31».",
  };
}

export function renamedWithoutAddress(from: string, addresses: readonly string[]): ProblemWords {
  return {
    message: `Este anuncio era ${from} antes de cambiar de nombre. Su dirección antigua dejaría de funcionar.`,
    fix: `Añade «aliases: [${addresses.join(", ")}]» a sus campos.`,
  };
}

export const archivedWithoutClosing: ProblemWords = {
  message: "Un anuncio archivado debe decir cuándo y por qué se cerró.",
  fix: "Añade una línea como «closed: {on: 2027-01-31, reason: filled}», o devuelve el archivo a jobs/.",
};

export function archivedElsewhere(submitted: string, file: string): ProblemWords {
  return {
    message: `Un anuncio enviado el ${submitted} no corresponde a esta carpeta del archivo histórico.`,
    fix: `Mueve el archivo a ${file}, o corrige la fecha.`,
  };
}

export function tooEarly(label: string, day: string, other: string, first: string): ProblemWords {
  return {
    message: `«${label}» es ${day}, antes de «${other}» (${first}).`,
    formMessage: `«${label}» es ${day}, antes del envío del anuncio (${first}).`,
    fix: `Usa una fecha que no sea anterior a ${first}.`,
  };
}

export const renewalsOutOfOrder: ProblemWords = {
  message: "Las fechas de las renovaciones no están en orden.",
  fix: "Pon primero la más antigua.",
};

export function dayToCome(label: string, day: string, today: string): ProblemWords {
  return {
    message: `«${label}» es ${day}, que está en el futuro.`,
    fix: `Usa la fecha en que ocurrió. Hoy es ${today}.`,
  };
}

type Closing = NonNullable<Job["closed"]>;

const closedWords: Record<Closing["reason"], string> = {
  expired: "que caducó",
  filled: "cuyo puesto se cubrió",
  removed: "que se eliminó",
};

export function likelyDuplicate(other: DuplicateWords): ProblemWords {
  const { file, closed, otherCompany, otherTitle, samePlace, text } = other;
  const state = closed ? `, ${closedWords[closed.reason]} el ${closed.on}` : "";
  const reasons = [
    otherCompany === undefined ? "la misma empresa" : `otra empresa (${otherCompany})`,
    otherTitle === undefined ? "el mismo título" : `otro título (${otherTitle})`,
    samePlace ? "el mismo lugar" : "otro lugar",
    `y ${share(text)} del texto (${Math.round(text * 100)} %)`,
  ];
  return {
    message: `Puede que sea la misma oferta que ${file}${state}: ${reasons.join(", ")}.`,
    fix: duplicateFix(closed, otherTitle === undefined),
  };
}

function share(text: number): string {
  if (text >= 0.95) return "casi todo";
  if (text >= 0.6) return "la mayor parte";
  return text >= 0.25 ? "una parte" : "poco";
}

function duplicateFix(closed: Closing | undefined, sameTitle: boolean): string {
  switch (closed?.reason) {
    case "expired":
      return "Si la oferta sigue abierta o se ha vuelto a abrir, no hagas caso.";
    case "filled":
      return "Si la oferta se ha vuelto a abrir, no hagas caso.";
    case "removed":
      return "Explica al equipo de revisión por qué la envías otra vez.";
    case undefined:
      return sameTitle
        ? "Si lo es, conserva ese anuncio, que se puede renovar cerca de su final, o ciérralo antes. Si es otra oferta, aclara la diferencia en el título o en el texto."
        : "Si lo es, edita ese anuncio, o ciérralo antes. Si es otra oferta, no hagas caso.";
  }
}

export function lastDayPast(day: string): ProblemWords {
  return {
    message: `El último día de este anuncio fue el ${day}, así que no se muestra.`,
    fix: "Elige una fecha posterior, o no pongas ninguna.",
  };
}

export function lastDayTooLate(day: string, listedDays: number, end: string): ProblemWords {
  return {
    message: `El último día es el ${day}, pero el tablón muestra un anuncio durante ${plural(listedDays, dayForms)}, más o menos hasta el ${end}.`,
    fix: "Elige una fecha anterior o no pongas ninguna. Puedes renovar el anuncio más adelante.",
  };
}

export function placeholder(words: string): ProblemWords {
  return {
    message: `«${words}» parece un texto de relleno.`,
    fix: "Sustitúyelo por el texto de verdad, o quítalo.",
  };
}

export function tooManyRenewals(renewed: number, allowed: number): ProblemWords {
  return {
    message: `El anuncio se ha renovado ${plural(renewed, { one: "vez", other: "veces" })}. El tablón permite ${allowed}.`,
    fix: "Cierra este anuncio y envía otro con un texto actualizado.",
  };
}

export function retiredCategory(name: string): ProblemWords {
  return { message: `La categoría «${name}» ya no se ofrece.`, fix: "Elige otra." };
}

export function retiredType(name: string): ProblemWords {
  return {
    message: `«${name}» ya no se ofrece.`,
    fix: "Elige otra opción, o quítala.",
  };
}

export function salaryOrder(min: number, max: number): ProblemWords {
  return {
    message: `El sueldo mínimo (${min}) es mayor que el sueldo máximo (${max}).`,
    fix: "Pon en «min» la cantidad menor y en «max» la mayor, u omite «max».",
    formFix:
      "Pon en «Sueldo mínimo» la cantidad menor y en «Sueldo máximo» la mayor, o deja «Sueldo máximo» vacío.",
  };
}

export function salaryCut(pay: string, meant: string): ProblemWords {
  return {
    message: `${pay} es muy poco. ¿Querías decir ${meant}?`,
    fix: "En ese caso, escribe la cantidad sin punto ni coma de millares, por ejemplo 60000. Si no, comprueba la moneda y el periodo.",
  };
}

export function salaryOffScale(pay: string, scale: "low" | "high"): ProblemWords {
  return {
    message: `${pay} es ${scale === "low" ? "muy poco" : "mucho"}.`,
    fix: "Comprueba la cantidad, la moneda y el periodo. Escribe las cantidades completas: 65000, no 65.",
  };
}

export function salaryRange(pay: string): ProblemWords {
  return {
    message: `${pay} es un intervalo muy amplio.`,
    fix: "Comprueba que no falte ni sobre ninguna cifra en las dos cantidades.",
  };
}

export const exclamationMarks: ProblemWords = {
  message: "El título tiene varios signos de exclamación.",
  fix: "Quítalos. El título del puesto basta.",
};

export const shoutingTitle: ProblemWords = {
  message: "El título está escrito en mayúsculas.",
  fix: "Escríbelo como en una frase, por ejemplo «Ingeniería de datos sénior».",
};

export function shortText(words: number): ProblemWords {
  return {
    message: `La descripción y los requisitos tienen solo ${plural(words, { one: "palabra", other: "palabras" })} en total.`,
    fix: "Describe qué hará la persona, con quién y con qué herramientas. Bastan dos párrafos cortos.",
  };
}

export function textLanguage(language: string, accepted: readonly string[]): ProblemWords {
  const names = new Intl.ListFormat(boardLanguage, { type: "disjunction" }).format(accepted);
  return {
    message: `El texto parece estar en ${language}. Este tablón acepta anuncios en ${names}.`,
    fix: `Escribe el texto en ${names}. Puedes añadir el original debajo.`,
  };
}

export function topicNamed(topic: string, elsewhere: string | undefined): ProblemWords {
  const only = elsewhere ? ` Solo lo hace «Sobre la empresa» (${elsewhere}).` : "";
  return {
    message: `Ni el título ni el texto de la oferta mencionan ${topic} ni una de sus herramientas conocidas.${only}`,
    fix: `Describe cómo usará ${topic} la persona.`,
  };
}

export function unpaidWording(words: string): ProblemWords {
  return {
    message: `El anuncio menciona un trabajo que quizá no se paga: «${words}».`,
    fix: "Di cuánto se paga. El tablón solo publica trabajo remunerado.",
  };
}

export const noWayToApply: ProblemWords = {
  message: "El anuncio no dice cómo presentar la solicitud.",
  fix: "Añade un enlace (apply_url), un correo electrónico (email) o ambas cosas.",
  formFix: "Indica un enlace, un correo electrónico o ambas cosas.",
};

export function ruleFailed(name: string, reason: string): ProblemWords {
  return {
    message: `La comprobación «${name}» ha fallado con este archivo: ${reason}.`,
    fix: "Es un problema del tablón, no del anuncio. Avisa al equipo de mantenimiento del tablón.",
  };
}
