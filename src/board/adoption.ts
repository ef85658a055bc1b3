/** What `npm run adopt` asks, and what it changes to turn the shipped board into another community’s own. */

import { adoption } from "#words/settings.ts";
import type { BoardConfig, Choice } from "./config.ts";
import { hosts } from "./config.ts";
import { isMailAddress } from "./job/mail-address.ts";
import { transliterate } from "./job/slug.ts";
import { refuseWebAddress } from "./job/web-address.ts";
import type { ReadPost } from "./listing/read-board.ts";
import { isLogin } from "./login.ts";
import { isSample } from "./post/sample.ts";
import type { ConfigChange } from "./setting-path.ts";
import { valueAt, withChanges } from "./setting-path.ts";
import type { StartingSettings } from "./starting-settings.ts";
import { followingSettings } from "./starting-settings.ts";

/** What an adopter is asked about the settings, in this order. */
export const adoptionFields = [
  "name",
  "topic",
  "terms",
  "description",
  "url",
  "repository",
  "contact",
  "categories",
  "types",
  "host",
] as const;

export type AdoptionField = (typeof adoptionFields)[number];

/** Without them, the board would still be the one that it was copied from. */
export const requiredFields: readonly AdoptionField[] = ["name", "topic", "url", "repository"];

type Answer = { changes: ConfigChange[] } | { refused: string };

/** Reads one answer, or says in a sentence why it is refused. No answer keeps a setting that may be kept. */
export function readAnswer(field: AdoptionField, text: string): Answer {
  const answer = text.trim();
  if (answer === "" && !requiredFields.includes(field)) return { changes: [] };
  switch (field) {
    case "name":
      return setLine(["name"], answer, 60);
    case "topic":
      return setLine(["topic", "name"], answer, 60);
    case "description":
      return setLine(["description"], answer, 300);
    case "terms":
      return setTo(["topic", "terms"], listed(answer));
    case "categories":
    case "types":
      return setTo([field], listed(answer).map(choiceNamed));
    case "url":
      return readUrl(answer);
    case "repository":
      return readRepository(answer);
    case "contact":
      return isMailAddress(answer)
        ? setTo(["contact"], answer)
        : { refused: adoption.contact(answer) };
    case "host":
      return answer === "other" || hosts.some((host) => host === answer)
        ? setTo(["host"], answer === "other" ? null : answer)
        : { refused: adoption.host(answer, hosts) };
  }
}

function setTo(path: readonly string[], value: unknown): Answer {
  return { changes: [{ path, value }] };
}

function setLine(path: readonly string[], answer: string, most: number): Answer {
  return answer !== "" && answer.length <= most && !/\n/.test(answer)
    ? setTo(path, answer)
    : { refused: adoption.line(most) };
}

/** Values between commas, each once. */
function listed(answer: string): string[] {
  return [...new Set(answer.split(",").map((part) => part.trim()))].filter(Boolean);
}

function choiceNamed(name: string): Choice {
  return { slug: transliterate(name), name };
}

function readUrl(answer: string): Answer {
  const refused = refuseWebAddress(answer);
  if (refused) return { refused: `“${answer}” ${refused}.` };
  const { origin, pathname, search, hash } = new URL(answer);
  if (search || hash) return { refused: adoption.url(answer) };
  return setTo(["url"], `${origin}${pathname.replace(/\/?$/, "/")}`);
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

/**
 * The remaining steps, without those already done.
 *
 * @param answers the settings that the adopter chose
 * @param from the first settings in the board's language so far
 * @param to the first settings in the language that it will have
 */
export function planAdoption(
  answers: readonly ConfigChange[],
  posts: readonly ReadPost[],
  config: BoardConfig,
  languages: { from: StartingSettings; to: StartingSettings },
): AdoptionPlan {
  const chosen = [...answers, { path: ["demo"], value: null }];
  const following = followingSettings(config, withChanges(config, chosen), languages);
  return {
    changes: [...chosen, ...following].filter(
      ({ path, value }) => JSON.stringify(valueAt(config, path)) !== JSON.stringify(value),
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
