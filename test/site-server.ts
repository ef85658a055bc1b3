/** A plain server for a built site, like a host for static files. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

export type SiteServer = { origin: string; close(): Promise<void> };

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".xml": "application/xml",
};

/**
 * Serves a folder on a free port of this machine, as the root of a site.
 *
 * @param replaced an address in pages, and what to put there
 */
export async function serveSite(
  folder: string,
  replaced?: readonly [address: string, by: string],
): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = join(folder, pathname);
    // GitHub Pages also serves a folder’s index.xml if there is no index.html.
    const files = pathname.endsWith("/")
      ? ["index.html", "index.xml"].map((name) => join(path, name))
      : [path];
    readFirst(files).then(
      ({ file, content }) => {
        response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
        const isPage = replaced && file.endsWith(".html");
        response.end(isPage ? content.toString().replaceAll(...replaced) : content);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The first of the files that exists. */
function readFirst(files: readonly string[]): Promise<{ file: string; content: Buffer }> {
  return Promise.any(files.map(async (file) => ({ file, content: await readFile(file) })));
}
