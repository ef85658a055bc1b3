/** Checks the settings of a board before they are used. */
import type { ErrorObject } from "ajv";
import { Ajv } from "ajv";
import { fixes, messages, unusable } from "#words/settings.ts";
import type { BoardConfig } from "./config.ts";
import { evidenceKinds, hosts } from "./config.ts";
import { isDay } from "./days.ts";
import { deviceNames } from "./job/slug.ts";
import { isLogin } from "./login.ts";

/** A problem for the person who edits the settings. */
export type ConfigProblem = {
  /** Its path in the settings, such as `lifetimes.listedDays` or `categories.0.slug`. */
  setting: string;
  /** What is wrong, as the rest of a sentence that starts with the setting. */
  message: string;
  /** How to fix it, as a sentence. */
  fix: string;
};

type Shape = { [keyword: string]: unknown };

const text = { type: "string", pattern: "\\S", fix: fixes.text };
const slug = {
  type: "string",
  // Each is the name of a folder of the site.
  pattern: `^(?!${deviceNames}$)[a-z0-9]+(?:-[a-z0-9]+)*$`,
  fix: fixes.slug,
};
const language = {
  type: "string",
  pattern: "^[a-z]{2}$",
  fix: fixes.language,
};
const count = (least: number, example: number) => ({
  type: "integer",
  minimum: least,
  fix: fixes.count(least, example),
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
  fix: fixes.group(Object.keys(properties).join(", ")),
});
const mailAddress = {
  type: "string",
  pattern: '^[^\\s@<>,;:"()]+@[^\\s@<>,;:"()]+$',
  fix: fixes.emailAddress,
};
const login = { type: "string", format: "login", fix: fixes.login };
const logins = { type: "array", items: login, fix: fixes.names };
const names = { type: "array", items: text, fix: fixes.names };
const choices = list(
  group({ slug, name: text, retired: { const: true, fix: fixes.retired } }, ["retired"]),
  fixes.choices,
);

const settings = {
  name: text,
  description: text,
  url: {
    type: "string",
    format: "site-address",
    fix: fixes.url,
  },
  host: { enum: [...hosts, null], fix: fixes.host(hosts) },
  repository: group(
    {
      ...{ owner: login, name: text, branch: text },
      app: group({
        login: { type: "string", pattern: "^[a-z0-9-]+\\[bot\\]$", fix: fixes.appLogin },
        id: count(1, 123456),
      }),
    },
    ["app"],
  ),
  signInUrl: {
    type: "string",
    format: "web-address",
    fix: fixes.signInUrl,
  },
  contact: mailAddress,
  mail: group(
    {
      list: mailAddress,
      from: group({ name: text, address: mailAddress }),
      listId: {
        type: "string",
        pattern: "^[a-z0-9-]+(?:\\.[a-z0-9-]+)+$",
        fix: fixes.listId,
      },
      announce: mailAddress,
    },
    ["listId", "announce"],
  ),
  topic: group({ name: text, terms: list(text, fixes.words), exampleTitle: text }, [
    "exampleTitle",
  ]),
  requirementsHeadings: { type: "array", items: text, fix: fixes.requirementsHeadings },
  categories: choices,
  types: choices,
  postLanguages: list(language, fixes.codes),
  lifetimes: group({
    listedDays: count(1, 90),
    newDays: count(0, 7),
    closingSoonDays: count(0, 7),
    renewals: count(0, 2),
    renewalDays: count(1, 30),
  }),
  pageSize: count(1, 25),
  recentPosts: count(1, 300),
  closedPageYears: { type: ["integer", "null"], minimum: 1, fix: fixes.closedPageYears },
  feedSize: count(1, 50),
  importedBy: login,
  criteria: {
    type: "array",
    items: group(
      {
        title: text,
        text,
        evidence: {
          enum: evidenceKinds,
          fix: fixes.oneOf(evidenceKinds),
        },
      },
      ["evidence"],
    ),
    fix: fixes.criteria,
  },
  review: group({
    reviewers: {
      type: "array",
      items: group({ login, colleagues: logins, domains: names }, ["colleagues", "domains"]),
      fix: fixes.reviewers,
    },
    claimDays: count(1, 7),
    rota: { type: "boolean", fix: fixes.boolean },
    reasons: list(group({ slug, title: text, text }), fixes.reasons),
  }),
  demo: {
    type: ["string", "null"],
    format: "day",
    fix: fixes.demo,
  },
} satisfies Record<Exclude<keyof BoardConfig, "staging">, Shape>;

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  ownProperties: true,
  allowUnionTypes: true,
  formats: {
    day: isDay,
    login: isLogin,
    "web-address": (address: string) => /^https?:$/.test(parse(address)?.protocol ?? ""),
    "site-address": isSiteAddress,
  },
});
ajv.addVocabulary(["fix"]);
const validate = ajv.compile<BoardConfig>(group(settings, ["signInUrl", "mail", "importedBy"]));

/** All problems of a value that should be the settings. */
export function checkConfig(config: unknown): ConfigProblem[] {
  if (validate(config)) return checkChoices(config);
  return (validate.errors ?? []).map(explain);
}

/** Throws an Error that names every wrong setting. */
export function requireSoundConfig(config: unknown): void {
  requireNone(checkConfig(config), unusable);
}

/** Throws an Error that names every problem, under a heading. */
export function requireNone(problems: readonly ConfigProblem[], heading: string): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ setting, message, fix }) => `  ${setting} ${message}. ${fix}`);
  throw new Error(`${heading}\n${lines.join("\n")}`);
}

/** What a schema cannot say: slugs are unique, and each list of choices offers at least one. */
function checkChoices({ categories, types, review }: BoardConfig): ConfigProblem[] {
  const lists = { categories, types, "review.reasons": review.reasons };
  const repeated = Object.entries(lists).flatMap(([setting, all]) => {
    const slugs = all.map((choice) => choice.slug);
    return slugs.flatMap((one, index) =>
      slugs.indexOf(one) < index
        ? [
            {
              setting: `${setting}.${index}.slug`,
              message: messages.repeatedSlug(one),
              fix: fixes.repeatedSlug,
            },
          ]
        : [],
    );
  });
  const retired = Object.entries({ categories, types })
    .filter(([, all]) => all.every((choice) => choice.retired))
    .map(([setting]) => ({ setting, message: messages.allRetired, fix: fixes.allRetired }));
  return [...repeated, ...retired];
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
    return { setting, message: messages.missing, fix };
  }
  if (keyword === "additionalProperties") return explainUnknown(setting, inner, parentSchema);
  const shown = JSON.stringify(data) ?? String(data);
  const kinds: Record<string, string> = messages.types;
  const message =
    keyword === "type" && typeof schema === "string" && kinds[schema]
      ? messages.wrongType(kinds[schema], shorten(shown))
      : messages.invalid(shorten(shown));
  return { setting, message, fix: String(parentSchema?.fix) };
}

function explainUnknown(setting: string, name: string, parentSchema: ErrorObject["parentSchema"]) {
  const known = Object.keys(parentSchema?.properties ?? {});
  const meant = known.find((other) => other.toLowerCase() === name.toLowerCase());
  return {
    setting,
    message: messages.unknown,
    fix: meant ? fixes.renamed(meant) : fixes.unknown(known.join(", ")),
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
