/** Shows problems next to fields, and in a list at the top. */
import type { FormProblem } from "../../../board/form/check-form.ts";
import { elementById, make } from "../page.ts";
import { controlsOf } from "./controls.ts";

/** The shown part of a problem. */
export type ShownProblem = Pick<FormProblem, "control" | "severity" | "message" | "fix">;

/** Shows the problems of each of the named fields, and clears old ones. */
export function showBesideFields(
  form: HTMLFormElement,
  names: Iterable<string>,
  problems: readonly ShownProblem[],
): void {
  for (const name of names) {
    const own = problems.filter(({ control }) => control === name);
    const isWrong = own.some(isError);
    const text = own.map(wordsOf).join(" ");
    const place = elementById(`problem-${name}`);
    // Screen readers would repeat an unchanged text.
    if (place.textContent !== text) place.textContent = text;
    const field = elementById(`of-${name}`);
    field.classList.toggle("wrong", isWrong);
    const carriers = field.role === "radiogroup" ? [field] : controlsOf(form, name);
    for (const carrier of carriers) {
      if (isWrong) carrier.setAttribute("aria-invalid", "true");
      else carrier.removeAttribute("aria-invalid");
    }
  }
}

/** Lists the errors above the form, each with a link to its field, and moves the focus there. */
export function showSummary(problems: readonly ShownProblem[]): void {
  const summary = elementById("summary");
  const errors = problems.filter(isError);
  summary.hidden = errors.length === 0;
  const items = errors.map((problem) => make("li", {}, linkTo(problem)));
  elementById("summary-list").replaceChildren(...items);
  if (errors.length > 0) summary.focus();
}

function isError({ severity }: ShownProblem): boolean {
  return severity === "error";
}

function wordsOf({ message, fix }: ShownProblem): string {
  return `${message} ${fix}`.trim();
}

function linkTo(problem: ShownProblem): Node | string {
  const { control } = problem;
  const field = control && document.getElementById(`field-${control}`);
  if (!field) return wordsOf(problem);
  const link = make("a", { href: `#field-${control}` }, problem.message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // With the label in view.
    elementById(`of-${control}`).scrollIntoView();
    field.focus({ preventScroll: true });
  });
  return link;
}
