import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { uploadToNetlify } from "./netlify.ts";

const page = "<p>Same</p>";
const files = { "index.html": page, "jobs/a b/index.html": page, "jobs/feed.xml": "<rss/>" };

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

type Answer = { status?: number; body: unknown };

/** Uploads the files to a server that answers like this, and returns what it was asked. */
async function upload(answer: (request: string, body: string) => Answer) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "site-"));
  await mkdir(join(folder.path, "jobs/a b"), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder.path, file), text);
  const asked: { request: string; body: string; token: string | undefined }[] = [];
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const body = (await buffer(incoming)).toString();
    const request = `${incoming.method} ${incoming.url}`;
    asked.push({ request, body, token: incoming.headers.authorization });
    const { status = 200, body: given } = answer(request, body);
    response.writeHead(status).end(JSON.stringify(given));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const pauses: number[] = [];
  const result = await uploadToNetlify(folder.path, {
    ...{ apiUrl: `http://127.0.0.1:${port}`, site: "board.example.org", token: "secret" },
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  }).catch((error: Error) => error.message);
  server.close();
  server.closeAllConnections();
  return { result, asked, pauses };
}

/** Netlify's answers for a site that lacks the feed. */
function netlify() {
  const states = ["preparing", "prepared", "processing", "ready"];
  const next = () => ({
    id: "d1",
    state: states.shift(),
    required: [sha1(files["jobs/feed.xml"])],
  });
  return (request: string): Answer => ({
    body: request.startsWith("PUT") ? {} : next(),
  });
}

it("uploads only the contents that Netlify does not have, and waits until the site is published", async () => {
  const { result, asked } = await upload(netlify());
  expect(result).toBe(1);
  expect(asked.map(({ request }) => request)).toEqual([
    "POST /sites/board.example.org/deploys",
    "GET /deploys/d1",
    "PUT /deploys/d1/files/jobs/feed.xml",
    "GET /deploys/d1",
    "GET /deploys/d1",
  ]);
  expect(JSON.parse(asked[0]?.body ?? "")).toEqual({
    files: {
      "/index.html": sha1(page),
      "/jobs/a b/index.html": sha1(page),
      "/jobs/feed.xml": sha1("<rss/>"),
    },
    async: true,
  });
  expect(asked[2]?.body).toBe("<rss/>");
  expect(new Set(asked.map(({ token }) => token))).toEqual(new Set(["Bearer secret"]));
});

it("uploads a content once, with the characters of its path escaped", async () => {
  const required = [sha1(page)];
  let state = "prepared";
  const { result, asked } = await upload((request) => {
    if (request.startsWith("PUT")) state = "ready";
    return { body: { id: "d1", state, required } };
  });
  expect(result).toBe(1);
  const puts = asked.filter(({ request }) => request.startsWith("PUT"));
  expect(puts.map(({ request }) => request)).toEqual([
    "PUT /deploys/d1/files/jobs/a%20b/index.html",
  ]);
});

it("tries again, later each time, while Netlify is busy", async () => {
  const answer = netlify();
  const busy = [429, 503, 502];
  const { result, pauses } = await upload((request) => {
    const status = busy.shift();
    return status ? { status, body: {} } : answer(request);
  });
  expect(result).toBe(1);
  expect(pauses.slice(0, 3)).toEqual([1000, 2000, 4000]);
});

it("gives up at once if Netlify refuses, and does not show the token", async () => {
  const { result, asked } = await upload(() => ({ status: 401, body: { message: "Denied" } }));
  expect(result).toMatch(/401.*Denied/);
  expect(result).not.toContain("secret");
  expect(asked).toHaveLength(1);
});

it("fails if Netlify cannot publish the site", async () => {
  const { result } = await upload(() => ({
    body: { id: "d1", state: "error", error_message: "Too many files" },
  }));
  expect(result).toContain("Too many files");
});
