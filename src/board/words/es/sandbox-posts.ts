/** The posts of a new sandbox, about the board's own topic. */
import type { Job } from "../../job/schema.ts";
import type { SampleTopic } from "../en/sandbox-posts.ts";
import { language } from "./language.ts";

type Texts = Pick<Job, "title" | "description" | "requirements">;

export function listTools(terms: readonly string[]): string {
  return new Intl.ListFormat(language).format(terms);
}

export function interlibraryLoans({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Préstamo interbibliotecario`,
    description: `Damos servicio a cuarenta bibliotecas públicas: préstamos, catálogos y la cola para el único ejemplar del libro que todo el mundo quiere este invierno.

Trabajarías con **${name}** todos los días, y lo que hagas lo usarán bibliotecarias y bibliotecarios que nos dicen enseguida qué les parece.

- Diseñar y construir lo que permite que una biblioteca preste a otra
- Mantener rápida la importación nocturna de 90 catálogos
- Revisar lo que hacen tus tres colegas, como revisan lo tuyo`,
    requirements: `- Algunos años de ${name} en trabajos de los que dependen otras personas
- Experiencia con ${tools}
- Español escrito claro; el noruego es bienvenido, pero no hace falta`,
  };
}

export function readingRooms({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Salas de lectura`,
    description: `Nuestras salas de pruebas son salas de lectura de verdad: 200 asientos de nueve tipos, y gente que ha venido a leer.

Llevarías cómo probamos lo que se usa en ellas, con **${name}**, desde la primera idea hasta el informe que se entiende en una biblioteca.`,
    requirements: `- Trabajos con ${tools} que otras personas se alegraron de heredar
- Paciencia con los aparatos
- Español escrito claro`,
  };
}

export function catalogues({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Catálogos`,
    description: `El catálogo es la parte de una biblioteca que todo el mundo ve y nadie nota. El nuestro tiene once millones de registros, casi todos más viejos que quienes los mantienen.

Lo mantendrías en orden: emparejar registros del mismo libro, reparar los que nunca encajaron y responder a una búsqueda antes de que se termine de escribir. Todo en ${name}.`,
    requirements: `- ${tools}, con más datos de los que nadie puede mirar uno a uno
- Buen ojo para el registro raro
- Español escrito claro`,
  };
}

export function tideTables({ name, tools, title }: SampleTopic): Texts {
  return {
    title: `${title}, Tablas de mareas`,
    description: `Los puertos se organizan con nuestras tablas: cuándo puede entrar un barco y cuándo debe esperar. Las hacemos con ${name} a partir de cien años de mareógrafos, y cada mañana las comparamos con el agua misma.

Te encargarías de las tablas de la costa atlántica y responderías cuando una capitanía pregunte por qué.`,
    requirements: `- ${tools}, y sensibilidad para los números que no pueden ser
- Algo de conocimiento del mar, o ganas de aprenderlo
- Español escrito claro`,
  };
}

export const companies = {
  libraries: {
    name: "Halden Reading Rooms",
    about:
      "Halden Reading Rooms es una empresa de catorce personas, propiedad de las bibliotecas para las que trabaja.",
  },
  tides: {
    name: "Fenwick & Sousa",
    about: "Fenwick & Sousa son nueve personas en una antigua casa de aduanas.",
  },
} as const;

export const changes = {
  add: (title: string) => `Añadir «${title}»`,
  betterPay: (title: string) => `Mejor sueldo para «${title}»`,
  fixLink: "Corregir un enlace",
} as const;
