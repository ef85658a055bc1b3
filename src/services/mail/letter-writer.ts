/** Writes the letters about a pull request from what GitHub knows of it. */
import type { BoardConfig } from "../../board/config.ts";
import type { Letter } from "../../board/mail/letter.ts";
import { lettersFor } from "../../board/mail/letters.ts";
import { readEvents } from "../../board/mail/read-events.ts";
import type { LetterContext } from "../../board/mail/texts.ts";
import type { GitHub } from "../github/client.ts";
import type { Sources } from "../github/gather.ts";
import { factsGatherer } from "../github/gather.ts";

/** Prepares to write all letters about what has happened lately, also those that were sent. */
export function letterWriter(sources: Sources): (pull: number) => Promise<Letter[]> {
  const { config, github } = sources;
  const gather = factsGatherer(sources);
  const context = mailContext(config, github);
  return async (pull) => {
    const facts = await gather(pull);
    const read = "elsewhere" in facts ? undefined : readEvents(facts, config);
    if (!read) return [];
    return read.events.flatMap((event) => lettersFor(event, read.subject, context));
  };
}

/** What letters are written from. */
export function mailContext(config: BoardConfig, { url }: Pick<GitHub, "url">): LetterContext {
  return { config, mail: config.mail ?? shownMail(config), repository: url };
}

/** For a board that has no settings for mail, and so only shows what it would send. */
function shownMail({ name, contact }: BoardConfig): NonNullable<BoardConfig["mail"]> {
  return { list: contact, from: { name, address: contact } };
}
