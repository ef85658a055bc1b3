/** Words of the commands that work on this machine: on files of posts, the site, and the settings. */
import type { Host } from "../../config.ts";
import type { LimitKind, NearLimit } from "../../maintenance/host-limits.ts";
import { plural } from "../plural.ts";
import { language } from "./language.ts";
import type { ProblemWords } from "./problems.ts";
import { files, nothingChanged, posts, samplePosts } from "./terminal.ts";

const withErrorsSkipped = (count: number) =>
  `${plural(count, { one: "file with errors was", other: "files with errors were" })} skipped. To see the errors: npm run -s validate -- --all`;

export const validate = {
  usage: "npm run -s validate -- [--json] [--all] [FILE…]",
  about: `Checks the live posts in jobs/ (or JOBS_DIR), or the FILEs you name. Ends with 1 if any has an error.
A FILE from another folder is checked as if it were in jobs/ under its own name.`,
  options: {
    json: { help: "print the problems as a JSON array and nothing else" },
    all: { help: "also check archived posts" },
  },
  checked: (count: number, problems: string) => `${files(count)} checked: ${problems}.`,
};

/** What is wrong with files that were named on a command line. */
export const namedFiles = {
  missing: {
    message: "There is no such file.",
    fix: "Check its spelling, and the folder that you are in.",
  },
  /** `inside`: such as “drafts/*.md”. */
  folder: (inside: string) => ({
    message: "This is a folder. Only files can be named.",
    fix: `Name the files in it, for example ${inside}. Without any name, all posts in jobs/ are checked.`,
  }),
  sameName: (other: string) => ({
    message: `It would be the same file on the board as ${other}, so it was not checked.`,
    fix: "Rename one of the two.",
  }),
} satisfies Record<string, ProblemWords | ((text: string) => ProblemWords)>;

export const newPost = {
  usage: "npm run new -- --title TITLE --company NAME --category CODE …",
  about: `Writes a new post to jobs/ (or JOBS_DIR) and asks for whatever is missing. Write values as in the file;
lists need no brackets: --job-types web,database

Jobs on site and hybrid jobs also need --city and --country (or --places for several), remote jobs
--remote-from, and every job --apply-url or --email.`,
  options: { "dry-run": { help: "print the file and write nothing" } },
  required: " (required)",
  choices: (list: string) => `Choices: ${list}.`,
  oneOf: (list: string) => `One of: ${list}`,
  incomplete: (problems: string) => `The post can’t be written yet:\n${problems}`,
  wouldWrite: (file: string, text: string) =>
    `${file} would be written. ${nothingChanged}\n\n${text}`,
  written: (file: string) => `Wrote ${file}.`,
};

export const archive = {
  usage: "npm run archive -- [--dry-run] [FILE… --reason filled|removed]",
  about: `Moves expired and closed posts to jobs/archive/<year>/<month>/. With FILEs, closes those posts for the reason given.
Running it again changes nothing more.`,
  options: {
    reason: { value: "WHY", help: "why the FILEs are closed: filled or removed" },
    "dry-run": { help: "show what would be archived and change nothing" },
  },
  reasonWithoutFiles: "--reason needs at least one FILE to close.",
  reasonMissing: "To close FILEs, add --reason filled or --reason removed.",
  notAPost: "This file is not a post of the board.",
  hasErrors: (file: string): ProblemWords => ({
    message: "This file has errors, so it can’t be archived.",
    fix: `Fix it first: npm run -s validate -- ${file}`,
  }),
  placeTaken: (to: string): ProblemWords => ({
    message: `It would be moved to ${to}, but another file is already there.`,
    fix: "Rename one of the two.",
  }),
  step: (path: string, reason: string, day: string) => `${path} (${reason} on ${day})`,
  nothing: "Nothing to archive.",
  archived: (count: number) => `${posts(count)} archived.`,
  wouldArchive: (count: number) => `${posts(count)} would be archived. ${nothingChanged}`,
  samplesSkipped: (count: number) =>
    `${samplePosts(count)} skipped: each build moves the dates of samples forward, so they never expire. To remove them: npm run adopt`,
  withErrorsSkipped,
};

const hostNames = {
  "github-pages": "GitHub Pages",
  "cloudflare-pages": "Cloudflare Pages",
  netlify: "Netlify",
} as const satisfies Record<Host, string>;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const amounts: Readonly<Record<LimitKind, (count: number) => string>> = {
  files: (count) => `${count.toLocaleString(language)} files`,
  bytes: megabytes,
  fileBytes: megabytes,
  folderEntries: (count) => `${count.toLocaleString(language)} files and folders`,
};

