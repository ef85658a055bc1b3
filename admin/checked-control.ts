/** Decap's own controls, with the core's verdict beside each. */
import { Component, createElement } from "react";
import { isEmpty } from "../src/board/form/form-data.ts";
import type { Control, ControlProps, Entry } from "./decap-types.ts";

/** What is wrong with a control of a post, in words; `undefined` if nothing. */
export type Check = (entry: Entry, control: string) => string | undefined;

/** What Decap expects of a control's own check. */
export type Validity = true | { error: { message: string } };

/**
 * Wraps a control, so that Decap asks the core when the post is saved, and already when the field is
 * left. A class, for Decap never asks a function.
 *
 * @param changed is called after each change of the value
 */
export function checkedControl(Inner: Control, check: Check, changed: () => void): Control {
  return class CheckedControl extends Component<ControlProps> {
    // Decap takes it off the instance, so it has to be an own property.
    readonly isValid = (): Validity => {
      const { field, value, getEntry } = this.props;
      // Decap itself says that a required field is empty, and shows a message for it.
      if (isEmpty(plain(value)) && field.get("required") !== false) return true;
      const message = check(getEntry(), String(field.get("name")));
      return message === undefined || { error: { message } };
    };

    override componentDidUpdate({ value }: ControlProps): void {
      if (value !== this.props.value) changed();
    }

    // Decap would keep the message under an id that no field has any more, and never save again: it
    // creates the fields again when the preview is shown or hidden.
    override componentWillUnmount(): void {
      this.props.clearFieldErrors(this.props.forID);
    }

    readonly #leave = (): void => {
      const { value, validate, setInactiveStyle } = this.props;
      setInactiveStyle();
      if (!isEmpty(plain(value))) validate();
    };

    override render() {
      return createElement(Inner, { ...this.props, setInactiveStyle: this.#leave });
    }
  };
}

/** Lists are immutable ones in Decap. */
function plain(value: unknown): unknown {
  const isList = typeof value === "object" && value !== null && "toJS" in value;
  return isList && typeof value.toJS === "function" ? value.toJS() : value;
}
