import { createHash } from "node:crypto";
import { Octokit } from "@octokit/rest";
import { describe, expect, it } from "vitest";
import type { GitHub } from "./github.ts";
import { startEmulator } from "./test-emulator.ts";

const app = { client_id: "app", client_secret: "secret" };
const callback = "http://127.0.0.1:9/callback";

/** Signs in as somebody, and returns the URL that the browser is redirected to. */
async function authorize(
  { origin }: GitHub,
  more: Readonly<Record<string, string>> = {},
  login = "sam",
): Promise<URL> {
  const query = new URLSearchParams({
    client_id: app.client_id,
    redirect_uri: callback,
    scope: "public_repo",
    state: "a b",
    ...more,
  });
  const response = await fetch(`${origin}/login/oauth/authorize?${query}`, {
    method: "POST",
    body: new URLSearchParams({ login }),
    redirect: "manual",
  });
  return new URL(response.headers.get("location") ?? `about:${await response.text()}`);
}

async function exchange(
  { origin }: GitHub,
  fields: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const response = await fetch(`${origin}/login/oauth/access_token`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ ...app, ...fields }),
  });
  return JSON.parse(await response.text());
}

const badCode = { error: "bad_verification_code" };

describe("signing in", () => {
  it("offers the existing people, without bots and organizations", async () => {
    await using emulator = await startEmulator();
    emulator.github.addUser({ login: "eve", name: '"><script>' });
    const query = new URLSearchParams({ client_id: "app", redirect_uri: callback });
    const response = await fetch(`${emulator.github.origin}/login/oauth/authorize?${query}`);
    const html = await response.text();
    expect([...html.matchAll(/value="([^"]+)"/g)].map(([, login]) => login)).toEqual([
      "sam",
      "rita",
      "rob",
      "ada",
      "eve",
    ]);
    expect(html).not.toContain("<script>");
  });

  it("redirects with a code and the state, and returns a token with the requested scope", async () => {
    await using emulator = await startEmulator();
    const target = await authorize(emulator.github);
    expect(target.origin + target.pathname).toBe(callback);
    expect(target.searchParams.get("state")).toBe("a b");
    const code = target.searchParams.get("code") ?? "";
    const answer = await exchange(emulator.github, { code, redirect_uri: callback });
    expect(answer).toMatchObject({ token_type: "bearer", scope: "public_repo" });
    const octokit = new Octokit({ baseUrl: emulator.github.apiUrl, auth: answer.access_token });
    const { data, headers } = await octokit.rest.users.getAuthenticated();
    expect([data.login, headers["x-oauth-scopes"]]).toEqual(["sam", "public_repo"]);
  });

  it("accepts and returns form data unless JSON is requested", async () => {
    await using emulator = await startEmulator();
    const code = (await authorize(emulator.github)).searchParams.get("code") ?? "";
    const response = await fetch(`${emulator.github.origin}/login/oauth/access_token`, {
      method: "POST",
      body: new URLSearchParams({ ...app, code }),
    });
    expect(await response.text()).toMatch(/^access_token=gho_\w+&token_type=bearer/);
  });

  it("rejects a code that is forged, used or expired", async () => {
    await using emulator = await startEmulator();
    const { github } = emulator;
    expect(await exchange(github, { code: "forged" })).toMatchObject(badCode);
    const used = (await authorize(github)).searchParams.get("code") ?? "";
    expect(await exchange(github, { code: used })).toHaveProperty("access_token");
    expect(await exchange(github, { code: used })).toMatchObject(badCode);
    const old = (await authorize(github)).searchParams.get("code") ?? "";
    github.clock.advance(600_000);
    expect(await exchange(github, { code: old })).toMatchObject(badCode);
  });

  it("rejects other apps, and requires the secret if there is one", async () => {
    const oauth = { clientId: "app", clientSecret: "secret" };
    await using emulator = await startEmulator({ oauth });
    const code = async () => (await authorize(emulator.github)).searchParams.get("code") ?? "";
    const refused = { error: "incorrect_client_credentials" };
    expect(
      await exchange(emulator.github, { code: await code(), client_secret: "guessed" }),
    ).toMatchObject(refused);
    expect(
      await exchange(emulator.github, { code: await code(), client_id: "other" }),
    ).toMatchObject(refused);
    expect((await authorize(emulator.github, { client_id: "other" })).href).toContain("client_id");
    expect(await exchange(emulator.github, { code: await code() })).toHaveProperty("access_token");
  });

  it("requires the verifier if there was a challenge", async () => {
    await using emulator = await startEmulator();
    const challenge = createHash("sha256").update("right").digest("base64url");
    const begin = { code_challenge: challenge, code_challenge_method: "S256" };
    const code = async () =>
      (await authorize(emulator.github, begin)).searchParams.get("code") ?? "";
    expect(await exchange(emulator.github, { code: await code() })).toMatchObject(badCode);
    expect(
      await exchange(emulator.github, { code: await code(), code_verifier: "wrong" }),
    ).toMatchObject(badCode);
    expect(
      await exchange(emulator.github, { code: await code(), code_verifier: "right" }),
    ).toHaveProperty("access_token");
  });

  it("sends codes only to this machine", async () => {
    await using emulator = await startEmulator();
    const target = await authorize(emulator.github, { redirect_uri: "https://example.com/" });
    expect(target.href).toContain("must be on this machine");
  });
});
