/**
 * The OAuth web application flow.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { html } from "hono/html";
import { isObject } from "./api/call.ts";
import { addUserToken } from "./authentication.ts";
import type { Core } from "./core.ts";
import type { User } from "./state.ts";

export const authorizePath = "/login/oauth/authorize";
export const tokenPath = "/login/oauth/access_token";

/** The OAuth app. Without one, any app may sign people in. */
export type OAuthApp = { clientId: string; clientSecret: string };

type Grant = {
  login: string;
  scopes: readonly string[];
  clientId: string;
  redirectUri: string;
  challenge: string | undefined;
  until: number;
};

const codeMilliseconds = 10 * 60_000;

/** Codes are only sent to this machine. */
const localHosts = ["127.0.0.1", "localhost", "[::1]"];

export class OAuth {
  readonly #core: Core;
  readonly #app: OAuthApp | undefined;
  readonly #grants = new Map<string, Grant>();

  constructor(core: Core, app: OAuthApp | undefined) {
    this.#core = core;
    this.#app = app;
  }

  /** Shows the accounts, and redirects back with a code once one is chosen. */
  async authorize(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const grantRequest = this.#readGrantRequest(searchParams);
    if (typeof grantRequest === "string") return new Response(`${grantRequest}\n`, { status: 400 });
    if (request.method !== "POST") return this.#page(searchParams);
    const form = await request.formData();
    const user = this.#core.store.user(String(form.get("login") ?? ""));
    if (user?.type !== "User") return this.#page(searchParams);
    const code = randomBytes(10).toString("hex");
    const until = this.#core.clock.now().getTime() + codeMilliseconds;
    this.#grants.set(code, { ...grantRequest, login: user.login, until });
    const target = new URL(grantRequest.redirectUri);
    target.searchParams.set("code", code);
    const state = searchParams.get("state");
    if (state !== null) target.searchParams.set("state", state);
    return new Response(null, { status: 302, headers: { location: target.href } });
  }

  /** Exchanges a code for a token, once. Errors have status 200, as at GitHub. */
  async token(request: Request): Promise<Response> {
    if (request.method !== "POST") return new Response("Not Found\n", { status: 404 });
    const fields = await readFields(request);
    const answer = this.#exchange(fields);
    const type = request.headers.get("accept") ?? "";
    if (type.includes("json")) return Response.json(answer);
    return new Response(new URLSearchParams(answer).toString(), {
      headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    });
  }

  #readGrantRequest(query: URLSearchParams): Omit<Grant, "login" | "until"> | string {
    const clientId = query.get("client_id") ?? "";
    if (!clientId || (this.#app && this.#app.clientId !== clientId)) {
      return "The client_id does not belong to the emulator’s OAuth app.";
    }
    const redirectUri = query.get("redirect_uri") ?? "";
    if (!URL.canParse(redirectUri)) return "The redirect_uri is missing or not a URL.";
    if (!localHosts.includes(new URL(redirectUri).hostname)) {
      return "The redirect_uri must be on this machine, because the emulator sends codes nowhere else.";
    }
    const challenge = query.get("code_challenge") ?? undefined;
    if (challenge !== undefined && query.get("code_challenge_method") !== "S256") {
      return "The code_challenge_method must be S256.";
    }
    const scopes = (query.get("scope") ?? "").split(/[\s,]+/).filter(Boolean);
    return { clientId, redirectUri, challenge, scopes };
  }

  #page(query: URLSearchParams): Response {
    const people = this.#core.store.state.users.filter(({ type }) => type === "User");
    return new Response(String(signInPage(people, `${authorizePath}?${query}`)), {
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  }

  #exchange(fields: URLSearchParams): Record<string, string> {
    const code = fields.get("code") ?? "";
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    if (!this.#isApp(fields, grant)) {
      return failure(
        "incorrect_client_credentials",
        "The client_id and/or client_secret passed are incorrect.",
      );
    }
    const redirectUri = fields.get("redirect_uri");
    if (grant && redirectUri && redirectUri !== grant.redirectUri) {
      return failure(
        "redirect_uri_mismatch",
        "The redirect_uri MUST match the registered callback URL for this application.",
      );
    }
    const isGood =
      grant &&
      this.#core.clock.now().getTime() < grant.until &&
      answersChallenge(fields.get("code_verifier"), grant.challenge);
    if (!isGood)
      return failure("bad_verification_code", "The code passed is incorrect or expired.");
    return {
      access_token: addUserToken(this.#core.store, grant.login, grant.scopes),
      token_type: "bearer",
      scope: grant.scopes.join(","),
    };
  }

  #isApp(fields: URLSearchParams, grant: Grant | undefined): boolean {
    const clientId = fields.get("client_id") ?? "";
    const secret = fields.get("client_secret") ?? "";
    if (!clientId || !secret || (grant && grant.clientId !== clientId)) return false;
    return (
      !this.#app || (this.#app.clientId === clientId && isSame(this.#app.clientSecret, secret))
    );
  }
}

/** A form or JSON. */
async function readFields(request: Request): Promise<URLSearchParams> {
  const text = await request.text();
  if (!request.headers.get("content-type")?.includes("json")) return new URLSearchParams(text);
  const value: unknown = JSON.parse(text);
  const entries = isObject(value) ? Object.entries(value) : [];
  return new URLSearchParams(entries.map(([key, field]): [string, string] => [key, String(field)]));
}

function answersChallenge(verifier: string | null, challenge: string | undefined): boolean {
  if (challenge === undefined) return true;
  return (
    createHash("sha256")
      .update(verifier ?? "")
      .digest("base64url") === challenge
  );
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}

function failure(error: string, description: string): Record<string, string> {
  return {
    error,
    error_description: description,
    error_uri:
      "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors",
  };
}

/** A form with one button per account, which posts to `action`. */
function signInPage(people: readonly User[], action: string) {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in to the GitHub emulator</title>
<h1>Sign in to the GitHub emulator</h1>
<p>This is not GitHub. Choose an account; no password is needed.</p>
<form method="post" action="${action}">
${people.map(
  ({ login, name }) =>
    html`<p><button name="login" value="${login}">${name ? `${name} (${login})` : login}</button></p>\n`,
)}
</form>
</html>
`;
}
