import { once } from "node:events";
import { mkdtempDisposable, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../src/services/chromium.ts";
import { openPage, watchPage } from "./browser.ts";

const pages: Record<string, string> = {
  "/sound": `<script src="/sound.js"></script><h1>Sound</h1>`,
  "/sound.js": `document.title = "Sound";`,
  "/inline": `<script>document.title = "Inline";</script>`,
  "/eval": `<script src="/eval.js"></script>`,
  "/eval.js": `try { eval("1"); } catch {}`,
  "/error": `<script src="/error.js"></script>`,
  "/error.js": `console.error("something is wrong");`,
  "/throw": `<script src="/throw.js"></script>`,
  "/throw.js": `throw new Error("nobody catches me");`,
  "/reject": `<script src="/reject.js"></script>`,
  "/reject.js": `Promise.reject(new Error("nobody waits for me"));`,
  "/beyond": `<img src="https://example.com/beyond.png" alt="">`,
  "/popup": `<a href="/throw" target="_blank">Open</a>`,
  "/socket": `<script src="/socket.js"></script>`,
  "/socket.js": `new WebSocket("wss://example.com/socket");`,
};

let server: Server;
let baseURL: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/away") {
      response.writeHead(302, { location: "https://example.com/away" }).end();
      return;
    }
    const text = pages[request.url ?? ""];
    response
      .writeHead(text === undefined ? 404 : 200, {
        "content-type": request.url?.endsWith(".js") ? "text/javascript" : "text/html",
        "content-security-policy":
          "default-src 'none'; script-src 'self'; img-src https:; connect-src wss:",
      })
      .end(text ?? "Not found");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server?.close();
});

describe("a page that a test opens", () => {
  it("can run its own scripts", async () => {
    const page = await openPage({ baseURL });
    await page.goto("/sound");
    expect(await page.title()).toBe("Sound");
  });

  it.fails("fails the test by breaking its security policy", async () => {
    const page = await openPage({ baseURL });
    await page.goto("/inline");
  });

  it("may have an error that the test expects", async () => {
    const page = await openPage({ baseURL, allow: [/404 \(Not Found\)/] });
    expect((await page.goto("/nowhere"))?.status()).toBe(404);
  });
});

describe("an error of a page", () => {
  it.each([
    ["/inline", /^policy: script-src-elem refused inline/],
    ["/eval", /^policy: script-src refused eval/],
    ["/error", /^console: something is wrong/],
    ["/throw", /^uncaught: Error: nobody catches me/],
    ["/reject", /^uncaught: Error: nobody waits for me/],
    ["/nowhere", /^console: Failed to load resource.*404/],
    ["/beyond", /^request: https:\/\/example\.com\/beyond\.png is beyond this machine/],
    ["/socket", /^request: wss:\/\/example\.com\/socket is beyond this machine/],
  ])("on %s is reported", async (path, fault) => {
    const { page, faults } = await watchPage({ baseURL });
    await page.goto(path);
    await expect.poll(() => faults).toContainEqual(expect.stringMatching(fault));
    await page.context().close();
  });

  it("is reported when a redirect leads to another machine, which it does not reach", async () => {
    const { page, faults } = await watchPage({ baseURL });
    await expect(page.goto("/away")).rejects.toThrow("ERR_NAME_NOT_RESOLVED");
    expect(faults).toContainEqual(expect.stringMatching(/example\.com\/away, a redirect/));
    await page.context().close();
  });

  it("is reported in a page that the first one opened", async () => {
    const { page, faults } = await watchPage({ baseURL });
    await page.goto("/popup");
    await page.getByText("Open").click();
    await expect.poll(() => faults).toContainEqual(expect.stringMatching(/nobody catches me/));
    await page.context().close();
  });
});

describe("the browser of the tests", () => {
  it("is the one that CHROMIUM_PATH names", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "chromium-"));
    const program = join(folder.path, "mine");
    await writeFile(program, "", { mode: 0o755 });
    expect(await findChromium({ CHROMIUM_PATH: program })).toEqual({
      executablePath: program,
      env: {},
    });
    await rm(program);
    await expect(findChromium({ CHROMIUM_PATH: program })).rejects.toThrow("is not a program");
  });

  // A program for Linux on x64.
  it.runIf(process.platform === "linux" && process.arch === "x64")(
    "is the bundled one if none is installed, and can show text",
    async () => {
      const { executablePath, env } = await findChromium({ PATH: "" });
      const packed = await chromium.launch({ executablePath, env: { ...process.env, ...env } });
      const page = await packed.newPage();
      await page.setContent("<span>Text</span>");
      const box = await page.getByText("Text").boundingBox();
      await packed.close();
      expect(executablePath).toContain("node_modules/.cache");
      // Without any font, it is 0.
      expect(box?.width).toBeGreaterThan(10);
    },
  );
});
