/** Reads values from a parsed workflow file. Every error has the value's file and line. */

import type { MappingToken, TemplateToken } from "@actions/workflow-parser/templates/tokens/index";
import {
  isMapping,
  isSequence,
  isString,
} from "@actions/workflow-parser/templates/tokens/type-guards";

export type { MappingToken, TemplateToken };

/** A workflow or action that GitHub would refuse, or that the emulator cannot run as GitHub would. */
export class WorkflowError extends Error {
  override readonly name = "WorkflowError";
}

/** The error for a place in a file: `.github/workflows/a.yml:12: …`. */
export function workflowError(file: string, token: TemplateToken | undefined, text: string): Error {
  return new WorkflowError(`${file}:${token?.line ?? 1}: ${text}`);
}

/**
 * The values of a mapping by key.
 *
 * @param known The supported keys. Any other is an error.
 */
export function readMapping(
  file: string,
  token: TemplateToken | undefined,
  known?: readonly string[],
): Map<string, TemplateToken> {
  const values = new Map<string, TemplateToken>();
  if (!token) return values;
  if (!isMapping(token)) throw workflowError(file, token, "Expected a mapping here.");
  for (const { key, value } of token) {
    const name = String(key);
    if (known && !known.includes(name)) {
      throw workflowError(file, key, `The emulator does not support “${name}” here.`);
    }
    values.set(name, value);
  }
  return values;
}

/** A string without expressions. */
export function readText(file: string, token: TemplateToken): string {
  if (isString(token)) return token.value;
  throw workflowError(file, token, "Expected a plain string here.");
}

/** A string, or a list of strings. */
export function readTexts(file: string, token: TemplateToken | undefined): string[] {
  if (!token) return [];
  if (!isSequence(token)) return [readText(file, token)];
  return Array.from({ length: token.count }, (_, index) => readText(file, token.get(index)));
}
