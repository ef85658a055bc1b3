/**
 * The control at the top of the form that shows what keeps the post from being saved. Decap shows each
 * message next to its field only, so with that field out of view the button would seem to do nothing.
 */
import { Component, createElement as h } from "react";
import { type Problem, problemText } from "../src/board/problem.ts";
import * as words from "../src/board/words/en/editor.ts";
import { corrected } from "../src/board/words/en/problems.ts";
import type { Validity } from "./checked-control.ts";
import type { CmsField } from "./cms-config.ts";
import type { Control, ControlProps, Entry } from "./decap-types.ts";

/** What is known about the whole post. */
export type FormState = {
  /** Why its file cannot be edited here. */
  unreadable: string[];
  /** Those that belong to no field. */
  errors: Problem[];
  advice: Problem[];
};

/**
 * Makes the control, for a form with the given fields. Decap renders a control again only when its own
 * value changes, and this one has none, so it listens.
 *
 * @param changes has an event `change` after each change of the form
 */
export function noticeControl(
  stateOf: (entry: Entry) => FormState,
  fields: readonly CmsField[],
  changes: EventTarget,
): Control {
  return class NoticeControl extends Component<ControlProps> {
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

    // Its message is cleared for the same reason as in every checked control.
    override componentWillUnmount(): void {
      changes.removeEventListener("change", this.#update);
      this.props.clearFieldErrors(this.props.forID);
    }

    override render() {
      const { unreadable, advice } = stateOf(this.props.getEntry());
      return h(
        "div",
        { className: "notice" },
        unreadable.length > 0 && h(UnreadableFile, { reasons: unreadable }),
        advice.length > 0 && h(AdviceList, { advice }),
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

function AdviceList({ advice }: { advice: Problem[] }) {
  return h(
    "div",
    { className: "notice-advice" },
    h("p", null, words.advice),
    h("ul", null, ...advice.map((problem) => h(Advice, { key: problemText(problem), problem }))),
  );
}

function Advice({ problem }: { problem: Problem }) {
  const shown = problem.repair?.shown;
  if (!shown) return h("li", null, problemText(problem));
  return h("li", null, `${problemText(problem)} ${corrected}`, h("pre", { dir: "auto" }, shown));
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
