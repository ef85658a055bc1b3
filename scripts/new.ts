/** `npm run new`: writes a new post and asks for whatever is missing. */

import { newPost as words } from "#words/terminal-posts.ts";
import { draftPost } from "../src/board/draft.ts";
import { readFieldText } from "../src/board/job/field-text.ts";
import { rootField } from "../src/board/job/places.ts";
import { fieldsFilledBy } from "../src/board/job/schema.ts";
import type { Problem } from "../src/board/problem.ts";
import { boardConfig } from "../src/board.config.ts";
import { cityNames } from "../src/services/city-names.ts";
import { readJobFiles } from "../src/services/job-files.ts";
import { createJobFile } from "../src/services/write-jobs.ts";
import type { Option } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import type { Given } from "./complete-draft.ts";
import { completeDraft } from "./complete-draft.ts";
import { fieldOption, flagOf, howToWrite } from "./field-option.ts";
import { reportProblems } from "./problem-report.ts";
import { askAt, canAsk } from "./questions.ts";

/** The fields that the sender of a post fills in, or the form for them. */
const fields = fieldsFilledBy("submitter", "form");

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    ...Object.fromEntries(fields.map((field) => [flagOf(field), fieldOption(field, boardConfig)])),
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  } as Record<string, Option>,
};

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, environment, print, printError, stdout } = context;
  const { jobsDir, now } = environment;
  const neighbors = readJobFiles(jobsDir);
  const judge = (values: Given) => draftPost(values, neighbors, config, now, { cities: cityNames });
  const given: Given = Object.fromEntries(
    fields.flatMap((field) => {
      const text = flags[flagOf(field)];
      return typeof text === "string" ? [[field, readFieldText(field, text)]] : [];
    }),
  );

  const draft = canAsk(context)
    ? await askAt(context, (questions) => completeDraft(given, judge, questions, config))
    : judge(given);
  if (!draft.ok) {
    printError(words.incomplete(draft.problems.map(explain).join("\n")));
    return 1;
  }
  if (flags["dry-run"]) print(words.wouldWrite(draft.file, draft.text));
  else {
    await createJobFile(jobsDir, draft.file, draft.text);
    print(words.written(draft.file));
  }
  if (draft.problems.length > 0) print(`\n${reportProblems(draft.problems, stdout)}`);
  return 0;
});

if (import.meta.main) await startCommand(command);

/** A problem in terms of the flag that fixes it: a flag has no headings to put a text below. */
function explain({ field, message, fix }: Problem): string {
  const known = fields.find((other) => field !== null && other === rootField(field));
  if (!known) return `  ${message} ${fix}`;
  return `  --${flagOf(known)}: ${message} ${known === field ? howToWrite(known) : fix}`;
}
