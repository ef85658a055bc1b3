/** Shows problems next to fields, and in a list at the top. */

import * as words from "#words/form.ts";
import { corrected as correctedLabel } from "#words/problems.ts";
import type { FormProblem } from "../../../board/form/check-form.ts";
import { problemText } from "../../../board/problem.ts";
import { elementById, make } from "../page.ts";
import { controlsOf } from "./controls.ts";

/** The shown part of a problem. */
export type ShownProblem = Pick<
  FormProblem,
  "control" | "severity" | "line" | "message" | "fix" | "repair"
>;

/** What the buttons next to fields do. */
export type RepairButtons = {
  repair: (problem: ShownProblem) => void;
  /** The control with a repair that can be undone. */
  repaired: string | undefined;
  undo: () => void;
};

/** Shows the problems of each of the named fields, and clears old ones. */
export function showBesideFields(
  form: HTMLFormElement,
  names: Iterable<string>,
  problems: readonly ShownProblem[],
  buttons?: RepairButtons,
): void {
  for (const name of names) {
    const own = problems
      .filter(({ control }) => control === name)
      .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
    showAt(name, own, buttons);
    const isWrong = own.some(isError);
    const field = elementById(`of-${name}`);
    field.classList.toggle("wrong", isWrong);
    const carriers = field.role === "radiogroup" ? [field] : controlsOf(form, name);
    for (const carrier of carriers) {
      if (isWrong) carrier.setAttribute("aria-invalid", "true");
      else carrier.removeAttribute("aria-invalid");
    }
  }
}

const shown = new WeakMap<Element, string>();

function showAt(name: string, problems: readonly ShownProblem[], buttons?: RepairButtons): void {
  const place = elementById(`problems-${name}`);
  const isRepaired = buttons?.repaired === name;
  // Screen readers would repeat an unchanged text.
  const look = JSON.stringify([isRepaired, problems]);
  if ((shown.get(place) ?? "[false,[]]") === look) return;
  shown.set(place, look);
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren(
    ...(isRepaired ? [undoBlock(buttons.undo)] : []),
    ...problems.map((problem, index) => problemBlock(problem, `problem-${name}-${index}`, buttons)),
  );
  describe(
    name,
    problems.map((_, index) => `problem-${name}-${index}`),
  );
  // The pressed button is gone.
  if (hadFocus) (place.querySelector("button") ?? elementById(`field-${name}`)).focus();
}

function problemBlock(problem: ShownProblem, id: string, buttons?: RepairButtons): HTMLElement {
  const text = make("p", { id }, problemText(problem));
  if (!problem.repair || !buttons) return make("div", { className: "problem" }, text);
  const button = make("button", { type: "button", className: "quiet" }, words.repair);
  button.setAttribute("aria-describedby", id);
  button.addEventListener("click", () => buttons.repair(problem));
  const { shown: corrected } = problem.repair;
  const look = corrected
    ? [make("p", {}, correctedLabel), make("pre", { dir: "auto" }, corrected)]
    : [];
  return make("div", { className: "problem" }, text, ...look, button);
}

function undoBlock(undo: () => void): HTMLElement {
  const button = make("button", { type: "button", className: "quiet" }, words.undoRepair);
  button.addEventListener("click", undo);
  return make("div", { className: "problem" }, make("p", {}, words.repaired), button);
}

/** Connects a field with its problems, without their buttons and the corrected text. */
function describe(name: string, ids: readonly string[]): void {
  const field = elementById(`of-${name}`);
  const described =
    field instanceof HTMLFieldSetElement
      ? [field, ...field.querySelectorAll("select")]
      : [elementById(`field-${name}`)];
  const hint = document.getElementById(`hint-${name}`) ? [`hint-${name}`] : [];
  for (const element of described) {
    element.setAttribute("aria-describedby", [...hint, ...ids].join(" "));
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

function linkTo(problem: ShownProblem): Node | string {
  const { control } = problem;
  const field = control && document.getElementById(`field-${control}`);
  if (!field) return problemText(problem);
  const link = make("a", { href: `#field-${control}` }, problem.message);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // With the label in view.
    elementById(`of-${control}`).scrollIntoView();
    field.focus({ preventScroll: true });
  });
  return link;
}
