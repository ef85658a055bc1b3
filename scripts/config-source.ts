/** Changes values in the source of the settings and nothing else in the file. */
import type { Expression } from "acorn";
import { parseExpressionAt } from "acorn";
import MagicString from "magic-string";
import { adopt as words } from "#words/terminal-posts.ts";
import type { ConfigChange } from "../src/board/adoption.ts";

/**
 * Returns the source with other values in the object that it exports as `boardConfig`. Throws an Error if a
 * value is not a literal, so it cannot be replaced.
 */
export function editConfig(source: string, changes: readonly ConfigChange[]): string {
  const edited = new MagicString(source);
  const object = findObject(source);
  for (const { path, value } of changes) {
    const { start, end } = path.reduce(propertyOf, object);
    edited.update(start, end, JSON.stringify(value));
  }
  return edited.toString();
}

/** The object literal itself is plain JavaScript. */
function findObject(source: string): Expression {
  const declaration = /export const boardConfig\b[^=]*=\s*/.exec(source);
  if (!declaration) throw notWrittenOut("boardConfig");
  try {
    const start = declaration.index + declaration[0].length;
    return parseExpressionAt(source, start, { ecmaVersion: "latest", sourceType: "module" });
  } catch (cause) {
    throw notWrittenOut("boardConfig", { cause });
  }
}

function propertyOf(object: Expression, key: string): Expression {
  if (object.type !== "ObjectExpression") throw notWrittenOut(key);
  for (const property of object.properties) {
    if (property.type !== "Property" || property.computed) continue;
    const { key: name, value } = property;
    const isIt =
      name.type === "Identifier" ? name.name === key : "value" in name && name.value === key;
    if (isIt) return value;
  }
  throw notWrittenOut(key);
}

function notWrittenOut(name: string, options?: ErrorOptions): Error {
  return new Error(words.notWrittenOut(name), options);
}
