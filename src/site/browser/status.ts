/** Compares with the visitor's clock when the site was built and when the board last looked after itself. */
import { elementById } from "./elements.ts";
import { askGitHub, failureText } from "./github.ts";
import { thisMoment } from "./moment.ts";
import type { ListedRun, Word } from "./status-words.ts";
import { buildWord, runWord } from "./status-words.ts";

const { built = "", api = "" } = elementById("status").dataset;
const run = elementById("run");

say(elementById("build"), buildWord(Number(built) * 1000, thisMoment()));
run.textContent = "Asking GitHub…";
say(run, await askForRuns());

async function askForRuns(): Promise<Word> {
  const answer = await askGitHub(api);
  if (answer.ok) {
    const { workflow_runs } = answer.value as { workflow_runs: readonly ListedRun[] };
    return runWord(workflow_runs, thisMoment());
  }
  const isMissing = answer.failure.kind === "missing";
  const text = isMissing
    ? "GitHub knows of no daily run of this board."
    : failureText(answer.failure);
  return { text, isLate: isMissing };
}

function say(element: HTMLElement, { text, isLate }: Word): void {
  element.textContent = text;
  element.classList.toggle("closed", isLate);
}
