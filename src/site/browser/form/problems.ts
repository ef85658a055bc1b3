/** What is wrong with the form, beside its fields and in one list at the top. */
import type { FormProblem } from "../../../board/form/check-form.ts";
import { elementById, make } from "../page.ts";
import { controlsOf } from "./controls.ts";

/** What a person is told; `control` as in `FormProblem`. */
export type Told = Pick<FormProblem, "control" | "severity" | "message" | "fix">;

/** Says beside each of the named fields what is wrong with it, and what could be better. */
export function tellBeside(
  form: HTMLFormElement,
  names: Iterable<string>,
  problems: readonly Told[],
): void {
  for (const name of names) {
    const own = problems.filter(({ control }) => control === name);
    const isWrong = own.some(isError);
    const text = own.map(wordsOf).join(" ");
    const place = elementById(`problem-${name}`);
    // Nobody is to hear again what stands there already.
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

/** Lists the errors above the form, each with a link to its field, and goes there. */
export function tellAtTop(problems: readonly Told[]): void {
  const summary = elementById("summary");
  const errors = problems.filter(isError);
  summary.hidden = errors.length === 0;
  const items = errors.map((problem) => make("li", {}, linkTo(problem)));
  elementById("summary-list").replaceChildren(...items);
  if (errors.length > 0) summary.focus();
}

function isError({ severity }: Told): boolean {
  return severity === "error";
}

function wordsOf({ message, fix }: Told): string {
  return `${message} ${fix}`.trim();
}

function linkTo(problem: Told): Node | string {
  const { control } = problem;
  const field = control && document.getElementById(`field-${control}`);
  if (!field) return wordsOf(problem);
  const link = make("a", { href: `#field-${control}` }, problem.message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // Its label is to be seen too.
    elementById(`of-${control}`).scrollIntoView();
    field.focus({ preventScroll: true });
  });
  return link;
}
