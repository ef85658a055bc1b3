/** How `npm run new` asks for missing and wrong fields of a post, one question after another. */

import { newPost as words } from "#words/terminal-posts.ts";
import type { BoardConfig } from "../src/board/config.ts";
import type { DraftResult } from "../src/board/draft.ts";
import { choicesOf, readFieldText } from "../src/board/job/field-text.ts";
import { rootField } from "../src/board/job/places.ts";
import type { JobField } from "../src/board/job/schema.ts";
import { fieldNotes, jobFields } from "../src/board/job/schema.ts";
import type { Problem } from "../src/board/problem.ts";
import { mostChoices } from "./field-option.ts";
import type { Questions } from "./questions.ts";

export type Given = { [Field in JobField]?: unknown };

/**
 * Asks for one field after another while the judge finds a problem that another value could fix. Returns the
 * judge's last result.
 */
export async function completeDraft(
  given: Given,
  judge: (values: Given) => DraftResult,
  questions: Questions,
  config: BoardConfig,
): Promise<DraftResult> {
  let values = given;
  for (;;) {
    const draft = judge(values);
    const next = draft.ok ? undefined : firstToAsk(draft.problems);
    if (!next) return draft;
    const { field, problem } = next;
    // For a value that was not given yet, the question alone is enough.
    if (field in values) questions.say(`${problem.message} ${problem.fix}`);
    values = await askFor(field, values, questions, config);
    // One of the two is enough: if the link is left out, asks for the address.
    const needsAddress = problem.rule === "way-to-apply" && !values.apply_url;
    if (needsAddress) values = await askFor("email", values, questions, config);
  }
}

/** The problem of the field that comes first in a file. */
function firstToAsk(problems: readonly Problem[]) {
  for (const field of jobFields) {
    const problem = problems.find(
      (candidate) => candidate.field !== null && rootField(candidate.field) === field,
    );
    if (problem) return { field, problem };
  }
  return undefined;
}

/** The values with the answer for the field, or without the field if the answer is empty. */
async function askFor(
  field: JobField,
  values: Given,
  questions: Questions,
  config: BoardConfig,
): Promise<Given> {
  const { label, hint, section } = fieldNotes(field);
  const choices = choicesOf(field, config);
  questions.say(`\n${hint}`);
  if (choices.length > 0 && choices.length <= mostChoices) {
    questions.say(words.oneOf(choices.join(", ")));
  }
  const answer = await (section === undefined ? questions.ask(label) : questions.askForText(label));
  const { [field]: _, ...others } = values;
  return answer ? { ...others, [field]: readFieldText(field, answer) } : others;
}
