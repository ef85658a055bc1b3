/**
 * The globals outside the language that src/board may use: those that do the same in Node and in every
 * browser, and touch nothing outside themselves. Only this folder's tsconfig.json reads this file;
 * elsewhere the types of Node and of the DOM say more. Shapes: WHATWG URL and Encoding standards.
 */

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Iterable<[string, string]> | Record<string, string>);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  keys(): IterableIterator<string>;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class URL {
  /** @throws TypeError when it is no address. */
  constructor(address: string, base?: string | URL);
  static canParse(address: string, base?: string | URL): boolean;
  static parse(address: string, base?: string | URL): URL | null;
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  toString(): string;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  /** @throws TypeError on bytes that are no text, when made with `fatal`. */
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

declare function structuredClone<T>(value: T): T;
