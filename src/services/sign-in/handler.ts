/**
 * The sign-in service for the editor: the only server that a board may have. It stores and logs nothing, and
 * passes the token only to the board's own pages.
 *
 * The editor opens `start` in a window, which redirects to GitHub. GitHub redirects to `callback`, and the page
 * there passes the token to the editor by Decap's handshake:
 * https://decapcms.org/docs/backends-overview/#popup-window
 */
import type { AuthorizationServer, Client, ClientAuth } from "oauth4webapi";
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from "oauth4webapi";
import * as words from "#words/sign-in.ts";
import type { Outcome } from "./hand-over-page.ts";
import { handOverPage } from "./hand-over-page.ts";

export type SignInSettings = {
  /** Of the OAuth app registered on GitHub. */
  clientId: string;
  clientSecret: string;
  /** Full URL of this service's start page, which the editor opens. */
  url: string;
  /** Origin of the board's site. No other page gets a token. */
  siteOrigin: string;
  /** Origin of GitHub's pages. */
  serverUrl: string;
};

/** Write access to public repositories: the smallest scope that allows forking the board and proposing a post. */
const scope = "public_repo";

/** Seconds to complete GitHub's pages. */
const patience = 10 * 60;

/** The service as a function from request to response, for Node and worker platforms. */
export function signInHandler(settings: SignInSettings): (request: Request) => Promise<Response> {
  const start = new URL(settings.url);
  const callback = new URL("callback", withSlash(start));
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET") return plain(405, words.onlyGet);
    if (pathname === start.pathname) return await begin(settings, callback);
    if (pathname === callback.pathname) return await finish(request, settings, callback);
    return plain(404, words.notFound);
  };
}

async function begin(settings: SignInSettings, callback: URL): Promise<Response> {
  const state = generateRandomState();
  const verifier = generateRandomCodeVerifier();
  const target = new URL("/login/oauth/authorize", settings.serverUrl);
  target.search = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: callback.href,
    scope,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    // GitHub asks which account to use instead of taking the last one.
    prompt: "select_account",
  }).toString();
  return new Response(null, {
    status: 302,
    headers: {
      ...never,
      location: target.href,
      "set-cookie": cookie(`${state}.${verifier}`, callback, patience),
    },
  });
}

async function finish(
  request: Request,
  settings: SignInSettings,
  callback: URL,
): Promise<Response> {
  const outcome = await exchange(request, settings, callback);
  const { html, policy } = handOverPage(outcome, settings.siteOrigin);
  return new Response(html, {
    status: "token" in outcome ? 200 : 400,
    headers: {
      ...never,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      // Single use, whatever the result.
      "set-cookie": cookie("", callback, 0),
    },
  });
}

async function exchange(
  request: Request,
  settings: SignInSettings,
  callback: URL,
): Promise<Outcome> {
  const [state = "", verifier = ""] = readCookie(request).split(".");
  if (!state || !verifier) {
    return { failed: words.expired };
  }
  const server: AuthorizationServer = {
    issuer: settings.serverUrl,
    token_endpoint: new URL("/login/oauth/access_token", settings.serverUrl).href,
  };
  const client: Client = { client_id: settings.clientId };
  const secret: ClientAuth = ClientSecretPost(settings.clientSecret);
  try {
    const answer = validateAuthResponse(server, client, new URL(request.url), state);
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      secret,
      answer,
      callback.href,
      verifier,
      // Only the sandbox uses HTTP.
      { [allowInsecureRequests]: settings.serverUrl.startsWith("http://127.0.0.1:") },
    );
    const { access_token: token } = await processAuthorizationCodeResponse(
      server,
      client,
      response,
    );
    return { token };
  } catch (error) {
    return { failed: explain(error) };
  }
}

/** Without the error's message, which may contain the request to GitHub. */
function explain(error: unknown): string {
  if (error instanceof AuthorizationResponseError && error.error === "access_denied") {
    return words.denied;
  }
  if (error instanceof TypeError) {
    return words.unreachable;
  }
  return words.unconfirmed;
}

const cookieName = "sign-in";

/** Only sent to this service, unreadable for scripts, and short-lived. */
function cookie(value: string, callback: URL, seconds: number): string {
  return [
    `${cookieName}=${value}`,
    `Path=${callback.pathname}`,
    `Max-Age=${seconds}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(callback.protocol === "https:" ? ["Secure"] : []),
  ].join("; ");
}

function readCookie(request: Request): string {
  const cookies = request.headers.get("cookie")?.split(/;\s*/) ?? [];
  return (
    cookies.find((one) => one.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? ""
  );
}

/** Forbids caching and referrers. */
const never = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { ...never, "content-type": "text/plain; charset=utf-8" },
  });
}

function withSlash(url: URL): URL {
  return new URL(`${url.origin}${url.pathname.replace(/\/?$/, "/")}`);
}
