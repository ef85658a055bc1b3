/** The pages that explain the board, in Markdown. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

const dayForms = { one: "día", other: "días" };

export const about = {
  title: "Acerca de este tablón",
  description: (board: string) => `Qué es ${board}, quién lo lleva y cómo ponerse en contacto.`,
  text: (
    to: Links,
    contact: string,
  ) => `Cada anuncio es un archivo de texto en [un repositorio público](${to.repository}). Las empresas envían anuncios, personas voluntarias los revisan, y este sitio se genera con los que se aprueban. Publicar es gratis. No hay cookies, ni analítica, ni scripts de otras empresas.

## Usa los datos

Cada lista tiene canales RSS, Atom y JSON; los enlaces están a su lado. Todas las ofertas abiertas están también en un solo archivo: [jobs.json](${to.api}), descrito por un [JSON Schema](${to.apiSchema}).

Los grupos de usuarios y los proyectos pueden [mostrar una lista de ofertas en su propio sitio](${to.embedding}).

El número de ofertas por mes, país y tecnología está en las [estadísticas](${to.stats}).

Los nombres de las ciudades proceden de [GeoNames](https://www.geonames.org/), con la licencia [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). Se han seleccionado y reordenado.

## Participa

- [Publica una oferta](${to.create})
- [Revisa anuncios](${to.review})
- [Busca en los anuncios publicados](${to.moderate})

¿Falta algo? [Mira el estado del tablón](${to.status}).

## Contacto

[${contact}](${to.mail})`,
};

export const create = {
  title: "Publicar una oferta",
  description:
    "Rellena un formulario. Personas voluntarias de la comunidad revisan tu anuncio antes de publicarlo.",
  intro: (days: number, ways: number) =>
    `Publicar es gratis. Personas voluntarias revisan cada anuncio, y se muestra durante ${plural(days, dayForms)}. Hay ${ways} formas de enviarlo.`,
  editor: `## Inicia sesión y usa el editor

Inicia sesión con una cuenta de GitHub, que es gratuita. El editor guarda tus borradores, envía tu anuncio a revisión y te deja cambiarlo más adelante.`,
  openEditor: "Abrir el editor",
  form: `## Usa el formulario sin iniciar sesión aquí

Rellena el formulario y mira tu anuncio como lo verá la gente. Para enviarlo, inicias sesión en GitHub y pulsas unos botones; el formulario te dice cuáles. Si no quieres usar GitHub, el formulario puede convertir tu anuncio en un mensaje de correo.`,
  openForm: "Abrir el formulario",
  rest: (to: Links, contact: string) => `## Envía un correo

Envía a [${contact}](${to.mail}) lo que se indica en «Qué preparar», en [cómo enviar un anuncio](${to.howToSubmit}). Alguien del equipo lo publicará por ti. Tarda más que el formulario.

## Antes de empezar

Lee [cómo enviar un anuncio](${to.howToSubmit}) y [en qué nos fijamos al revisar](${to.howWeReview}). ¿Ya publicaste esta oferta antes? Puedes publicarla de nuevo desde [Mis anuncios](${to.mine}).`,
};

type Terms = {
  topic: string;
  contact: string;
  listedDays: number;
  renewals: number;
  renewalDays: number;
  closingSoonDays: number;
};

/** Begins with a blank; empty if posts can’t be renewed. */
function renewalTerms(renewals: number, days: number): string {
  if (renewals === 0) return "";
  const howOften = renewals === 1 ? "una vez" : `hasta ${renewals} veces`;
  const period = days === 1 ? "En su último día" : `En sus últimos ${plural(days, dayForms)}`;
  return ` ${period} puedes renovarlo, ${howOften}.`;
}

export const howToSubmit = {
  title: "Cómo enviar un anuncio",
  description: "Qué preparar, qué pasa después de enviarlo y cómo cambiarlo más adelante.",
  text: (
    to: Links,
    { topic, contact, listedDays, renewals, renewalDays, closingSoonDays }: Terms,
  ) =>
    `## Qué preparar

- El título del puesto y el nombre de la empresa.
- Dónde se trabaja: presencial, híbrido o en remoto. Si es en remoto, también desde qué países.
- Una descripción de cómo usará ${topic} la persona, y de lo que se necesita para el puesto.
- Un enlace a la página de la oferta o una dirección de correo, para presentar la solicitud.
- El sueldo, si puedes darlo. Es lo que la gente busca, y se muestra en la lista.

## Envíalo

1. [Elige una forma](${to.create}) de enviar tu anuncio.
2. Rellena el formulario. Una vista previa muestra tu anuncio como lo verá la gente.
3. Envíalo a través de GitHub o por correo. Se convierte en una pull request: una propuesta que cualquiera puede seguir.

Si conoces Git, puedes abrir tú la pull request: mira [cómo enviar un anuncio](${to.sendingWithGit}) y [el formato de su archivo](${to.jobFile}).

## Qué pasa después

Una persona voluntaria revisa tu anuncio según [estos criterios](${to.howWeReview}). Las preguntas y las peticiones de cambios aparecen en la pull request, y GitHub te las envía por correo. Cuando tu anuncio se aprueba, está en este sitio en unos minutos.

Se muestra durante ${plural(listedDays, dayForms)}, o hasta el último día que hayas elegido.${renewalTerms(renewals, renewalDays)}${
      closingSoonDays > 1
        ? ` GitHub te escribe ${closingSoonDays} días antes del final, con enlaces para renovarlo o cerrarlo.`
        : ""
    } Después, su página sigue en línea, marcada como cerrada, con un enlace para publicar la oferta de nuevo.

## Cámbialo, renuévalo, ciérralo o elimínalo

[Mis anuncios](${to.mine}) muestra el estado de todo lo que has enviado y te deja cambiarlo, renovarlo, cerrarlo o eliminarlo. Los cambios se revisan como los anuncios nuevos. Renovar, cerrar y eliminar no necesitan revisión si usas la cuenta que envió el anuncio, y tardan unos minutos. Si lo enviaste por correo, escribe a [${contact}](${to.mail}). Cierra tu anuncio cuando el puesto esté cubierto: quienes buscan empleo te lo agradecerán.`,
};

export const howWeReview = {
  title: "Cómo revisamos",
  description:
    "Qué comprueban las personas voluntarias antes de publicar un anuncio, y qué pueden decidir.",
  intro:
    "Una persona voluntaria revisa cada anuncio antes de publicarlo. Esto es lo que comprueba, en este orden.",
  text: (to: Links, contact: string) => `## Qué puede decidir

- **Aprobar.** Tu anuncio se publica en unos minutos.
- **Pedir cambios.** Cambias tu anuncio, y se revisa de nuevo.
- **Rechazar.** Te explica por qué. Puedes enviar un anuncio mejor en cualquier momento.

Las revisiones son públicas, en la pull request del anuncio.

## Quién revisa

El equipo de revisión lo forman personas voluntarias. Mira [la cola de revisión](${to.review}) y [los anuncios publicados](${to.moderate}), o escribe a [${contact}](${to.mail}) para unirte.`,
};

export const thanks = {
  title: "Gracias",
  text: (
    to: Links,
  ) => `Tu anuncio se ha enviado. Lo revisará una persona voluntaria, y GitHub te avisará del resultado por correo.

- [Mira el estado de tus anuncios](${to.mine})
- [Lee cómo revisamos](${to.howWeReview})
- [Mira las ofertas abiertas](${to.list})`,
};
