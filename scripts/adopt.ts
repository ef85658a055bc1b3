/** `npm run adopt`: turns the project’s sample board into a community’s own board. */
import { execFile } from "node:child_process";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execPath } from "node:process";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { adoption } from "#words/settings.ts";
import { nothingChanged } from "#words/terminal.ts";
import { adopt as words } from "#words/terminal-posts.ts";
import type { AdoptionField, AdoptionPlan } from "../src/board/adoption.ts";
import {
  adoptionFields,
  planAdoption,
  readAnswer,
  requiredFields,
  settingsNaming,
} from "../src/board/adoption.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { isColor } from "../src/board/look/color.ts";
import { shareImageSize } from "../src/board/look/share-image.ts";
import type { ConfigChange } from "../src/board/setting-path.ts";
import { valueAt, withChanges } from "../src/board/setting-path.ts";
import type { StartingSettings } from "../src/board/starting-settings.ts";
import { drawSvg } from "../src/services/draw-svg.ts";
import { readJobFiles } from "../src/services/job-files.ts";
import { removeJobFiles } from "../src/services/write-jobs.ts";
import type { FileChange, Look } from "./adoption-files.ts";
import { changedFiles, languageOf, readLogo, shareDrawing } from "./adoption-files.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { editConfig } from "./config-source.ts";
import type { Questions } from "./questions.ts";
import { askAt, canAsk } from "./questions.ts";

const run = promisify(execFile);
const configFile = "src/board.config.ts";
const wordsFolder = "src/board/words";
const sharePicture = "src/site/static/share.png";
const codeOwners = ".github/CODEOWNERS";

const { "dry-run": dryRun, ...values } = words.options;

type Flag = AdoptionField | "language" | "color" | "logo";

const stringOptions = Object.fromEntries(
  Object.entries(values).map(([name, option]) => [name, { type: "string", ...option }]),
) as { [Name in Flag]: { type: "string"; value: string; help: string } };

const definition = {
  usage: words.usage,
  about: words.about,
  options: { ...stringOptions, "dry-run": { type: "boolean", ...dryRun } },
} as const;

/** Everything that the adopter chose. */
type Choices = { changes: ConfigChange[]; language: string; look: Look };

type Plan = AdoptionPlan & { files: FileChange[] };

export const command = defineCommand(definition, async (context, { flags }) => {
  const { directory, environment, print, settings } = context;
  const { jobsDir, now } = environment;
  const current = await languageOf(directory);
  const { changes, language, look } = await gatherChoices(flags, context, current);
  const { sound, problems } = checkSources(readJobFiles(jobsDir), settings, now, {
    rules: [],
  });
  const [from, to] = await Promise.all([startingIn(current), startingIn(language)]);
  const adopted = planAdoption(changes, sound, settings, { from, to });
  const after = withChanges(settings, adopted.changes);
  requireSoundConfig(after);
  const files = await changedFiles(directory, { before: settings, after }, language, look);
  const plan = { ...adopted, files };

  for (const line of describePlan(plan, settings)) print(line);
  if (flags["dry-run"]) print(nothingChanged);
  else await apply(plan, after, context);

  for (const { file } of problems) print(words.unreadable(file));
  return 0;
});

if (import.meta.main) await startCommand(command);

async function startingIn(language: string): Promise<StartingSettings> {
  return { language, words: await import(`../${wordsFolder}/${language}/starting-settings.ts`) };
}

/** The flags, and answers to questions for those that are missing. */
async function gatherChoices(
  flags: { [Name in Flag]?: string },
  context: Context,
  current: string,
): Promise<Choices> {
  const languages = await readLanguages(context.directory);
  const given: Choices = {
    changes: [],
    language: current,
    look: { color: undefined, logo: undefined },
  };
  const names: readonly Flag[] = [...adoptionFields, "language", "color", "logo"];
  // A board without samples was adopted before and has all that is needed.
  const open = context.settings.demo ? names.filter((name) => flags[name] === undefined) : [];
  const needed = requiredFields.filter((field) => open.includes(field)).map((name) => `--${name}`);
  const isAsking = open.length > 0 && canAsk(context);
  const faults = needed.length > 0 && !isAsking ? [words.missing(needed.join(", "))] : [];
  for (const name of names) {
    const text = flags[name];
    const refused = text === undefined ? undefined : await take(name, text, given, languages);
    if (refused) faults.push(words.refused(name, refused));
  }
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  if (isAsking) {
    const asked = open.filter((name) => name !== "language" || languages.length > 1);
    await askAt(context, async (questions) => {
      for (const name of asked) await askUntilValid(name, questions, given, languages);
    });
  }
  return given;
}

