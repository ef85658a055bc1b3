/** Listens on this machine only, and routes each request to its handler. */

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";

/** Only reachable from this machine. */
const host = "127.0.0.1";

/** Response headers that browsers may read. */
const exposed = [
  "ETag",
  "Link",
  "Location",
  "Retry-After",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Used",
  "X-RateLimit-Resource",
  "X-RateLimit-Reset",
  "X-OAuth-Scopes",
  "X-Accepted-OAuth-Scopes",
];

export type Answerer = (request: Request) => Promise<Response>;

export type Server = { origin: string; stop(): Promise<void> };

/** Starts serving, by default on a free port. Pages of other origins may use `api`. */
export async function startServer({
  port = 0,
  apiPaths,
  api,
  rest,
  onError,
}: {
  port?: number;
  /** Path patterns. */
  apiPaths: readonly string[];
  api: Answerer;
  rest: Answerer;
  /** Called with errors of the emulator itself. The response is 500. */
  onError: (what: string) => void;
}): Promise<Server> {
  const inProgress = new Set<Promise<void>>();
  const app = new Hono();
  app.use(async (_, next) => {
    const answer = next();
    inProgress.add(answer);
    await answer.finally(() => inProgress.delete(answer));
  });
  const allowEveryOrigin = cors({
    origin: "*",
    allowMethods: ["GET", "POST", "PATCH", "PUT", "DELETE"],
    exposeHeaders: exposed,
    maxAge: 86_400,
  });
  for (const path of apiPaths) {
    app.use(path, allowEveryOrigin);
    app.all(path, (context) => api(context.req.raw));
  }
  app.all("*", (context) => rest(context.req.raw));
  app.onError((error, context) => {
    const what = `${context.req.method} ${context.req.path}: ${error.stack ?? error.message}`;
    onError(what);
    return context.json({ message: what }, 500);
  });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  server.listen(port, host);
  await once(server, "listening");
  return {
    origin: `http://${host}:${portOf(server.address())}`,
    async stop() {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
      // Even without its client, a request still reads the repositories, whose folder may be deleted next.
      await Promise.allSettled(inProgress);
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address && typeof address === "object") return address.port;
  throw new Error("The GitHub emulator has no port.");
}
