import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { GitHub } from "github-emulator";
import { startGitHub } from "github-emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignInSettings } from "../src/services/sign-in/handler.ts";
import { signInHandler } from "../src/services/sign-in/handler.ts";
import { openPage } from "./browser.ts";
import { runScript } from "./run-script.ts";

const app = { clientId: "board", clientSecret: "hush" };

let folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
let github: GitHub;

beforeAll(async () => {
  folder = await mkdtempDisposable(join(tmpdir(), "sign-in-"));
  github = await startGitHub({ directory: folder.path, oauth: app });
  github.addUser({ login: "anna" });
});

afterAll(async () => {
  await github.stop();
  await folder.remove();
});

function settingsWith(changes: Partial<SignInSettings> = {}): SignInSettings {
  return {
    ...app,
    url: "http://127.0.0.1:4321/auth",
    siteOrigin: "https://jobs.example.org",
    serverUrl: github.origin,
    ...changes,
  };
}

/** Signs in up to GitHub's response. Returns the redirect and the cookie. */
async function upToGitHub(settings: SignInSettings) {
  const begun = await signInHandler(settings)(new Request(settings.url));
  const authorize = new URL(begun.headers.get("location") ?? "");
  const [cookie = ""] = (begun.headers.get("set-cookie") ?? "").split(";");
  const chosen = await fetch(authorize, {
    method: "POST",
    body: new URLSearchParams({ login: "anna" }),
    redirect: "manual",
  });
  return { begun, authorize, cookie, back: chosen.headers.get("location") ?? "" };
}

async function finish(settings: SignInSettings, back: string, cookie: string) {
  const request = new Request(back, { headers: { cookie } });
  const response = await signInHandler(settings)(request);
  return { response, text: await response.text() };
}

