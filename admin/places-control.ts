/**
 * The control for the second and further places of a job: a group of fields each, added and removed one by one. The
 * first place is in fields of its own, as in a file with one place.
 */
import { Component, createElement as h } from "react";
import { placesToFix } from "#words/editor.ts";
import * as words from "#words/form.ts";
import type { FormField } from "../src/board/form/fields.ts";
import type { FormData } from "../src/board/form/form-data.ts";
import { isEmpty } from "../src/board/form/form-data.ts";
import { lastPlace, placeControl, withoutPlace } from "../src/board/form/places.ts";
import { mostPlaces, placeParts, readNameInPlaces } from "../src/board/job/places.ts";
import type { Check, Validity } from "./checked-control.ts";
import { plain } from "./checked-control.ts";
import type { SuggestCities } from "./city-input.ts";
import { CityInput } from "./city-input.ts";
import type { Control, ControlProps } from "./decap-types.ts";
import { placesControl } from "./job-format.ts";
import type { OpenFields } from "./open-fields.ts";

function valuesOf(value: unknown): FormData {
  const values = plain(value);
  return typeof values === "object" && values !== null ? { ...values } : {};
}

type State = { count: number };

/**
 * Makes the control.
 *
 * @param fields of the form, for further places
 * @param openFields of the editor, which this joins
 * @param changed is called after each change of the value
 */
export function makePlacesControl(
  check: Check,
  suggest: SuggestCities,
  fields: readonly FormField[],
  openFields: OpenFields,
  changed: () => void,
): Control {
  return class PlacesControl extends Component<ControlProps, State> {
    override state: State = { count: lastPlace(valuesOf(this.props.value)) };
    /** The fields whose problems are shown, because they have lost the focus or somebody wanted to save. */
    readonly #left = new Set<string>();
    #focusNext: string | undefined;

    readonly isValid = (): Validity => {
      const shown = this.#names();
      const wrong = shown.filter((name) => check(this.props.getEntry(), name) !== undefined);
      for (const name of shown) this.#left.add(name);
      return wrong.length === 0 || { error: { message: placesToFix } };
    };

    override componentDidMount(): void {
      openFields.add(placesControl, this.#fill);
    }

    override shouldComponentUpdate(): boolean {
      return true;
    }

    override componentDidUpdate({ value }: ControlProps): void {
      if (value !== this.props.value) changed();
      if (this.#focusNext === undefined) return;
      document.getElementById(this.#focusNext)?.focus();
      this.#focusNext = undefined;
    }

    // Decap creates new fields when the preview is shown or hidden, and would keep the message.
    override componentWillUnmount(): void {
      this.props.clearFieldErrors(this.props.forID);
      openFields.remove(placesControl);
    }

    readonly #fill = (value: unknown): void => {
      this.props.onChange(value);
      this.setState({ count: lastPlace(valuesOf(value)) });
    };

    #names(): string[] {
      return this.#numbers().flatMap((number) =>
        placeParts.map((part) => placeControl(number, part)),
      );
    }

    #numbers(): number[] {
      return Array.from({ length: this.state.count - 1 }, (_, index) => index + 2);
    }

    #id(name: string): string {
      return `${this.props.forID}-${name}`;
    }

    readonly #set = (name: string, value: string): void => {
      const values = { ...valuesOf(this.props.value), [name]: value };
      this.props.onChange(withoutEmpty(values));
    };

    readonly #leave = (name: string): void => {
      this.#left.add(name);
      this.props.setInactiveStyle();
      this.forceUpdate();
    };

    readonly #add = (): void => {
      const number = this.state.count + 1;
      this.#focusNext = this.#id(placeControl(number, "city"));
      this.setState({ count: number });
    };

    /** The places below move up. */
    readonly #remove = (number: number): void => {
      const values = withoutPlace(valuesOf(this.props.value), number);
      this.#left.clear();
      this.#focusNext = this.#id("add");
      this.setState({ count: this.state.count - 1 });
      this.props.onChange(withoutEmpty(values));
    };

    override render() {
      const { forID } = this.props;
      return h(
        "div",
        { id: forID, className: "places" },
        ...this.#numbers().map((number) => this.#place(number)),
        this.state.count < mostPlaces &&
          h("button", { type: "button", id: this.#id("add"), onClick: this.#add }, words.addPlace),
      );
    }

    #place(number: number) {
      const own = fields.filter(({ name }) => readNameInPlaces(name)?.number === number);
      return h(
        "fieldset",
        { key: number },
        h("legend", null, words.place(number)),
        ...own.map((field) => this.#field(field)),
        h(
          "button",
          { type: "button", onClick: () => this.#remove(number) },
          words.removePlace(number),
        ),
      );
    }

    #field({ name, label, control }: FormField) {
      const { classNameWrapper, getEntry, setActiveStyle, value } = this.props;
      const problem = this.#left.has(name) ? check(getEntry(), name) : undefined;
      const id = this.#id(name);
      const { number = 1, part } = readNameInPlaces(name) ?? {};
      const values = valuesOf(value);
      const common = {
        ...{ id, className: classNameWrapper, value: String(values[name] ?? "") },
        "aria-invalid": problem !== undefined,
        ...(problem && { "aria-describedby": `${id}-problem` }),
        onFocus: setActiveStyle,
        onBlur: () => this.#leave(name),
      };
      const onChange = ({ target }: { target: { value: string } }) => this.#set(name, target.value);
      const country = String(values[placeControl(number, "country")] ?? "");
      return h(
        "div",
        { key: name },
        h("label", { htmlFor: id }, part === "region" ? `${label} ${words.field.optional}` : label),
        control.kind === "choice" &&
          h(
            "select",
            { ...common, onChange },
            h("option", { value: "" }, words.field.choose),
            ...control.options.map((one) =>
              h("option", { key: one.value, value: one.value }, one.label),
            ),
          ),
        part === "region" && h("input", { type: "text", dir: "auto", ...common, onChange }),
        part === "city" &&
          h(CityInput, {
            ...common,
            suggest: (typed) => suggest(typed, country),
            onChange: (city) => this.#set(name, city),
          }),
        problem && h("p", { id: `${id}-problem`, role: "status" }, problem),
      );
    }
  };
}

function withoutEmpty(values: FormData): FormData {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
