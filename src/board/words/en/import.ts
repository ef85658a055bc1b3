/** Words of `npm run import`: what it says of each record of another board, its report, and the command itself. */
import { plural } from "../plural.ts";
import { files, nothingChanged, posts } from "./terminal.ts";

const list = (all: readonly string[]) => all.map((one) => `“${one}”`).join(", ");

const markupNames: Readonly<Record<string, string>> = {
  html: "HTML",
  markdown: "Markdown",
  restructuredtext: "reStructuredText",
  plain: "plain text",
};

/** About one record. */
export const imports = {
  // ── Texts ──
  otherMarkup: (said: string, read: string) =>
    `Marked as ${markupNames[said] ?? said}, but read as ${markupNames[read] ?? read}, which it looks like.`,
  imagesDropped: (count: number) =>
    `${plural(count, { one: "image was", other: "images were" })} left out.`,
  linksDropped: (schemes: readonly string[]) =>
    `Links that posts may not have were left out (${[...new Set(schemes)].map((one) => `${one}:`).join(", ")}). Their words stay.`,
  scriptsDropped: (count: number) =>
    `${plural(count, { one: "script or frame was", other: "scripts or frames were" })} left out.`,
  requirementsSplit: "The requirements were found below a heading in the description.",
  requirementsMissing:
    "There are no requirements, and the description has no heading for them. The post refers to the description.",
  seeDescription: "See the description.",

  // ── Places ──
  readAs: (text: string, meant: string) => `“${text}” was read as ${meant}.`,
  correctedTo: (shown: string) => `Corrected to: ${shown}`,
  countryUnknown: (text: string) => `“${text}” is no country that the board knows.`,
  countryMissing: (city: string) => `No country is named for “${city}”.`,
  severalCountries: (text: string, taken: string) =>
    `“${text}” names several countries. ${taken} was taken.`,
  hybridGuessed: "Remote work is allowed beside an office. Taken as hybrid.",
  onsiteGuessed: "Nothing is said about remote work. Taken as on site.",
  remoteByText: "Taken as remote, because the title or text says that the job is fully remote.",
  remoteHasNoCity: (city: string) => `Remote jobs have no city, so “${city}” was left out.`,
  remoteFromGuessed: (countries: readonly string[]) =>
    `People can work from the country of the office: ${countries.join(", ")}. Nothing else is said.`,
  remoteFromUnknown: "Nothing says from which countries people can work.",

  // ── Choices ──
  categoryGuessed: (other: string | undefined, taken: string) =>
    other
      ? `The board has no category “${other}”. Taken as ${taken}.`
      : `No category is named. Taken as ${taken}.`,
  tooManyTypes: (gone: readonly string[]) => `More than five types. Left out: ${list(gone)}.`,
  unknownTypes: (gone: readonly string[]) =>
    `The board has no types ${list(gone)}. They were left out.`,
  typeAsOther: (name: string) => `The board has no type “${name}”. It is named as another type.`,
  severalEmployments: (all: readonly string[]) =>
    `The employment type is not clear from ${list(all)}. It was left out.`,
  payRead: (text: string, pay: string) => `“${text}” was read as ${pay}.`,
  payUnclear: (text: string) => `The pay “${text}” can mean several things, and was left out.`,

  // ── Contact ──
  linkRefused: (address: string, why: string) => `The link “${address}” was left out: ${why}`,
  schemeAdded: (address: string) => `The link had no scheme. It is now ${address}.`,
  homePage: (address: string) => `${address} is a whole site, not the page of this job.`,
  contactCut: "A telephone number or an address was removed from the contact person.",
  peopleDropped:
    "It is no longer public elsewhere, so its email address and contact person were left out.",
  mailInArchive:
    "It has no link, so the archive would publish its email address again. To leave the post out:",
  freeMail: (address: string) => `${address} looks like somebody’s own address.`,
  phoneInText: "The text has what looks like a telephone number.",

  // ── Days and status ──
  termShortened: "It was listed for longer than this board’s term, so it ends earlier.",
  undated: "The day on which it was posted is missing. It counts from the day of the import.",
  noCreated: "The day on which it was created cannot be read.",
  noPosted: (text: string | undefined) =>
    text
      ? `“${text}” is no clear date of posting. Write dates as year-month-day, or set “dates” in the mapping to day-first or month-first.`
      : "The day on which it was posted is missing.",
  noExpires: (text: string) =>
    `“${text}” is no clear last day. Write dates as year-month-day, or set “dates” in the mapping to day-first or month-first.`,
  neverPublic: "It was never public.",
  unknownStatus: (status: string) => `The status “${status}” is unknown, so it may not be public.`,
  status: {
    removed: "It was removed there.",
    rejected: "It was rejected there.",
    draft: "It is a draft.",
    review: "It is waiting for review there. Its sender has to send it again.",
  },

  // ── What was done ──
  leftOut: (problem: string) => `Left out: ${problem}`,
  notARecord: "This is no record that can be read.",
  twice: "Another record has the same id. Only the first was imported.",
  byCorrection: "The corrections say that it is to be skipped.",
  closedThere: "It is closed there. Add --with-archive to import closed posts.",
  notSince: (day: string) => `It has not changed since ${day}.`,
  incomplete: "It cannot be listed as it is. See what to decide.",
  editedHere: "It was changed on this board, so it stays as it is.",
  archivedHere: "It is archived here, and stays so.",
  goneHere: "It was removed here, and stays so.",
  onBoard: (file: string) => `It is on the board already: ${file}.`,
  closedHere: "It is over here already.",
  notImportable: "The record can no longer be imported, so the post stays as it is.",
  missing: "It is no longer in the export. If it is over, close it.",
  numbered: (slug: string) => `Another post has this name, so the file is called ${slug}.`,
  closeByHand:
    "It is closed there, but was changed here. If it is over, write this line in its file.",
} as const;

