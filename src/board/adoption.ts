/** What `npm run adopt` changes to turn the shipped board into another community’s own. */

import { adoption } from "#words/settings.ts";
import type { BoardConfig } from "./config.ts";
import { isMailAddress } from "./job/mail-address.ts";
import { refuseWebAddress } from "./job/web-address.ts";
import type { ReadPost } from "./listing/read-board.ts";
import { isLogin } from "./login.ts";
import { isSample } from "./post/sample.ts";

/** What an adopter is asked. */
export const adoptionQuestions = {
  name: { title: adoption.questions.name, example: "Ruby Jobs" },
  url: { title: adoption.questions.url, example: "https://jobs.example.org/" },
  repository: { title: adoption.questions.repository, example: "example-org/job-board" },
  contact: { title: adoption.questions.contact, example: "jobs@example.org" },
} as const;

export type AdoptionField = keyof typeof adoptionQuestions;

export const adoptionFields = Object.keys(adoptionQuestions) as AdoptionField[];

/** A value of the configuration, by its path. */
export type ConfigChange = { path: readonly string[]; value: string | null };

type Answer = { changes: ConfigChange[] } | { refused: string };

/** Reads one answer, or says in a sentence why it is refused. */
export function readAnswer(field: AdoptionField, text: string): Answer {
  const answer = text.trim();
  switch (field) {
    case "name":
      return /^[^\n]{1,60}$/.test(answer)
        ? { changes: [{ path: ["name"], value: answer }] }
        : { refused: adoption.name };
    case "url":
      return readUrl(answer);
    case "repository":
      return readRepository(answer);
    case "contact":
      return isMailAddress(answer)
        ? { changes: [{ path: ["contact"], value: answer }] }
        : { refused: adoption.contact(answer) };
  }
}

function readUrl(answer: string): Answer {
  const refused = refuseWebAddress(answer);
  if (refused) return { refused: `“${answer}” ${refused}.` };
  const { origin, pathname, search, hash } = new URL(answer);
  if (search || hash) return { refused: adoption.url(answer) };
  return { changes: [{ path: ["url"], value: `${origin}${pathname.replace(/\/?$/, "/")}` }] };
}

function readRepository(answer: string): Answer {
  const match = /^(?:https:\/\/github\.com\/)?([^/\s]+)\/([\w.-]{1,100}?)(?:\.git|\/)?$/i.exec(
    answer,
  );
  const [, owner, name] = match ?? [];
  if (!owner || !isLogin(owner) || !name) return { refused: adoption.repository(answer) };
  return {
    changes: [
      { path: ["repository", "owner"], value: owner },
      { path: ["repository", "name"], value: name },
    ],
  };
}

export type AdoptionPlan = {
  changes: ConfigChange[];
  /** Files of sample posts, to be deleted. */
  samples: string[];
};

/** The remaining steps, without those already done. */
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

/** The settings whose values mention a topic. */
export function settingsNaming(topic: string, config: object): string[] {
  return Object.entries(config).flatMap(([setting, value]) =>
    mentions(topic, JSON.stringify(value)) ? [setting] : [],
  );
}

/** Ignores case. */
export function mentions(topic: string, text: string): boolean {
  return text.toLowerCase().includes(topic.toLowerCase());
}

export function valueAt(config: BoardConfig, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    config,
  );
}

/** A copy of the configuration with other values. Throws an Error for an unknown path. */
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