export const build = {
  usage: "npm run build -- [--output DIR] [--clean] [--strict]",
  about: `Builds the site from the posts in jobs/ (or JOBS_DIR) as of now (or BOARD_NOW).
Posts with errors are listed and left out; all others are published.
Only pages that differ from the build before are written, if nothing but posts and time has changed.`,
  options: {
    output: { value: "DIR", help: (folder: string) => `the folder to build into (${folder})` },
    clean: { help: "write every page" },
    strict: { help: "fail if a post had to be left out" },
  },
  built: (written: number, all: number, seconds: number) =>
    `Wrote ${written.toLocaleString(language)} of ${all.toLocaleString(language)} files in ${seconds.toFixed(1)} s.`,
  nearLimit: ({ host, kind, limit, used, isExceeded, path }: NearLimit) => {
    const amount = amounts[kind];
    const share = isExceeded ? "more than" : `${Math.floor((used / limit) * 100)}% of`;
    return [
      `${isExceeded ? "Error" : "Warning"}: ${path ?? "the site"} has ${amount(used)},`,
      `${share} the ${amount(limit)} that ${hostNames[host]} takes.`,
      `${kind === "fileBytes" ? "Make it smaller" : "Set closedPageYears in src/board.config.ts"}, or move to another host: see “Limits of the host” in docs/operating.md.`,
    ].join(" ");
  },
  leftOut: (problems: string) => `${problems}. Posts with errors are left out of the site.`,
  strictFailed:
    "The build fails because of --strict. Without it, the other posts would be published.",
};

export const dev = {
  usage: "npm run dev -- [--port PORT]",
  about: `Builds the site and serves it on this machine only, with the editor, which writes to jobs/ (or JOBS_DIR).
Rebuilds and reloads on every change. Stop it with Ctrl-C.`,
  options: {
    port: { value: "PORT", help: "the port of the site (8080)" },
    "cms-port": { value: "PORT", help: "the port of the editor’s backend (8081)" },
  },
  building: "Building…",
  changed: (file: string) => `\n${file} changed. Building…`,
  restart: (path: string) =>
    `If you changed url, stop with Ctrl-C and start again: the site is still served at ${path}.`,
  failedAgain: "The build failed. The site is still the previous build.",
  failed: "The build failed. There is no site until you fix it.",
  welcome: (site: string, editor: string, folder: string) => `
  Site:    ${site}
  Editor:  ${editor}  (reads and writes ${folder}/)

Every change is built and shown. Stop with Ctrl-C.`,
  badPort: (flag: string) => `--${flag} must be a number from 1024 to 65535.`,
  portInUse: (wanted: number, port: number) => `Port ${wanted} is in use. Using ${port} instead.`,
  stopping: "\nStopping.",
};

export const demo = {
  usage: "npm run demo -- --count N [--seed S] [--out DIR]",
  about: `Writes N invented posts by fictional companies, from the last 90 days. The same seed gives the same posts
on the same day (BOARD_NOW), and a larger N adds to them.`,
  options: {
    count: { value: "N", help: "how many posts" },
    seed: { value: "S", help: "a whole number; another seed gives other posts (1)" },
    out: { value: "DIR", help: (folder: string) => `the folder to write to (${folder})` },
    force: { help: "write even if DIR is not empty, and replace files with the same names" },
    "dry-run": { help: "show what would be written and write nothing" },
  },
  what: (count: number, seed: number, day: string) =>
    `${posts(count)} (seed ${seed}, as of ${day})`,
  notEmpty: (folder: string) =>
    `${folder} is not empty. Choose another folder with --out, or add --force to write into this one.`,
  wouldWrite: (what: string, folder: string) =>
    `Would write ${what} to ${folder}. ${nothingChanged}`,
  wrote: (what: string, folder: string) =>
    `Wrote ${what} to ${folder}. To see them: JOBS_DIR=${folder} npm run dev`,
};

