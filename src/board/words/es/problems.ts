/** What the reader and the schema find wrong with a job file, and how to fix it. The rules' words are in `rules.ts`. */
import type { ProblemWords } from "../en/problems.ts";

export function lineLabel(line: number): string {
  return `Línea ${line}:`;
}

export const corrected = "Corregido:";

export function fileTooLarge(kibibytes: number): ProblemWords {
  return {
    message: `El archivo ocupa más de ${kibibytes} KiB.`,
    formMessage: `El anuncio ocupa más de ${kibibytes} KiB.`,
    fix: "Acorta el texto. Puedes enlazar lo demás.",
  };
}

export const notUtf8: ProblemWords = {
  message: "El archivo no es texto UTF-8.",
  fix: "Guarda el archivo de nuevo como texto sin formato, con la codificación UTF-8.",
};

export const characters = {
  control: "un carácter de control",
  verticalTab: "una tabulación vertical",
  formFeed: "un salto de página",
  carriageReturn: "un retorno de carro sin salto de línea",
  softHyphen: "un guion opcional invisible",
  invisible: "un carácter invisible",
  braille: "un patrón Braille vacío invisible",
  zeroWidth: "un espacio invisible de ancho cero",
  lineSeparator: "un separador de líneas especial",
  direction: "un carácter que cambia la dirección del texto",
  half: "medio carácter",
  none: "un carácter no válido",
  byteOrderMark: "una marca de orden de bytes",
};

type Character = { name: string; code: string; line: number };

const removeHidden =
  "Escribe esa línea de nuevo, o pégala como texto sin formato, para quitar el carácter oculto.";

export function hiddenCharacterInFile({ name, code, line }: Character): ProblemWords {
  const message = `La línea ${line} contiene ${name} (${code}).`;
  const isLineEnd = name === characters.carriageReturn;
  return {
    message,
    fix: isLineEnd ? "Guarda el archivo de nuevo con finales de línea normales." : removeHidden,
  };
}

export function hiddenCharacterInValue(
  label: string,
  { name, code }: Pick<Character, "name" | "code">,
): ProblemWords {
  return {
    message: `«${label}» contiene ${name} (${code}).`,
    fix: "Escríbelo de nuevo, o pégalo como texto sin formato, para quitar el carácter oculto.",
  };
}

export function hiddenCharacterInText(label: string, { name, code, line }: Character) {
  return {
    message: `«${label}» contiene ${name} (${code}) en la línea ${line}.`,
    fix: removeHidden,
  };
}

export function softCharacter(character: Pick<Character, "name" | "code">, endsLine: boolean) {
  const read = endsLine ? "Se lee como el final de una línea." : "Se omite.";
  return {
    message: `El texto contiene ${character.name} (${character.code}). ${read}`,
    fix: "Si es correcto, no hagas caso. Para quitarlo, escribe esa línea de nuevo.",
  };
}

export const unbreakableMark: ProblemWords = {
  message:
    "Un elemento de lista o un encabezado empieza con un espacio de no separación (U+00A0). Se lee como uno normal.",
  fix: "Si es correcto, no hagas caso. Para sustituirlo, escribe de nuevo el principio de esa línea.",
};

export function hiddenCharacterInAddress({ name, code }: Pick<Character, "name" | "code">) {
  return {
    message: `Una dirección contiene ${name} (${code}).`,
    fix: "Escribe esa dirección de nuevo, o pégala como texto sin formato, para quitar el carácter oculto.",
  };
}

export function hiddenCharacterInName({ name, code }: Character): ProblemWords {
  return {
    message: `El nombre de un campo contiene ${name} (${code}).`,
    fix: "Quita ese campo. Los anuncios no tienen ningún campo con ese nombre.",
  };
}

export function sectionAmongFields(label: string, heading: string): ProblemWords {
  return {
    message: `«${label}» está entre los campos del principio del archivo.`,
    fix: heading
      ? `Pásalo al texto, debajo de una línea «## ${heading}».`
      : "Pásalo al texto, debajo de la segunda línea ---.",
  };
}

