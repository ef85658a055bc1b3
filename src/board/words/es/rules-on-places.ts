/** What the rules on workplace, city, and countries find in a post, and how to fix it. */
import type { Job } from "../../job/schema.ts";
import type { ProblemWords } from "../en/problems.ts";

export function cityIsNone(city: string): ProblemWords {
  return {
    message: `«${city}» no es una ciudad.`,
    fix: "Escribe dónde está la oficina. Si no hay ninguna, pon remote en «workplace».",
    formFix: "Escribe dónde está la oficina. Si no hay ninguna, elige «En remoto» como modalidad.",
  };
}

export function cityIsCountry(city: string): ProblemWords {
  return {
    message: `«${city}» es un país, no una ciudad.`,
    fix: "Escribe la ciudad en la que está la oficina. El país tiene su propio campo.",
  };
}

export function severalCities(city: string, first: string): ProblemWords {
  return {
    message: `«${city}» es más de una ciudad.`,
    fix: `Escribe una, por ejemplo «${first}», como ciudad. Si el puesto está en todas ellas, ponlas en «places».`,
    formFix: `Escribe una, por ejemplo «${first}». Para cada una de las demás, añade un lugar.`,
  };
}

export function moreThanCity(city: string, name: string, region: string | undefined): ProblemWords {
  const rest = region ? `, y «${region}» como región` : "";
  return {
    message: `«${city}» es más que el nombre de una ciudad. La región y el país tienen sus propios campos, y los códigos postales no se muestran.`,
    fix: `Escribe «${name}» como ciudad${rest}.`,
  };
}

export function otherName(city: string, usual: string): ProblemWords {
  return {
    message: `«${city}» suele escribirse «${usual}».`,
    fix: `Escribe «${usual}» como ciudad, que es lo que más gente buscará. En cualquier caso, el anuncio aparece en la misma página.`,
  };
}

export function regionIsCountry(region: string): ProblemWords {
  return {
    message: `«${region}» es el país, no una región.`,
    fix: "Omite la región. El país tiene su propio campo.",
    formFix: "Deja la región vacía. El país tiene su propio campo.",
  };
}

export function regionOfOther(region: string, countries: readonly string[]): ProblemWords {
  return {
    message: `«${region}» es una región de otro país: ${countries.join(" o ")}.`,
    fix: "Corrige la región o el país.",
  };
}

const jobsWith: Record<Job["workplace"], string> = {
  onsite: "puestos presenciales",
  hybrid: "puestos híbridos",
  remote: "puestos en remoto",
};

export function neededAt(workplace: Job["workplace"], label: string): string {
  return `Falta «${label}». Es obligatorio para los ${jobsWith[workplace]}.`;
}

export function onlyRemote(label: string): ProblemWords {
  return {
    message: `«${label}» es solo para puestos en remoto.`,
    fix: "Quítalo, o cambia la modalidad (workplace) a remote.",
    formFix: "Quita lo que has elegido, o cambia la modalidad a «En remoto».",
  };
}

export function notForRemote(label: string): ProblemWords {
  return {
    message: `«${label}» no es para puestos en remoto.`,
    fix: "Quítalo, o cambia la modalidad (workplace) a hybrid u onsite. «country» puede quedarse: dice dónde está la empresa.",
    formFix:
      "Déjalo vacío, o cambia la modalidad a «Híbrido» o «Presencial». «País» puede quedarse: dice dónde está la empresa.",
  };
}

export const placesNotForRemote: ProblemWords = {
  message: "Los puestos en remoto no tienen lugares.",
  fix: "Quita «places», o cambia la modalidad (workplace) a hybrid u onsite. «country» puede decir dónde está la empresa.",
  formFix:
    "Quita los lugares, o cambia la modalidad a «Híbrido» o «Presencial». El país del primer lugar puede quedarse: dice dónde está la empresa.",
};

export function besidePlaces(label: string): ProblemWords {
  return {
    message: `«${label}» no se puede usar junto con «places».`,
    fix: "Quítalo, o pásalo a «places» como uno de los lugares.",
  };
}

export function samePlace(number: number, first: number): ProblemWords {
  return {
    message: `El lugar ${number} es el mismo que el lugar ${first}.`,
    fix: "Quita uno de los dos.",
  };
}

export const worldwideAndRegions: ProblemWords = {
  message: "Un puesto abierto a todo el mundo está abierto a todas las regiones.",
  fix: "Quita las regiones, o nombra países en vez de «worldwide».",
  formFix: "Quita las regiones, o la opción «Todo el mundo».",
};

export const worldwide: ProblemWords = {
  message: "Los buscadores no muestran los puestos abiertos a todo el mundo.",
  fix: "Si la mayoría de las personas candidatas viven en ciertos países o regiones, nómbralos, por ejemplo [ES, MX, AR] o «remote_regions: [EU]». Si no, no hagas caso.",
  formFix:
    "Si la mayoría de las personas candidatas viven en ciertos países o regiones, elígelos. Si no, no hagas caso.",
};
