/** What the rules on the look of a post's text find, and how to fix it. */
import type { ProblemWords } from "../en/problems.ts";

export const garbledText: ProblemWords = {
  message: "Se verían códigos en lugar de algunos caracteres, como ocurre al copiar texto.",
  fix: "Corrígelos.",
};

export const lostCharacter: ProblemWords = {
  message: "Se vería «�» donde se perdió un carácter, como ocurre al copiar texto.",
  fix: "Sustitúyelo por el carácter correcto.",
};

// ── Lines

export function typedList(lines: string): ProblemWords {
  return {
    message: `«${lines}» no se mostrará como una lista.`,
    fix: 'Empieza cada línea con un guion y un espacio ("- ").',
    formFix: "Convierte estas líneas en una lista y quita los signos escritos a mano.",
  };
}

export function runTogether(lines: string): ProblemWords {
  return {
    message: `Estas líneas se verán seguidas: «${lines}».`,
    fix: "Deja una línea vacía entre ellas, o conviértelas en una lista.",
  };
}

export function proseInCode(text: string, isFenced: boolean): ProblemWords {
  return {
    message: `«${text}» se mostrará en un cuadro de código, donde las líneas largas no se parten.`,
    fix: isFenced
      ? "Quita la línea de acentos graves (```) que hay encima y la que hay debajo."
      : "Quita los espacios al principio de sus líneas.",
  };
}

// ── Headings

export function unspacedHeading(line: string, isEscaped: boolean): ProblemWords {
  const message = `«${line}» no se mostrará como un encabezado.`;
  return isEscaped
    ? {
        message,
        fix: "Quita la barra invertida y pon un espacio entre el # y las palabras.",
        formFix: "Quita los signos # y convierte esa línea en un encabezado.",
      }
    : { message, fix: "Pon un espacio entre el # y las palabras." };
}

export function accidentalHeading(text: string): ProblemWords {
  return {
    message: `El texto «${text}» se convierte en un encabezado por la línea de guiones que tiene justo debajo.`,
    fix: "Pon una línea vacía encima de los guiones.",
  };
}

export function longHeading(text: string, characters: number): ProblemWords {
  return {
    message: `Un párrafo entero se convierte en un encabezado («${text}», ${characters} caracteres).`,
    fix: "Quita los signos # que tiene delante.",
    formFix: "Conviértelo en un párrafo.",
  };
}

// ── Links

export const emptyLink: ProblemWords = {
  message: "Un enlace del texto no tiene dirección.",
  fix: "Pon la dirección entre sus paréntesis, o quita los corchetes y los paréntesis.",
};

export function deadLink(address: string): ProblemWords {
  return {
    message: `«${address}» se muestra como texto, no como un enlace.`,
    fix: "Usa una dirección completa que empiece por https://, o una dirección de correo como <mailto:empleo@example.com>.",
  };
}

export function blankInLink(link: string): ProblemWords {
  return {
    message: `Se verá «${link}», porque la dirección contiene un espacio.`,
    fix: "Escribe %20 en lugar del espacio.",
  };
}

export function openLink(link: string): ProblemWords {
  return {
    message: `Se verá «${link}», porque al enlace le falta el final.`,
    fix: "Pon un ) después de la dirección.",
  };
}

export function bareLink(address: string): ProblemWords {
  return { message: deadLink(address).message, fix: "Pon https:// delante." };
}

export function unusedDefinition(line: string): ProblemWords {
  return {
    message: `«${line}» no se verá, porque el texto no lo usa.`,
    fix: "Escríbelo como un enlace, [palabras](dirección), o quítalo.",
  };
}

export const image: ProblemWords = {
  message: "El texto contiene una imagen. En su lugar se verá un enlace a ella.",
  fix: "Para conservar el enlace, escríbelo como un enlace. Si no, quítalo o describe la imagen con palabras.",
};

export const unlinkedImage: ProblemWords = {
  message: "El texto contiene una imagen, que no se verá.",
  fix: "Quítala o descríbela con palabras.",
};

// ── Markup

export function rawHtml(tag: string): ProblemWords {
  return {
    message: `El texto contiene HTML (${tag}), que se verá tal cual.`,
    fix: "Usa Markdown: **negrita**, *cursiva*, «- » para una lista y líneas vacías entre párrafos. Pon entre `acentos graves` el HTML que deba verse.",
  };
}

export function openEmphasis(line: string): ProblemWords {
  return {
    message: `Se verán los signos de énfasis en «${line}».`,
    fix: "Para poner palabras en negrita, escribe ** justo delante y justo detrás de ellas.",
  };
}

export function lostSigns(text: string): ProblemWords {
  return {
    message: `No se verán los signos de «${text}», que ponen una parte en negrita o cursiva.`,
    fix: "Pon una barra invertida (\\) delante de cada uno, o pon todo entre `acentos graves`.",
  };
}
