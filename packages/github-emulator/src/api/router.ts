/** Finds the operation that a request means. */
import type { Operation, Operations } from "./call.ts";

export type Route = {
  /** `METHOD /path/{template}`, as in GitHub's OpenAPI description. */
  key: string;
  operation: Operation;
  parameters: Readonly<Record<string, string>>;
};

export type FindRoute = (method: string, path: string) => Route | undefined;

/** Parameters in which slashes may stand as they are. */
const long = ["basehead", "branch", "path", "ref", "tree_sha"];

/** Takes paths below the API's address, encoded. Where two templates fit, the one with more of its own text is meant. */
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
    // The root of a repository's contents is asked for with and without a slash.
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
    return undefined; // A percent sign that stands for nothing: no operation has such a name.
  }
}
