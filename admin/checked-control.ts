/** Decap's own controls, with the problems that the board's check finds. */
import { Component, createElement } from "react";
import { isEmpty } from "../src/board/form/form-data.ts";
import type { Control, ControlProps, Entry } from "./decap-types.ts";
import type { OpenFields } from "./open-fields.ts";

/** What is wrong with a control of a post, in words; `undefined` if nothing. */
export type Check = (entry: Entry, control: string) => string | undefined;

/** Whether a post has a value for a control, also if it is in another one: a whole text in the description. */
export type IsGiven = (entry: Entry, control: string) => boolean;

/** What Decap expects from a control's own validation. */
export type Validity = true | { error: { message: string } };

/** How often the control was filled in by another. */
type State = { filled: number };

/**
 * Wraps a control, so that Decap validates it when the post is saved and when the field loses focus. A
 * class, because Decap does not validate function components.
 *
 * @param changed is called after each change of the value
 */
export function checkedControl(
  Inner: Control,
  check: Check,
  isGiven: IsGiven,
  fields: OpenFields,
  changed: () => void,
): Control {
  return class CheckedControl extends Component<ControlProps, State> {
    override state: State = { filled: 0 };

    // Decap reads these from the instance, so they have to be own properties.
    readonly isValid = (): Validity => {
      const { field, getEntry } = this.props;
      // Decap has its own message for an empty required field.
      if (isEmpty(plain(this.getValidateValue())) && field.get("required") !== false) return true;
      const message = check(getEntry(), this.#name);
      return message === undefined || { error: { message } };
    };

    /** The value that Decap compares with what it requires. */
    readonly getValidateValue = (): unknown => {
      const { value, getEntry } = this.props;
      const isElsewhere = isEmpty(plain(value)) && isGiven(getEntry(), this.#name);
      return isElsewhere || value;
    };

    override componentDidMount(): void {
      fields.add(this.#name, this.#fill);
    }

    override componentDidUpdate({ value }: ControlProps): void {
      if (value !== this.props.value) changed();
    }

    // Decap creates new fields when the preview is shown or hidden. It would keep the message under the old
    // id, and never save again.
    override componentWillUnmount(): void {
      this.props.clearFieldErrors(this.props.forID);
      fields.remove(this.#name);
    }

    get #name(): string {
      return String(this.props.field.get("name"));
    }

    readonly #fill = (value: unknown): void => {
      this.props.onChange(value);
      // Decap's text boxes only read the value that they begin with.
      this.setState({ filled: this.state.filled + 1 });
    };

    readonly #leave = (): void => {
      const { value, validate, setInactiveStyle } = this.props;
      setInactiveStyle();
      if (!isEmpty(plain(value))) validate();
    };

    override render() {
      return createElement(Inner, {
        ...this.props,
        key: this.state.filled,
        setInactiveStyle: this.#leave,
      });
    }
  };
}

/** Decap has immutable lists and maps. */
export function plain(value: unknown): unknown {
  const isImmutable = typeof value === "object" && value !== null && "toJS" in value;
  return isImmutable && typeof value.toJS === "function" ? value.toJS() : value;
}
