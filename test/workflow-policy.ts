/**
 * The project’s rules for workflows, in addition to those of GitHub and actionlint. Each rule checks one file and returns
 * its problems as `line: what`.
 */
import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Job, Step, Workflow } from "github-emulator/workflow-files";
import { scheduledWorkflows } from "../src/board/maintenance/heartbeat.ts";
import { commandNames } from "../src/board/review/commands.ts";

export type WorkflowFile = Workflow & { text: string };

export type Rule = (workflow: WorkflowFile) => string[];

type StepsJob = Job & { kind: "steps" };

/** How jobs with write permissions call `npm ci`: only `dependencies`, and without install scripts. */
export const privilegedFlags = "--omit=dev --ignore-scripts --workspaces=false";

/** The jobs that may use a secret, as `file / job`, with the text that they may use. */
const secretsAllowed: Readonly<Record<string, RegExp>> = {
  ".github/workflows/triage.yml / notify": /^ {10}SMTP_URL: \$\{\{ secrets\.SMTP_URL \}\}$/,
  ".github/workflows/sweep.yml / notify": /^ {10}SMTP_URL: \$\{\{ secrets\.SMTP_URL \}\}$/,
  ".github/workflows/daily.yml / remind-by-mail": /^ {10}SMTP_URL: \$\{\{ secrets\.SMTP_URL \}\}$/,
  ".github/workflows/report.yml / report": /^ {10}SMTP_URL: \$\{\{ secrets\.SMTP_URL \}\}$/,
  ".github/workflows/triage.yml / decide":
    /^ {10}private-key: \$\{\{ secrets\.APP_PRIVATE_KEY \}\}$/,
  ".github/workflows/sweep.yml / triage":
    /^ {10}private-key: \$\{\{ secrets\.APP_PRIVATE_KEY \}\}$/,
  ".github/workflows/sweep.yml / requests":
    /^ {10}private-key: \$\{\{ secrets\.APP_PRIVATE_KEY \}\}$/,
  ".github/workflows/requests.yml / handle":
    /^ {10}private-key: \$\{\{ secrets\.APP_PRIVATE_KEY \}\}$/,
  ".github/workflows/daily.yml / housekeeping":
    /^ {10}private-key: \$\{\{ secrets\.APP_PRIVATE_KEY \}\}$/,
  ".github/workflows/publish.yml / deploy-to-netlify":
    /^ {10}NETLIFY_TOKEN: \$\{\{ secrets\.NETLIFY_TOKEN \}\}$/,
  ".github/workflows/publish.yml / deploy-to-cloudflare":
    /^ {10}CLOUDFLARE_API_TOKEN: \$\{\{ secrets\.CLOUDFLARE_API_TOKEN \}\}$/,
  // Pass them on to the jobs above.
  ".github/workflows/daily.yml / triage": /^ {4}secrets: inherit$/,
  ".github/workflows/daily.yml / requests": /^ {4}secrets: inherit$/,
};

/** The environment of a job that uses a secret. An app's key needs none where there is no app. */
const environments: Readonly<Record<string, RegExp>> = {
  SMTP_URL: /^ {4}environment: mail$/,
  NETLIFY_TOKEN: /^ {4}environment: netlify$/,
  CLOUDFLARE_API_TOKEN: /^ {4}environment: cloudflare-pages$/,
  APP_PRIVATE_KEY: /^ {4}environment: \$\{\{ vars\.APP_CLIENT_ID && 'bot' \|\| '' \}\}$/,
};

/** The secrets of jobs that write mail, comments, or issues. Those of a host only publish what was built. */
const toWriteToPeople = /\bsecrets\.(?:SMTP_URL|APP_PRIVATE_KEY)\b/;

/** A program that is not ours: one version, without install scripts, so that nothing but it can see the job's secrets. */
const oneVersion = /^npm exec --yes --ignore-scripts [\w@/-]+@\d+\.\d+\.\d+ -- /;

