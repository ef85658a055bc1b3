/** The forms for issues on GitHub, and what a new pull request says. The questions that the bot reads are elsewhere. */

export const bug = {
  name: "Algo no funciona",
  description: "Informa de un problema con el sitio, el formulario o la revisión de un anuncio.",
  what: "¿Qué ha pasado y qué esperabas?",
  where: {
    label: "¿Dónde ha pasado?",
    description: "La dirección de la página o el número de la pull request.",
  },
  with: {
    label: "¿Con qué navegador y dispositivo?",
    description: "Si el problema está en una página.",
  },
  security:
    "¿Es un problema de seguridad? No lo publiques aquí. SECURITY.md explica cómo informar en privado.",
};

export const postAddress = "La dirección de la página del anuncio.";

export const exampleCompany = "Empresa Ejemplo";

export const report = {
  name: "Denunciar un anuncio",
  description:
    "Avísanos de un anuncio que engaña, no ofrece sueldo, ya no está abierto o no debería estar aquí.",
  choices: [
    "La oferta ya no está abierta",
    "El enlace para presentar la solicitud no funciona",
    "El anuncio es engañoso o falso",
    "La empresa pide dinero o datos personales innecesarios",
    "La oferta no debería estar en este tablón",
    "Otra cosa",
  ],
  details: {
    label: "¿Qué has notado?",
    description: "Tu aviso es público. No incluyas datos personales.",
  },
};

export const yourPost = {
  name: "Tu anuncio",
  description: "Cierra, renueva o elimina tu anuncio, o avísanos de un error en él.",
  words: "Tu petición es pública.",
  end: "Si enviaste el anuncio desde esta cuenta, tarda unos minutos y no necesita revisión. Al eliminar un anuncio, su texto se borra del sitio, pero no del historial del repositorio.",
};

export const pullRequest = `<!--
¿Envías una oferta de empleo? ¡Gracias! Puedes borrar este texto. En unos minutos, un bot comentará si hay algo
que corregir. Después, una persona voluntaria revisará tu anuncio. Cambia solo el archivo de un anuncio.

¿Cambias el propio tablón? Explica para qué sirve el cambio y cómo lo has probado. Lee CONTRIBUTING.md y ejecuta
antes \`npm test\`.
-->
`;
