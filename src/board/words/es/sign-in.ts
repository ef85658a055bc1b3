/** What the window shows in which people sign in to the editor with GitHub. */

export const title = "Iniciar sesión";

export const signedIn = "Has iniciado sesión. Esta ventana se cierra automáticamente.";

export const expired =
  "Esta ventana ha estado abierta demasiado tiempo o ya se ha usado. Vuelve a iniciar sesión.";

export const denied =
  "No has permitido que el tablón use tu cuenta de GitHub, así que no se ha cambiado nada. Puedes iniciar sesión cuando quieras.";

export const unreachable =
  "Ahora mismo no se puede conectar con GitHub. Vuelve a intentarlo en unos minutos.";

export const unconfirmed = "GitHub no ha confirmado el inicio de sesión. Vuelve a intentarlo.";

// ── Addresses that nobody opens by following a link ──
export const onlyGet = "Solo se aceptan peticiones GET.";
export const notFound = "No encontrado. Este servicio es solo para iniciar sesión.";
