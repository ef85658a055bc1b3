/** Servers that treat a built site as GitHub Pages, Netlify, and an nginx that nobody has configured do. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { access, readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** A response before it is compressed. Without a body, it is that status only. */
type Served = { status: number; file?: string; headers?: Record<string, string>; body?: string };

/** What a host does with a path of the site, from its root. */
export type StaticHost = {
  headers: Record<string, string>;
  isCompressed: boolean;
  types: Readonly<Record<string, string>>;
  serve(site: Folder, path: string): Promise<Served>;
};

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml",
};

/** A site's files, and the prefix of its paths. */
class Folder {
  readonly prefix: string;
  readonly #folder: string;

  constructor(folder: string, prefix: string) {
    this.#folder = folder;
    this.prefix = prefix;
  }

  async has(file: string): Promise<boolean> {
    return await access(join(this.#folder, file)).then(
      () => true,
      () => false,
    );
  }

  read(file: string): Promise<Buffer> {
    return readFile(join(this.#folder, file));
  }

  /** The first of a folder's index files that exists. */
  async index(path: string, names: readonly string[]): Promise<string | undefined> {
    for (const name of names) if (await this.has(`${path}${name}`)) return `${path}${name}`;
    return undefined;
  }
}

/** A file, the index of a folder, or a redirect to the folder. */
async function plainFile(
  site: Folder,
  path: string,
  indexes: readonly string[],
): Promise<Served | undefined> {
  const found = path.endsWith("/") ? await site.index(path, indexes) : path;
  if (found !== undefined && extname(found) !== "" && (await site.has(found))) {
    return { status: 200, file: found };
  }
  const isFolder = !path.endsWith("/") && (await site.has(`${path}/`));
  return isFolder ? { status: 301, headers: { location: `${site.prefix}${path}/` } } : undefined;
}

const notFound: Served = { status: 404, file: "/404.html" };

/** https://docs.github.com/en/pages: no headers or redirects of one's own. */
export const gitHubPages: StaticHost = {
  headers: {
    server: "GitHub.com",
    "x-github-request-id": "ABCD:1234",
    "cache-control": "max-age=600",
    "access-control-allow-origin": "*",
  },
  isCompressed: true,
  types,
  serve: async (site, path) =>
    (await plainFile(site, path, ["index.html", "index.xml"])) ?? notFound,
};

/** https://docs.netlify.com/routing/headers/ and /redirects/ */
export const netlify: StaticHost = {
  headers: { server: "Netlify", "cache-control": "public,max-age=0,must-revalidate" },
  isCompressed: true,
  types,
  async serve(site, path) {
    const at = `${site.prefix}${path}`;
    const headers = await netlifyHeaders(site, at);
    for (const line of `${await site.read("/_redirects")}`.trim().split("\n")) {
      const [from = "", to = "", status = ""] = line.split(" ");
      const matched = patternOf(from).exec(at);
      if (!matched) continue;
      const target = to.replace(/:(\w+)/g, (_, name: string) => matched.groups?.[name] ?? "");
      return status === "200"
        ? { status: 200, file: target.slice(site.prefix.length), headers }
        : { status: Number(status), headers: { ...headers, location: target } };
    }
    const served = (await plainFile(site, path, ["index.html"])) ?? notFound;
    return { ...served, headers: { ...headers, ...served.headers } };
  },
};

async function netlifyHeaders(site: Folder, at: string): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const block of `${await site.read("/_headers")}`.trim().split("\n\n")) {
    const [path = "", ...lines] = block.split("\n");
    if (!patternOf(path).test(at)) continue;
    for (const line of lines) {
      const [, name = "", value = ""] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
      const earlier = headers[name.toLowerCase()];
      headers[name.toLowerCase()] = earlier === undefined ? value : `${earlier}, ${value}`;
    }
  }
  return headers;
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.]/g, "\\.")
    .replace(/\*/g, ".*")
    .replace(/:(\w+)/g, "(?<$1>[^/]+)");
  return new RegExp(`^${source}$`);
}

/** Behind a proxy, with the configuration that comes with it. */
export const bareNginx: StaticHost = {
  headers: { server: "nginx/1.28.0" },
  isCompressed: false,
  types: { ...types, ".xml": "text/xml", ".json": "application/octet-stream" },
  async serve(site, path) {
    const served = await plainFile(site, path, ["index.html"]);
    const location = served?.headers?.location;
    if (location) return { ...served, headers: { location: `http://inside:8080${location}` } };
    if (served) return served;
    const isFolder = path.endsWith("/") && (await site.has(path));
    const status = isFolder ? 403 : 404;
    return { status, body: `<html><center><h1>${status}</h1></center></html>` };
  },
};

export type RunningHost = {
  /** Address of the site, with a slash at the end. */
  site: string;
  close(): Promise<void>;
};

/**
 * Serves a built site on a free port, as if it had been built for that address.
 *
 * @param url the address for which it was built
 */
export async function startHost(
  host: StaticHost,
  folder: string,
  url: string,
): Promise<RunningHost> {
  const { origin, pathname } = new URL(url);
  const site = new Folder(folder, pathname.slice(0, -1));
  let own = "";
  const answer = async ({ url: asked = "/" }: IncomingMessage) => {
    const path = new URL(asked, own).pathname;
    const isOnSite = path.startsWith(`${site.prefix}/`);
    const served = isOnSite ? await host.serve(site, path.slice(site.prefix.length)) : notFound;
    const { status, file, headers, body = "" } = served;
    const text = file ? `${await site.read(file)}`.replaceAll(origin, own) : body;
    const content = host.isCompressed ? gzipSync(text) : Buffer.from(text);
    return {
      status,
      content,
      headers: {
        ...host.headers,
        ...(file && { "content-type": host.types[extname(file)] ?? "application/octet-stream" }),
        etag: `"${createHash("sha1").update(text).digest("hex")}"`,
        ...(host.isCompressed && { "content-encoding": "gzip" }),
        ...headers,
      },
    };
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, headers, content }) => response.writeHead(status, headers).end(content),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    site: `${own}${pathname}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
