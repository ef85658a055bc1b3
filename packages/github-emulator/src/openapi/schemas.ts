/** Checks requests, answers and webhooks against GitHub's own schemas, which `cut.ts` has cut out. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import type { Payload } from "../events.ts";

type Described = {
  request?: object;
  /** By status; `null` for answers without JSON. */
  responses: Readonly<Record<string, object | null>>;
};

type Description = {
  operations: Readonly<Record<string, Described>>;
  schemas: Readonly<Record<string, object>>;
};

type Webhooks = {
  /** By `event.action`, or by `event` where one is for all. */
  webhooks: Readonly<Record<string, object>>;
  schemas: Readonly<Record<string, object>>;
};

const formats = {
  uri: (text: string) => URL.canParse(text),
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
} as const;

const basicError = { $ref: "github#/schemas/basic-error" } as const;
const generateAgain = "generate it again as openapi/cut.ts says.";

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

  /** Reads what was cut, which lies beside this file. One for all: to compile a schema takes its time. */
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

  /** What is wrong with the body of a request, of which GitHub would say 422; empty if nothing is. */
  requestProblems(key: string, body: unknown): string[] {
    const { request } = this.#operation(key);
    return request ? this.#answers.problems(request, body) : [];
  }

  /** In what an answer differs from what GitHub would send; empty if in nothing. */
  responseProblems(key: string, status: number, content: unknown): string[] {
    const schema = this.#operation(key).responses[status];
    // Failures that GitHub does not describe for each operation look the same everywhere.
    if (!schema && status >= 400) {
      return this.#answers.problems(basicError, content);
    }
    if (schema === undefined) return [`GitHub does not answer ${status} here`];
    if (schema === null) return content === undefined ? [] : ["GitHub sends no content here"];
    return this.#answers.problems(schema, content);
  }

  /** How the payload of an event differs from what GitHub would send to a webhook; empty if it does not. */
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
    // Most of the time goes into compiling: each schema is compiled once, and its code is not shortened.
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
