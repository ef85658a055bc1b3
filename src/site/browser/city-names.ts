/** Loads the table of cities, which is too large to be a part of each page's script. */
import { CityNames } from "../../board/cities/city-names.ts";
import type * as Table from "./form/city-table.ts";

/** @param table address of its script */
export async function loadCityNames(table: string): Promise<CityNames> {
  const script: typeof Table = await import(table);
  return new CityNames(script.cities);
}
