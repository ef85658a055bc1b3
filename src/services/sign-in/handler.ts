/**
 * Signing in with GitHub for the form: the one server that a board may have. It keeps nothing, logs
 * nothing, and hands the token to no page but the board's own.
 *
 * The form opens `start` in a window. That leads to GitHub, GitHub leads to `callback`, and the page
 * there gives the token to the form by Decap's handshake:
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
import type { Outcome } from "./hand-over-page.ts";
import { handOverPage } from "./hand-over-page.ts";

export type SignInSettings = {
  /** Of the app that is registered at GitHub. */
  clientId: string;
  clientSecret: string;
  /** Where the form opens its window: the whole address of this service's start page. */
  url: string;
  /** Origin of the board's site. No other page is given a token. */
  siteOrigin: string;
  /** Origin of GitHub's pages. */
  serverUrl: string;
};

/** Writing to public repositories: the least that lets somebody fork the board and propose a post. */
const scope = "public_repo";

/** Seconds that somebody has for GitHub's pages. */
const patience = 10 * 60;

/** The service as one function from requests to answers, for Node and for worker platforms alike. */
export function signInHandler(settings: SignInSettings): (request: Request) => Promise<Response> {
  const start = new URL(settings.url);
  const callback = new URL("callback", withSlash(start));
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET") return plain(405, "Only GET is understood here.");
    if (pathname === start.pathname) return await begin(settings, callback);
    if (pathname === callback.pathname) return await finish(request, settings, callback);
    return plain(404, "There is nothing here but signing in.");
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
    // GitHub's own page asks which account, in place of taking the last one.
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
      // Used up, whatever came of it.
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
    return {
      failed: "This window was open for too long, or was used before. Please sign in again.",
    };
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
      // Only the sandbox has no certificate.
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

/** Without the error's own words, which may hold what GitHub was asked. */
function explain(error: unknown): string {
  if (error instanceof AuthorizationResponseError && error.error === "access_denied") {
    return "GitHub was not allowed to tell who you are, so nothing was changed. You can sign in again at any time.";
  }
  if (error instanceof TypeError) {
    return "GitHub cannot be reached at the moment. Please try again in a few minutes.";
  }
  return "GitHub did not confirm the signing in. Please try again.";
}

const cookieName = "sign-in";

/** Sent back to this service alone, read by no script, and gone after a while. */
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

/** Nothing of this is kept anywhere, and no address of it told to the next page. */
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
