/** What `npm start` prints, and the people in it. */

export const usage = `npm start -- [--fresh] [--port PORT] [--github-port PORT]

Ejecuta el tablón entero en este equipo: el sitio, el editor y un emulador de GitHub en el que revisar anuncios.
Pulsa Ctrl-C para parar. La próxima vez continúa donde lo dejaste. Para trabajar en el sitio, usa npm run dev.

  --fresh             borra lo que quedó de otras veces y empieza de cero
  --port PORT         puerto del sitio (por defecto: 8080)
  --github-port PORT  puerto del emulador de GitHub (por defecto: 8090)
  --help              muestra este texto`;

export const people = { submitter: "envía anuncios", reviewer: "revisa anuncios" };

export function alreadyRunning(pid: number, site: string, lock: string): string {
  return `npm start ya se está ejecutando en esta carpeta, como proceso ${pid}: ${site}
Para pararlo, pulsa Ctrl-C en su terminal. Si ese proceso no es npm start, borra ${lock}.`;
}

export const preparing = "Preparando el entorno de pruebas…";
export const published = "El sitio se ha publicado.";

export function workflowFailed(name: string, run: string): string {
  return `El flujo de trabajo «${name}» ha fallado: ${run}`;
}

export function siteNotBuilt(output: string): string {
  return `No se ha podido generar el sitio.\n${output}`;
}

export const links = { site: "Sitio", preview: "Vista previa" };

export function welcome(
  { list, pulls, editor, create }: Record<"list" | "pulls" | "editor" | "create", string>,
  { submitter, reviewer, colleague }: Record<"submitter" | "reviewer" | "colleague", string>,
  seconds: string,
): string {
  return `Listo en ${seconds} s. El bot todavía está comentando los envíos de ejemplo. Prueba esto:

  1. Mira el sitio:       ${list}
  2. Revisa un anuncio:   ${pulls}
                          Inicia sesión como ${reviewer}, abre uno pendiente y comenta /approve o pulsa «Squash and merge».
                          Vuelve a cargar la página al cabo de unos segundos para ver la respuesta del bot.
  3. Envía un anuncio:    ${editor}
                          Inicia sesión como ${submitter}, rellena el formulario y pulsa «Guardar» y luego «Enviar a revisión». Otras formas de enviarlo: ${create}
  4. Revisa en equipo:    Abre uno pendiente como ${reviewer}, y en una ventana privada como ${colleague}.
                          Comenta /claim en una y /approve en la otra: el bot responde quién lo ha reservado. /help muestra todos los comandos.
  5. Para:                Pulsa Ctrl-C. npm start continúa donde lo dejaste; npm start -- --fresh empieza de cero.
`;
}
