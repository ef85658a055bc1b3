/** Checks requests, responses and webhooks against GitHub's own schemas, which `cut.ts` extracts. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import type { Payload } from "../events.ts";

type Described = {
  request?: object;
  /** By status; `null` for responses without JSON. */
  responses: Readonly<Record<string, object | null>>;
};

type Description = {
  operations: Readonly<Record<string, Described>>;
  schemas: Readonly<Record<string, object>>;
};

type Webhooks = {
  /** By `event.action`, or by `event` if one schema is for all actions. */
  webhooks: Readonly<Record<string, object>>;
  schemas: Readonly<Record<string, object>>;
};

const formats = {
  uri: (text: string) => URL.canParse(text),
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
} as const;

const basicError = { $ref: "github#/schemas/basic-error" } as const;
const generateAgain = "generate it again as described in openapi/cut.ts.";

export class Schemas {
  static #read: Promise<Schemas> | undefined;
  readonly #description: Description;
  readonly #answers: Checker;
  readonly #webhooks: Webhooks;
  readonly #payloads: Checker;

  constructor(description: Description, webhooks: Webhooks) {
    this.#description = description;
    this.#answers = new Checker(description.schemas);
    this.#webhooks = webhooks;
    this.#payloads = new Checker(webhooks.schemas);
  }

  /** Reads the extracted schemas beside this file. Only one instance, because compiling schemas takes time. */
  static read(): Promise<Schemas> {
    Schemas.#read ??= Promise.all(
      ["operations.json", "webhooks.json"].map((name) =>
        readFile(join(import.meta.dirname, name), "utf8"),
      ),
    ).then(([operations = "", webhooks = ""]) => {
      return new Schemas(JSON.parse(operations), JSON.parse(webhooks));
    });
    return Schemas.#read;
  }

  /** What is wrong with the body of a request, for which GitHub would respond 422; empty if nothing. */
  requestProblems(key: string, body: unknown): string[] {
    const { request } = this.#operation(key);
    return request ? this.#answers.problems(request, body) : [];
  }

  /** How a response differs from GitHub's schema; empty if it does not. */
  responseProblems(key: string, status: number, content: unknown): string[] {
    const schema = this.#operation(key).responses[status];
    // Errors that GitHub does not describe for each operation look the same everywhere.
    if (!schema && status >= 400) {
      return this.#answers.problems(basicError, content);
    }
    if (schema === undefined) return [`GitHub does not respond ${status} here`];
    if (schema === null) return content === undefined ? [] : ["GitHub sends no content here"];
    return this.#answers.problems(schema, content);
  }

  /** How the payload of an event differs from GitHub's webhook; empty if it does not. */
  eventProblems(name: string, payload: Payload): string[] {
    const { webhooks } = this.#webhooks;
    const schema = webhooks[`${name}.${payload.action}`] ?? webhooks[name];
    if (!schema)
      throw new Error(`webhooks.json has no “${name}.${payload.action}”: ${generateAgain}`);
    return this.#payloads.problems(schema, payload);
  }

  #operation(key: string): Described {
    const operation = this.#description.operations[key];
    if (operation) return operation;
    throw new Error(`operations.json has no “${key}”: ${generateAgain}`);
  }
}

/** Checks values against schemas that refer to each other as `github#/schemas/…`. */
class Checker {
  readonly #ajv: Ajv;
  readonly #compiled = new Map<object, ValidateFunction>();

  constructor(schemas: Readonly<Record<string, object>>) {
    // Compiling takes most of the time, so each schema is compiled once, without optimizing its code.
    const quick = { inlineRefs: false, code: { optimize: false } } as const;
    this.#ajv = new Ajv({ strict: false, allErrors: true, formats, ...quick });
    this.#ajv.addSchema({ $id: "github", schemas });
  }

  problems(schema: object, value: unknown): string[] {
    const validate = this.#compiled.get(schema) ?? this.#ajv.compile(schema);
    this.#compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = "is wrong", params }) => {
      const allowed = "allowedValues" in params ? ` (${params.allowedValues})` : "";
      return `${instancePath || "/"} ${message}${allowed}`;
    });
  }
}
