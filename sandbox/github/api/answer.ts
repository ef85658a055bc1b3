/** Answers requests to the API. */
import type { Caller } from "../callers.ts";
import { callerOf } from "../callers.ts";
import type { Core } from "../core.ts";
import type { RateLimit } from "../rate-limit.ts";
import { rateHeaders } from "../rate-limit.ts";
import { apiPath } from "../shapes/addresses.ts";
import type { Answer, Call } from "./call.ts";
import { Body, isObject } from "./call.ts";
import { ApiError } from "./errors.ts";
import type { FindRoute, Route } from "./router.ts";

/** An answer, and the operation that gave it; without one if GitHub's answer is not known. */
export type Answered = { response: Response; route?: Route; content?: unknown };

export class Api {
  readonly #core: Core;
  readonly #limit: RateLimit;
  readonly #find: FindRoute;

  constructor(core: Core, limit: RateLimit, find: FindRoute) {
    this.#core = core;
    this.#limit = limit;
    this.#find = find;
  }

  /** The operation that a request means; `undefined` if it is none that the stand-in knows. */
  find(request: Request): Route | undefined {
    return this.#find(request.method, pathOf(request));
  }

  /** Answers a request, whatever it asks for. */
  async answer(request: Request, route: Route): Promise<Answered> {
    const caller = callerOf(this.#core.store, request.headers.get("authorization"));
    const answer = caller
      ? await this.#answerCaller(request, route, caller)
      : errorAnswer(new ApiError(401, "Bad credentials"));
    const headers = {
      ...rateHeaders(this.#limit.read(caller ?? { kind: "anonymous" })),
      ...(caller?.kind === "user" && { "x-oauth-scopes": caller.scopes.join(", ") }),
      ...answer.headers,
    };
    return { response: responseOf(answer, headers), route, content: answer.body };
  }

  async #answerCaller(request: Request, route: Route, caller: Caller): Promise<Answer> {
    // Asking how it stands costs nothing.
    if (route.key !== "GET /rate_limit" && !this.#limit.take(caller)) return limitAnswer(caller);
    try {
      const call = await this.#callOf(request, route, caller);
      if (request.method === "GET") return await route.operation(call);
      return await this.#core.lock.run(async () => {
        try {
          return await route.operation(call);
        } finally {
          this.#core.store.save();
        }
      });
    } catch (error) {
      if (error instanceof ApiError) return errorAnswer(error);
      throw error;
    }
  }

  async #callOf(request: Request, { parameters }: Route, caller: Caller): Promise<Call> {
    const { searchParams, pathname } = new URL(request.url);
    return {
      core: this.#core,
      caller,
      parameters,
      query: searchParams,
      body: await readBody(request),
      headers: request.headers,
      path: pathname,
    };
  }
}

/** Below the API's address. */
function pathOf(request: Request): string {
  return new URL(request.url).pathname.slice(apiPath.length) || "/";
}

async function readBody(request: Request): Promise<Body> {
  const text = await request.text();
  if (!text.trim()) return new Body();
  const value = parse(text);
  // Labels may be sent as a bare array.
  if (Array.isArray(value)) return new Body({ labels: value });
  if (!isObject(value)) throw new ApiError(400, "Body should be a JSON object");
  return new Body(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(400, "Problems parsing JSON", [], { cause });
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

function errorAnswer(error: ApiError): Answer {
  return { status: error.status, body: error.body() };
}

function responseOf({ status, body }: Answer, headers: Readonly<Record<string, string>>): Response {
  if (body === undefined) return new Response(null, { status, headers });
  if (body instanceof Uint8Array) return new Response(new Uint8Array(body), { status, headers });
  return Response.json(body, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}
