/** What it takes to make the board that ships with the project another community's own. */
import type { BoardConfig } from "./config.ts";
import { isMailAddress } from "./job/mail-address.ts";
import { refuseWebAddress } from "./job/web-address.ts";
import type { ReadPost } from "./listing/read-board.ts";
import { isSample } from "./post/sample.ts";

/** What an adopter says, as typed. */
export const adoptionQuestions = {
  name: { title: "Name of the board", example: "Ruby Jobs" },
  url: { title: "Address of the site", example: "https://jobs.example.org/" },
  repository: { title: "Repository on GitHub", example: "example-org/job-board" },
  contact: { title: "E-mail address of your team", example: "jobs@example.org" },
} as const;

export type AdoptionField = keyof typeof adoptionQuestions;

export const adoptionFields = Object.keys(adoptionQuestions) as AdoptionField[];

/** Values to put into the configuration, by their path in it. */
export type ConfigChange = { path: readonly string[]; value: string | null };

type Answer = { changes: ConfigChange[] } | { refused: string };

/** Reads one answer, or says as a sentence why it cannot be taken. */
export function readAnswer(field: AdoptionField, text: string): Answer {
  const answer = text.trim();
  switch (field) {
    case "name":
      return /^[^\n]{1,60}$/.test(answer)
        ? { changes: [{ path: ["name"], value: answer }] }
        : { refused: "A name is one line of at most 60 characters." };
    case "url":
      return readUrl(answer);
    case "repository":
      return readRepository(answer);
    case "contact":
      return isMailAddress(answer)
        ? { changes: [{ path: ["contact"], value: answer }] }
        : { refused: `“${answer}” is not an e-mail address.` };
  }
}

function readUrl(answer: string): Answer {
  const refused = refuseWebAddress(answer);
  if (refused) return { refused: `“${answer}” ${refused}.` };
  const { origin, pathname, search, hash } = new URL(answer);
  if (search || hash) return { refused: `“${answer}” has more than a path behind its host name.` };
  return { changes: [{ path: ["url"], value: `${origin}${pathname.replace(/\/?$/, "/")}` }] };
}

/** https://docs.github.com/en/get-started/learning-about-github/types-of-github-accounts: the shape of owners and names. */
function readRepository(answer: string): Answer {
  const match =
    /^(?:https:\/\/github\.com\/)?([a-z0-9](?:[a-z0-9-]{0,38}))\/([\w.-]{1,100}?)(?:\.git|\/)?$/i.exec(
      answer,
    );
  const [, owner, name] = match ?? [];
  if (!owner || !name) return { refused: `“${answer}” is not like owner/name.` };
  return {
    changes: [
      { path: ["repository", "owner"], value: owner },
      { path: ["repository", "name"], value: name },
    ],
  };
}

export type AdoptionPlan = {
  changes: ConfigChange[];
  /** Files of sample posts, which are to go. */
  samples: string[];
};

/** The steps that are left: those already taken are not planned again. */
export function planAdoption(
  changes: readonly ConfigChange[],
  posts: readonly ReadPost[],
  config: BoardConfig,
): AdoptionPlan {
  return {
    changes: [...changes, { path: ["demo"], value: null }].filter(
      ({ path, value }) => valueAt(config, path) !== value,
    ),
    samples: posts.filter(({ job }) => isSample(job, config)).map(({ file }) => file),
  };
}

/** The settings that name a topic anywhere in their value. */
export function settingsNaming(topic: string, config: object): string[] {
  return Object.entries(config).flatMap(([setting, value]) =>
    mentions(topic, JSON.stringify(value)) ? [setting] : [],
  );
}

/** Whether a text has the topic's name, in capitals or not. */
export function mentions(topic: string, text: string): boolean {
  return text.toLowerCase().includes(topic.toLowerCase());
}

/** What the configuration has at a path. */
export function valueAt(config: BoardConfig, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    config,
  );
}

/** The configuration, as JSON has it, with other values. Throws an Error if a path leads nowhere. */
export function withChanges(config: BoardConfig, changes: readonly ConfigChange[]): object {
  const copy = structuredClone(config);
  for (const { path, value } of changes) {
    const target = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (typeof target !== "object" || target === null || key === undefined) {
      throw new Error(`The configuration has no ${path.join(".")}.`);
    }
    Reflect.set(target, key, value);
  }
  return copy;
}