/** The results of records, in the order of the report. */
export const results = {
  live: "Listed",
  archived: "Archived",
  updated: "Updated",
  closed: "Closed",
  failed: "Cannot be imported",
  unchanged: "Unchanged",
  kept: "Left as it is here",
  skipped: "Not imported",
} as const;

/** The readable report. */
export const report = {
  title: (source: string) => `Import from ${source}`,
  dryRun: "This was a trial: nothing was written.",
  introduction: (corrections: string) =>
    `To decide something, write its line into ${corrections} and import again. The value “skip” leaves a record out.`,
  others: "Nothing to decide",
  decide: "To decide",
  repaired: "Repaired",
  dropped: "Left out",
  taken: (fields: string) => `Fields: ${fields}`,
  write: "Write:",
} as const;

/** The command. */
export const importCommand = {
  usage:
    "npm run import -- --from pythondotorg|jobposting|csv FILE… --out DIR [--with-archive] [--dry-run] [--json] [--since DAY]",
  about: `Imports the posts of another board into DIR, which has the form of jobs/, and writes a report of every record.
Live posts are written; closed ones only with --with-archive, and without mail address and contact person where there is a link.

Running it again is safe: DIR-import/ remembers what was written. What was edited, archived or removed since is never
written again, and what has closed on the other board closes here.

pythondotorg: the JSON of Django’s dumpdata. jobposting: pages or JSON with schema.org’s JobPosting. csv: a table with a
header; at a terminal, it asks what unknown columns are.`,
  options: {
    from: { value: "SOURCE", help: "what the FILEs are: pythondotorg, jobposting, or csv" },
    out: { value: "DIR", help: "the folder of posts to write to, such as jobs" },
    "with-archive": { help: "also import closed posts" },
    "dry-run": { help: "only write the report" },
    json: { help: "print the report as JSON and nothing else" },
    since: { value: "DAY", help: "only records created or changed since this day" },
    most: {
      value: "N",
      help: "write at most N files; the next run goes on. GitHub shows the bot no more than 3,000 in a pull request",
    },
  },
  fromMissing: "--from must be pythondotorg, jobposting, or csv.",
  outMissing: "--out must name the folder of posts to write to, such as --out jobs.",
  filesMissing: "Name at least one FILE to import.",
  badDay: "--since must be a day, such as 2027-01-31.",
  unreadable: (file: string, why: string) => `${file} can’t be read: ${why}`,
  brokenJson: (file: string, why: string) =>
    `${file} is not complete JSON: ${why}. What was before that point was imported.`,
  brokenCsv: (file: string, why: string) =>
    `${file} is not a table that can be read: ${why}. What was before that point was imported.`,
  notUtf8: (file: string) =>
    `${file} is not UTF-8, and was read as Western European (ISO 8859-1). If letters are wrong in the report, save it as UTF-8.`,
  noPostings: (file: string) => `${file} has no JobPosting that can be read.`,
  brokenRecord: (file: string, why: string) =>
    `${file} can’t be read (${why}). Restore it from Git: without it, posts could be written twice.`,
  brokenCorrections: (file: string, why: string) => `${file} can’t be read: ${why}`,
  brokenMapping: (file: string) =>
    `${file} is no mapping of columns. Correct it, or delete it to be asked again.`,
  askColumn: (name: string, example: string, choices: readonly string[]) =>
    `What is the column “${name}” (such as “${example}”)? Press Enter for nothing of use, or write one of: ${choices.join(", ")}`,
  noColumn: (text: string) => `“${text}” is none of them.`,
  askDates: (example: string) =>
    `Is “${example}” written with the day or the month first? Write day or month`,
  unusedColumns: (names: readonly string[], file: string) =>
    `Columns that were not used: ${names.join(", ")}. To use them, edit ${file}.`,
  ambiguousDates: (example: string, file: string) =>
    `Dates such as ${example} can mean two days. Set "dates" to "day-first" or "month-first" in ${file}.`,
  samples:
    "The board still shows sample posts, whose dates are moved. Run npm run adopt before you publish imported posts.",
  tooMany: (count: number) =>
    `${files(count)} were written. A pull request may have fewer than 3,000: use --most 2900, and import again after each merge.`,
  stopped: (most: number) => `Stopped after ${files(most)}. Import again for the rest.`,
  summary: (counts: readonly (readonly [string, number])[], decide: number) =>
    [
      ...counts.map(([label, count]) => `${label}: ${count}`),
      `${plural(decide, { one: "record needs", other: "records need" })} a decision.`,
    ].join("\n"),
  written: (count: number, isDryRun: boolean) =>
    isDryRun ? `${posts(count)} would be written. ${nothingChanged}` : `${posts(count)} written.`,
  reportAt: (path: string) => `Report: ${path}`,
} as const;
