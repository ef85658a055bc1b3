/** What is wrong with the settings in src/board.config.ts, and with answers to `npm run adopt`. */

import { description } from "./starting-settings.ts";

/** How to fix a setting. */
export const fixes = {
  text: "Write some text in quotes.",
  slug: "Use lowercase letters, digits, and hyphens, such as “web” or “big-data”. Names of devices on Windows, such as “aux”, are not possible.",
  language: "Write a two-letter language code (ISO 639-1), such as “en”.",
  count: (least: number, example: number) =>
    `Write a whole number of at least ${least} without quotes, such as ${example}.`,
  group: (names: string) => `Write a group in curly brackets with ${names}.`,
  emailAddress: "Write an email address, such as “jobs@example.org”.",
  login: "Write a GitHub username without the @, such as “octocat”.",
  appLogin:
    "Write the name of the GitHub App in its address, and [bot], such as “example-jobs[bot]”.",
  names: "Write a list of names in quotes.",
  retired: "Write true, or leave it out.",
  repeatedSlug: "Give each choice in this list a slug of its own.",
  allRetired: "Add a choice, or remove “retired” from one that posts may use again.",
  choices: "Write a list of choices, such as [{ slug: “web”, name: “Web” }].",
  url: "Write the full address, beginning with https:// and ending with a slash, such as “https://jobs.example.org/”.",
  host: (names: readonly string[]) =>
    `Write ${names.map((name) => `“${name}”`).join(", ")}, or null for another host.`,
  signInUrl: "Write the full address, beginning with https://, or leave the setting out.",
  listId:
    "Write a name in the form of a host name, such as “team.jobs.example.org”, or leave it out.",
  closedPageYears: "Write null, or a whole number of at least 1 without quotes.",
  words: "Write a list of words in quotes.",
  requirementsHeadings: "Write a list of headings, such as [“Skills”], or [] for none.",
  codes: "Write a list of codes, such as [“en”].",
  oneOf: (values: readonly string[]) => `Write ${values.join(" or ")}, or leave it out.`,
  criteria: "Write a list of groups with title and text.",
  reviewers: "Write a list of groups with login, such as [{ login: “octocat” }].",
  boolean: "Write true or false without quotes.",
  reasons: "Write a list of groups with slug, title, and text.",
  color: "Write a color as a hexadecimal number, such as #0d3b2e.",
  contrast: (least: number) =>
    `Make one of the two darker or lighter: people need a contrast of at least ${least} to 1 to read it.`,
  demo: "Write null, or a day such as “2027-01-31”.",
  renamed: (name: string) => `Write ${name} instead.`,
  unknown: (known: string) => `Remove it, or correct its spelling. Known names: ${known}.`,
} as const;

/** What is wrong, after the setting’s name. */
export const messages = {
  missing: "is missing",
  unknown: "is not a setting",
  types: {
    integer: "must be a whole number",
    string: "must be text",
    array: "must be a list",
    object: "must be a group of settings",
  },
  wrongType: (must: string, value: string) => `${must}, but it is ${value}`,
  repeatedSlug: (slug: string) => `is “${slug}”, which another choice in this list has too`,
  allRetired: "has no choice that new posts may use, because all are retired",
  invalid: (value: string) => `can’t be ${value}`,
  /** `scheme`: light or dark. */
  faint: (color: string, ground: string, behind: string, scheme: string, ratio: number) =>
    `(${color}) is hard to read on ${ground} (${behind}) in the ${scheme} scheme: its contrast is ${Math.floor(ratio * 100) / 100} to 1`,
} as const;

export const unusable = "src/board.config.ts has problems:";

export const unusableColors = "The colors of the board have problems:";

export const adoption = {
  /** Each with an example. */
  questions: {
    name: ["Name of the board", "Rust Jobs"],
    topic: ["What every job must be about", "Rust"],
    terms: ["Words that show it, separated by commas", "Rust, Tokio, Serde"],
    description: ["The board in one sentence", description("Rust")],
    url: ["Address of the site", "https://jobs.example.org/"],
    repository: ["Repository on GitHub", "example-org/job-board"],
    contact: ["Email address of your team", "jobs@example.org"],
    categories: ["Categories, separated by commas", "Developer, Researcher, Other"],
    types: ["Technologies and fields of work, separated by commas", "Web, Embedded, Games"],
    host: ["Host of the site", "github-pages"],
    language: ["Language of the board", "en"],
    color: ["Main color", "#0d3b2e"],
    logo: ["File with your logo, a square SVG", "logo.svg"],
  },
  line: (most: number) => `It must be one line of at most ${most} characters.`,
  host: (answer: string, hosts: readonly string[]) =>
    `“${answer}” is not known. Write ${hosts.join(", ")}, or other.`,
  notAColor: (answer: string) =>
    `“${answer}” is not a color. Write it as a hexadecimal number, such as #0d3b2e.`,
  languageUnknown: (answer: string, languages: readonly string[]) =>
    `“${answer}” has no texts here. The languages are ${languages.join(", ")}.`,
  url: (answer: string) => `“${answer}” must not have anything after its path.`,
  repository: (answer: string) => `“${answer}” does not have the form owner/name.`,
  contact: (answer: string) => `“${answer}” is not an email address.`,
} as const;
