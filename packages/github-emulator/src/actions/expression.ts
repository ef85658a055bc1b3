/** GitHub's expressions, evaluated by its own library. */
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { truthy } from "@actions/expressions/result";
import {
  isBasicExpression,
  isBoolean,
  isNumber,
  isString,
} from "@actions/workflow-parser/templates/tokens/type-guards";
import type { TemplateToken } from "./tokens.ts";
import { readMapping, workflowError } from "./tokens.ts";

/** What expressions can see: `github`, `env`, `needs`, … as plain values. */
export type Contexts = Readonly<Record<string, unknown>>;

/** Job status for `success()` and similar functions. `skipped`: neither success nor failure. */
export type JobStatus = "success" | "failure" | "cancelled" | "skipped";

export type ExpressionContext = { contexts: Contexts; jobStatus: JobStatus };

/** Whether a condition is true. Throws an Error if the expression is invalid. */
export function isTrue(expression: string, context: ExpressionContext): boolean {
  return truthy(evaluate(expression, context));
}

/** Evaluates the expressions in a value of a workflow file. Throws a WorkflowError with file and line. */
export function interpolate(
  file: string,
  token: TemplateToken,
  context: ExpressionContext,
): string {
  if (isBasicExpression(token)) {
    try {
      return evaluate(token.expression, context).coerceString();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw workflowError(file, token, `${token.expression}: ${reason}`);
    }
  }
  if (isString(token)) return token.value;
  if (isNumber(token) || isBoolean(token)) return String(token.value);
  throw workflowError(file, token, "Expected a string here.");
}

/** The same for all values of a mapping, by their keys. */
export function interpolateAll(
  file: string,
  values: TemplateToken | Map<string, TemplateToken> | undefined,
  context: ExpressionContext,
): Record<string, string> {
  const entries = values instanceof Map ? values : readMapping(file, values);
  return Object.fromEntries(
    [...entries].map(([name, token]) => [name, interpolate(file, token, context)]),
  );
}

function evaluate(
  expression: string,
  { contexts, jobStatus }: ExpressionContext,
): data.ExpressionData {
  const status = (name: string, isTrueIn: (jobStatus: JobStatus) => boolean) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(isTrueIn(jobStatus)),
  });
  const functions = [
    status("always", () => true),
    status("success", (now) => now === "success"),
    status("failure", (now) => now === "failure"),
    status("cancelled", (now) => now === "cancelled"),
  ];
  const tree = new Parser(
    new Lexer(expression).lex().tokens,
    Object.keys(contexts),
    functions,
  ).parse();
  const values = new data.Dictionary(
    ...Object.entries(contexts)
      .filter(([key]) => expression.toLowerCase().includes(key.toLowerCase()))
      .map(([key, value]) => ({
        key,
        value: key === "github" ? githubData(value) : toData(value),
      })),
  );
  return new Evaluator(
    tree,
    values,
    new Map(functions.map((each) => [each.name, each])),
  ).evaluate();
}

/** Payloads of events are large, and never change. */
const payloads = new WeakMap<object, data.ExpressionData>();

function githubData(context: unknown): data.ExpressionData {
  const { event, ...more } = context as { event: object };
  const payload = payloads.get(event) ?? toData(event);
  payloads.set(event, payload);
  const others = Object.entries(more).map(([key, value]) => ({ key, value: toData(value) }));
  return new data.Dictionary({ key: "event", value: payload }, ...others);
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver);
}
