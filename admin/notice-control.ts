/**
 * The control at the top of the form that shows what keeps the post from being saved. Decap shows each
 * message next to its field only, so with that field out of view the button would seem to do nothing.
 */
import { Component, createRef, createElement as h, useId } from "react";
import * as words from "#words/editor.ts";
import { repair, repaired, undoRepair } from "#words/form.ts";
import { corrected } from "#words/problems.ts";
import type { FormData } from "../src/board/form/form-data.ts";
import { type Problem, problemText, type Repair } from "../src/board/problem.ts";
import type { Validity } from "./checked-control.ts";
import type { CmsField } from "./cms-config.ts";
import type { Control, ControlProps, Entry, ImmutableMap } from "./decap-types.ts";
import type { OpenFields } from "./open-fields.ts";

/** What is known about the whole post. */
export type FormState = {
  /** Why its file cannot be edited here. */
  unreadable: string[];
  /** Those that belong to no field. */
  errors: Problem[];
  advice: Problem[];
};

/** A correction that can be undone. */
type Corrected = {
  /** What its fields had before. */
  before: FormData;
  /** The post right after it. */
  data: ImmutableMap;
};

/**
 * Makes the control, for a form with the given fields. Decap renders a control again only when its own
 * value changes, and this one has none, so it listens.
 *
 * @param open is how corrections get into these fields
 * @param changes has an event `change` after each change of the form
 */
export function noticeControl(
  stateOf: (entry: Entry) => FormState,
  fields: readonly CmsField[],
  open: OpenFields,
  changes: EventTarget,
): Control {
  return class NoticeControl extends Component<ControlProps> {
    readonly #box = createRef<HTMLElement>();
    #corrected: Corrected | undefined;
    #isPressed = false;

    readonly isValid = (): Validity => {
      const { unreadable, errors } = stateOf(this.props.getEntry());
      const messages = [...unreadable, ...errors.map(problemText)];
      return messages.length === 0 || { error: { message: messages.join(" ") } };
    };

    readonly #update = () => this.forceUpdate();

    override componentDidMount(): void {
      changes.addEventListener("change", this.#update);
    }

    override shouldComponentUpdate(): boolean {
      return true;
    }

    override componentDidUpdate(): void {
      // The pressed button is gone.
      if (this.#isPressed)
        this.#box.current?.querySelector("button")?.focus({ preventScroll: true });
      this.#isPressed = false;
    }

    #data(): ImmutableMap {
      return this.props.getEntry().get("data");
    }

    readonly #correct = (values: Repair["values"]): void => {
      const before = open.correct(this.#data().toJS(), values);
      this.#corrected = { before, data: this.#data() };
      this.#isPressed = true;
      this.forceUpdate();
    };

    readonly #undo = (): void => {
      open.fill(this.#corrected?.before ?? {});
      this.#isPressed = true;
      this.forceUpdate();
    };

    // Its message is cleared for the same reason as in every checked control.
    override componentWillUnmount(): void {
      changes.removeEventListener("change", this.#update);
      this.props.clearFieldErrors(this.props.forID);
    }

    override render() {
      const { unreadable, advice } = stateOf(this.props.getEntry());
      return h(
        "div",
        { className: "notice", ref: this.#box },
        unreadable.length > 0 && h(UnreadableFile, { reasons: unreadable }),
        h(
          "div",
          { role: "status" },
          // Until something else is changed.
          this.#corrected?.data === this.#data() && h(Undo, { undo: this.#undo }),
        ),
        advice.length > 0 && h(AdviceList, { advice, correct: this.#correct }),
        h(FieldsToFix, { errors: this.props.fieldsErrors?.toJS() ?? {}, fields }),
      );
    }
  };
}

function UnreadableFile({ reasons }: { reasons: string[] }) {
  return h(
    "div",
    { className: "notice-unreadable", role: "alert" },
    h("p", null, words.unreadableFile),
    h("ul", null, ...reasons.map((reason) => h("li", { key: reason }, reason))),
  );
}

function Undo({ undo }: { undo: () => void }) {
  const button = h("button", { type: "button", onClick: undo }, undoRepair);
  return h("p", { className: "notice-corrected" }, repaired, " ", button);
}

type Correct = (values: Repair["values"]) => void;

function AdviceList({ advice, correct }: { advice: Problem[]; correct: Correct }) {
  const items = advice.map((problem) => h(Advice, { key: problemText(problem), problem, correct }));
  return h(
    "div",
    { className: "notice-advice" },
    h("p", null, words.advice),
    h("ul", null, ...items),
  );
}

function Advice({ problem, correct }: { problem: Problem; correct: Correct }) {
  const id = useId();
  const text = problemText(problem);
  if (!problem.repair) return h("li", null, text);
  const { shown, values } = problem.repair;
  return h(
    "li",
    null,
    h("span", { id }, shown ? `${text} ${corrected}` : text),
    shown && h("pre", { dir: "auto" }, shown),
    h("button", { type: "button", "aria-describedby": id, onClick: () => correct(values) }, repair),
  );
}

type FieldsToFixProps = {
  errors: Record<string, unknown>;
  fields: readonly CmsField[];
};

/** Buttons that lead to the fields with a message. The list stays in view. */
function FieldsToFix({ errors, fields }: FieldsToFixProps) {
  const ids = new Map(Object.keys(errors).map((id) => [controlOf(id), id]));
  const wrong = fields.filter(({ name }) => ids.has(name));
  return h(
    "div",
    { className: "notice-fields", role: "status", hidden: wrong.length === 0 },
    wrong.length > 0 && h("p", null, words.fieldsToFix(wrong.length)),
    ...wrong.map(({ name, label }) =>
      h(
        "button",
        { key: name, type: "button", onClick: () => goTo(ids.get(name) ?? "") },
        label ?? name,
      ),
    ),
  );
}

/** Decap makes the id of an input from the control's name and a number. */
function controlOf(id: string): string {
  return id.replace(/-field-\d+$/, "");
}

function goTo(id: string): void {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
  label?.scrollIntoView({ block: "center" });
  const editable = "input, textarea, select, [contenteditable=true]";
  const control = label?.parentElement?.parentElement;
  const wrong = control?.querySelector<HTMLElement>("[aria-invalid=true]");
  if (wrong) wrong.focus();
  else control?.querySelector<HTMLElement>(editable)?.focus({ preventScroll: true });
}
