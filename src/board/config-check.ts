/** The settings of a board, checked before anything is made by them. */
import type { ErrorObject } from "ajv";
import { Ajv } from "ajv";
import type { BoardConfig } from "./config.ts";
import { evidenceKinds } from "./config.ts";
import { isDay } from "./days.ts";

/** Something wrong with a setting, said so that whoever edits the settings can act on it. */
export type ConfigProblem = {
  /** Its path in the settings, such as `lifetimes.listedDays` or `categories.0.slug`. */
  setting: string;
  /** What is wrong, as the end of a sentence that begins with the setting. */
  message: string;
  /** How to fix it, as a sentence. */
  fix: string;
};

type Shape = { [keyword: string]: unknown };

const text = { type: "string", pattern: "\\S", fix: "Write some text between quotes." };
const slug = {
  type: "string",
  pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
  fix: "Write small letters, digits and hyphens, such as “web” or “big-data”.",
};
const language = {
  type: "string",
  pattern: "^[a-z]{2}$",
  fix: "Write an ISO 639-1 code of two small letters, such as “en”.",
};
const count = (least: number, example: number) => ({
  type: "integer",
  minimum: least,
  fix: `Write a whole number from ${least} on without quotes, such as ${example}.`,
});
const list = (items: Shape, fix: string) => ({ type: "array", items, minItems: 1, fix });
const group = <Properties extends Record<string, Shape>>(
  properties: Properties,
  optional: readonly string[] = [],
) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
  fix: `Write a group in curly brackets with ${Object.keys(properties).join(", ")}.`,
});
const mailAddress = {
  type: "string",
  pattern: '^[^\\s@<>,;:"()]+@[^\\s@<>,;:"()]+$',
  fix: "Write an e-mail address, such as “jobs@example.org”.",
};
const names = { type: "array", items: text, fix: "Write a list of names between quotes." };
const choices = list(
  group({ slug, name: text, retired: { const: true, fix: "Write true, or leave it out." } }, [
    "retired",
  ]),
  "Write a list of choices, such as [{ slug: “web”, name: “Web” }].",
);

const settings = {
  name: text,
  description: text,
  url: {
    type: "string",
    format: "site-address",
    fix: "Write the whole address with https:// before it and a slash at its end, such as “https://jobs.example.org/”.",
  },
  language,
  repository: group({ owner: text, name: text, branch: text }),
  signInUrl: {
    type: "string",
    format: "web-address",
    fix: "Write the whole address with https:// before it, or leave the setting out.",
  },
  contact: mailAddress,
  mail: group(
    {
      list: mailAddress,
      from: group({ name: text, address: mailAddress }),
      listId: {
        type: "string",
        pattern: "^[a-z0-9-]+(?:\\.[a-z0-9-]+)+$",
        fix: "Write a name like that of a host, such as “team.jobs.example.org”, or leave it out.",
      },
      announce: mailAddress,
    },
    ["listId", "announce"],
  ),
  topic: group({ name: text, terms: list(text, "Write a list of words between quotes.") }),
  categories: choices,
  types: choices,
  postLanguages: list(language, "Write a list of codes, such as [“en”]."),
  lifetimes: group({
    listedDays: count(1, 90),
    newDays: count(0, 30),
    closingSoonDays: count(0, 7),
    renewals: count(0, 2),
  }),
  pageSize: count(1, 25),
  feedSize: count(1, 50),
  criteria: {
    type: "array",
    items: group(
      {
        title: text,
        text,
        evidence: {
          enum: evidenceKinds,
          fix: `Write one of ${evidenceKinds.join(", ")}, or leave it out.`,
        },
      },
      ["evidence"],
    ),
    fix: "Write a list of groups with title and text.",
  },
  review: group({
    reviewers: {
      type: "array",
      items: group({ login: text, colleagues: names, domains: names }, ["colleagues", "domains"]),
      fix: "Write a list of groups with login, such as [{ login: “octocat” }].",
    },
    claimDays: count(1, 7),
    rota: { type: "boolean", fix: "Write true or false without quotes." },
    reasons: list(
      group({ slug, title: text, text }),
      "Write a list of groups with slug, title and text.",
    ),
  }),
  demo: {
    type: ["string", "null"],
    format: "day",
    fix: "Write null, or a day such as “2027-01-31”.",
  },
} satisfies Record<Exclude<keyof BoardConfig, "staging">, Shape>;

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  ownProperties: true,
  allowUnionTypes: true,
  formats: {
    day: isDay,
    "web-address": (address: string) => /^https?:$/.test(parse(address)?.protocol ?? ""),
    "site-address": isSiteAddress,
  },
});
ajv.addVocabulary(["fix"]);
const validate = ajv.compile(group(settings, ["signInUrl", "mail"]));

/** Everything that is wrong with settings, whatever they are; nothing for those that can be used. */
export function checkConfig(config: unknown): ConfigProblem[] {
  if (validate(config)) return [];
  return (validate.errors ?? []).map(explain);
}

/** Throws an Error for people that names every setting that is wrong. */
export function requireSoundConfig(config: unknown): void {
  const problems = checkConfig(config);
  if (problems.length === 0) return;
  const lines = problems.map(({ setting, message, fix }) => `  ${setting} ${message}. ${fix}`);
  throw new Error(`src/board.config.ts cannot be used as it is:\n${lines.join("\n")}`);
}

function isSiteAddress(address: string): boolean {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return address.endsWith("/") && url.search === "" && url.hash === "";
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

function explain({ instancePath, keyword, params, data, schema, parentSchema }: ErrorObject) {
  const inner = keyword === "required" ? params.missingProperty : params.additionalProperty;
  const path = [...instancePath.split("/").slice(1), ...(inner === undefined ? [] : [inner])];
  const setting = path.join(".") || "boardConfig";
  if (keyword === "required") {
    const { fix } = parentSchema?.properties[params.missingProperty] ?? {};
    return { setting, message: "is missing", fix };
  }
  if (keyword === "additionalProperties") return explainUnknown(setting, inner, parentSchema);
  const shown = JSON.stringify(data) ?? String(data);
  const kinds: Record<string, string> = {
    integer: "must be a whole number",
    string: "must be text",
    array: "must be a list",
    object: "must be a group of settings",
  };
  const message =
    keyword === "type" && typeof schema === "string" && kinds[schema]
      ? `${kinds[schema]}, and is ${shorten(shown)}`
      : `cannot be ${shorten(shown)}`;
  return { setting, message, fix: String(parentSchema?.fix) };
}

function explainUnknown(setting: string, name: string, parentSchema: ErrorObject["parentSchema"]) {
  const known = Object.keys(parentSchema?.properties ?? {});
  const meant = known.find((other) => other.toLowerCase() === name.toLowerCase());
  return {
    setting,
    message: "is not a setting",
    fix: meant
      ? `Write ${meant} in its place.`
      : `Remove it or correct its spelling. Known names: ${known.join(", ")}.`,
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
