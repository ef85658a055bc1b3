import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../board/listing/links.ts";
import type { Patience } from "./check-link.ts";
import { checkLinks } from "./check-links.ts";
import type { Network } from "./public-network.ts";

/** How the server of the hosts below responds to each path. */
type Page = (request: IncomingMessage, response: ServerResponse) => void;

const pages = new Map<string, Page>();
/** `HEAD /path`, in order. */
let asked: string[] = [];
let secret: string[] = [];
let names: Record<string, string[]> = {};
let looked: string[] = [];

const server = createServer((request, response) => {
  const path = request.url ?? "";
  asked.push(`${request.method} ${path}`);
  const page = pages.get(path);
  if (page) page(request, response);
  else response.writeHead(404).end();
});

/** A server on this machine that no link may reach. */
const inner = createServer((request, response) => {
  secret.push(request.url ?? "");
  response.end("secret");
});

let port = 0;
let innerPort = 0;

const impatient: Patience = { request: 2000, link: 10_000, pause: 1, longestPause: 2 };

/** A public internet that consists of this one server. */
const network: Network = {
  resolve(host) {
    looked.push(host);
    const found = names[host];
    if (!found) return Promise.reject(Object.assign(new Error(host), { code: "ENOTFOUND" }));
    return Promise.resolve(
      found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  },
  permits: (address, wanted) => address === "127.0.0.1" && wanted === port,
};

beforeEach(async () => {
  pages.clear();
  asked = [];
  secret = [];
  looked = [];
  names = { "jobs.example.com": ["127.0.0.1"] };
  port = await listen(server);
  innerPort = await listen(inner);
});

afterEach(async () => {
  for (const one of [server, inner]) {
    one.closeAllConnections();
    one.close();
    await once(one, "close");
  }
  expect(secret).toEqual([]);
});

async function listen(one: typeof server): Promise<number> {
  one.listen(0, "127.0.0.1");
  await once(one, "listening");
  return portOf(one.address());
}

function portOf(address: ReturnType<typeof server.address>): number {
  if (!address || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

function at(path: string, host = "jobs.example.com"): string {
  return `http://${host}:${port}${path}`;
}

async function answerOf(url: string): Promise<Answer | undefined> {
  const [result] = await checkLinks([{ slug: "post", url }], network, impatient);
  return result?.answer;
}

function status(code: number, headers = {}): Page {
  return (_, response) => response.writeHead(code, headers).end();
}

/** Headers allow no other characters. Browsers decode them. */
function inHeader(address: string): string {
  return address.replace(/[^\x20-\x7e]+/g, encodeURIComponent);
}

describe("a working link", () => {
  it("is requested once, by HEAD", async () => {
    pages.set("/job", status(200));
    expect(await answerOf(at("/job"))).toEqual({ status: 200 });
    expect(asked).toEqual(["HEAD /job"]);
  });

  it.each([405, 403, 404, 501])(
    "is requested by GET if the response to HEAD is %i",
    async (refusal) => {
      pages.set("/job", ({ method }, response) =>
        response.writeHead(method === "HEAD" ? refusal : 200).end("a page"),
      );
      expect(await answerOf(at("/job"))).toEqual({ status: 200 });
      expect(asked.at(-1)).toBe("GET /job");
    },
  );

  it("is requested by GET if the connection is closed on HEAD", async () => {
    pages.set("/job", ({ method, socket }, response) =>
      method === "HEAD" ? socket.destroy() : response.end(),
    );
    expect(await answerOf(at("/job"))).toEqual({ status: 200 });
  });

  it("is followed through all kinds of redirects", async () => {
    pages.set("/job", status(301, { location: "/moved/" }));
    pages.set("/moved/", status(302, { location: "here?a=1" }));
    pages.set("/moved/here?a=1", status(308, { location: `//jobs.example.com:${port}/end` }));
    pages.set("/end", status(204));
    expect(await answerOf(at("/job"))).toEqual({ status: 204 });
  });

  it("is not downloaded, however large the page is", async () => {
    let sent = 0;
    const chunk = Buffer.alloc(64 * 1024);
    const closed = new Promise((resolve) => {
      pages.set("/job", ({ method }, response) => {
        if (method === "HEAD") return response.writeHead(405).end();
        const send = (): void => {
          while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        };
        response.on("drain", send).on("close", resolve).writeHead(200);
        return send();
      });
    });
    expect(await answerOf(at("/job"))).toEqual({ status: 200 });
    // It only stops when the client disconnects.
    await closed;
    expect(sent).toBeLessThan(16 * 2 ** 20);
  });
});

describe("a broken link", () => {
  it.each([404, 410, 401, 403, 451, 999])("has status %i", async (code) => {
    pages.set("/job", status(code));
    expect(await answerOf(at("/job"))).toEqual({ status: code });
  });

  it.each([429, 500, 503])("is requested again if the host is busy: %i", async (code) => {
    let times = 0;
    pages.set("/job", (_, response) => {
      times += 1;
      // Far longer than the timeout.
      response.writeHead(code, { "retry-after": "86400" }).end();
    });
    expect(await answerOf(at("/job"))).toEqual({ status: code });
    expect(times).toBe(code === 429 ? 2 : 4);
    pages.set("/job", (_, response) => {
      times += 1;
      response.writeHead(times % 2 === 1 && code === 429 ? 429 : 200).end();
    });
    expect(await answerOf(at("/job"))).toEqual({ status: 200 });
  });

  it("names a host that does not exist", async () => {
    expect(await answerOf(at("/", "gone.example.com"))).toEqual({ failure: "no-such-name" });
    names["empty.example.com"] = [];
    expect(await answerOf(at("/", "empty.example.com"))).toEqual({ failure: "no-such-name" });
  });

  it("redirects in circles", async () => {
    pages.set("/a", status(302, { location: "/b" }));
    pages.set("/b", status(302, { location: "/a" }));
    expect(await answerOf(at("/a"))).toEqual({ failure: "too-many-redirects" });
    expect(asked.length).toBeLessThan(10);
  });

  it.each([{}, { location: "http://" }])("redirects to no address: %j", async (headers) => {
    pages.set("/job", status(302, headers));
    expect(await answerOf(at("/job"))).toEqual({ failure: "broken-answer" });
  });

  it("gets no response", async () => {
    pages.set("/job", () => undefined);
    expect(await answerOf(at("/job"))).toEqual({ failure: "no-answer" });
  });

  it("is one of many at a silent host, which is then skipped", async () => {
    const links = Array.from({ length: 12 }, (_, index) => {
      pages.set(`/${index}`, () => undefined);
      return { slug: `post-${index}`, url: at(`/${index}`) };
    });
    const results = await checkLinks(links, network, { ...impatient, request: 100 });
    expect(results.map(({ answer }) => answer)).toEqual(
      links.map(() => ({ failure: "no-answer" })),
    );
    expect(asked).toHaveLength(3);
  });

  it("has headers that are too long", async () => {
    pages.set("/job", status(200, { "x-long": "a".repeat(20_000) }));
    expect(await answerOf(at("/job"))).toEqual({ failure: "broken-answer" });
  });

  it.each([
    "SSH-2.0-x\r\n",
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
  ])("does not lead to a web server: %j", async (words) => {
    const odd = createTcpServer((socket) =>
      socket
        .on("error", () => undefined)
        .resume()
        .write(words),
    );
    odd.listen(0, "127.0.0.1");
    await once(odd, "listening");
    const usual = port;
    port = portOf(odd.address());
    try {
      expect(await answerOf(at("/"))).toEqual({ failure: "broken-answer" });
    } finally {
      odd.close();
      await once(odd, "close");
    }
    expect(await answerOf(at("/"))).toEqual({ failure: "no-connection" });
    port = usual;
  });
});

describe("a link to a private network", () => {
  const target = () => [
    `http://127.0.0.1:${innerPort}/`,
    `http://jobs.example.com:${innerPort}/`,
    ...["0x7f.1", "2130706433", "0177.0.0.1", "①②⑦.0.0.1", "[::1]", "[::ffff:127.0.0.1]"].map(
      (host) => `http://${host}:${innerPort}/`,
    ),
    `http://localhost:${innerPort}/`,
    `http://inner.example.com:${innerPort}/`,
    `http://user:word@jobs.example.com:${port}/end`,
    "file:///etc/passwd",
    "ftp://jobs.example.com/",
    "javascript:alert(1)",
  ];

  it("is not followed, directly or after a redirect", async () => {
    names["inner.example.com"] = ["127.0.0.1"];
    for (const location of target()) {
      pages.set("/job", status(302, { location: inHeader(location) }));
      expect([location, await answerOf(location)]).toEqual([location, { failure: "not-public" }]);
      expect([location, await answerOf(at("/job"))]).toEqual([location, { failure: "not-public" }]);
    }
    expect(asked).toEqual(target().map(() => "HEAD /job"));
  });

  it.each([[["10.0.0.1"]], [["127.0.0.1", "10.0.0.1"]], [["127.0.0.1", "::ffff:7f00:1"]]])(
    "is not requested if its host has a private address: %j",
    async (addresses) => {
      names["mixed.example.com"] = addresses;
      pages.set("/job", status(200));
      expect(await answerOf(at("/job", "mixed.example.com"))).toEqual({ failure: "not-public" });
      expect(asked).toEqual([]);
    },
  );

  it("cannot change its address between the check and the request", async () => {
    pages.set("/job", (_, response) => {
      // From now on the name resolves to a private address.
      names["jobs.example.com"] = ["10.0.0.1"];
      response.writeHead(302, { location: "/again" }).end();
    });
    expect(await answerOf(at("/job"))).toEqual({ failure: "not-public" });
    // One lookup per request: the one that was checked.
    expect(looked).toEqual(["jobs.example.com", "jobs.example.com"]);
    expect(asked).toEqual(["HEAD /job"]);
  });
});

describe("many links", () => {
  it("have results in their order, and each address is requested once", async () => {
    const links = Array.from({ length: 20 }, (_, index) => {
      pages.set(`/${index % 10}`, status(200 + (index % 10)));
      return { slug: `post-${index}`, url: at(`/${index % 10}`) };
    });
    const results = await checkLinks(links, network, impatient);
    expect(results).toEqual(
      links.map(({ slug }, index) => ({ slug, answer: { status: 200 + (index % 10) } })),
    );
    expect(asked).toHaveLength(10);
  });
});
