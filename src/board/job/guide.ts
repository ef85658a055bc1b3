/** `docs/job-file.md`, written from the schema so that it cannot say anything else. */
import type { BoardConfig } from "../config.ts";
import { maxFileBytes, writeJobFile } from "./file.ts";
import { liveJobPath } from "./path.ts";
import type { FieldNotes, Job, JobField } from "./schema.ts";
import { fieldNotes, jobFields, jobSchema } from "./schema.ts";
import { slugFor } from "./slug.ts";

/** A post with most of what posts have. */
export const exampleJob: Job = {
  title: "Senior Django Developer",
  company: "Example Analytics GmbH",
  category: "developer-engineer",
  job_types: ["web", "database"],
  employment: "full_time",
  workplace: "hybrid",
  city: "Berlin",
  country: "DE",
  salary: { min: 65000, max: 85000, currency: "EUR", per: "year" },
  apply_url: "https://example.com/jobs/42",
  submitted: "2026-11-22",
  submitted_by: "octocat",
  description: "What the job is, in Markdown, and how the person will use Python.",
  requirements: "What the applicant must bring.",
  company_description: "Who they are.",
};

const filledByWords = {
  submitter: "Written by whoever sends the post",
  form: "Stamped by the form, never changed afterwards",
  board: "Set by those who run the board",
} as const satisfies Record<FieldNotes["filledBy"], string>;

/** The guide as Markdown. Throws an Error if its own example is not a sound post for the board. */
export function jobFileGuide(config: BoardConfig): string {
  const path = liveJobPath(slugFor(exampleJob));
  const written = writeJobFile(path, exampleJob, config);
  if (!written.ok) throw new Error(`The example is not sound: ${JSON.stringify(written.problems)}`);
  const tables = Object.entries(filledByWords).flatMap(([by, words]) => {
    const rows = jobFields
      .filter((field) => fieldNotes(field).filledBy === by)
      .map((field) => tableRow(field));
    return [
      `### ${words}`,
      ["| field | meaning | rule |", "| --- | --- | --- |", ...rows].join("\n"),
    ];
  });
  return `${[
    "# A job file",
    "<!-- Written by `npm run docs` from src/board/job/schema.ts. Change it there. -->",
    `A post is one Markdown file, \`jobs/<slug>.md\`, at most ${maxFileBytes / 1024} KiB of UTF-8 text. Its name is its address on the site for ever. The slug is made of the day, the company and the title; this one would be \`${path}\`:`,
    `\`\`\`markdown\n${written.text}\`\`\``,
    "The first line is three hyphens and so is the line below the fields. `## Requirements` and `## About the company` are the board's own headings; others in the text begin with `###`. A closed post lies in `jobs/archive/<year>/` under the same name.",
    "## Fields",
    "In the order in which they stand in a file. An asterisk marks what every post must have.",
    ...tables,
    "## The categories",
    choiceList(config.categories),
    "## The technologies and fields",
    choiceList(config.types),
  ].join("\n\n")}\n`;
}

function tableRow(field: JobField): string {
  const { label, hint, fix } = fieldNotes(field);
  const isRequired = (jobSchema.required as readonly string[]).includes(field);
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return `| \`${field}\`${isRequired ? " *" : ""} | **${label}.** ${cell(hint)} | ${cell(fix)} |`;
}

function choiceList(choices: BoardConfig["categories"]): string {
  return choices.map(({ slug, name }) => `- \`${slug}\`: ${name}`).join("\n");
}
