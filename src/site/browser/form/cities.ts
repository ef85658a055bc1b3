/** Suggests cities while somebody types one, and fills in the country of one that there is only once. */

import * as words from "#words/form.ts";
import type { CityNames } from "../../../board/cities/city-names.ts";
import { suggestCities as suggestionsFor } from "../../../board/cities/suggestions.ts";
import { countryName } from "../../../board/job/vocabulary.ts";
import { loadCityNames } from "../city-names.ts";
import { elementById, make } from "../page.ts";
import { controlsOf, fillField } from "./controls.ts";

type Options = {
  /** The address of the table, which is loaded with the first key. */
  table: string;
  /** Called once the names are known. */
  loaded(cities: CityNames): void;
  /** Tells people who may not see it what was filled in. */
  announce(text: string): void;
};

/** Suggests in the list that the form's fields for cities name. */
export function suggestCities(form: HTMLFormElement, options: Options): void {
  let loading: Promise<CityNames | undefined> | undefined;
  const load = () => {
    loading ??= loadTable(options).catch(() => {
      // Without it there are just no suggestions. The next key tries again.
      loading = undefined;
      return undefined;
    });
    return loading;
  };
  form.addEventListener("input", ({ target }) => {
    const field = readField(form, target);
    if (!field) return;
    void load().then((cities) => cities && suggest(field, cities));
  });
  form.addEventListener("change", ({ target }) => {
    const field = readField(form, target);
    if (!field) return;
    void load().then((cities) => cities && fillCountry(form, field, cities, options.announce));
  });
}

async function loadTable({ table, loaded }: Options): Promise<CityNames> {
  const cities = await loadCityNames(table);
  loaded(cities);
  return cities;
}

type CityField = { city: HTMLInputElement; country: HTMLSelectElement };

/** A city and the country of the same place. */
function readField(form: HTMLFormElement, target: EventTarget | null): CityField | undefined {
  if (!(target instanceof HTMLInputElement) || !/^(?:.+\.)?city$/.test(target.name))
    return undefined;
  const [country] = controlsOf(form, countryOf(target));
  return country instanceof HTMLSelectElement ? { city: target, country } : undefined;
}

function countryOf({ name }: HTMLInputElement): string {
  return name.replace(/city$/, "country");
}

function suggest({ city, country }: CityField, cities: CityNames): void {
  const found = suggestionsFor(cities, city.value, country.value);
  const options = found.map((one) => make("option", one));
  elementById("cities").replaceChildren(...options);
}

function fillCountry(
  form: HTMLFormElement,
  { city, country }: CityField,
  cities: CityNames,
  announce: (text: string) => void,
): void {
  const [only, ...others] = country.value ? [] : cities.findAll(city.value);
  if (!only || others.length > 0) return;
  fillField(form, countryOf(city), only.country);
  if (country.value !== only.country) return;
  country.dispatchEvent(new Event("input", { bubbles: true }));
  announce(words.countryFilled(countryName(only.country)));
}
