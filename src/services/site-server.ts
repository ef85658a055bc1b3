/** Serves a built site on this machine like GitHub Pages, and reloads open pages after a build. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { lookup } from "mrmime";
import { noSite } from "#words/terminal-errors.ts";
import { pages } from "../board/addresses.ts";
import { htmlLanguage } from "../board/html-language.ts";

/** Only reachable from this machine. */
const host = "127.0.0.1";

/** The server's own addresses. */
const events = "/.reload/events";
const script = "/.reload/script.js";

/** Reloads the page once another build is served. */
const program = `const own = new URL(import.meta.url).searchParams.get("build");
new EventSource("${events}").onmessage = ({ data }) => {
  if (data !== own) location.reload();
};
`;

const notBuilt = `<!doctype html><html ${htmlLanguage}><title>${noSite.title}</title>
<p>${noSite.text}</p>
`;

export type SiteServer = {
  /** Serves what was just built in this folder from now on. */
  show(directory: string): void;
  /** Closes all connections. Resolves when none is left. */
  stop(): Promise<void>;
};

/** A build, by a name that no other has. */
type Build = { directory: string; name: string };

/**
 * Resolves when it accepts connections.
 *
 * @param options.prefix the site's path: `/` or `/name/`
 * Throws an Error with the code `EADDRINUSE` if the port is taken.
 */
export async function startSiteServer({
  port,
  prefix,
}: {
  port: number;
  prefix: string;
}): Promise<SiteServer> {
  const listeners = new Set<ServerResponse>();
  let build: Build | undefined;
  const tell = (response: ServerResponse) => {
    if (build) response.write(`data: ${build.name}\n\n`);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = readPath(request.url);
    if (path === undefined) {
      response.writeHead(400).end();
    } else if (path === events) {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      tell(response);
    } else if (path === script) {
      send(response, 200, script, program);
    } else if (!path.startsWith(prefix)) {
      response.writeHead(302, { Location: prefix }).end();
    } else if (!build) {
      send(response, 503, "wait.html", withReload(notBuilt, "none"));
    } else {
      await answerFrom(build, path.slice(prefix.length - 1), request, response);
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  server.listen(port, host);
  await once(server, "listening");

  return {
    show(directory) {
      build = { directory, name: randomUUID() };
      for (const response of listeners) tell(response);
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The decoded path of an address; `undefined` if it is invalid. */
function readPath(url = "/"): string | undefined {
  try {
    return decodeURIComponent(new URL(url, `http://${host}`).pathname);
  } catch {
    return undefined; // Not an address, or invalid percent encoding.
  }
}

async function answerFrom(
  { directory, name: build }: Build,
  path: string,
  { url = "/" }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A feed is the index.xml of its folder, so that its address is the same as python.org's.
  const names = path.endsWith("/")
    ? [`${path}index.html`, `${path}index.xml`]
    : [path, `${path}.html`];
  for (const name of names) {
    const content = await readWithin(directory, name);
    if (content) return send(response, 200, name, forBrowser(name, content, build));
  }
  if (await isFolder(directory, path)) {
    response.writeHead(301, { Location: url.replace(/(?=\?|$)/, "/") }).end();
    return;
  }
  const missing = await readWithin(directory, pages.notFound);
  send(response, 404, pages.notFound, forBrowser(pages.notFound, missing ?? "Not found", build));
}

async function readWithin(directory: string, name: string): Promise<Buffer | undefined> {
  const path = join(directory, name);
  if (!path.startsWith(directory + sep)) return undefined;
  try {
    return await readFile(path);
  } catch {
    return undefined; // Not there, or a folder: either way there is no file to send.
  }
}

async function isFolder(directory: string, name: string): Promise<boolean> {
  const path = join(directory, name);
  if (!path.startsWith(directory + sep)) return false;
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Pages reload automatically, except for the editor: somebody may be writing in it. */
function forBrowser(name: string, content: Buffer | string, build: string): Buffer | string {
  const isPage = extname(name) === ".html" && !name.startsWith(pages.admin);
  return isPage ? withReload(content.toString(), build) : content;
}

function withReload(html: string, build: string): string {
  // The policy of redirect pages allows no scripts.
  if (html.includes("Content-Security-Policy") && !html.includes("script-src")) return html;
  const tag = `<script type="module" src="${script}?build=${build}"></script>`;
  return html.includes("</head>") ? html.replace("</head>", () => `${tag}</head>`) : html + tag;
}

function send(
  response: ServerResponse,
  status: number,
  name: string,
  content: Buffer | string,
): void {
  const type = lookup(name) ?? "application/octet-stream";
  const isText = /^text\/|json|xml|javascript/.test(type);
  response
    .writeHead(status, {
      "Content-Type": isText ? `${type}; charset=utf-8` : type,
      "Cache-Control": "no-cache",
    })
    .end(content);
}
