/** Responds to API requests. */
import type { Caller } from "../authentication.ts";
import { authenticate } from "../authentication.ts";
import type { Core } from "../core.ts";
import type { Schemas } from "../openapi/schemas.ts";
import type { RateLimit } from "../rate-limit.ts";
import { rateHeaders } from "../rate-limit.ts";
import { apiPath } from "../serializers/addresses.ts";
import type { Usage } from "../usage.ts";
import type { Answer, Call } from "./call.ts";
import { Body, isObject } from "./call.ts";
import { ApiError, UnknownRequest } from "./errors.ts";
import type { FindRoute, Route } from "./router.ts";

export type ApiParts = {
  core: Core;
  limit: RateLimit;
  usage: Usage;
  find: FindRoute;
  /** Without schemas, nothing is checked. */
  schemas: Schemas | undefined;
  /** Called with requests that the emulator does not support. */
  onUnknown: (what: string) => void;
  /** Called with responses that differ from GitHub's schemas. */
  onViolation: (what: string) => void;
};

export class Api {
  readonly #parts: ApiParts;

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  /** Responds to any request: with 501 if the emulator does not support it. */
  async answer(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const route = this.#parts.find(request.method, pathname.slice(apiPath.length) || "/");
    if (!route) return this.#unknown(`${request.method} ${pathname}${search}`);
    try {
      return await this.#answerRoute(request, route);
    } catch (error) {
      if (error instanceof UnknownRequest) return this.#unknown(error.message);
      throw error;
    }
  }

  #unknown(what: string): Response {
    this.#parts.onUnknown(what);
    return unknownResponse(what);
  }

  async #answerRoute(request: Request, route: Route): Promise<Response> {
    const { core, limit } = this.#parts;
    const caller = authenticate(core.store, request.headers.get("authorization"));
    const answer = caller
      ? await this.#answerCaller(request, route, caller)
      : errorAnswer(new ApiError(401, "Bad credentials"));
    this.#check(route, answer);
    return responseOf(answer, {
      ...rateHeaders(limit.read(caller ?? { kind: "anonymous" }), "core"),
      ...(caller?.kind === "user" && { "x-oauth-scopes": caller.scopes.join(", ") }),
      ...answer.headers,
    });
  }

  async #answerCaller(request: Request, route: Route, caller: Caller): Promise<Answer> {
    const { core, limit, usage } = this.#parts;
    // Requests for the rate limit itself are free.
    if (route.key !== "GET /rate_limit") {
      usage.count(caller, "restRequests");
      if (!limit.take(caller)) return limitAnswer(caller);
    }
    try {
      const call = await this.#callOf(request, route, caller);
      if (request.method === "GET") return await route.operation(call);
      return await core.lock.run(async () => {
        try {
          return await route.operation(call);
        } finally {
          core.store.save();
        }
      });
    } catch (error) {
      if (error instanceof ApiError) return errorAnswer(error);
      throw error;
    }
  }

  async #callOf(request: Request, { key, parameters }: Route, caller: Caller): Promise<Call> {
    const { core, schemas } = this.#parts;
    const { searchParams, pathname } = new URL(request.url);
    const content = await readContent(request);
    const [problem] = schemas?.requestProblems(key, content) ?? [];
    if (problem) throw new ApiError(422, `Invalid request.\n\nFor '${problem}'.`);
    return {
      core,
      caller,
      parameters,
      query: searchParams,
      // Labels may be sent as a bare array.
      body: new Body(isObject(content) ? content : { labels: content }),
      headers: request.headers,
      path: pathname,
    };
  }

  #check({ key }: Route, { status, body }: Answer): void {
    // A raw file has no schema.
    if (body instanceof Uint8Array) return;
    for (const problem of this.#parts.schemas?.responseProblems(key, status, body) ?? []) {
      this.#parts.onViolation(`${key} ${status}: ${problem}`);
    }
  }
}

/** The response to an unsupported request. */
export function unknownResponse(what: string): Response {
  return Response.json({ message: `The emulator does not support ${what}` }, { status: 501 });
}

/** The body of a request. Throws 400 if it is not JSON. */
export async function readContent(request: Request): Promise<Record<string, unknown> | unknown[]> {
  const text = await request.text();
  if (!text.trim()) return {};
  const value = parse(text);
  if (value === undefined) throw new ApiError(400, "Problems parsing JSON");
  if (!isObject(value) && !Array.isArray(value)) {
    throw new ApiError(400, "Body should be a JSON object");
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function limitAnswer(caller: Caller): Answer {
  const hint =
    "(But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)";
  return errorAnswer(
    new ApiError(
      403,
      caller.kind === "anonymous"
        ? `API rate limit exceeded for 127.0.0.1. ${hint}`
        : `API rate limit exceeded for user ID ${caller.user.id}.`,
    ),
  );
}

export function errorAnswer(error: ApiError): Answer {
  return { status: error.status, body: error.body() };
}

export function responseOf(
  { status, body }: Answer,
  headers: Readonly<Record<string, string>>,
): Response {
  if (body === undefined) return new Response(null, { status, headers });
  if (body instanceof Uint8Array) return new Response(new Uint8Array(body), { status, headers });
  return Response.json(body, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}
