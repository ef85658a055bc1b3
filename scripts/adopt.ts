/** `npm run adopt`: makes the board that ships with the project a community's own. */
import { execFile } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
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
import { checkSources } from "../src/board/listing/read-board.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { readJobFiles } from "../src/services/job-files.ts";
import { removeJobFiles } from "../src/services/write-jobs.ts";
import type { ExitCode } from "./command.ts";
import { runCommand, UsageError } from "./command.ts";
import { editConfig } from "./config-source.ts";
import { count } from "./problem-report.ts";
import type { Questions } from "./questions.ts";
import { canAsk, startQuestions } from "./questions.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
const configFile = join(root, "src/board.config.ts");
const codeOwners = ".github/CODEOWNERS";

const command = {
  usage: "npm run adopt -- --name NAME --url URL --repository OWNER/NAME [--contact EMAIL]",
  about: `Makes this board your own: removes the sample posts, and writes your name, address, repository
and e-mail address into src/board.config.ts. Asks for what is missing. Run twice, it changes
things once.`,
  options: {
    name: { type: "string", value: "NAME", help: "name of the board" },
    url: { type: "string", value: "URL", help: "address of the site, with its path if it has one" },
    repository: { type: "string", value: "OWNER/NAME", help: "the repository on GitHub" },
    contact: { type: "string", value: "EMAIL", help: "e-mail address of your team" },
    "dry-run": { type: "boolean", help: "say what would be done, and do nothing" },
  },
} as const;

await runCommand(command, async ({ flags }): Promise<ExitCode> => {
  const { jobsDir, now } = readEnvironment();
  const changes = await gatherChanges(flags);
  const { sound, problems } = checkSources(await readJobFiles(jobsDir), boardConfig, now, {
    rules: [],
  });
  const plan = planAdoption(changes, sound, boardConfig);

  for (const line of describePlan(plan)) console.log(line);
  if (flags["dry-run"]) console.log("Nothing was changed.");
  else await carryOut(plan, jobsDir);

  for (const { file } of problems) console.log(`Left alone, because it cannot be read: ${file}`);
  return 0;
});

/** What was given as flags, and for the rest the answers of whoever sits at the terminal. */
async function gatherChanges(
  flags: { [Field in AdoptionField]?: string },
): Promise<ConfigChange[]> {
  const missing = adoptionFields.filter((field) => flags[field] === undefined);
  // A board without samples has been adopted, and has all of these.
  const open = boardConfig.demo ? missing : [];
  const needed = open.filter((field) => field !== "contact").map((field) => `--${field}`);
  const given: ConfigChange[] = [];
  const faults = needed.length > 0 && !canAsk() ? [`Missing: ${needed.join(", ")}.`] : [];
  for (const field of adoptionFields) {
    const text = flags[field];
    if (text === undefined) continue;
    const answer = readAnswer(field, text);
    if ("changes" in answer) given.push(...answer.changes);
    else faults.push(`--${field}: ${answer.refused}`);
  }
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  return open.length > 0 && canAsk() ? [...given, ...(await askFor(open))] : given;
}

async function askFor(fields: readonly AdoptionField[]): Promise<ConfigChange[]> {
  const questions = startQuestions();
  try {
    const changes: ConfigChange[] = [];
    for (const field of fields) changes.push(...(await askUntilRight(field, questions)));
    return changes;
  } finally {
    questions.close();
  }
}

async function askUntilRight(field: AdoptionField, questions: Questions): Promise<ConfigChange[]> {
  const { title, example } = adoptionQuestions[field];
  for (;;) {
    const answer = readAnswer(field, await questions.ask(`${title}, such as ${example}`));
    if ("changes" in answer) return answer.changes;
    questions.say(answer.refused);
  }
}

function describePlan({ changes, samples }: AdoptionPlan): string[] {
  if (changes.length + samples.length === 0) return ["There is nothing to change."];
  return [
    ...changes.map(({ path, value }) => {
      const old = JSON.stringify(valueAt(boardConfig, path));
      return `src/board.config.ts: ${path.join(".")}: ${old} -> ${JSON.stringify(value)}`;
    }),
    ...(samples.length > 0 ? [`${count(samples.length, "sample post")} to remove`] : []),
  ];
}

/** The samples go before the day by which they are known; so a second run can finish the first. */
async function carryOut({ changes, samples }: AdoptionPlan, jobsDir: string): Promise<void> {
  const commit = await prepareConfig(changes);
  if (samples.length > 0) await removeJobFiles(jobsDir, samples);
  await commit();
  if (changes.length + samples.length === 0) return;
  console.log("Done. What else is yours to decide stands in src/board.config.ts.");
  const isExample = !changes.some(({ path }) => path[0] === "contact");
  if (isExample) console.log(`The team’s e-mail address is still ${boardConfig.contact}.`);
  for (const line of await describeTopic(changes)) console.log(line);
  for (const line of await describePeople(changes)) console.log(line);
}

/** Who is asked about changes to the code is for the adopter to say: no question of the command's tells. */
async function describePeople(changes: readonly ConfigChange[]): Promise<string[]> {
  const { owner } = boardConfig.repository;
  const isMoved = changes.some(({ path }) => path.join(".") === "repository.owner");
  const text = await readFile(join(root, codeOwners), "utf8").catch(() => "");
  return isMoved && text.includes(`@${owner}/`)
    ? [`${codeOwners} still asks @${owner} about changes to the code; name your own people there.`]
    : [];
}

/** Which files still speak of what the board was about when it shipped. */
async function describeTopic(changes: readonly ConfigChange[]): Promise<string[]> {
  const { name } = boardConfig.topic;
  const settings = settingsNaming(name, withChanges(boardConfig, changes));
  const files = ["README.md", "package.json"];
  const naming = await Promise.all(
    // A community may do without one of them.
    files.map(async (file) =>
      mentions(name, await readFile(join(root, file), "utf8").catch(() => "")),
    ),
  );
  const lines = [
    ...(settings.length > 0 ? [`  src/board.config.ts: ${settings.join(", ")}`] : []),
    ...files.filter((_, index) => naming[index]).map((file) => `  ${file}`),
  ];
  return lines.length > 0
    ? [`These still speak of ${name}; change them if your board is about something else:`, ...lines]
    : [];
}

/** Writes the new configuration beside the old one, and checks it; what it gives back puts it in place. */
async function prepareConfig(changes: readonly ConfigChange[]): Promise<() => Promise<void>> {
  const source = editConfig(await readFile(configFile, "utf8"), changes);
  const draft = configFile.replace(/\.ts$/, ".new.ts");
  await writeFile(draft, source);
  const program = `import { boardConfig } from ${JSON.stringify(pathToFileURL(draft).href)};
    process.stdout.write(JSON.stringify(boardConfig));`;
  try {
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program]);
    const isAsPlanned = isDeepStrictEqual(JSON.parse(stdout), withChanges(boardConfig, changes));
    if (!isAsPlanned) throw new Error("It would not say what it should.");
  } catch (cause) {
    await rm(draft);
    throw new Error("src/board.config.ts could not be changed. Nothing was done.", { cause });
  }
  return () => rename(draft, configFile);
}
