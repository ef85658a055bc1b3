/** Holds requests and answers to GitHub's own schemas, which `cut.ts` has cut out. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv } from "ajv";

type Described = {
  request?: object;
  /** By status; `null` for answers without JSON. */
  responses: Readonly<Record<string, object | null>>;
};

type Description = {
  operations: Readonly<Record<string, Described>>;
  schemas: Readonly<Record<string, object>>;
};

const formats = {
  uri: (text: string) => URL.canParse(text),
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
} as const;

export class Schemas {
  static #read: Promise<Schemas> | undefined;
  readonly #description: Description;
  readonly #ajv: Ajv;
  readonly #compiled = new Map<object, ValidateFunction>();

  constructor(description: Description) {
    this.#description = description;
    // To make the code shorter takes longer than the code would.
    this.#ajv = new Ajv({ strict: false, allErrors: true, formats, code: { optimize: false } });
    this.#ajv.addSchema({ $id: "github", schemas: description.schemas });
  }

  /** Reads what was cut, which lies beside this file. One for all: to compile a schema takes its time. */
  static read(): Promise<Schemas> {
    Schemas.#read ??= readFile(join(import.meta.dirname, "operations.json"), "utf8").then(
      (text) => new Schemas(JSON.parse(text)),
    );
    return Schemas.#read;
  }

  /** What is wrong with the body of a request, of which GitHub would say 422; empty if nothing is. */
  requestProblems(key: string, body: unknown): string[] {
    const { request } = this.#operation(key);
    return request ? this.#problems(request, body) : [];
  }

  /** In what an answer differs from what GitHub would send; empty if in nothing. */
  responseProblems(key: string, status: number, content: unknown): string[] {
    const schema = this.#operation(key).responses[status];
    // Failures that GitHub does not describe for each operation look the same everywhere.
    if (!schema && status >= 400) {
      return this.#problems({ $ref: "github#/schemas/basic-error" }, content);
    }
    if (schema === undefined) return [`GitHub does not answer ${status} here`];
    if (schema === null) return content === undefined ? [] : ["GitHub sends no content here"];
    return this.#problems(schema, content);
  }

  #operation(key: string): Described {
    const operation = this.#description.operations[key];
    if (operation) return operation;
    throw new Error(`operations.json has no “${key}”: renew it as openapi/cut.ts says.`);
  }

  #problems(schema: object, value: unknown): string[] {
    const validate = this.#compiled.get(schema) ?? this.#ajv.compile(schema);
    this.#compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = "is wrong", params }) => {
      const allowed = "allowedValues" in params ? ` (${params.allowedValues})` : "";
      return `${instancePath || "/"} ${message}${allowed}`;
    });
  }
}
