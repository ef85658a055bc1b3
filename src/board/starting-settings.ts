/** What a board's settings start with, and what becomes of them when its topic or its language changes. */
import type * as words from "#words/starting-settings.ts";
import type { BoardConfig } from "./config.ts";
import type { ConfigChange } from "./setting-path.ts";
import { valueAt } from "./setting-path.ts";

/** The first settings in one language. */
export type StartingSettings = {
  /** Its code, which its folder of words has as a name. */
  language: string;
  words: typeof words;
};

/**
 * The settings that follow from others, where nobody has changed them.
 *
 * @param config the settings as they are
 * @param next the settings as they are to be
 * @param from the first settings in the language so far
 * @param to the first settings in the next language
 */
export function followingSettings(
  config: BoardConfig,
  next: BoardConfig,
  { from, to }: { from: StartingSettings; to: StartingSettings },
): ConfigChange[] {
  const before = startingValues(config, from);
  const after = startingValues(next, to);
  const isOtherTopic = config.topic.name !== next.topic.name;
  return after.flatMap(({ path, value, isOfTopic }, index) => {
    // An answer of its own.
    if (!isSame(valueAt(config, path), valueAt(next, path))) return [];
    const isUntouched = isSame(valueAt(config, path), before[index]?.value);
    return isUntouched || (isOtherTopic && isOfTopic) ? [{ path, value }] : [];
  });
}

type StartingValue = ConfigChange & {
  /** Means nothing to a board about something else. */
  isOfTopic?: true;
};

function startingValues(
  config: BoardConfig,
  { language, words }: StartingSettings,
): StartingValue[] {
  const topic = config.topic.name;
  return [
    { path: ["description"], value: words.description(topic) },
    { path: ["topic", "terms"], value: [topic], isOfTopic: true },
    { path: ["topic", "exampleTitle"], value: words.exampleTitle(topic), isOfTopic: true },
    { path: ["requirementsHeadings"], value: words.requirementsHeadings },
    { path: ["categories"], value: words.categories },
    { path: ["types"], value: words.types },
    { path: ["postLanguages"], value: [language] },
    { path: ["criteria"], value: words.criteria(topic) },
    { path: ["review", "reasons"], value: words.reasons(topic) },
  ];
}

/** Settings are plain values, written in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
