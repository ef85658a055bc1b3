/** Compares the times of the last build and the last daily run with the visitor’s clock. */
import { loading } from "#words/github-answers.ts";
import { noRuns } from "#words/statistics.ts";
import { askGitHub, failureText } from "./github.ts";
import type { Health, ListedRun } from "./health.ts";
import { buildHealth, runHealth } from "./health.ts";
import { elementById, thisMoment } from "./page.ts";

const { built = "", api = "" } = elementById("status").dataset;
const run = elementById("run");

show(elementById("build"), buildHealth(Number(built) * 1000, thisMoment()));
run.textContent = loading;
show(run, await runs());

async function runs(): Promise<Health> {
  const answer = await askGitHub(api);
  if (answer.ok) {
    const { workflow_runs } = answer.value as { workflow_runs: readonly ListedRun[] };
    return runHealth(workflow_runs, thisMoment());
  }
  const isMissing = answer.failure.kind === "missing";
  const text = isMissing ? noRuns : failureText(answer.failure);
  return { text, isLate: isMissing };
}

function show(element: HTMLElement, { text, isLate }: Health): void {
  element.textContent = text;
  element.classList.toggle("closed", isLate);
}
