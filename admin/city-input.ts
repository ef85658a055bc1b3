/** A text box for a city, with suggestions while somebody types. */
import { Fragment, createElement as h, useState } from "react";
import type { CitySuggestion } from "../src/board/cities/suggestions.ts";
import type { Control } from "./decap-types.ts";

/** Suggests cities of a country, or of all if it is empty. */
export type SuggestCities = (typed: string, country: string) => readonly CitySuggestion[];

type Props = {
  id: string;
  suggest: (typed: string) => readonly CitySuggestion[];
  onChange: (value: string) => void;
  [attribute: string]: unknown;
};

export function CityInput({ suggest, onChange, ...attributes }: Props) {
  const [suggested, setSuggested] = useState<readonly CitySuggestion[]>([]);
  const list = `${attributes.id}-suggested`;
  const change = ({ target: { value } }: { target: { value: string } }) => {
    setSuggested(suggest(value));
    onChange(value);
  };
  const options = suggested.map((one) => h("option", one));
  return h(
    Fragment,
    null,
    h("input", { type: "text", dir: "auto", ...attributes, list, onChange: change }),
    h("datalist", { id: list }, ...options),
  );
}

/** Decap's control for the city of the first place. */
export function cityControl(suggest: SuggestCities): Control {
  return ({ forID, value, classNameWrapper, getEntry, onChange, ...props }) =>
    h(CityInput, {
      ...{ id: forID, className: classNameWrapper, value: String(value ?? ""), onChange },
      suggest: (typed) => suggest(typed, String(getEntry().get("data").get("country") ?? "")),
      onFocus: props.setActiveStyle,
      onBlur: props.setInactiveStyle,
    });
}
