/** An API request as an operation gets it, and the responses it can return. */
import type { Caller } from "../authentication.ts";
import type { Core } from "../core.ts";
import { ApiError } from "./errors.ts";

export type Call = {
  core: Core;
  caller: Caller;
  /** Parameters of the path, decoded. */
  parameters: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Body;
  headers: Headers;
  /** The requested path and query. */
  path: string;
};

export type Answer = {
  status: number;
  /** Sent as JSON; bytes are sent unchanged. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
};

export type Operation = (call: Call) => Answer | Promise<Answer>;

/** By method and path template, both as in GitHub's OpenAPI description. */
export type Operations = Readonly<Record<string, Operation>>;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export function noContent(): Answer {
  return { status: 204 };
}

/** A path parameter. The template must have it. */
export function parameter({ parameters }: Call, name: string): string {
  const value = parameters[name];
  if (value === undefined) throw new Error(`The path has no {${name}}.`);
  return value;
}

const pageSize = 30;
const maximumPageSize = 100;

/**
 * The requested page of a list, with links to the other pages in the Link header.
 * https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function paged<Item>(call: Call, items: readonly Item[]): { items: Item[]; link: Headers } {
  const size = Math.min(number(call.query.get("per_page")) ?? pageSize, maximumPageSize);
  const page = number(call.query.get("page")) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const address = (target: number) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(target));
    return `<${call.core.origin}${call.path}?${query}>`;
  };
  const links = [
    ...(page > 1 ? [`${address(Math.min(page - 1, last))}; rel="prev"`] : []),
    ...(page < last ? [`${address(page + 1)}; rel="next"`, `${address(last)}; rel="last"`] : []),
    ...(page > 1 ? [`${address(1)}; rel="first"`] : []),
  ];
  return {
    items: items.slice((page - 1) * size, page * size),
    link: new Headers(links.length > 0 ? { link: links.join(", ") } : {}),
  };
}

/** One page of a list, with serialized items. */
export async function list<Item>(
  call: Call,
  items: readonly Item[],
  shape: (item: Item) => unknown,
): Promise<Answer> {
  const page = paged(call, items);
  return {
    ...ok(await Promise.all(page.items.map(shape))),
    headers: Object.fromEntries(page.link),
  };
}

/** One page of a list, in an object that also has the total count. */
export async function counted<Item>(
  call: Call,
  name: string,
  items: readonly Item[],
  shape: (item: Item) => unknown,
): Promise<Answer> {
  const page = await list(call, items, shape);
  return { ...page, body: { total_count: items.length, [name]: page.body } };
}

function number(text: string | null): number | undefined {
  const value = Number(text);
  return text && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** The JSON body of a request. Reading a field that has another type responds 422. */
export class Body {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>> = {}) {
    this.#fields = fields;
  }

  get fields(): Readonly<Record<string, unknown>> {
    return this.#fields;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null || typeof value === "string")
      return value ?? undefined;
    throw wrongType(name, "a string");
  }

  /** Throws GitHub's error if it is missing. */
  requiredText(name: string): string {
    const value = this.text(name);
    if (value !== undefined) return value;
    throw new ApiError(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  }

  flag(name: string): boolean | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null || typeof value === "boolean")
      return value ?? undefined;
    throw wrongType(name, "a boolean");
  }

  texts(name: string): string[] | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
    throw wrongType(name, "an array of strings");
  }

  objects(name: string): Body[] | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (Array.isArray(value) && value.every(isObject)) return value.map((item) => new Body(item));
    throw wrongType(name, "an array of objects");
  }

  object(name: string): Body | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (isObject(value)) return new Body(value);
    throw wrongType(name, "an object");
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrongType(name: string, type: string): ApiError {
  return new ApiError(422, `Invalid request.\n\nFor '${name}', the value is not ${type}.`);
}
