/** `npm run submit`: sends a post that came by e-mail, as a pull request in its sender's place. */
import { buffer } from "node:stream/consumers";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { readJobFile } from "../src/board/job/file.ts";
import type { MailedPost, Sending } from "../src/board/mailed-post.ts";
import { draftMailedPost, leftOut, readMailedPost } from "../src/board/mailed-post.ts";
import type { Problem } from "../src/board/problem.ts";
import type { SendingPlan, Sent } from "../src/board/review/sending.ts";
import { planSending, sentPost } from "../src/board/review/sending.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { readSender, readSent, readWaiting } from "../src/services/github/submit/existing.ts";
import { sendPost } from "../src/services/github/submit/send-post.ts";
import { readContent } from "../src/services/job-files.ts";
import type { ExitCode } from "./command.ts";
import { runCommand, UsageError } from "./command.ts";
import { printable, reportProblems } from "./problem-report.ts";

const command = {
  usage: 'npm run submit -- [--dry-run] [--contact "NAME"] FILE',
  about: `Sends a post that came by e-mail: opens a pull request for it in your name, on behalf of whoever sent it.
FILE is the text of the post as it came; - reads it from standard input. Sent again after the text was changed,
the pull request is brought up to date. Needs your token in GITHUB_TOKEN, and the right to write.`,
  options: {
    contact: {
      type: "string",
      value: "NAME",
      help: "the sender’s name, which everybody will read; in place of the one in the file",
    },
    "dry-run": { type: "boolean", help: "print the file and what would be done, and do nothing" },
  },
  takesFiles: true,
} as const;

await runCommand(command, async ({ flags, files }): Promise<ExitCode> => {
  requireSoundConfig(boardConfig);
  const [name, ...more] = files;
  if (name === undefined || more.length > 0) throw new UsageError("Name one FILE.");
  const { contact } = flags;
  if (contact?.includes("@")) {
    throw new UsageError("--contact is read by everybody: give a name, and no address.");
  }
  const environment = readEnvironment();
  const github = connectGitHub(environment.github, boardConfig.repository);
  if (!github.hasToken) throw new Error("Put your own token into GITHUB_TOKEN.");

  const shown = name === "-" ? "standard input" : name;
  const content = name === "-" ? await buffer(process.stdin) : await readContent(name);
  if ("refused" in content) throw new Error(`${shown} ${content.refused}.`);
  const mailed = readMailedPost(shown, content, boardConfig);
  if (!mailed.ok) return refuse(mailed.problems);

  const sending: Sending = { login: await readSender(github), contact };
  const draft = draftMailedPost(
    mailed.post,
    sending,
    // As the board has them now: a checkout may be days old, and it is the board that the bot judges by.
    { posts: await fetchPosts(".", github.remote), ...(await readWaiting(github)) },
    boardConfig,
    environment.now,
  );
  reportChanges(mailed.post, sending);
  if (!draft.ok) return refuse(draft.problems.map((problem) => ({ ...problem, file: shown })));

  const post = sent(draft.file, draft.text, sending);
  const plan = planSending(post, await readSent(github, post), sending.login);
  if (plan.do === "refuse") {
    console.error(plan.because);
    return 1;
  }
  if (flags["dry-run"]) console.log(`${outlook(plan, post)} Nothing was changed.\n\n${post.text}`);
  else console.log(await apply(github, post, plan));
  if (draft.problems.length > 0) console.log(`\n${reportProblems(draft.problems, process.stdout)}`);
  return 0;
});

function refuse(problems: readonly Problem[]): ExitCode {
  console.error(`The post cannot be sent yet:\n${reportProblems(problems, process.stderr)}`);
  return 1;
}

function reportChanges(post: MailedPost, sending: Sending): void {
  for (const repair of post.repairs) console.log(`Mended: ${repair}.`);
  for (const field of leftOut(post, sending)) console.log(`Left out: ${field}.`);
}

function sent(file: string, text: string, { login }: Sending): Sent {
  const read = readJobFile(file, text, boardConfig);
  if (!read.ok) throw new Error(`${file} cannot be read back.`);
  return sentPost(file, text, read.job, login);
}

type Possible = Exclude<SendingPlan, { do: "refuse" }>;

function outlook(plan: Possible, { title, file }: Sent): string {
  if (plan.do === "nothing") return `Pull request #${plan.number} has the post as it is.`;
  if (plan.number !== undefined) {
    return `Pull request #${plan.number} would be brought up to date with ${file}.`;
  }
  return `A pull request “${printable(title)}” would be opened, which adds ${file}.`;
}

async function apply(github: GitHub, post: Sent, plan: Possible): Promise<string> {
  const { title, file } = post;
  if (plan.do === "nothing") {
    return `It waits already, as it is: ${github.url}/pull/${plan.number}`;
  }
  const number = await sendPost(github, post, plan);
  const link = `${github.url}/pull/${number}`;
  return plan.number === undefined
    ? `Sent: ${printable(title)} (${file}). Somebody else has to review it: ${link}`
    : `Brought up to date: ${printable(title)} (${file}). ${link}`;
}