export function headingTwice(label: string): ProblemWords {
  return {
    message: `El texto tiene dos veces el encabezado «${label}».`,
    fix: "Deja uno de los dos. Empieza tus propios encabezados con ###.",
  };
}

export function notReadBack(label: string): ProblemWords {
  return {
    message: `«${label}» no se puede guardar tal como está.`,
    fix: "Cierra todos los bloques de código (```), quita las líneas en blanco del principio y del final, y no uses los encabezados del propio tablón (## Requirements, ## About the company).",
  };
}

// ── The fields at the top of a file

export const firstLine: ProblemWords = {
  message: "La primera línea no son tres guiones (---).",
  fix: "Empieza el archivo con una línea de tres guiones y nada más, sin espacios ni líneas en blanco delante.",
};

export const fieldsNotClosed: ProblemWords = {
  message: "Los campos del principio no terminan con una segunda línea de tres guiones (---).",
  fix: "Añade una línea de tres guiones entre los campos y el texto.",
};

export function fieldsTooLong(most: number): ProblemWords {
  return {
    message: `Los campos del principio tienen más de ${most} caracteres.`,
    fix: "Pon el texto del anuncio debajo de la segunda línea ---, y encima solo los campos.",
  };
}

export function moreAfterHyphens(line: number): ProblemWords {
  return {
    message: `La línea ${line} empieza con tres guiones, pero tiene algo más detrás.`,
    fix: "Termina los campos con una línea de tres guiones y nada más.",
  };
}

export const yamlAnchor: ProblemWords = {
  message: "Los campos usan un ancla o un alias (& o * delante de un nombre).",
  fix: "Escribe el valor completo, y pon entre comillas el texto que empiece por & o *.",
};

export const yamlTag: ProblemWords = {
  message: "Los campos usan una etiqueta (! delante de un valor).",
  fix: "Quítala, o pon entre comillas el texto que empiece por un signo de exclamación.",
};

export const yamlDirective: ProblemWords = {
  message: "Los campos contienen una línea que empieza por un signo de porcentaje.",
  fix: "Quita esa línea, o pon entre comillas el texto que empiece por %.",
};

export function commentInValue(dropped: string): ProblemWords {
  return {
    message: `«${dropped}» se perdería, porque un # detrás de un espacio empieza un comentario.`,
    fix: "Pon todo el valor entre comillas. Si es un comentario, pásalo a una línea propia.",
  };
}

const oneFieldALine = "Escribe un campo en cada línea, por ejemplo «city: Berlin».";

export const noFields: ProblemWords = {
  message: "No hay una lista de campos entre las dos líneas ---.",
  fix: oneFieldALine,
};

export const fieldsUnreadable: ProblemWords = {
  message: "Los campos no se pueden leer.",
  fix: oneFieldALine,
};

export function yamlError(reason: string, line: number | undefined): ProblemWords {
  const where = line ? `, en la línea ${line}` : "";
  return {
    message: `Los campos no se pueden leer: ${reason}${where}.`,
    fix: "Corrige esa línea, o la anterior si le falta una comilla al final. Pon entre comillas el texto que contenga dos puntos, un # o corchetes: title: 'Responsable: datos'.",
  };
}

// ── The schema

export function missing(label: string): string {
  return `Falta «${label}».`;
}

export function unknownField(name: string, known: readonly string[]): ProblemWords {
  return {
    message: `«${name}» no es un campo de los anuncios.`,
    fix: `Quítalo o corrige cómo se escribe. Los campos son: ${known.join(", ")}.`,
  };
}

export function wrongValue(label: string, part: string, complaint: string): string {
  return part ? `«${part}», en «${label}», ${complaint}.` : `«${label}» ${complaint}.`;
}

export function choices(all: readonly string[]): string {
  return ` Las opciones son: ${all.join(", ")}.`;
}

export function meantCountry(name: string, code: string): string {
  return ` El código de «${name}» es ${code}.`;
}

