/** The table of cities, as a script that the form loads when somebody types a city. */
import data from "../../../board/cities/table.json" with { type: "json" };

export const { cities } = data;
