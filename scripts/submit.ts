/** `npm run submit`: opens a pull request for a post that came by email, on behalf of its sender. */
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { submit as words } from "#words/terminal-github.ts";
import { readJobFile } from "../src/board/job/file.ts";
import type { MailedPost, Sending } from "../src/board/mailed-post.ts";
import { draftMailedPost, leftOut, readMailedPost } from "../src/board/mailed-post.ts";
import type { Problem } from "../src/board/problem.ts";
import type { SendingPlan, Sent } from "../src/board/review/sending.ts";
import { planSending, sentPost } from "../src/board/review/sending.ts";
import { cityNames } from "../src/services/city-names.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { readSender, readSent, readWaiting } from "../src/services/github/submit/existing.ts";
import { sendPost } from "../src/services/github/submit/send-post.ts";
import { readContent } from "../src/services/job-files.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { connect, openObjects, requireToken } from "./github.ts";
import { printable, reportProblems } from "./problem-report.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    contact: { type: "string", ...words.options.contact },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
  takesFiles: true,
} as const;

export const command = defineCommand(definition, async (context, { flags, files }) => {
  const { config, directory, environment, print, printError } = context;
  const [name, ...more] = files;
  if (name === undefined || more.length > 0) throw new UsageError(words.oneFile);
  const { contact } = flags;
  if (contact?.includes("@")) throw new UsageError(words.contactIsAddress);
  const github = connect(context);
  requireToken(github, words.tokenMissing);

  const shown = name === "-" ? words.standardInput : name;
  const content =
    name === "-" ? await buffer(context.stdin) : readContent(resolve(directory, name));
  if ("refused" in content) throw new Error(words.unreadable(shown, content.refused));
  const mailed = readMailedPost(shown, content, config);
  if (!mailed.ok) return refuse(mailed.problems, context);

  await using objects = await openObjects(github);
  const sending: Sending = { login: await readSender(github), contact };
  const draft = draftMailedPost(
    mailed.post,
    sending,
    // From GitHub: the bot compares with those, and a clone may be days old.
    {
      posts: (await fetchPosts(directory, github.remote)).sources,
      ...(await readWaiting(github, objects)),
    },
    config,
    environment.now,
    cityNames,
  );
  reportChanges(mailed.post, sending, context);
  if (!draft.ok) {
    return refuse(
      draft.problems.map((problem) => ({ ...problem, file: shown })),
      context,
    );
  }

  const post = readBack(draft.file, draft.text, sending, context);
  const plan = planSending(post, await readSent(github, post), sending.login);
  if (plan.do === "refuse") {
    printError(plan.because);
    return 1;
  }
  if (flags["dry-run"]) print(words.dryRun(outlook(plan, post), post.text));
  else print(await apply(github, post, plan));
  const advice = [...mailed.post.advice, ...draft.problems];
  if (advice.length > 0) print(`\n${reportProblems(advice, context.stdout)}`);
  return 0;
});

if (import.meta.main) await startCommand(command);

function refuse(problems: readonly Problem[], { printError, stderr }: Context): 1 {
  printError(words.refused(reportProblems(problems, stderr)));
  return 1;
}

function reportChanges(post: MailedPost, sending: Sending, { print }: Context): void {
  for (const repair of post.repairs) print(words.corrected(repair));
  for (const field of leftOut(post, sending)) print(words.leftOut(field));
}

function readBack(file: string, text: string, { login }: Sending, { config }: Context): Sent {
  const read = readJobFile(file, text, config);
  if (!read.ok) throw new Error(words.notReadBack(file));
  return sentPost(file, text, read.job, login);
}

type Possible = Exclude<SendingPlan, { do: "refuse" }>;

function outlook(plan: Possible, { title, file }: Sent): string {
  if (plan.do === "nothing") return words.wouldDoNothing(plan.number);
  if (plan.number !== undefined) return words.wouldUpdate(plan.number, file);
  return words.wouldOpen(printable(title), file);
}

async function apply(github: GitHub, post: Sent, plan: Possible): Promise<string> {
  const title = printable(post.title);
  if (plan.do === "nothing") return words.unchanged(`${github.url}/pull/${plan.number}`);
  const number = await sendPost(github, post, plan);
  const url = `${github.url}/pull/${number}`;
  return plan.number === undefined
    ? words.sent(title, post.file, url)
    : words.updated(title, post.file, url);
}
