/**
 * The control at the head of the form that says what keeps the post from being saved. Decap shows
 * each message beside its field, but says nothing where that field is out of sight, so that the
 * button looks dead.
 */
import { Component, createElement as h } from "react";
import { type Problem, problemText } from "../src/board/problem.ts";
import type { Validity } from "./checked-control.ts";
import type { Control, ControlProps, Entry } from "./decap.ts";
import type { CmsField } from "./form-fields.ts";

/** What is known about a post as a whole. */
export type Verdict = {
  /** Why its file cannot be edited here. */
  unreadable: string[];
  /** What is wrong and belongs to no field. */
  errors: Problem[];
  advice: Problem[];
};

/**
 * Makes the control, for a form with the given fields. Its own value never changes and Decap draws
 * it anew for no other's, so it listens.
 *
 * @param changes has an event `change` after each change of the form
 */
export function noticeControl(
  judge: (entry: Entry) => Verdict,
  fields: readonly CmsField[],
  changes: EventTarget,
): Control {
  return class NoticeControl extends Component<ControlProps> {
    readonly isValid = (): Validity => {
      const { unreadable, errors } = judge(this.props.getEntry());
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

    // Its message goes for the same reason as in every checked control.
    override componentWillUnmount(): void {
      changes.removeEventListener("change", this.#update);
      this.props.clearFieldErrors(this.props.forID);
    }

    override render() {
      const { unreadable, advice } = judge(this.props.getEntry());
      return h(
        "div",
        { className: "notice" },
        unreadable.length > 0 && h(UnreadableFile, { reasons: unreadable }),
        advice.length > 0 && h(AdviceList, { advice }),
        h(MendList, { errors: this.props.fieldsErrors?.toJS() ?? {}, fields }),
      );
    }
  };
}

function UnreadableFile({ reasons }: { reasons: string[] }) {
  return h(
    "div",
    { className: "notice-unreadable", role: "alert" },
    h(
      "p",
      null,
      "This post’s file cannot be read, so it cannot be changed here. It has to be mended as a file first:",
    ),
    h("ul", null, ...reasons.map((reason) => h("li", { key: reason }, reason))),
  );
}

function AdviceList({ advice }: { advice: Problem[] }) {
  return h(
    "div",
    { className: "notice-advice" },
    h("p", null, "A reviewer may ask about this. It does not keep you from saving:"),
    h("ul", null, ...advice.map(problemText).map((text) => h("li", { key: text }, text))),
  );
}

type MendListProps = {
  errors: Record<string, unknown>;
  fields: readonly CmsField[];
};

/** The fields with a message beside them, as buttons that lead there. It stays in sight. */
function MendList({ errors, fields }: MendListProps) {
  const ids = new Map(Object.keys(errors).map((id) => [controlOf(id), id]));
  const wrong = fields.filter(({ name }) => ids.has(name));
  const count = wrong.length === 1 ? "One field needs" : `${wrong.length} fields need`;
  return h(
    "div",
    { className: "notice-mend", role: "status", hidden: wrong.length === 0 },
    wrong.length > 0 && h("p", null, `Not saved yet. ${count} your attention:`),
    ...wrong.map(({ name, label }) =>
      h(
        "button",
        { key: name, type: "button", onClick: () => goTo(ids.get(name) ?? "") },
        label ?? name,
      ),
    ),
  );
}

/** Decap makes the id of a field's input of the control's name and a number. */
function controlOf(id: string): string {
  return id.replace(/-field-\d+$/, "");
}

function goTo(id: string): void {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
  label?.scrollIntoView({ block: "center" });
  const editable = "input, textarea, select, [contenteditable=true]";
  label?.parentElement?.parentElement
    ?.querySelector<HTMLElement>(editable)
    ?.focus({ preventScroll: true });
}
