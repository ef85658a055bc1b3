/** `npm run adopt`: turns the project’s sample board into a community’s own board. */
import { execFile } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execPath } from "node:process";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { nothingChanged } from "#words/terminal.ts";
import { adopt as words } from "#words/terminal-posts.ts";
import type { AdoptionField, AdoptionPlan, ConfigChange } from "../src/board/adoption.ts";
import {
  adoptionFields,
  adoptionQuestions,
  mentions,
  planAdoption,
  readAnswer,
  settingsNaming,
  valueAt,
  withChanges,
} from "../src/board/adoption.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { readJobFiles } from "../src/services/job-files.ts";
import { removeJobFiles } from "../src/services/write-jobs.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { editConfig } from "./config-source.ts";
import type { Questions } from "./questions.ts";
import { askAt, canAsk } from "./questions.ts";

const run = promisify(execFile);
const configFile = "src/board.config.ts";
const codeOwners = ".github/CODEOWNERS";

const { name, url, repository, contact, "dry-run": dryRun } = words.options;

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    name: { type: "string", ...name },
    url: { type: "string", ...url },
    repository: { type: "string", ...repository },
    contact: { type: "string", ...contact },
    "dry-run": { type: "boolean", ...dryRun },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { environment, print, settings } = context;
  const { jobsDir, now } = environment;
  const changes = await gatherChanges(flags, context);
  const { sound, problems } = checkSources(readJobFiles(jobsDir), settings, now, {
    rules: [],
  });
  const plan = planAdoption(changes, sound, settings);

  for (const line of describePlan(plan, settings)) print(line);
  if (flags["dry-run"]) print(nothingChanged);
  else await apply(plan, context);

  for (const { file } of problems) print(words.unreadable(file));
  return 0;
});

if (import.meta.main) await startCommand(command);

/** The flags, and answers to questions for those that are missing. */
async function gatherChanges(
  flags: { [Field in AdoptionField]?: string },
  context: Context,
): Promise<ConfigChange[]> {
  const missing = adoptionFields.filter((field) => flags[field] === undefined);
  // A board without samples was adopted before and has all of these.
  const open = context.settings.demo ? missing : [];
  const needed = open.filter((field) => field !== "contact").map((field) => `--${field}`);
  const given: ConfigChange[] = [];
  const isAsking = open.length > 0 && canAsk(context);
  const faults = needed.length > 0 && !isAsking ? [words.missing(needed.join(", "))] : [];
  for (const field of adoptionFields) {
    const text = flags[field];
    if (text === undefined) continue;
    const answer = readAnswer(field, text);
    if ("changes" in answer) given.push(...answer.changes);
    else faults.push(words.refused(field, answer.refused));
  }
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  return isAsking ? [...given, ...(await askAt(context, (ask) => askFor(open, ask)))] : given;
}

async function askFor(
  fields: readonly AdoptionField[],
  questions: Questions,
): Promise<ConfigChange[]> {
  const changes: ConfigChange[] = [];
  for (const field of fields) changes.push(...(await askUntilValid(field, questions)));
  return changes;
}

async function askUntilValid(field: AdoptionField, questions: Questions): Promise<ConfigChange[]> {
  const { title, example } = adoptionQuestions[field];
  for (;;) {
    const answer = readAnswer(field, await questions.ask(words.question(title, example)));
    if ("changes" in answer) return answer.changes;
    questions.say(answer.refused);
  }
}

function describePlan({ changes, samples }: AdoptionPlan, settings: BoardConfig): string[] {
  if (changes.length + samples.length === 0) return [words.nothing];
  return [
    ...changes.map(({ path, value }) => {
      const old = JSON.stringify(valueAt(settings, path));
      return words.change(path.join("."), old, JSON.stringify(value));
    }),
    ...(samples.length > 0 ? [words.samplesToRemove(samples.length)] : []),
  ];
}

/** Samples are recognized by a date in the settings: they are removed first, so a second run can finish the first. */
async function apply({ changes, samples }: AdoptionPlan, context: Context): Promise<void> {
  const { environment, print, settings } = context;
  const commit = await prepareConfig(changes, context);
  if (samples.length > 0) await removeJobFiles(environment.jobsDir, samples);
  await commit();
  if (changes.length + samples.length === 0) return;
  print(words.done);
  const isExample = !changes.some(({ path }) => path[0] === "contact");
  if (isExample) print(words.contactIsExample(settings.contact));
  for (const line of await describeTopic(changes, context)) print(line);
  for (const line of await describePeople(changes, context)) print(line);
}

/** The new maintainers are unknown here, but the old ones should not be asked anymore. */
async function describePeople(
  changes: readonly ConfigChange[],
  { directory, settings }: Context,
): Promise<string[]> {
  const { owner } = settings.repository;
  const isMoved = changes.some(({ path }) => path.join(".") === "repository.owner");
  const text = await readFile(join(directory, codeOwners), "utf8").catch(() => "");
  return isMoved && text.includes(`@${owner}/`) ? [words.codeOwners(codeOwners, owner)] : [];
}

/** Which files still mention the topic that the board ships with. */
async function describeTopic(
  changes: readonly ConfigChange[],
  { directory, settings }: Context,
): Promise<string[]> {
  const topic = settings.topic.name;
  const found = settingsNaming(topic, withChanges(settings, changes));
  const files = ["README.md", "package.json"];
  const naming = await Promise.all(
    // A community may have deleted one of them.
    files.map(async (file) =>
      mentions(topic, await readFile(join(directory, file), "utf8").catch(() => "")),
    ),
  );
  const lines = [
    ...(found.length > 0 ? [`  ${configFile}: ${found.join(", ")}`] : []),
    ...files.filter((_, index) => naming[index]).map((file) => `  ${file}`),
  ];
  return lines.length > 0 ? [words.topic(topic), ...lines] : [];
}

/** Writes the new settings beside the old ones and checks them. The result puts them in place. */
async function prepareConfig(
  changes: readonly ConfigChange[],
  { directory, settings }: Context,
): Promise<() => Promise<void>> {
  const path = join(directory, configFile);
  const source = editConfig(await readFile(path, "utf8"), changes);
  const draft = path.replace(/\.ts$/, ".new.ts");
  await writeFile(draft, source);
  const program = `import { boardConfig } from ${JSON.stringify(pathToFileURL(draft).href)};
    process.stdout.write(JSON.stringify(boardConfig));`;
  try {
    const { stdout } = await run(execPath, ["--input-type=module", "--eval", program]);
    const isAsPlanned = isDeepStrictEqual(JSON.parse(stdout), withChanges(settings, changes));
    if (!isAsPlanned) throw new Error(words.notAsPlanned);
  } catch (cause) {
    await rm(draft);
    throw new Error(words.checkFailed, { cause });
  }
  return () => rename(draft, path);
}
