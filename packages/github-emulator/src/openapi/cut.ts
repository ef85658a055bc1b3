/**
 * Cuts what the emulator uses out of GitHub's own descriptions of its API and its webhooks, which are too
 * large to install. To generate `operations.json` and `webhooks.json` again, after a change of operations
 * or events, or to learn what is new at GitHub:
 *
 *     (cd "$(mktemp -d)" && npm init -y && npm install @octokit/openapi @octokit/openapi-webhooks && pwd)
 *     npx node packages/github-emulator/src/openapi/cut.ts <that folder>/node_modules/@octokit
 *     npx biome check --write packages/github-emulator/src/openapi
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allOperations } from "../api/operations.ts";
import { movableClock } from "../clock.ts";
import { webhooks } from "../events.ts";
import { rateLimits } from "../rate-limit.ts";

type Json = { readonly [key: string]: unknown };

/** Properties that are only for people. */
const words = [
  "description",
  "example",
  "examples",
  "title",
  "deprecated",
  "externalDocs",
  "default",
];

/** The formats that are checked in responses. */
const formats = ["date-time", "uri"];

/**
 * What GitHub does send as `null`, although its description says otherwise: the repository of a head after it
 * was deleted, and an empty body.
 */
const nullables: Readonly<Record<string, readonly string[]>> = {
  "issue-search-result-item": ["properties", "body"],
  "pull-request": ["properties", "head", "properties", "repo"],
  "pull-request-simple": ["properties", "head", "properties", "repo"],
};

/** What GitHub sends only to apps, although its description requires it for everybody. */
const optionals: Readonly<Record<string, string>> = {
  "webhook-repository-dispatch-sample": "installation",
};

/** Responses that GitHub still sends but no longer describes, by the operations whose schema they follow. */
const undescribed: Readonly<Record<string, readonly string[]>> = {
  "GET /repos/{owner}/{repo}/git/refs/{ref}": [
    "GET /repos/{owner}/{repo}/git/ref/{ref}",
    "GET /repos/{owner}/{repo}/git/matching-refs/{ref}",
  ],
};

/** Webhooks that GitHub describes under different names. */
const described: Readonly<Record<string, string>> = {
  repository_dispatch: "repository-dispatch-sample.collected",
};

/** The prefix of references to schemas in the output. */
const reference = "github#/schemas/";

/** Repeated parts of webhooks' schemas that are at least this long are written only once. */
const sharedLength = 200;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Name the folder with openapi and openapi-webhooks.");
await write("operations.json", cutOperations(await read(folder, "openapi")));
await write("webhooks.json", cutWebhooks(await read(folder, "openapi-webhooks")));

async function read(folder: string, name: string): Promise<Json> {
  return JSON.parse(await readFile(join(folder, name, "generated/api.github.com.json"), "utf8"));
}

async function write(name: string, content: Json): Promise<void> {
  const target = join(import.meta.dirname, name);
  await writeFile(target, JSON.stringify(content));
  console.log(`Wrote ${target}.`);
}

function cutOperations(description: Json): Json {
  const keys = Object.keys(allOperations(rateLimits(movableClock())));
  const operations = Object.fromEntries(
    keys.sort().map((key) => [key, operationOf(description, key)]),
  );
  const schemas = new Map<string, unknown>();
  collect(description, operations, schemas);
  return {
    version: at(description, ["info", "version"]),
    operations,
    schemas: sorted(schemas),
  };
}

/** The schema of each event's payload, by `event.action`, or by `event` if one schema is for all actions. */
function cutWebhooks(description: Json): Json {
  const entries = Object.entries(webhooks).flatMap(([event, actions]) =>
    (actions.length > 0 ? actions : [undefined]).map((action) => {
      const key = action ? `${event}.${action}` : event;
      return [key, webhookOf(description, described[key] ?? key.replace(/[_.]/g, "-"))] as const;
    }),
  );
  const events = Object.fromEntries(entries);
  const schemas = new Map<string, unknown>();
  collect(description, events, schemas);
  return {
    version: at(description, ["info", "version"]),
    webhooks: events,
    schemas: sorted(share(schemas)),
  };
}

function webhookOf(description: Json, name: string): unknown {
  const content = ["post", "requestBody", "content", "application/json", "schema"];
  const schema = at(description, ["webhooks", name, ...content]);
  if (!schema) throw new Error(`GitHub has no webhook “${name}”.`);
  return rewrite(schema);
}

