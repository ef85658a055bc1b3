/** The form with a post that was sent or is listed: what to change, how to bring the change to GitHub, and what can be in the way. */

export const page = {
  title: "Cambia tu anuncio",
  description:
    "Este es tu anuncio tal como se envió. Cámbialo aquí; nada sale de este navegador hasta que lo lleves a GitHub.",
  listed:
    "Este es tu anuncio tal como está en el tablón. Cámbialo aquí; nada sale de este navegador hasta que lo lleves a GitHub.",
  saved:
    "Tus cambios se guardan en este navegador, solo en este dispositivo, hasta que estén en GitHub.",
  undo: "Deshacer todos los cambios",
  send: "Envía tus cambios",
  replaces:
    "Tus cambios sustituyen lo que enviaste. No se envía nada por segunda vez, y el equipo de revisión los ve en el mismo lugar.",
  reviewed:
    "Una persona voluntaria revisará antes tu cambio; hasta entonces, el anuncio sigue como está. En GitHub, usa la cuenta que envió el anuncio o una que el anuncio nombre como responsable.",
  account: "En GitHub, inicia sesión como",
  emailed:
    "Este anuncio llegó por correo. Si lo enviaste tú, pulsa «Enviar por correo»: el equipo llevará tus cambios a GitHub. Si formas parte del equipo, usa GitHub.",
  steps: `1. Inicia sesión si GitHub te lo pide. Selecciona todo en el campo grande que contiene el anuncio (Ctrl + A, o ⌘ + A en un Mac) y pega (Ctrl + V, o ⌘ + V).
2. Pulsa «Commit changes…», arriba a la derecha.
3. En el cuadro que se abre, pulsa «Commit changes». Así se envían tus cambios.`,
  propose: `1. Inicia sesión si GitHub te lo pide. Si dice que necesitas un fork, pulsa «Fork this repository».
2. Selecciona todo en el campo grande que contiene el anuncio (Ctrl + A, o ⌘ + A en un Mac) y pega (Ctrl + V, o ⌘ + V).
3. Pulsa «Commit changes…», arriba a la derecha, y luego «Propose changes».
4. En la página siguiente, pulsa «Create pull request», y otra vez si GitHub lo pide. Así se envía tu cambio.`,
  picture:
    "El editor de GitHub: el botón «Commit changes…» está encima del texto, a la derecha. Abre un cuadro con el botón «Commit changes» en la parte inferior.",
  pictureButton: "Commit changes…",
  pictureConfirm: "Commit changes",
  wrongAccount:
    "Si GitHub dice que necesitas un fork, u ofrece «Propose changes», vuelve atrás: has iniciado sesión con otra cuenta.",
  reopen:
    "Después, escribe `/reopen` en un comentario de [la conversación](#pull), para que tu anuncio se revise de nuevo.",
  copied: "Tu anuncio modificado se ha copiado.",
  afterwards: "El tablón vuelve a comprobar tu anuncio en unos minutos.",
  withdraw:
    "¿Ya no lo necesitas? Abre [la conversación](#pull) y pulsa «Close pull request» al final. Así retiras tu anuncio.",
};

export const emailChanges = "Enviar por correo";
export const unchanged =
  "Todavía no has cambiado nada. Haz tus cambios arriba y pulsa el botón de nuevo.";
export const confirmUndo =
  "¿Deshacer todos los cambios? El formulario mostrará tu anuncio tal como se envió.";

export const status = {
  waiting: "El equipo de revisión aún no ha decidido. Todavía puedes cambiarlo.",
  approved: "El equipo de revisión lo ha aprobado. Puede que los cambios lleguen tarde.",
  unchecked: "El tablón aún no ha comprobado tu último cambio. Tarda unos minutos.",
  rejected: "El equipo de revisión no lo ha aceptado. Cámbialo aquí y pide otra revisión.",
  withdrawn: "Se retiró. Puedes cambiarlo aquí y pedir que se revise de nuevo.",
  restored: "Estos son los cambios que hiciste aquí antes. Todavía no están en GitHub.",
};

export const replaceByChanges = {
  question:
    "Tienes aquí cambios que no están en GitHub, pero entretanto el anuncio ha cambiado allí. ¿Con cuál quieres continuar?",
  keep: "Mis cambios",
  button: "El anuncio tal como está en GitHub",
};

export const discussion = "Abrir la conversación en GitHub";
export const file = "Abrir el archivo en GitHub";
export const myPosts = "Mis anuncios";

// ── What can be in the way. Each is followed by a link to where to go on.

export function wrongNumber(text: string): string {
  return `«${text}» no es el número de un envío. Elige tu anuncio en «Mis anuncios».`;
}

export function noSuchPost(number: number): string {
  return `No existe el envío #${number}. Elige tu anuncio en «Mis anuncios».`;
}

export const notListed =
  "En esta dirección no hay ningún anuncio publicado, así que no hay nada que cambiar. Elige tu anuncio en «Mis anuncios».";

export const merged =
  "Este anuncio se aprobó, así que ya no hay nada que cambiar en lo que enviaste. En «Mis anuncios» puedes editar el anuncio tal como está en el tablón.";

export const branchGone =
  "La copia del tablón en la que estaba tu anuncio se ha eliminado en GitHub, así que ya no se puede cambiar allí. Tu texto está abajo, ya relleno: envíalo como un anuncio nuevo. Si la conversación anterior sigue abierta, ciérrala, para que nadie lo revise dos veces.";

export const noPost =
  "Este envío no añade ni cambia ningún anuncio, así que aquí no hay nada que rellenar. Mira su conversación.";

export const severalPosts =
  "Este envío cambia varios anuncios, y en el formulario solo cabe uno. Mira en su conversación qué hacer.";

export const closing =
  "Este envío cierra un anuncio, así que aquí no hay nada que rellenar. Mira su conversación.";

export const refused =
  "El tablón no puede aceptar este envío, y cambiar el texto no lo arregla. El motivo está en la conversación. Tu texto está abajo, ya relleno, para que puedas enviarlo como un anuncio nuevo.";

export const unreadable =
  "Los campos del principio del archivo no se pueden leer, así que el formulario no puede rellenarlos. Corrige el archivo en GitHub. Qué está mal:";

export const editWithout =
  "No tienes que esperar: abre la conversación, ve a «Files changed», pulsa los tres puntos junto al archivo y elige «Edit file».";
