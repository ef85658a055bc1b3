/** What pages say while they load something from GitHub, and where that fails. */
export const loading = "Cargando desde GitHub…";

export function limited(time: string | undefined): string {
  const again = time ? `Vuelve a intentarlo a las ${time}.` : "Vuelve a intentarlo en una hora.";
  return `Demasiadas peticiones a GitHub desde tu red. ${again}`;
}

export const missing = "GitHub no tiene nada en esta dirección.";
export const tooLarge = "La respuesta de GitHub es demasiado grande para mostrarla aquí.";

export function failed(status: number): string {
  return `GitHub ha devuelto un error (${status}). Vuelve a cargar esta página dentro de un minuto.`;
}

export const unreachable =
  "No se puede conectar con GitHub. Comprueba tu conexión y vuelve a cargar esta página.";
