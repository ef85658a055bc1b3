/** Runs the steps of a job one after another. */
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runBuiltIn } from "./built-in-commands.ts";
import { interpolate, interpolateAll, isTrue } from "./expression.ts";
import type { JobContext, Scope } from "./job-context.ts";
import { expressionContext } from "./job-context.ts";
import { runScript } from "./shell.ts";
import { supportedActions } from "./supported-actions.ts";
import { WorkflowError } from "./tokens.ts";
import type { Action, Step } from "./workflow.ts";
import { readAction } from "./workflow.ts";

/** Runs steps. After one has failed, only those whose condition allows it still run. */
export async function runSteps(
  job: JobContext,
  steps: readonly Step[],
  start: Scope,
): Promise<Scope> {
  let scope = start;
  for (const step of steps) {
    if (job.signal.aborted) scope = { ...scope, jobStatus: "cancelled" };
    const { outcome, outputs } = await attempt(job, step, scope);
    if (outcome === "failure") {
      scope = { ...scope, jobStatus: job.signal.aborted ? "cancelled" : "failure" };
    }
    if (!step.id) continue;
    const result = { outputs, outcome, conclusion: outcome };
    scope = { ...scope, steps: { ...scope.steps, [step.id]: result } };
  }
  return scope;
}

type Attempt = {
  outcome: "success" | "failure" | "skipped";
  outputs: Record<string, string>;
};

async function attempt(job: JobContext, step: Step, scope: Scope): Promise<Attempt> {
  const place = `${step.file}:${step.line}`;
  try {
    if (!isTrue(step.condition, expressionContext(job, scope)))
      return { outcome: "skipped", outputs: {} };
    const title = titleOf(job, step, scope);
    job.write(`▶ ${title} (${place})\n`);
    return { outcome: "success", outputs: await performNoted(job, step, scope, title) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    job.write(error instanceof WorkflowError ? `${reason}\n` : `${place}: ${reason}\n`);
    return { outcome: "failure", outputs: error instanceof FailedScript ? error.outputs : {} };
  }
}

/** What a script wrote as its outputs before it failed counts at GitHub, too. */
class FailedScript extends Error {
  readonly outputs: Record<string, string>;

  constructor(code: number, outputs: Record<string, string>) {
    super(`It failed with exit code ${code}.`);
    this.outputs = outputs;
  }
}

function titleOf(job: JobContext, step: Step, scope: Scope): string {
  if (step.name) return interpolate(step.file, step.name, expressionContext(job, scope));
  if (step.kind === "uses") return step.action;
  return interpolate(step.file, step.script, expressionContext(job, scope)).split("\n")[0] ?? "";
}

/** Notes how long a step of the job itself takes. */
async function performNoted(
  job: JobContext,
  step: Step,
  scope: Scope,
  name: string,
): Promise<Record<string, string>> {
  const startedAt = Date.now();
  try {
    return await perform(job, step, scope);
  } finally {
    if (scope.within.length === 0) job.noteStep({ name, startedAt, completedAt: Date.now() });
  }
}

function perform(job: JobContext, step: Step, scope: Scope): Promise<Record<string, string>> {
  const env = {
    ...scope.env,
    ...interpolateAll(step.file, step.env, expressionContext(job, scope)),
  };
  const within = { ...scope, env };
  if (step.kind === "run") return runScriptOf(job, step, within);
  const [name = ""] = step.action.split("@");
  const isLocal = name.startsWith("./") && !Object.hasOwn(job.actions, name);
  if (isLocal) return runLocalAction(job, step, within);
  return runSupportedAction(job, step, within);
}

async function runScriptOf(
  job: JobContext,
  step: Step & { kind: "run" },
  scope: Scope,
): Promise<Record<string, string>> {
  const { workspace, temporary } = job.directories;
  const output = join(temporary, `output-${randomUUID()}`);
  await writeFile(output, "");
  const text = interpolate(step.file, step.script, expressionContext(job, scope));
  const variables = { ...job.variables, ...scope.env, GITHUB_OUTPUT: output };
  const { signal, write } = job;
  const code =
    (await runBuiltIn(job, text, variables)) ??
    (await runScript({
      ...{ text, shell: step.shell, directory: workspace, temporary },
      ...{ variables, signal, write },
    }));
  const outputs = readOutputs(await readFile(output, "utf8"));
  if (code !== 0) throw new FailedScript(code, outputs);
  return outputs;
}

/** Reads what a step wrote to `GITHUB_OUTPUT`: `name=value`, or `name<<END`, lines and `END`. */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === "") continue;
    const [, name = "", sign, value = ""] = /^([^=<]+)(=|<<)(.*)$/.exec(line) ?? [];
    if (!sign) throw new Error(`The line “${line}” in GITHUB_OUTPUT is not name=value.`);
    outputs[name] = sign === "=" ? value : takeUntil(lines, value);
  }
  return outputs;
}

function takeUntil(lines: string[], end: string): string {
  const index = lines.indexOf(end);
  if (index < 0) throw new Error(`GITHUB_OUTPUT lacks the line ${end}, which ends a value.`);
  return lines
    .splice(0, index + 1)
    .slice(0, -1)
    .join("\n");
}

async function runLocalAction(
  job: JobContext,
  step: Step & { kind: "uses" },
  scope: Scope,
): Promise<Record<string, string>> {
  const action = await findAction(job.directories.workspace, step.action);
  if (scope.within.some(({ file }) => file === action.file)) {
    throw new Error(`${step.action} uses itself.`);
  }
  const given = interpolateAll(step.file, step.inputs, expressionContext(job, scope));
  const unknown = Object.keys(given).find((name) => !action.inputs.has(name));
  if (unknown) throw new Error(`${step.action} has no input “${unknown}”.`);
  const inputs: Record<string, string> = {};
  for (const [name, { required, value }] of action.inputs) {
    if (required && given[name] === undefined) throw new Error(`The input “${name}” is missing.`);
    const standard = value ? interpolate(action.file, value, expressionContext(job, scope)) : "";
    inputs[name] = given[name] ?? standard;
  }
  const within = [...scope.within, action];
  const inner: Scope = { env: scope.env, steps: {}, inputs, jobStatus: "success", within };
  const { jobStatus } = await runSteps(job, action.steps, inner);
  if (jobStatus !== "success") throw new Error(`A step of ${step.action} failed.`);
  return {};
}

async function findAction(workspace: string, name: string): Promise<Action> {
  const file = `${name.slice(2)}/action.yml`;
  try {
    return readAction(file, await readFile(join(workspace, file), "utf8"));
  } catch (error) {
    if (error instanceof WorkflowError) throw error;
    throw new Error(`There is no ${file} in the workspace. Was the repository checked out?`, {
      cause: error,
    });
  }
}

function runSupportedAction(
  job: JobContext,
  step: Step & { kind: "uses" },
  scope: Scope,
): Promise<Record<string, string>> {
  const [name = ""] = step.action.split("@");
  const action = job.actions[name] ?? supportedActions[name];
  if (!action) throw new Error(`The emulator does not support the action ${name}.`);
  const inputs = interpolateAll(step.file, step.inputs, expressionContext(job, scope));
  const unknown = Object.keys(inputs).find((input) => !action.inputs.includes(input));
  if (unknown) throw new Error(`The emulator does not support the input “${unknown}” of ${name}.`);
  return action.perform(job, inputs);
}