/** Events of what the bot does. With an app's token, they start workflows. */
const ofTheBot = ["issue_comment", "issues", "pull_request_target", "workflow_run"];

/** Workflows with a schedule, which GitHub may disable as a whole. */
const scheduled: readonly string[] = scheduledWorkflows;

/** Sends requests to hosts that strangers name. */
const asksStrangers = /^(?:node scripts\/links\.ts|npm run (?:-s )?links)\b(?!.*--report)/;

/** Events for which GitHub checks out the files of a stranger’s pull request. */
const ofStrangers = ["pull_request", "pull_request_review"];

/** What a run step may begin with. Logic belongs in programs, which have tests. */
const commands = /^(?:node|npm|echo) (?:(?!\$\()[^;&|<>`\n])*$/;

export const rules: Readonly<Record<string, Rule>> = {
  "actions are pinned to a commit, with the version in a comment": ({ text }) =>
    lines(text, /^\s*(?:- )?uses: /).flatMap(({ line, content }) =>
      /uses: (?:\.\/\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(content)
        ? []
        : [`${line}: ${content.trim()}`],
    ),

  "there are no permissions for all jobs, and each job sets its own": ({ permissions, jobs }) => [
    ...(permissions && Object.keys(permissions).length === 0 ? [] : ["1: permissions: {}"]),
    ...jobs.filter((job) => !job.permissions).map(at("permissions")),
  ],

  "every job has a time limit": ({ jobs }) =>
    stepsJobs(jobs)
      .filter(({ timeoutMinutes }) => !timeoutMinutes)
      .map(at("timeout-minutes")),

  "runs do not interfere with each other": ({ concurrency, jobs }) =>
    concurrency
      ? []
      : stepsJobs(jobs)
          .filter((job) => !job.concurrency)
          .map(at("concurrency")),

  "no external text becomes part of a command": ({ jobs }) =>
    runSteps(jobs)
      .filter(({ script }) => script.isExpression)
      .map(at("an expression in run")),

  "a command is one line that calls one of our programs": ({ jobs }) =>
    runSteps(jobs)
      .filter(({ script }) => !commands.test(String(script)))
      .map(at("run")),

  "only the repository itself is checked out, without keeping the token in the clone": ({ jobs }) =>
    usesOf(jobs, "actions/checkout")
      .filter(
        ({ inputs }) =>
          String(inputs.get("persist-credentials")) !== "false" ||
          [...inputs.keys()].some((name) => !["persist-credentials", "fetch-depth"].includes(name)),
      )
      .map(at("checkout")),

  "jobs with write permissions or secrets install only what they need, without install scripts": ({
    jobs,
    text,
  }) =>
    stepsJobs(jobs)
      .filter((job) => isPrivileged(job) || seesSecret(job, jobs, text))
      .flatMap((job) => [
        ...usesOf([job], "./.github/actions/setup").filter(
          ({ inputs }) => String(inputs.get("npm-ci-flags")) !== privilegedFlags,
        ),
        ...runSteps([job]).filter(({ script }) =>
          /^npm (?:ci|cit|i|install)\b/.test(String(script)),
        ),
      ])
      .map(at(`npm ci ${privilegedFlags}`)),

  "a program of others is of one version, and installed without scripts": ({ jobs }) =>
    runSteps(jobs)
      .filter(({ script }) => /^npm (?:exec|x|init|create)\b/.test(String(script)))
      .filter(({ script }) => !oneVersion.test(String(script)))
      .map(at("npm exec")),

  "what a job with a host's secret publishes was built by another job": ({ jobs, text }) =>
    stepsJobs(jobs)
      .filter((job) => seesSecret(job, jobs, text, /\bsecrets\.(?:NETLIFY|CLOUDFLARE)_/))
      .filter(
        (job) =>
          usesOf([job], "actions/download-artifact").length !== 1 ||
          runSteps([job]).some(({ script }) => /\bbuild\b/.test(String(script))),
      )
      .map(at("download-artifact")),

  "nothing is cached between runs": ({ jobs }) => [
    ...usesOf(jobs, "actions/cache").map(at("cache")),
    ...usesOf(jobs, "actions/setup-node")
      .filter(
        ({ inputs }) =>
          String(inputs.get("package-manager-cache")) !== "false" || inputs.has("cache"),
      )
      .map(at("package-manager-cache")),
  ],

  "runs with a stranger's files cannot change anything": ({ events, jobs }) =>
    Object.keys(events).some((event) => ofStrangers.includes(event))
      ? jobs.filter(isPrivileged).map(at("permissions"))
      : [],

  "schedules are not on the hour, and in separate files": ({ events, text }) => [
    ...(events.schedule ?? [])
      .filter(({ cron }) => !/^\d+ /.test(cron) || /^(?:0|30) /.test(cron))
      .map(({ cron }) => `1: ${cron}`),
    ...(events.schedule &&
    Object.keys(events).some((name) => !["schedule", "workflow_dispatch"].includes(name))
      ? [`${lines(text, /^ {2}schedule:/)[0]?.line ?? 1}: schedule`]
      : []),
    ...(events.schedule && !events.workflow_dispatch ? ["1: workflow_dispatch"] : []),
  ],

  "schedules are in files that can do without them": ({ file, events }) =>
    events.schedule && !scheduled.includes(basename(file)) ? ["1: schedule"] : [],

  "jobs that send requests to strangers' hosts have nothing to steal": ({ file, jobs, text }) =>
    stepsJobs(jobs)
      .filter((job) => runSteps([job]).some(({ script }) => asksStrangers.test(String(script))))
      .flatMap((job) => [
        ...(onlyReads(job) ? [] : [at("permissions")(job)]),
        ...job.steps.filter(({ env }) => env).map(at("env")),
        ...lines(text, /github\.token|\bsecrets\b/)
          .filter(({ line }) => jobAround(jobs, line) === job.id)
          .map(({ line, content }) => `${line}: ${content.trim()} (${file})`),
      ]),

  "secrets are used only by jobs that are allowed to": ({ file, jobs, text }) =>
    lines(text, /\bsecrets\b/)
      .filter(
        ({ line, content }) => !secretsAllowed[`${file} / ${jobAround(jobs, line)}`]?.test(content),
      )
      .map(({ line, content }) => `${line}: ${content.trim()}`),

  "secrets come from an environment, which only the main branch may use": ({ jobs, text }) =>
    lines(text, /\bsecrets\./)
      .filter(({ line, content }) => {
        const environment = environments[/\bsecrets\.(\w+)/.exec(content)?.[1] ?? ""];
        return !lines(text, environment ?? /(?!)/).some(
          (place) => jobAround(jobs, place.line) === jobAround(jobs, line),
        );
      })
      .map(({ line, content }) => `${line}: ${content.trim()}`),

  "an app's token has the permissions of its job, and no others": ({ jobs }) =>
    stepsJobs(jobs)
      .filter((job) =>
        usesOf([job], "actions/create-github-app-token").some(
          ({ inputs }) => !isDeepStrictEqual(permissionsIn(inputs), job.permissions),
        ),
      )
      .map(at("permissions")),

  "what the bot does itself starts no job": ({ events, jobs }) =>
    Object.keys(events).some((event) => ofTheBot.includes(event))
      ? jobs
          .filter(({ condition, needs }) => needs.length === 0 && !excludesBots(condition))
          .map(at("if"))
      : [],

  "only comments that may contain a command start a run": ({ events, jobs }) => {
    if (!events.issue_comment) return [];
    return jobs
      .filter(({ condition }) => !asksForCommands(condition) && !asksForOutput(condition))
      .map(at("if"));
  },

  "commands that write to people know the board's address, which a staging site needs": ({
    jobs,
    text,
  }) =>
    stepsJobs(jobs)
      .filter((job) => writesToPeople(job) || seesSecret(job, jobs, text, toWriteToPeople))
      .filter(
        ({ id }) =>
          !lines(text, /^ {10}BOARD_URL: \$\{\{ vars\.BOARD_URL \}\}$/).some(
            ({ line }) => jobAround(jobs, line) === id,
          ),
      )
      .map(at("BOARD_URL")),

  "the token is passed to single steps only": ({ env, jobs }) => [
    ...(env ? ["1: env"] : []),
    ...stepsJobs(jobs)
      .filter((job) => job.env)
      .map(at("env")),
  ],
};

/** GitHub’s `contains` ignores case. A misspelled command is known by its slash where it begins the comment. */
function asksForCommands(condition: string): boolean {
  const body = String.raw`\(github\.event\.comment\.body, '/`;
  const asked = condition.matchAll(new RegExp(`contains${body}([a-z-]+)'\\)`, "g"));
  const names = [...asked].map(([, name]) => name);
  const isComplete = names.toSorted().join() === commandNames.toSorted().join();
  return isComplete && new RegExp(`startsWith${body}'\\)`).test(condition);
}

/** Nor does what other apps do: they never send posts or review them. */
function excludesBots(condition: string): boolean {
  const [, rest = ""] =
    /^success\(\) && \(github\.event\.sender\.type != 'Bot' && (\(.*\))\)$/s.exec(condition) ?? [];
  let depth = 0;
  const depths = Array.from(rest, (sign) => {
    depth += { "(": 1, ")": -1 }[sign] ?? 0;
    return depth;
  });
  // All of the rest is in one pair of parentheses.
  return depths.indexOf(0) === rest.length - 1 && rest.length > 0;
}

function permissionsIn(inputs: ReadonlyMap<string, unknown>): Record<string, string> {
  const prefix = "permission-";
  return Object.fromEntries(
    [...inputs]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, level]) => [name.slice(prefix.length), String(level)]),
  );
}

