/**
 * The control at the head of the form that says what keeps the post from being saved. Decap shows
 * each message beside its field, but says nothing where that field is out of sight, so that the
 * button looks dead.
 */
import { Component, createElement as h } from "react";
import type { Problem } from "../src/board/problem.ts";
import type { Validity } from "./checked-control.ts";
import type { Control, ControlProps, Entry } from "./decap.ts";
import { describe } from "./job-format.ts";

/** What is known about a post as a whole. */
export type Verdict = {
  /** Why its file cannot be edited here. */
  unreadable: string[];
  /** What is wrong and belongs to no field. */
  errors: Problem[];
  advice: Problem[];
};

/** Makes the control. `labelOf` gives the label of a field by the name of its control. */
export function noticeControl(
  judge: (entry: Entry) => Verdict,
  labelOf: (control: string) => string,
): Control {
  return class NoticeControl extends Component<ControlProps> {
    readonly isValid = (): Validity => {
      const { unreadable, errors } = judge(this.props.getEntry());
      const messages = [...unreadable, ...errors.map(describe)];
      return messages.length === 0 || { error: { message: messages.join(" ") } };
    };

    // Its own value never changes; what it shows depends on all others.
    override shouldComponentUpdate(): boolean {
      return true;
    }

    override render() {
      const { unreadable, advice } = judge(this.props.getEntry());
      return h(
        "div",
        { className: "notice" },
        unreadable.length > 0 && h(UnreadableFile, { reasons: unreadable }),
        advice.length > 0 && h(AdviceList, { advice }),
        h(MendList, { errors: this.props.fieldsErrors?.toJS() ?? {}, labelOf }),
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
    h("ul", null, ...advice.map(describe).map((text) => h("li", { key: text }, text))),
  );
}

type MendListProps = {
  errors: Record<string, unknown>;
  labelOf: (control: string) => string;
};

/** The fields with a message beside them, as buttons that lead there. It stays in sight. */
function MendList({ errors, labelOf }: MendListProps) {
  const ids = Object.keys(errors);
  const first = ids.length === 1 ? "One field needs" : `${ids.length} fields need`;
  return h(
    "div",
    { className: "notice-mend", role: "status", hidden: ids.length === 0 },
    ids.length > 0 && h("p", null, `Not saved yet. ${first} your attention:`),
    ...ids.map((id) =>
      h("button", { key: id, type: "button", onClick: () => goTo(id) }, labelOf(controlOf(id))),
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
