/** `npm run new`: writes the file of a new post, and asks for what is missing. */
import type { DraftResult } from "../src/board/draft.ts";
import { draftPost } from "../src/board/draft.ts";
import { readFieldText } from "../src/board/job/field-text.ts";
import { fieldNotes, jobFields } from "../src/board/job/schema.ts";
import type { Problem } from "../src/board/problem.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { readJobFiles } from "../src/services/job-files.ts";
import { createJobFile } from "../src/services/write-jobs.ts";
import type { ExitCode, Option } from "./command.ts";
import { runCommand } from "./command.ts";
import type { Given } from "./complete-draft.ts";
import { completeDraft } from "./complete-draft.ts";
import { fieldOption, flagOf, howToWrite } from "./field-option.ts";
import { reportProblems } from "./problem-report.ts";
import { canAsk, startQuestions } from "./questions.ts";

/** The fields that whoever sends a post gives, or the form in their place. */
const fields = jobFields.filter((field) => fieldNotes(field).filledBy !== "board");

const command = {
  usage: "npm run new -- --title TITLE --company NAME --category CODE …",
  about: `Writes the file of a new post into jobs/ (or JOBS_DIR) and asks for what is missing. Values are
written as in the file; the brackets of a list may be left out: --job-types web,database

Beside what is required, jobs on site and hybrid ones need --city and --country, remote ones
--remote-from, and all of them --apply-url or --email.`,
  options: {
    ...Object.fromEntries(fields.map((field) => [flagOf(field), fieldOption(field, boardConfig)])),
    "dry-run": { type: "boolean", help: "print the file instead of writing it" },
  } as Record<string, Option>,
};

await runCommand(command, async ({ flags }): Promise<ExitCode> => {
  const { jobsDir, now } = readEnvironment();
  const neighbours = await readJobFiles(jobsDir);
  const judge = (values: Given) => draftPost(values, neighbours, boardConfig, now);
  const given: Given = Object.fromEntries(
    fields.flatMap((field) => {
      const text = flags[flagOf(field)];
      return typeof text === "string" ? [[field, readFieldText(field, text)]] : [];
    }),
  );

  const draft = canAsk() ? await askForRest(given, judge) : judge(given);
  if (!draft.ok) {
    console.error(`The post cannot be written yet:\n${draft.problems.map(explain).join("\n")}`);
    return 1;
  }
  if (flags["dry-run"]) {
    console.log(`${draft.file} would be written. Nothing was changed.\n\n${draft.text}`);
  } else {
    await createJobFile(jobsDir, draft.file, draft.text);
    console.log(`${draft.file} is written.`);
  }
  if (draft.problems.length > 0) console.log(`\n${reportProblems(draft.problems, process.stdout)}`);
  return 0;
});

async function askForRest(given: Given, judge: (values: Given) => DraftResult) {
  const questions = startQuestions();
  try {
    return await completeDraft(given, judge, questions, boardConfig);
  } finally {
    questions.close();
  }
}

/** A problem in terms of the flag that mends it: a flag has no headings to put a text below. */
function explain({ field, message, fix }: Problem): string {
  const known = fields.find((other) => other === field);
  if (!known) return `  ${message} ${fix}`;
  return `  --${flagOf(known)}: ${message} ${howToWrite(known)}`;
}
