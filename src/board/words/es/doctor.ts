/** What `npm run doctor` says about a live site, for maintainers. */
import type { Host } from "../../config.ts";
import type { Explanation } from "../../site-checks/finding.ts";
import type { SiteFailure } from "../../site-checks/visit.ts";
import { failures } from "./links.ts";

// ── How to fix it ──
const hostNames: Readonly<Record<Host, string>> = {
  "github-pages": "GitHub Pages",
  "cloudflare-pages": "Cloudflare Pages",
  netlify: "Netlify",
};

const nothingToDo =
  "No hay nada que arreglar. Si te importa, elige un alojamiento que pueda hacerlo.";

/** How a site gets its headers. */
function setHeaders(host: Host | null): string {
  return host === "netlify" || host === "cloudflare-pages"
    ? `${hostNames[host]} toma las cabeceras del archivo _headers de la raíz del sitio: publica la carpeta _site entera, con ese archivo.`
    : "Pon las cabeceras en la configuración del servidor web. Están en el archivo _headers de la raíz del sitio.";
}

/** How a site gets its redirects. */
function setRedirects(host: Host | null): string {
  return host === "netlify" || host === "cloudflare-pages"
    ? `${hostNames[host]} toma las redirecciones del archivo _redirects de la raíz del sitio: publica la carpeta _site entera, con ese archivo.`
    : "Publica la carpeta _site entera. Tiene una página para cada redirección.";
}

