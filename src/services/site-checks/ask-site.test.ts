import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../board/days.ts";
import { askSite, visitSite } from "./ask-site.ts";

const limits = { request: 2000, body: 100_000, silences: 3 };

let respond: RequestListener;
let asked: string[];
let origin: string;

const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  respond(request, response);
});

beforeEach(async () => {
  asked = [];
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The server has no port.");
  origin = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

describe("a request", () => {
  it("names the program, and counts bytes as they came", async () => {
    const text = "a page ".repeat(1000);
    let agent: string | undefined;
    respond = ({ headers }, response) => {
      agent = headers["user-agent"];
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.writeHead(404, { "content-encoding": "gzip" }).end(gzipSync(text));
    };
    expect(await askSite(`${origin}/page`, limits)).toMatchObject({
      ...{ status: 404, text, bytes: gzipSync(text).length },
      headers: { "content-encoding": "gzip", "set-cookie": "a=1, b=2" },
    });
    expect(agent).toMatch(/^job-board-doctor /);
  });

  it("does not follow redirects", async () => {
    respond = (_, response) => response.writeHead(301, { location: "/elsewhere" }).end();
    expect(await askSite(`${origin}/`, limits)).toMatchObject({
      ...{ status: 301, headers: { location: "/elsewhere" } },
    });
    expect(asked).toEqual(["GET /"]);
  });

  it.each<[string, RequestListener]>([
    ["a large body", (_, response) => response.end(Buffer.alloc(100_001))],
    [
      "a body that grows when it is decompressed",
      (_, response) =>
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(10 ** 7))),
    ],
  ])("does not read %s", async (_, listener) => {
    respond = listener;
    expect(await askSite(`${origin}/`, limits)).toEqual({ failure: "too-large" });
  });

  it.each<[string, RequestListener]>([
    ["response", () => undefined],
    ["end of the body", (_, response) => void response.write("a")],
  ])("does not wait for ever for the %s", async (_, listener) => {
    respond = listener;
    const reply = await askSite(`${origin}/`, { ...limits, request: 100 });
    expect(reply).toEqual({ failure: "no-answer" });
  });

  it("survives a broken response", async () => {
    respond = (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("text");
    expect(await askSite(`${origin}/`, limits)).toHaveProperty("failure");
    respond = ({ socket }) => socket.end("SSH-2.0-x\r\n");
    expect(await askSite(`${origin}/`, limits)).toEqual({ failure: "broken-answer" });
  });
});

describe("a visit", () => {
  const start = () => ({ site: `${origin}/`, now: instantOf("2026-11-22T12:00:00Z") });

  it("ends with the list if there is none", async () => {
    respond = (_, response) => response.writeHead(404).end();
    await visitSite(start(), limits);
    expect(asked).toEqual(["GET /jobs/"]);
  });

  it("gives up on a server that has become silent", async () => {
    respond = ({ url }, response) => void (url === "/jobs/" && response.end("a list"));
    const { replies } = await visitSite(start(), { ...limits, request: 100 });
    expect(asked).toHaveLength(4);
    expect([...replies.values()].slice(1)).toEqual(
      Array.from({ length: replies.size - 1 }, () => ({ failure: "no-answer" })),
    );
  });
});
