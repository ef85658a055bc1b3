/** Serves a site like GitHub Pages: which files are packed, and over a slow connection if that is wanted. Keeps a record of it. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";

/** Slow 4G, as Lighthouse takes it. */
export const slow4G: Connection = { delay: 150, bytesPerSecond: 1_600_000 / 8 };

export type Connection = {
  /** Milliseconds from a request to the first byte. */
  delay: number;
  /** Of all answers together. */
  bytesPerSecond: number;
};

/** An answer, and its size as it was sent. */
export type Sent = { path: string; bytes: number };

/** What GitHub Pages packs; other files are sent as they are. */
const packedTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
};

export class PagesServer {
  readonly origin: string;
  /** All answers since this was last emptied. */
  sent: Sent[] = [];
  connection: Connection | undefined;
  readonly #server: ReturnType<typeof createServer>;
  /** When the connection is free. */
  #free = 0;

  private constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    const address = server.address();
    if (!address || typeof address === "string") throw new Error("The server has no port.");
    this.origin = `http://127.0.0.1:${address.port}`;
  }

  /** @param others files that are not in the folder, by their paths */
  static async start(folder: string, others: ReadonlyMap<string, string>): Promise<PagesServer> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const pages = new PagesServer(server);
    server.on("request", async ({ url = "/" }, response) => {
      const { pathname: path } = new URL(url, pages.origin);
      const content =
        others.get(path) ?? (await readFile(join(folder, path)).catch(() => undefined));
      const type = packedTypes[extname(path)];
      const body = content && (type ? gzipSync(content) : Buffer.from(content));
      if (!body) response.statusCode = 404;
      if (type) response.setHeader("content-encoding", "gzip");
      response.setHeader("content-type", type ?? "application/octet-stream");
      response.setHeader("cache-control", "max-age=600");
      await pages.#wait(body?.length ?? 0);
      pages.sent.push({ path, bytes: body?.length ?? 0 });
      response.end(body);
    });
    return pages;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** Until an answer would have come over the connection. */
  async #wait(bytes: number): Promise<void> {
    if (!this.connection) return;
    const { delay, bytesPerSecond } = this.connection;
    const from = Math.max(performance.now() + delay, this.#free);
    this.#free = from + (bytes / bytesPerSecond) * 1000;
    await setTimeout(this.#free - performance.now());
  }
}