/** Moves repeated parts to separate schemas: GitHub repeats every account in every webhook. */
function share(schemas: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const text = JSON.stringify(value);
    const times = (counts.get(text) ?? 0) + 1;
    counts.set(text, times);
    if (times === 1) Object.values(value).forEach(count);
  };
  for (const schema of schemas.values()) Object.values(asJson(schema)).forEach(count);

  const shared = new Map<string, unknown>();
  const names = new Map<string, string>();
  const replace = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => replace(item, key));
    if (!isJson(value)) return value;
    const text = JSON.stringify(value);
    const isSchema = typeof value.type === "string" || Array.isArray(value.type);
    if (!isSchema || text.length < sharedLength || counts.get(text) === 1) return inside(value);
    const name = names.get(text) ?? `shared-${names.size + 1}-${key}`;
    if (!names.has(text)) {
      names.set(text, name);
      shared.set(name, inside(value));
    }
    return { $ref: `${reference}${name}` };
  };
  const inside = (value: Json): Json =>
    Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, key)]));
  for (const [name, schema] of schemas) shared.set(name, inside(asJson(schema)));
  return shared;
}

function sorted(schemas: ReadonlyMap<string, unknown>): Json {
  return Object.fromEntries([...schemas].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The schemas of the request, and of the responses by status; `null` for responses without JSON. */
function operationOf(description: Json, key: string): Json {
  const alternatives = undescribed[key]?.map((other) => operationOf(description, other));
  if (alternatives) {
    return {
      responses: { 200: { anyOf: alternatives.map((one) => at(one, ["responses", "200"])) } },
    };
  }
  const [method = "", path = ""] = key.split(" ");
  const operation = at(description, ["paths", path, method.toLowerCase()]);
  if (!isJson(operation)) throw new Error(`GitHub has no operation “${key}”.`);
  const request = at(operation, ["requestBody", "content", "application/json", "schema"]);
  const responses = Object.entries(asJson(operation.responses)).map(([status, response]) => {
    const followed = follow(description, response);
    const schema = at(followed, ["content", "application/json", "schema"]);
    return [status, schema ? rewrite(schema) : null] as const;
  });
  return {
    ...(request !== undefined && { request: rewrite(request) }),
    responses: Object.fromEntries(responses.filter(([status]) => /^[24]/.test(status))),
  };
}

/** Converts OpenAPI 3.0 to JSON Schema. `oneOf` becomes `anyOf`, because some examples match two cases. */
function rewrite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewrite);
  if (!isJson(value)) return value;
  const { nullable, ...rest } = value;
  const schema = Object.fromEntries(
    Object.entries(rest)
      .filter(([key, child]) => isKept(key, child))
      .map(([key, child]) => [key === "oneOf" ? "anyOf" : key, rewriteKey(key, child)]),
  );
  return nullable === true ? orNull(schema) : schema;
}

function isKept(key: string, value: unknown): boolean {
  if (key === "format") return formats.some((format) => format === value);
  return !(words.includes(key) || key.startsWith("x-"));
}

function rewriteKey(key: string, value: unknown): unknown {
  switch (key) {
    case "enum":
      return value;
    case "properties":
      return rewriteEach(asJson(value));
    case "$ref":
      return String(value).replace("#/components/schemas/", reference);
    default:
      return rewrite(value);
  }
}

function rewriteEach(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, rewrite(value)]),
  );
}

function orNull(schema: Json): Json {
  if (Object.keys(schema).length === 0) return schema;
  const { type, enum: values } = schema;
  if (typeof type !== "string") return { anyOf: [schema, { type: "null" }] };
  return {
    ...schema,
    type: [type, "null"],
    ...(Array.isArray(values) && { enum: [...values.filter((value) => value !== null), null] }),
  };
}

/** Adds all schemas that a value refers to, directly or not. */
function collect(description: Json, value: unknown, schemas: Map<string, unknown>): void {
  if (Array.isArray(value)) for (const item of value) collect(description, item, schemas);
  if (!isJson(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const name = key === "$ref" && typeof child === "string" && child.replace(reference, "");
    if (!name) {
      collect(description, child, schemas);
    } else if (!schemas.has(name)) {
      const schema = corrected(name, rewrite(at(description, ["components", "schemas", name])));
      schemas.set(name, schema);
      collect(description, schema, schemas);
    }
  }
}

function corrected(name: string, schema: unknown): unknown {
  const optional = optionals[name];
  if (optional) return { ...asJson(schema), required: requiredOf(schema, optional) };
  const path = nullables[name];
  return path ? replaced(schema, path, orNull(asJson(at(schema, path)))) : schema;
}

function requiredOf(schema: unknown, optional: string): unknown[] {
  const { required } = asJson(schema);
  return Array.isArray(required) ? required.filter((name) => name !== optional) : [];
}

function replaced(value: unknown, [key, ...path]: readonly string[], child: unknown): unknown {
  if (key === undefined || !isJson(value)) return child;
  return { ...value, [key]: replaced(value[key], path, child) };
}

/** Resolves a reference to a response. */
function follow(description: Json, value: unknown): unknown {
  const reference = at(value, ["$ref"]);
  if (typeof reference !== "string") return value;
  return at(description, reference.replace(/^#\//, "").split("/"));
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => (isJson(parent) ? parent[key] : undefined), value);
}

function asJson(value: unknown): Json {
  return isJson(value) ? value : {};
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