/** A job that was skipped has no outputs. */
function asksForOutput(condition: string): boolean {
  return /^!cancelled\(\) && (?:.+ && )?needs\.[\w-]+\.outputs\.[\w-]+ != ''$/.test(condition);
}

/** A write permission or an identity makes a job worth attacking. */
function isPrivileged({ permissions = {} }: Job): boolean {
  return Object.values(permissions).includes("write");
}

/** Comments, issues, and the bot’s own pull requests. */
function writesToPeople({ permissions = {} }: Job): boolean {
  return permissions.issues === "write" || permissions["pull-requests"] === "write";
}

function seesSecret(
  { id }: Job,
  jobs: readonly Job[],
  text: string,
  secret = /\bsecrets\b/,
): boolean {
  return lines(text, secret).some(({ line }) => jobAround(jobs, line) === id);
}

function onlyReads({ permissions = {} }: Job): boolean {
  return Object.entries(permissions).every(([of, right]) => of === "contents" && right === "read");
}

function stepsJobs(jobs: readonly Job[]): StepsJob[] {
  return jobs.filter((job) => job.kind === "steps");
}

function runSteps(jobs: readonly Job[]): (Step & { kind: "run" })[] {
  return stepsJobs(jobs).flatMap(({ steps }) => steps.filter((step) => step.kind === "run"));
}

function usesOf(jobs: readonly Job[], action: string): (Step & { kind: "uses" })[] {
  return stepsJobs(jobs)
    .flatMap(({ steps }) => steps.filter((step) => step.kind === "uses"))
    .filter((step) => step.action.split("@")[0] === action);
}

function jobAround(jobs: readonly Job[], line: number): string {
  return jobs.findLast((job) => job.line <= line + 1)?.id ?? "";
}

function at(what: string): (place: { line: number }) => string {
  return ({ line }) => `${line}: ${what}`;
}

function lines(text: string, pattern: RegExp): { line: number; content: string }[] {
  return text
    .split("\n")
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => !/^\s*#/.test(content) && pattern.test(content));
}
