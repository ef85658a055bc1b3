/** `npm run -s validate`: checks posts with the reader and the rules that everything else uses. */

import { validate as words } from "#words/terminal-posts.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import type { Problem } from "../src/board/problem.ts";
import { hasErrors } from "../src/board/problem.ts";
import { cityNames } from "../src/services/city-names.ts";
import { readGonePosts } from "../src/services/git-posts.ts";
import type { Folders, NamedFile } from "../src/services/named-files.ts";
import {
  findNamedFile,
  folderNamed,
  missingFile,
  readBoardWith,
  sameName,
} from "../src/services/named-files.ts";
import { fetchNeededHistory } from "../src/services/needed-history.ts";
import { defineCommand, startCommand } from "./command.ts";
import { countProblems, printableJson, reportProblems } from "./problem-report.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    json: { type: "boolean", ...words.options.json },
    all: { type: "boolean", ...words.options.all },
  },
  takesFiles: true,
} as const;

export const command = defineCommand(definition, async (context, { flags, files }) => {
  const { config, directory, print, stdout } = context;
  const { jobsDir, now } = context.environment;
  const { named, problems } = await findAll(files, { directory, jobsDir });
  const sources = readBoardWith(jobsDir, [...named.values()]);
  const isChecked = (file: string) =>
    flags.all || (files.length > 0 ? named.has(file) : !file.startsWith("jobs/archive/"));
  const checked = sources.filter(({ file }) => isChecked(file)).length;

  await fetchNeededHistory(sources, jobsDir, { config, now });
  const gone = await readGonePosts(jobsDir, new Set(sources.map(({ file }) => file)), now);
  for (const problem of checkSources(sources, config, now, { isChecked, gone, cities: cityNames })
    .problems) {
    problems.push({ ...problem, file: named.get(problem.file)?.shown ?? problem.file });
  }

  if (flags.json) {
    print(printableJson(problems.map(inOrder)));
  } else {
    if (problems.length > 0) print(`${reportProblems(problems, stdout)}\n`);
    print(words.checked(checked, countProblems(problems)));
  }
  return hasErrors(problems) ? 1 : 0;
});

if (import.meta.main) await startCommand(command);

/** The named files by their paths on the board, and the problems of those that cannot be checked. */
async function findAll(names: readonly string[], folders: Folders) {
  const named = new Map<string, NamedFile>();
  const problems: Problem[] = [];
  for (const name of names) {
    const found = await findNamedFile(name, folders);
    const other = found && named.get(found.file);
    if (!found) problems.push((await folderNamed(name, folders.directory)) ?? missingFile(name));
    else if (!other) named.set(found.file, found);
    else if (other.path !== found.path) problems.push(sameName(name, other.shown));
  }
  return { named, problems };
}

/** The properties in the documented order, whatever order a rule returns them in. */
function inOrder({ file, field, line, rule, severity, message, fix, repair }: Problem): Problem {
  const at = line === undefined ? {} : { line };
  return { file, field, ...at, rule, severity, message, fix, ...(repair && { repair }) };
}