/** Adds one answer to the choices, or says in a sentence why it is refused. */
function take(
  name: Flag,
  text: string,
  choices: Choices,
  languages: readonly string[],
): Promise<string | undefined> | string | undefined {
  const answer = text.trim();
  switch (name) {
    case "language":
      if (answer !== "" && !languages.includes(answer)) {
        return adoption.languageUnknown(answer, languages);
      }
      choices.language = answer || choices.language;
      return undefined;
    case "color":
    case "logo":
      return answer === "" ? undefined : takeLook(name, answer, choices.look);
    default: {
      const read = readAnswer(name, answer);
      if ("refused" in read) return read.refused;
      choices.changes.push(...read.changes);
      return undefined;
    }
  }
}

async function takeLook(
  name: "color" | "logo",
  answer: string,
  look: Look,
): Promise<string | undefined> {
  if (name === "color") {
    if (!isColor(answer)) return adoption.notAColor(answer);
    look.color = answer;
    return undefined;
  }
  try {
    look.logo = await readLogo(answer);
    return undefined;
  } catch (error) {
    return errorText(error);
  }
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function askUntilValid(
  name: Flag,
  questions: Questions,
  choices: Choices,
  languages: readonly string[],
): Promise<void> {
  const [title, example] = adoption.questions[name];
  const isNeeded = requiredFields.some((field) => field === name);
  for (;;) {
    const answer = await questions.ask(words.question(title, example, isNeeded));
    const refused = await take(name, answer, choices, languages);
    if (refused === undefined) return;
    questions.say(refused);
  }
}

/** The folders of words that a board can start with. */
async function readLanguages(directory: string): Promise<string[]> {
  const folder = join(directory, wordsFolder);
  const entries = await readdir(folder, { recursive: true });
  return entries.flatMap((path) => /^([\w-]+)[\\/]starting-settings\.ts$/.exec(path)?.[1] ?? []);
}

function describePlan({ changes, samples, files }: Plan, settings: BoardConfig): string[] {
  if (isDone({ changes, samples, files })) return [words.nothing];
  return [
    ...changes.map(({ path, value }) =>
      words.change(path.join("."), shown(valueAt(settings, path)), shown(value)),
    ),
    ...files.map(({ file }) => words.fileToChange(file)),
    ...(samples.length > 0 ? [words.samplesToRemove(samples.length)] : []),
  ];
}

function isDone({ changes, samples, files }: Plan): boolean {
  return changes.length + samples.length + files.length === 0;
}

/** In one line. */
function shown(value: unknown): string {
  return Array.isArray(value) && JSON.stringify(value).length > 60
    ? words.entries(value.length)
    : JSON.stringify(value ?? null);
}

/** Samples are recognized by a date in the settings: they are removed first, so a second run can finish the first. */
async function apply(plan: Plan, after: BoardConfig, context: Context): Promise<void> {
  const { directory, environment, print, settings } = context;
  const { changes, samples, files } = plan;
  const commit = await prepareConfig(changes, context);
  if (samples.length > 0) await removeJobFiles(environment.jobsDir, samples);
  for (const change of files) await writeChange(change, context);
  await commit();
  if (isDone(plan)) return;
  // Another process, because the words may be in another language now.
  await run(execPath, [join(directory, "scripts/docs.ts")], { cwd: directory });
  print(words.done);
  const isExample = !changes.some(({ path }) => path[0] === "contact");
  if (isExample && after.contact.endsWith("@example.org")) {
    print(words.contactIsExample(after.contact));
  }
  for (const line of describeTopic(settings, after)) print(line);
  for (const line of await describePeople(changes, context)) print(line);
}

/** The drawing is written once its picture is, so that another run tries again if that fails. */
async function writeChange({ file, text }: FileChange, context: Context): Promise<void> {
  const { directory, print, variables } = context;
  if (file === shareDrawing) {
    try {
      const picture = await drawSvg(text, shareImageSize, variables);
      await writeFile(join(directory, sharePicture), picture);
    } catch (error) {
      print(words.notDrawn(sharePicture, errorText(error)));
      return;
    }
  }
  await writeFile(join(directory, file), text);
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

/** Which settings still mention the topic that the board had. */
function describeTopic(before: BoardConfig, after: BoardConfig): string[] {
  const topic = before.topic.name;
  const found = topic === after.topic.name ? [] : settingsNaming(topic, after);
  return found.length > 0 ? [words.topic(topic, configFile, found.join(", "))] : [];
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
    await format(draft, directory);
    const { stdout } = await run(execPath, ["--input-type=module", "--eval", program]);
    const isAsPlanned = isDeepStrictEqual(JSON.parse(stdout), withChanges(settings, changes));
    if (!isAsPlanned) throw new Error(words.notAsPlanned);
  } catch (cause) {
    await rm(draft);
    throw new Error(words.checkFailed, { cause });
  }
  return () => rename(draft, path);
}

async function format(file: string, directory: string): Promise<void> {
  const biome = join(directory, "node_modules/@biomejs/biome/bin/biome");
  await run(execPath, [biome, "format", "--write", "--vcs-enabled=false", file], {
    cwd: directory,
  });
}