const publishAgain = "Publica otra vez la carpeta _site entera.";

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).replace(".", ",")} kB`;
}

// ── The site ──
export const site = {
  noAnswer: (failure: SiteFailure): Explanation => ({
    message: `Esta dirección ${siteFailures[failure]}.`,
    fix: "Revisa --url, o url en src/board.config.ts, y los registros DNS del dominio.",
  }),
  noList: (status: number): Explanation => ({
    message: `Aquí no hay ninguna lista de ofertas: la respuesta tiene el estado ${status}.`,
    fix: "Indica la portada del tablón, con su ruta si la tiene, por ejemplo https://name.github.io/board/. Si es correcta, publica el sitio.",
  }),
  moved: (target: string, site: string): Explanation => ({
    message: `La lista de ofertas redirige a ${target}.`,
    fix: `Si el tablón se ha trasladado allí, comprueba esa dirección: npm run doctor -- --url ${site}`,
  }),
  losesSlash: {
    message: "El alojamiento quita la barra del final de las direcciones.",
    fix: "Desactívalo en el alojamiento («pretty URLs», «trailing slash»): todos los enlaces y feeds del tablón llevan la barra.",
  },
};

export const siteFailures = {
  ...failures,
  "too-large": "envía más de lo que lee la comprobación",
} as const satisfies Record<SiteFailure, string>;

// ── HTTPS ──
export const https = {
  onThisMachine: {
    message: "El sitio está en esta máquina, donde HTTPS no hace falta.",
    fix: "Comprueba también la dirección pública.",
  },
  plain: {
    message:
      "La dirección empieza por http://, así que otros pueden leer y cambiar lo que ven las visitas.",
    fix: "Consigue un certificado en tu alojamiento (casi todos dan uno gratis) y cambia url en src/board.config.ts a https://.",
  },
  noRedirect: {
    message:
      "En la dirección con http:// no responde nadie, así que los enlaces sin https pueden fallar.",
    fix: "Haz que el alojamiento redirija http:// a https://.",
  },
  notRedirected: (host: Host | null): Explanation => ({
    message: "La dirección con http:// no redirige a https://.",
    fix:
      host === "github-pages"
        ? "En la configuración del repositorio, en «Pages», marca «Enforce HTTPS»."
        : "Haz que el alojamiento redirija cada dirección con http:// a la misma con https://, con el estado 301.",
  }),
  noPromise: {
    message:
      "Strict-Transport-Security falta o dura menos de un día, así que la primera petición de una visita puede ir sin cifrar.",
    fix: "Cuando HTTPS funcione en todo el dominio, envía «Strict-Transport-Security: max-age=31536000».",
  },
  hostMakesNoPromise: {
    message: "GitHub Pages no envía Strict-Transport-Security para este dominio.",
    fix: nothingToDo,
  },
};

// ── Headers ──
export const headers = {
  noPage: {
    message: "Aquí no hay ninguna página, así que no se han podido comprobar sus cabeceras.",
    fix: publishAgain,
  },
  noOwnPolicy: {
    message: "La página no lleva una política de seguridad del contenido propia.",
    fix: `${publishAgain} Si no basta, algo cambia las páginas por el camino, como un servicio que «optimiza» el HTML: desactívalo.`,
  },
  blocks: (what: string): Explanation => ({
    message: `La cabecera Content-Security-Policy prohíbe algo que la página necesita: ${what}.`,
    fix: "Envía la política que el archivo _headers tiene para esta página, y ninguna otra. Si llegan varias, el navegador las aplica todas: quita la del alojamiento.",
  }),
  missing: {
    framing:
      "frame-ancestors en Content-Security-Policy, contra la inclusión en marcos de otros sitios",
    sniffing: "X-Content-Type-Options, contra archivos tomados por otra cosa",
    referrer: "Referrer-Policy, que oculta a las empresas de qué página viene una visita",
  },
  lacks: (missing: readonly string[], host: Host | null): Explanation => ({
    message: `Faltan cabeceras: ${missing.join("; ")}.`,
    fix: setHeaders(host),
  }),
  cannotSend: (missing: readonly string[]): Explanation => ({
    message: `GitHub Pages no puede enviar estas cabeceras: ${missing.join("; ")}. El resto de la política va en cada página.`,
    fix: nothingToDo,
  }),
};

// ── Caching ──
export const caching = {
  tooLong: (control: string): Explanation => ({
    message: `Los navegadores pueden mostrar una lista antigua durante más de un día: Cache-Control es «${control}».`,
    fix: "Envía «Cache-Control: max-age=600» con las páginas. Solo los archivos de /assets/ se pueden guardar mucho tiempo.",
  }),
  long: (control: string): Explanation => ({
    message: `Los navegadores pueden mostrar una lista antigua durante más de una hora: Cache-Control es «${control}».`,
    fix: "Envía «Cache-Control: max-age=600» con las páginas.",
  }),
  unsaid: {
    message:
      "Falta Cache-Control, así que cada navegador decide cuánto tiempo muestra una lista antigua.",
    fix: "Envía «Cache-Control: max-age=600» con las páginas.",
  },
  noValidator: {
    message:
      "Faltan ETag y Last-Modified, así que los navegadores vuelven a cargar páginas que no han cambiado.",
    fix: "Activa ETag o Last-Modified en el alojamiento.",
  },
};

// ── Redirects ──
export const redirects = {
  seen: {
    nothing: "no responde",
    status: (status: number) => `la respuesta tiene el estado ${status}`,
    target: (target: string) => `lleva a ${target}`,
  },
  home: (list: string, seen: string): Explanation => ({
    message: `La portada debería llevar a ${list}, pero ${seen}.`,
    fix: `${publishAgain} Si la dirección está mal, corrige url en src/board.config.ts, o las redirecciones del alojamiento.`,
  }),
  onlyByPage: {
    message:
      "La portada redirige con una página, aunque este alojamiento puede hacerlo más deprisa.",
    fix: "Publica también el archivo _redirects en la raíz del sitio.",
  },
  twoAddresses: (list: string): Explanation => ({
    message: "La lista también se muestra sin la barra del final, así que tiene dos direcciones.",
    fix: `Haz que el alojamiento redirija a ${list}.`,
  }),
  missingSlash: (list: string, seen: string): Explanation => ({
    message: `Sin la barra del final, la dirección debería llevar a ${list}, pero ${seen}.`,
    fix: "Haz que el alojamiento añada la barra. Si el destino lleva http:// u otro puerto, el servidor está detrás de un proxy y no conoce su dirección pública: en nginx, pon «absolute_redirect off».",
  }),
  not404: (seen: string, host: Host | null): Explanation => ({
    message: `Una página que no existe debería tener el estado 404, pero ${seen}. Los buscadores conservarían ofertas cerradas.`,
    fix: notFound(host),
  }),
  foreign404: (host: Host | null): Explanation => ({
    message:
      "A una página que no existe responde la página del alojamiento, que no lleva a ninguna parte.",
    fix: notFound(host),
  }),
  old: (seen: string, host: Host | null): Explanation => ({
    message: `Esta dirección antigua debería llevar a una página del tablón, pero ${seen}.`,
    fix: setRedirects(host),
  }),
};

function notFound(host: Host | null): string {
  return host === null
    ? "Haz que el alojamiento responda con el archivo 404.html y el estado 404. En nginx: error_page 404 /404.html;"
    : `${hostNames[host]} lo hace con el archivo 404.html de la raíz del sitio: publícalo, y quita de la configuración del alojamiento las reglas para todas las direcciones.`;
}

// ── Feeds ──
export const feeds = {
  missing: (host: Host | null): Explanation => ({
    message: "Aquí no hay ningún feed.",
    fix:
      host === null
        ? "Haz que el alojamiento sirva el archivo index.xml de una carpeta. En nginx: index index.html index.xml;"
        : setRedirects(host),
  }),
  unreadable: (fault: string): Explanation => ({
    message: `Los lectores de feeds no pueden leer esto: ${fault}.`,
    fix: `${publishAgain} Si aquí aparece otra página, el alojamiento redirige o cambia los feeds: desactívalo.`,
  }),
  faults: {
    notJson: "no es JSON",
    otherKind: "es otro tipo de documento",
  },
  wrongType: (type: string, best: string, host: Host | null): Explanation => ({
    message: `El feed tiene un Content-Type incorrecto, «${type}».`,
    fix:
      host === "github-pages" ? publishAgain : `Envía «Content-Type: ${best}». ${setHeaders(host)}`,
  }),
  generalType: (type: string, best: string, host: Host | null): Explanation => ({
    message: `El Content-Type del feed es «${type}», por el que algunos programas no lo reconocen.`,
    fix: `Envía «Content-Type: ${best}». ${setHeaders(host)}`,
  }),
  hostType: (type: string, best: string): Explanation => ({
    message: `GitHub Pages envía este feed como «${type}» en vez de «${best}». Los lectores de feeds lo aceptan.`,
    fix: nothingToDo,
  }),
  otherSite: (named: string | undefined, url: string): Explanation => ({
    message: `El feed es de otro sitio: nombra ${named ?? "ninguna dirección propia"}, no ${url}.`,
    fix: "El sitio se construyó para otra dirección. Corrige url en src/board.config.ts, o la variable BOARD_URL, y publica otra vez.",
  }),
  noOtherOrigins: (host: Host | null): Explanation => ({
    message: "Los scripts de otros sitios no pueden leer este feed.",
    fix: `Envía «Access-Control-Allow-Origin: *». ${setHeaders(host)}`,
  }),
};

// ── Freshness ──
export const freshness = {
  noApi: {
    message: "Aquí no está la API del tablón, así que no se sabe cuándo se construyó el sitio.",
    fix: publishAgain,
  },
  builtFor: (site: string): Explanation => ({
    message: `El sitio se construyó para otra dirección: ${site}.`,
    fix: "Corrige url en src/board.config.ts, o la variable BOARD_URL, y publica otra vez.",
  }),
  old: (asOf: string, hours: number, host: Host | null): Explanation => ({
    message: `El sitio se construyó hace ${hours} horas (${asOf}), así que la tarea diaria no funciona, o su resultado no se publica.`,
    fix:
      host === "github-pages"
        ? "En GitHub, mira Actions → daily y Actions → publish: activa el flujo de trabajo, o lee el registro de la última ejecución."
        : "Mira en tu alojamiento el registro de la última construcción y el horario que la inicia. En GitHub, mira Actions → daily.",
  }),
  future: (asOf: string): Explanation => ({
    message: `El sitio dice que se construyó en el futuro (${asOf}).`,
    fix: "Corrige el reloj de la máquina que construye el sitio, o el de esta, y quita BOARD_NOW de la construcción.",
  }),
};

// ── Sign-in ──
export const signIn = {
  otherBoard: {
    message:
      "Este sitio no está en la url de src/board.config.ts, así que no se conoce su configuración.",
    fix: "Ejecuta esto en el repositorio de ese tablón, o define BOARD_URL. Entonces se comprueban también el inicio de sesión y las direcciones antiguas.",
  },
  none: {
    message:
      "La configuración no tiene signInUrl, así que este tablón tiene el formulario, pero no el editor.",
    fix: "Si quieres el editor, mira «Sign-in» en docs/launching.md.",
  },
  plain: {
    message: "signInUrl empieza por http://, así que otros podrían leer los tokens.",
    fix: "Sirve el inicio de sesión por HTTPS y cambia signInUrl en src/board.config.ts.",
  },
  noAnswer: {
    message: "El servicio de inicio de sesión no responde, así que nadie puede usar el editor.",
    fix: "Ponlo en marcha (docs/launching.md, «Sign-in») o corrige signInUrl en src/board.config.ts.",
  },
  notToGitHub: (status: number): Explanation => ({
    message: `El servicio de inicio de sesión debería redirigir a GitHub, pero la respuesta tiene el estado ${status}.`,
    fix: "Revisa signInUrl en src/board.config.ts y el registro del servicio. Tiene que ser la dirección sin /callback.",
  }),
  noClient: {
    message: "El servicio de inicio de sesión no dice a GitHub qué aplicación es.",
    fix: "Define SIGN_IN_CLIENT_ID donde funciona el servicio.",
  },
  otherCallback: (callback: string, expected: string): Explanation => ({
    message: `El servicio de inicio de sesión hace que GitHub devuelva a la gente a «${callback}» en vez de a ${expected}.`,
    fix: "Usa la misma signInUrl para el servicio y para el tablón, y reinicia el servicio.",
  }),
  unknownOrigin: {
    message: "El servicio de inicio de sesión no muestra para qué sitio trabaja.",
    fix: "Abre /admin/ en el tablón e inicia sesión.",
  },
  otherOrigin: (served: string, origin: string): Explanation => ({
    message: `El servicio de inicio de sesión trabaja para ${served}, no para ${origin}.`,
    fix: "Usa la misma url en src/board.config.ts para el servicio y para el tablón, y reinicia el servicio.",
  }),
};

// ── Weight ──
export const weight = {
  noStyle: {
    message: "La hoja de estilos de la lista falta, o viene de otro sitio.",
    fix: publishAgain,
  },
  noPost: {
    message: "El anuncio más reciente de la API no tiene página.",
    fix: publishAgain,
  },
  notCompressed: (host: Host | null): Explanation => ({
    message: "Esto llega sin comprimir, así que las visitas esperan varias veces más.",
    fix:
      host === null
        ? "Activa la compresión para HTML, CSS, JavaScript, JSON y XML. En nginx: gzip on; y gzip_types."
        : "Quita lo que descomprime las páginas entre el alojamiento y las visitas.",
  }),
  tooHeavy: (bytes: number, limit: number): Explanation => ({
    message: `Con sus estilos, esta página pesa ${kilobytes(bytes)}. El objetivo es ${kilobytes(limit)}.`,
    fix: "Mira qué se ha añadido a las páginas o a los estilos. Si pageSize en src/board.config.ts pasa de 25, o un texto es muy largo, puede ser por eso.",
  }),
};
