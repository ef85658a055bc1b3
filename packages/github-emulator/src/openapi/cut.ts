/**
 * Cuts what the stand-in uses out of GitHub's own description of its API, which is too large to install.
 * To renew `operations.json`, after a change of operations or to learn what is new at GitHub:
 *
 *     (cd "$(mktemp -d)" && npm init -y && npm install @octokit/openapi && pwd)
 *     npx node packages/github-emulator/src/openapi/cut.ts <that folder>/node_modules/@octokit/openapi/generated/api.github.com.json
 *     npx biome check --write packages/github-emulator/src/openapi
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allOperations } from "../api/operations.ts";
import { movableClock } from "../clock.ts";
import { githubLimits, RateLimit } from "../rate-limit.ts";

type Json = { readonly [key: string]: unknown };

/** What only people read. */
const words = [
  "description",
  "example",
  "examples",
  "title",
  "deprecated",
  "externalDocs",
  "default",
];

/** The formats that the stand-in's answers are held to. */
const formats = ["date-time", "uri"];

/**
 * What GitHub does send `null` for, though its description says otherwise: the repository of a head once it
 * was deleted, a body that nobody wrote.
 */
const nullables: Readonly<Record<string, readonly string[]>> = {
  "issue-search-result-item": ["properties", "body"],
  "pull-request": ["properties", "head", "properties", "repo"],
  "pull-request-simple": ["properties", "head", "properties", "repo"],
};

/** What GitHub answers without describing it any more, by the operations whose answers it gives. */
const undescribed: Readonly<Record<string, readonly string[]>> = {
  "GET /repos/{owner}/{repo}/git/refs/{ref}": [
    "GET /repos/{owner}/{repo}/git/ref/{ref}",
    "GET /repos/{owner}/{repo}/git/matching-refs/{ref}",
  ],
};

/** What the name of a schema follows in what is written. */
const reference = "github#/schemas/";

const [source] = process.argv.slice(2);
if (!source) throw new Error("Name the file to cut from: api.github.com.json of @octokit/openapi.");
const openapi: Json = JSON.parse(await readFile(source, "utf8"));
const target = join(import.meta.dirname, "operations.json");
await writeFile(target, JSON.stringify(cut(openapi)));
console.log(`Wrote ${target}.`);

function cut(description: Json): Json {
  const keys = Object.keys(allOperations(new RateLimit(movableClock(), githubLimits)));
  const operations = Object.fromEntries(
    keys.sort().map((key) => [key, operationOf(description, key)]),
  );
  const schemas = new Map<string, unknown>();
  collect(description, operations, schemas);
  return {
    version: at(description, ["info", "version"]),
    operations,
    schemas: Object.fromEntries([...schemas].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** The schemas of what it takes and of what it answers, by status; `null` for answers without JSON. */
function operationOf(description: Json, key: string): Json {
  const described = undescribed[key]?.map((other) => operationOf(description, other));
  if (described) {
    return { responses: { 200: { anyOf: described.map((one) => at(one, ["responses", "200"])) } } };
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

/** From OpenAPI 3.0 to JSON Schema. `oneOf` holds examples that fit two of its cases, so any will do. */
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

/** Adds all schemas that a value refers to, and those that they refer to. */
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
  const path = nullables[name];
  return path ? replaced(schema, path, orNull(asJson(at(schema, path)))) : schema;
}

function replaced(value: unknown, [key, ...path]: readonly string[], child: unknown): unknown {
  if (key === undefined || !isJson(value)) return child;
  return { ...value, [key]: replaced(value[key], path, child) };
}

/** The response itself, where one is only referred to. */
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
