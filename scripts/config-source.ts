/** Changes values in the source of the settings and nothing else in the file. */
import type { Expression } from "acorn";
import { parseExpressionAt } from "acorn";
import MagicString from "magic-string";
import { adopt as words } from "#words/terminal-posts.ts";
import type { ConfigChange } from "../src/board/setting-path.ts";

/**
 * Returns the source with other values in the object that it exports as `boardConfig`. Throws an Error if a
 * value is not a literal, so it cannot be replaced.
 */
export function editConfig(source: string, changes: readonly ConfigChange[]): string {
  const edited = new MagicString(source);
  const object = findObject(source);
  for (const { path, value } of changes) {
    const group = path.slice(0, -1).reduce(valueIn, object);
    const name = path.at(-1) ?? "";
    const present = findValue(group, name);
    if (present) edited.update(present.start, present.end, JSON.stringify(value));
    else edited.appendLeft(endOfGroup(group, name), `, ${name}: ${JSON.stringify(value)}`);
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

function valueIn(object: Expression, key: string): Expression {
  const value = findValue(object, key);
  if (!value) throw notWrittenOut(key);
  return value;
}

/** Where another value can be added. What a spread adds is unknown. */
function endOfGroup(object: Expression, key: string): number {
  const properties = object.type === "ObjectExpression" ? object.properties : [];
  const last = properties.at(-1);
  if (!last || properties.some(({ type }) => type !== "Property")) throw notWrittenOut(key);
  return last.end;
}

function findValue(object: Expression, key: string): Expression | undefined {
  if (object.type !== "ObjectExpression") throw notWrittenOut(key);
  for (const property of object.properties) {
    if (property.type !== "Property" || property.computed) continue;
    const { key: name, value } = property;
    const isIt =
      name.type === "Identifier" ? name.name === key : "value" in name && name.value === key;
    if (isIt) return value;
  }
  return undefined;
}

function notWrittenOut(name: string, options?: ErrorOptions): Error {
  return new Error(words.notWrittenOut(name), options);
}
