/** Finds the operation for a request. */
import type { Operation, Operations } from "./call.ts";

export type Route = {
  /** `METHOD /path/{template}`, as in GitHub's OpenAPI description. */
  key: string;
  operation: Operation;
  parameters: Readonly<Record<string, string>>;
};

export type FindRoute = (method: string, path: string) => Route | undefined;

/** Parameters that may contain unencoded slashes. */
const long = ["basehead", "branch", "path", "ref", "tree_sha"];

/** Takes encoded paths relative to the API. If two templates match, the one with more literal text wins. */
export function router(operations: Operations): FindRoute {
  const routes = Object.entries(operations)
    .map(([key, operation]) => {
      const [method = "", template = ""] = key.split(" ");
      return { key, operation, method, pattern: patternOf(template), weight: weightOf(template) };
    })
    .sort((one, other) => other.weight - one.weight);
  return (method, path) => {
    for (const route of routes) {
      const match = route.method === method && route.pattern.exec(path);
      if (!match) continue;
      const parameters = decoded(match.groups);
      return parameters && { key: route.key, operation: route.operation, parameters };
    }
    return undefined;
  };
}

function patternOf(template: string): RegExp {
  const pattern = template.replace(/\/?\{(\w+)\}/g, (whole, name: string) => {
    const slash = whole.startsWith("/") ? "/" : "";
    // The root of a repository's contents is requested with and without a slash.
    if (name === "path") return `(?:/(?<${name}>.*))?`;
    if (name.endsWith("_number") || (name.endsWith("_id") && name !== "workflow_id")) {
      return `${slash}(?<${name}>\\d+)`;
    }
    return `${slash}(?<${name}>${long.includes(name) ? ".+" : "[^/]+"})`;
  });
  return new RegExp(`^${pattern}$`);
}

function weightOf(template: string): number {
  return template.replace(/\{\w+\}/g, "").length;
}

function decoded(
  groups: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> | undefined {
  try {
    const entries = Object.entries(groups).map(([name, value = ""]) => [
      name,
      decodeURIComponent(value),
    ]);
    return Object.fromEntries(entries);
  } catch {
    return undefined; // An invalid percent encoding: no operation has such a path.
  }
}
