/** Parses workflow files and composite actions. */
import type {
  EventsConfig,
  Step as ParsedStep,
} from "@actions/workflow-parser/model/workflow-template";
import { isSequence } from "@actions/workflow-parser/templates/tokens/type-guards";
import {
  convertActionTemplate,
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseAction,
  parseWorkflow,
} from "./parser.ts";
import type { Permissions } from "./permissions.ts";
import { readPermissions } from "./permissions.ts";
import type { TemplateToken } from "./tokens.ts";
import { readMapping, readText, readTexts, WorkflowError, workflowError } from "./tokens.ts";

export type Workflow = {
  /** Its path in the repository, such as `.github/workflows/check.yml`. */
  file: string;
  name: string;
  events: EventsConfig;
  permissions: Permissions | undefined;
  concurrency: TemplateToken | undefined;
  env: TemplateToken | undefined;
  jobs: Job[];
};

export type Job = {
  id: string;
  line: number;
  needs: string[];
  /** An expression; `success()` for jobs without `if`. */
  condition: string;
  permissions: Permissions | undefined;
  concurrency: TemplateToken | undefined;
  env: TemplateToken | undefined;
  outputs: TemplateToken | undefined;
  timeoutMinutes: TemplateToken | undefined;
} & ({ kind: "steps"; steps: Step[] } | { kind: "call"; workflow: string });

export type Step = {
  file: string;
  line: number;
  id: string | undefined;
  name: TemplateToken | undefined;
  condition: string;
  env: TemplateToken | undefined;
} & (
  | { kind: "run"; script: TemplateToken; shell: string | undefined }
  | { kind: "uses"; action: string; inputs: Map<string, TemplateToken> }
);

export type Action = {
  file: string;
  inputs: Map<string, { required: boolean; value: TemplateToken | undefined }>;
  steps: Step[];
};

const keys = {
  workflow: ["name", "on", "permissions", "concurrency", "env", "jobs"],
  job: [
    ...["name", "needs", "if", "permissions", "runs-on", "timeout-minutes", "concurrency"],
    ...["environment", "env", "outputs", "steps"],
  ],
  // All jobs except a stranger's have secrets anyway, so passing them on changes nothing.
  call: ["name", "needs", "if", "permissions", "uses", "secrets"],
  step: ["id", "name", "if", "env", "run", "shell", "uses", "with"],
  action: ["name", "description", "inputs", "runs"],
} as const;

/**
 * Reads a workflow file.
 *
 * Throws a WorkflowError with file and line if GitHub would reject it, or if it uses
 * something that the emulator does not support.
 */
export async function readWorkflow(file: string, text: string): Promise<Workflow> {
  const { context, value } = parseWorkflow(
    { name: file, content: text },
    new NoOperationTraceWriter(),
  );
  refuse(file, context.errors.getErrors());
  const root = readMapping(file, value, keys.workflow);
  const template = value && (await convertWorkflowTemplate(context, value));
  refuse(file, context.errors.getErrors());
  if (!template) throw new WorkflowError(`${file}:1: It is empty.`);

  const jobs = [...readMapping(file, root.get("jobs"))].map(([id, token], index) => {
    const parsed = template.jobs[index];
    if (!parsed) throw workflowError(file, token, `The job “${id}” could not be read.`);
    const condition = parsed.if.expression;
    return readJob(file, {
      id,
      token,
      condition,
      steps: parsed.type === "job" ? parsed.steps : [],
    });
  });
  const name = root.get("name");
  return {
    file,
    name: name ? readText(file, name) : file,
    events: template.events,
    permissions: readPermissions(file, root.get("permissions")),
    concurrency: root.get("concurrency"),
    env: root.get("env"),
    jobs,
  };
}

/** Reads the `action.yml` of a composite action. Throws as `readWorkflow` does. */
export function readAction(file: string, text: string): Action {
  const { context, value } = parseAction(
    { name: file, content: text },
    new NoOperationTraceWriter(),
  );
  refuse(file, context.errors.getErrors());
  const root = readMapping(file, value, keys.action);
  const template = value && convertActionTemplate(context, value);
  refuse(file, context.errors.getErrors());
  if (template?.runs.using !== "composite") {
    throw workflowError(file, root.get("runs"), "The emulator supports only composite actions.");
  }
  const runs = readMapping(file, root.get("runs"), ["using", "steps"]);
  return {
    file,
    inputs: new Map(
      (template.inputs ?? []).map((input) => [
        input.id,
        { required: input.required ?? false, value: input.default },
      ]),
    ),
    steps: readSteps(file, runs.get("steps"), template.runs.steps),
  };
}

function refuse(
  file: string,
  errors: readonly {
    message: string;
    range?: { start: { line: number } } | undefined;
    rawMessage: string;
  }[],
): void {
  if (errors.length === 0) return;
  throw new WorkflowError(
    errors
      .map(({ range, rawMessage }) => `${file}:${range?.start.line ?? 1}: ${rawMessage}`)
      .join("\n"),
  );
}

type ParsedJob = { id: string; token: TemplateToken; condition: string; steps: ParsedStep[] };

function readJob(file: string, { id, token, condition, steps }: ParsedJob): Job {
  const isCall = readMapping(file, token).has("uses");
  const values = readMapping(file, token, isCall ? keys.call : keys.job);
  const runsOn = values.get("runs-on");
  if (runsOn && !readText(file, runsOn).startsWith("ubuntu-")) {
    throw workflowError(file, runsOn, "The emulator supports only GitHub’s Ubuntu runners.");
  }
  return {
    id,
    line: token.line ?? 1,
    needs: readTexts(file, values.get("needs")),
    condition,
    permissions: readPermissions(file, values.get("permissions")),
    concurrency: values.get("concurrency"),
    env: values.get("env"),
    outputs: values.get("outputs"),
    timeoutMinutes: values.get("timeout-minutes"),
    ...readWork(file, values, steps),
  };
}

function readWork(
  file: string,
  values: Map<string, TemplateToken>,
  steps: ParsedStep[],
): { kind: "steps"; steps: Step[] } | { kind: "call"; workflow: string } {
  const uses = values.get("uses");
  if (!uses) return { kind: "steps", steps: readSteps(file, values.get("steps"), steps) };
  const path = readText(file, uses);
  if (path.startsWith("./")) return { kind: "call", workflow: path.slice(2) };
  throw workflowError(
    file,
    uses,
    "The emulator supports only called workflows in the same repository.",
  );
}

function readSteps(file: string, token: TemplateToken | undefined, parsed: ParsedStep[]): Step[] {
  if (!token || !isSequence(token)) throw workflowError(file, token, "It has no steps.");
  return parsed.map((step, index) =>
    readStep(file, token.get(index), step.if?.expression ?? "success()"),
  );
}

function readStep(file: string, token: TemplateToken, condition: string): Step {
  const values = readMapping(file, token, keys.step);
  const text = (name: string) => {
    const value = values.get(name);
    return value && readText(file, value);
  };
  const base = {
    file,
    line: token.line ?? 1,
    id: text("id"),
    name: values.get("name"),
    condition,
    env: values.get("env"),
  };
  const script = values.get("run");
  if (!script) {
    const inputs = readMapping(file, values.get("with"));
    return { ...base, kind: "uses", action: text("uses") ?? "", inputs };
  }
  const shell = text("shell");
  if (shell && shell !== "bash") {
    throw workflowError(
      file,
      values.get("shell"),
      `The emulator supports only bash, not “${shell}”.`,
    );
  }
  return { ...base, kind: "run", script, shell };
}