describe("signing in", () => {
  it("requests only write access to public repositories, with a state and a challenge", async () => {
    const { authorize, begun } = await upToGitHub(settingsWith());
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      client_id: "board",
      scope: "public_repo",
      redirect_uri: "http://127.0.0.1:4321/auth/callback",
      code_challenge_method: "S256",
    });
    expect(authorize.searchParams.get("state")).toMatch(/^[\w-]{30,}$/);
    expect(begun.headers.get("set-cookie")).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  it("sets a secure cookie on an encrypted connection", async () => {
    const settings = settingsWith({ url: "https://sign-in.example.org/auth" });
    const begun = await signInHandler(settings)(new Request(settings.url));
    expect(begun.headers.get("set-cookie")).toMatch(/; Path=\/auth\/callback; .*; Secure$/);
  });

  it("ends with a token, on a page that is not cached, and deletes the cookie", async () => {
    const settings = settingsWith();
    const { back, cookie } = await upToGitHub(settings);
    const { response, text } = await finish(settings, back, cookie);
    expect(response.status).toBe(200);
    const token = /token\\":\\"(\w+)/.exec(text)?.[1];
    const user = await fetch(`${github.apiUrl}/user`, {
      headers: { authorization: `token ${token}` },
    });
    expect(await user.json()).toMatchObject({ login: "anna" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("set-cookie")).toContain("Max-Age=0");
  });

  it.each([
    ["with a forged state", (back: string) => back.replace(/state=[^&]+/, "state=forged")],
    ["without a state", (back: string) => back.replace(/&?state=[^&]+/, "")],
    ["with a made-up code", (back: string) => back.replace(/code=[^&]+/, "code=1234")],
  ])("gives no token %s", async (_, forge) => {
    const settings = settingsWith();
    const { back, cookie } = await upToGitHub(settings);
    const { response, text } = await finish(settings, forge(back), cookie);
    expect(response.status).toBe(400);
    expect(text).toContain("authorization:github:error:");
    expect(text).toContain("GitHub did not confirm the sign-in.");
  });

  it("gives no token to a browser that has not started, or has already finished", async () => {
    const settings = settingsWith();
    const { back } = await upToGitHub(settings);
    const { response, text } = await finish(settings, back, "");
    expect(response.status).toBe(400);
    expect(text).toContain("Please sign in again.");
  });

  it("gives no token for a code that was used before, or belongs to another browser", async () => {
    const settings = settingsWith();
    const { back, cookie } = await upToGitHub(settings);
    const other = await upToGitHub(settings);
    expect((await finish(settings, other.back, cookie)).response.status).toBe(400);
    expect((await finish(settings, back, cookie)).response.status).toBe(200);
    expect((await finish(settings, back, cookie)).response.status).toBe(400);
  });

  it("says that nothing was changed if somebody denies access", async () => {
    const settings = settingsWith();
    const { authorize, cookie } = await upToGitHub(settings);
    const state = authorize.searchParams.get("state");
    const back = `${settings.url}/callback?error=access_denied&state=${state}`;
    expect((await finish(settings, back, cookie)).text).toContain("nothing was changed");
  });

  it("says that GitHub cannot be reached, without the secret", async () => {
    const settings = settingsWith();
    const { back, cookie } = await upToGitHub(settings);
    const down = { ...settings, serverUrl: "http://127.0.0.1:9" };
    const { text } = await finish(down, back, cookie);
    expect(text).toContain("GitHub can’t be reached");
    expect(text).not.toContain(app.clientSecret);
  });

  it("responds to nothing else", async () => {
    const handle = signInHandler(settingsWith());
    expect((await handle(new Request("http://127.0.0.1:4321/"))).status).toBe(404);
    expect(
      (await handle(new Request("http://127.0.0.1:4321/auth", { method: "POST" }))).status,
    ).toBe(405);
  });
});

/** Listens on a separate port. */
async function listen(handle: (request: Request) => Promise<Response>) {
  const server = serve({ fetch: handle, port: 0, hostname: "127.0.0.1" });
  if (!server.listening) await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe("the sign-in window", () => {
  const opener = `<!doctype html><title>Opener</title><p id="heard"></p><script>
    addEventListener("message", ({ origin, source, data }) => {
      document.getElementById("heard").textContent += data + "\\n";
      if (data === "authorizing:github") source.postMessage(data, origin);
    });
  </script>`;
  const page = async () => new Response(opener, { headers: { "content-type": "text/html" } });
  let site: Awaited<ReturnType<typeof listen>>;
  let other: Awaited<ReturnType<typeof listen>>;
  let service: Awaited<ReturnType<typeof listen>>;

  beforeAll(async () => {
    [site, other] = await Promise.all([listen(page), listen(page)]);
    let handle = (_: Request) => Promise.resolve(new Response());
    service = await listen((request) => handle(request));
    handle = signInHandler(
      settingsWith({ url: `${service.origin}/auth`, siteOrigin: site.origin }),
    );
  });

  afterAll(() => {
    for (const server of [site, other, service]) server.close();
  });

  async function signInFrom(origin: string) {
    const board = await openPage();
    await board.goto(origin);
    const [popup] = await Promise.all([
      board.waitForEvent("popup"),
      board.evaluate((url) => {
        open(url, "sign-in", "width=600,height=600");
      }, `${service.origin}/auth`),
    ]);
    await popup.getByRole("button", { name: /anna/ }).click();
    await popup.getByText("You are signed in.").waitFor();
    return board;
  }

  it("passes the token to the board that opened it", async () => {
    const board = await signInFrom(site.origin);
    await board.getByText("authorization:github:success:").waitFor();
  });

  it("sends nothing to another site that opened it", async () => {
    const board = await signInFrom(other.origin);
    // Whatever the window sends arrives before the response to our own message.
    await board.evaluate(
      () =>
        new Promise<void>((settle) => {
          addEventListener("message", ({ data }) => data === "last" && settle());
          postMessage("last", "*");
        }),
    );
    expect(await board.locator("#heard").textContent()).toBe("last\n");
  });
});

describe("the command", () => {
  it("says what is missing, and where to get it", async () => {
    const variables = { SIGN_IN_CLIENT_ID: undefined, SIGN_IN_URL: undefined };
    const { code, stderr } = await runScript("sign-in", [], { variables });
    expect(code).toBe(1);
    expect(stderr).toContain("SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET");
    expect(stderr).toContain("docs/launching.md");
  });
});