export const complaints = {
  empty: "está vacío",
  emptyList: "es una lista vacía",
  sameEntryTwice: "tiene dos veces el mismo elemento",
  wrongType: "tiene un valor de otro tipo",
  array: "debe ser una lista entre corchetes",
  boolean: "debe ser true o false",
  number: "debe ser un número, sin espacios ni símbolos de moneda",
  integer: "debe ser un número entero",
  object: "debe ser un grupo de valores entre llaves",
  string: "debe ser texto. Pon entre comillas un número, true o false si es texto",
  line: "debe ser una línea que contenga letras o cifras, sin espacios al principio ni al final",
  lacks: (part: string) => `no tiene «${part}»`,
  unknownPart: (part: string) => `tiene una parte desconocida, «${part}»`,
  tooLong: (most: number) => `tiene más de ${most} caracteres`,
  tooMany: (most: number) => `tiene más de ${most} elementos`,
  notMoreThan: (limit: number) => `debe ser mayor que ${limit}`,
  moreThan: (limit: number) => `no debe ser mayor que ${limit}`,
  noChoice: (shown: string) => `no puede ser «${shown}», que no es una de sus opciones`,
  noDate: (shown: string) => `no puede ser «${shown}», que no es una fecha`,
  noMoment: (shown: string) => `no puede ser «${shown}», que no es una fecha con hora`,
  noEmail: (shown: string) => `no puede ser «${shown}», que no es una dirección de correo`,
  noLogin: (shown: string) => `no puede ser «${shown}», que no es un nombre de usuario de GitHub`,
  noAddress: (shown: string, why: string) => `no puede ser «${shown}», que ${why}`,
  notUnderstood: (shown: string) => `no puede ser «${shown}»`,
};

// ── Addresses and file names, as ends of sentences

export const webAddresses = {
  scheme: "no empieza por https:// o http://",
  character: "contiene un espacio o un carácter que no se admite en las direcciones",
  incomplete: "no es una dirección completa",
  user: "contiene un nombre de usuario delante del nombre del servidor",
  host: "no contiene un nombre de servidor como www.example.com",
  private: "lleva a una red privada",
};

export const slugs = {
  tooLong: (most: number) => `tiene más de ${most} caracteres`,
  characters: "contiene algo más que letras minúsculas de la a a la z, cifras y guiones sueltos",
  digits: "contiene solo cifras, que están reservadas para direcciones antiguas",
  device: "es el nombre de un dispositivo en Windows, donde ningún archivo puede llamarse así",
  reserved: "es el nombre de una de las páginas del tablón",
};

export function misplacedFile(why: string, place?: string): ProblemWords {
  return {
    message: `Este archivo ${why}.`,
    fix: place
      ? `Mueve el archivo a ${place}.`
      : "Deja en jobs/ solo anuncios, cada uno en un archivo normal con un nombre como 2027-01-31-empresa-titulo.md.",
  };
}

export const paths = {
  shape: "no es jobs/<nombre>.md ni jobs/archive/<año>/<mes>/<nombre>.md",
  name: (why: string) => `tiene un nombre que ${why}`,
};

export const unreadFiles = {
  notOrdinary: "no es un archivo normal, sino un enlace u otra cosa",
  tooManyPosts: (most: number) =>
    `no se ha leído, porque la pull request cambia más de ${most} anuncios`,
  notInRepository: "no está en el repositorio",
  unreadable: (code: string | undefined) => `no se puede leer${code ? ` (${code})` : ""}`,
};

export const newPost = "el anuncio nuevo";

export function sameFile(file: string): ProblemWords {
  return {
    message: `${file} ya existe: un anuncio del mismo día con la misma empresa y el mismo título.`,
    fix: "Edita ese archivo, o da otro título a este anuncio.",
  };
}

export function sameFileInPull(file: string, pull: number): ProblemWords {
  return {
    message: `La pull request #${pull} ya añade ${file}: un anuncio del mismo día con la misma empresa y el mismo título.`,
    fix: "Si es la misma oferta, no hay nada más que hacer. Si no, da otro título a este anuncio.",
  };
}

export const repairs = {
  lineEnds: "finales de línea duplicados",
  spaces: "espacios de no separación, que los programas de correo ponen entre palabras",
  greeting: "líneas antes de la primera ---, como un saludo",
  utf16: "la codificación UTF-16, que solo usa Windows",
};