export const adopt = {
  usage:
    "npm run adopt -- --name NAME --topic TOPIC --url URL --repository OWNER/NAME [--terms LIST] …",
  about: `Makes this board your own: removes the sample posts, and writes your values to src/board.config.ts. What follows
from them changes too: criteria, reasons, hints, the forms for issues, and the picture for links. Asks for whatever
is missing. Running it again changes nothing more.`,
  options: {
    name: { value: "NAME", help: "the name of your board" },
    topic: { value: "TOPIC", help: "what every job must be about, such as Rust" },
    terms: { value: "LIST", help: "words that show it, separated by commas (the topic)" },
    description: { value: "TEXT", help: "your board in one sentence (made from the topic)" },
    url: { value: "URL", help: "the address of your site, including its path, if any" },
    repository: { value: "OWNER/NAME", help: "the repository on GitHub" },
    contact: { value: "EMAIL", help: "the email address of your team" },
    language: { value: "CODE", help: "the language of the board: a folder in src/board/words" },
    categories: { value: "LIST", help: "your categories, separated by commas (as they are)" },
    types: { value: "LIST", help: "your technologies and fields of work (as they are)" },
    host: { value: "HOST", help: "github-pages, cloudflare-pages, netlify, or other" },
    color: { value: "HEX", help: "your main color, such as #0d3b2e" },
    logo: { value: "FILE", help: "your logo, a square SVG file" },
    "dry-run": { help: "show what would change and change nothing" },
  },
  missing: (flags: string) => `Missing: ${flags}.`,
  refused: (flag: string, reason: string) => `--${flag}: ${reason}`,
  question: (title: string, example: string, isNeeded: boolean) =>
    `${title}, such as ${example}${isNeeded ? "" : " (Enter: leave it)"}`,
  nothing: "There is nothing to change.",
  change: (setting: string, from: string, to: string) =>
    `src/board.config.ts: ${setting}: ${from} -> ${to}`,
  entries: (count: number) => plural(count, { one: "entry", other: "entries" }),
  fileToChange: (file: string) => `${file} to change`,
  samplesToRemove: (count: number) => `${samplePosts(count)} to remove`,
  unreadable: (file: string) => `Skipped because it can’t be read: ${file}`,
  done: "Done. The other settings of your board are in src/board.config.ts. To see it: npm run dev",
  notDrawn: (file: string, reason: string) =>
    `${file} was not drawn. Once there is a browser, run npm run adopt again. ${reason}`,
  contactIsExample: (address: string) =>
    `The contact address is still ${address}. To change it: npm run adopt -- --contact EMAIL`,
  codeOwners: (file: string, owner: string) =>
    `${file} still asks @${owner} to review changes to the code. Name your own maintainers there.`,
  topic: (name: string, file: string, settings: string) =>
    `These settings in ${file} still mention ${name}: ${settings}.`,
  noLanguage: (file: string) =>
    `${file} does not name a folder of words as the default of “#words/*.ts”.`,
  logoNotSvg: (file: string) => `${file} is not an SVG file.`,
  logoTooLarge: (most: number) => `The logo may have at most ${most / 1024} KiB.`,
  checkFailed: "src/board.config.ts could not be changed. Nothing was done.",
  notAsPlanned: "The changed file would not have the planned values.",
  notWrittenOut: (name: string) =>
    `src/board.config.ts does not set “${name}” to a plain value, so this command can’t change it. Change it by hand.`,
};

export const docs = {
  usage: "npm run docs -- [--dry-run]",
  about: `Writes what is generated: docs/job-file.md from the schema of posts, and the forms for issues in .github from
the settings.`,
  options: { "dry-run": { help: "say whether it would change and change nothing" } },
  upToDate: (file: string) => `${file} is up to date.`,
  wouldWrite: (file: string) => `${file} would be rewritten. ${nothingChanged}`,
  wrote: (file: string) => `Rewrote ${file}.`,
};

export const cities = {
  usage: "npm run cities -- [--origin TEXT] [--dry-run] FOLDER",
  about: `Writes the table of cities and their names, src/board/cities/table.json, from GeoNames’ cities500.txt,
alternateNamesV2.txt, and countryInfo.txt in a folder. scripts/cities.ts says where to get them.`,
  options: {
    origin: { value: "TEXT", help: "where the files come from (download.geonames.org)" },
    "dry-run": { help: "say what would be written and change nothing" },
  },
  oneFolder: "Name the folder with GeoNames’ files.",
  wouldWrite: (file: string, count: number, day: string) =>
    `${file} would have ${count} cities, as of ${day}. ${nothingChanged}`,
  wrote: (file: string, count: number, day: string) =>
    `Wrote ${file}: ${count} cities, as of ${day}. Run npm run format next.`,
};

export const signIn = {
  usage: "npm run sign-in -- [--port PORT]",
  about: `Serves “Sign in with GitHub” for the editor, at the path of signInUrl (or SIGN_IN_URL). Needs SIGN_IN_CLIENT_ID
and SIGN_IN_CLIENT_SECRET; docs/launching.md says how to get them. Put a server with HTTPS in front of it.
Stop it with Ctrl-C.`,
  options: { port: { value: "PORT", help: "the port to listen on (8082)" } },
  badPort: "--port must be a number from 0 to 65535.",
  listening: (url: string, port: number | undefined) =>
    `Sign-in is at ${url}. Listening on port ${port} of this machine.`,
};
