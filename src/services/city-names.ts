/** The names of cities for the site and the commands. */
import { CityNames } from "../board/cities/city-names.ts";
import table from "../board/cities/table.json" with { type: "json" };

export const cityNames = new CityNames(table.cities);
