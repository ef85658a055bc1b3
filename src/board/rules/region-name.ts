/** Rule: advice if the region is the country, or one of another country, as far as the regions are known. */

import * as words from "#words/rules-on-places.ts";
import { noCities } from "../cities/city-names.ts";
import { bareName } from "../cities/spelling.ts";
import { placeField, placesIn } from "../job/places.ts";
import { otherCountriesOf } from "../job/regions.ts";
import { countryName } from "../job/vocabulary.ts";
import type { Finding } from "../problem.ts";
import { sameNames } from "./city-text.ts";
import { replacePlace } from "./place-repair.ts";
import type { Rule } from "./rule.ts";

export const regionName: Rule = {
  name: "region-name",
  severity: "advice",
  *check({ job }, { cities = noCities }): Iterable<Finding> {
    for (const [index, place] of placesIn(job).entries()) {
      const { city = "", region, country } = place;
      if (job.workplace === "remote" || !region || !country) continue;
      const field = placeField(job, index, "region");
      const isCountry = bareName(region) === bareName(countryName(country));
      if (isCountry && !sameNames.has(country)) {
        const { region: _, ...rest } = place;
        const repair = replacePlace(job, index, [rest]);
        yield { field, ...words.regionIsCountry(region), ...(repair && { repair }) };
        continue;
      }
      const others = otherCountriesOf(region, country);
      if (others.length === 0 || cities.find(region, country)) continue;
      const meant = others.find((code) => cities.find(city, code));
      const repair = meant && replacePlace(job, index, [{ ...place, country: meant }]);
      yield {
        field,
        ...words.regionOfOther(region, others.map(countryName)),
        ...(repair && { repair }),
      };
    }
  },
};
