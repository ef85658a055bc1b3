/** `npm run notify`: tells people by mail what has happened to pull requests, each thing once. */
import type { MailSettings } from "../src/board/config.ts";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { newsDays } from "../src/board/mail/events.ts";
import { boardConfig } from "../src/board.config.ts";
import type { Environment } from "../src/services/environment.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { actsAsBot } from "../src/services/github/facts/people.ts";
import { pullsToTell } from "../src/services/github/sweep.ts";
import { messageWriter } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import { connectMailServer, mailSender } from "../src/services/mail/smtp.ts";
import { runCommand } from "./command.ts";
import { sendMessages, showMessages } from "./letters-to-tell.ts";
import { readSubject, subjectOptions } from "./pull-subject.ts";
import { reportFailure } from "./review-report.ts";

const command = {
  usage: "npm run notify -- --pr N | --all | --event FILE [--dry-run]",
  about: `Tells the team, and the owners of approved posts, by mail what has happened to pull requests.
What was told before is not told again. Without settings for mail it prints what would be sent.`,
  options: {
    ...subjectOptions,
    "dry-run": { type: "boolean", help: "print the messages, and send none" },
  },
} as const;

/** For one pull request, many times what an ordinary one takes. */
const requestsAtMost = 500;

await runCommand(command, async ({ flags }) => {
  requireSoundConfig(boardConfig);
  const environment = readEnvironment();
  const subject = await readSubject(flags, { directory: "", environment });
  const config = { ...boardConfig, ...environment.settings };
  const github = connectGitHub(environment.github, config.repository);
  const send = flags["dry-run"] ? undefined : await senderFor(github, config.mail, environment);
  const pulls = await pullsToTell(github, subject, environment.now.minus({ days: newsDays }));

  const messagesAbout = messageWriter({
    github,
    config,
    posts: () => fetchPosts(".", github.remote),
    now: () => readEnvironment().now,
  });
  let allWell = true;
  for (const pull of pulls) {
    try {
      github.allowance.left = requestsAtMost;
      const messages = await messagesAbout(pull);
      if (send) allWell = (await sendMessages(github, pull, messages, send)) && allWell;
      else await showMessages(github, pull, messages);
    } catch (error) {
      // The others are not to wait for somebody to mend this one.
      console.error(reportFailure(`#${pull}`, error));
      allWell = false;
    }
  }
  return allWell ? 0 : 1;
});

/** `undefined` where messages are only shown. */
async function senderFor(
  github: GitHub,
  mail: MailSettings | undefined,
  { smtpUrl }: Environment,
): Promise<Sender | undefined> {
  if (!mail || !smtpUrl) {
    const lacking = mail ? "SMTP_URL in the environment" : "“mail” in src/board.config.ts";
    console.log(`No mail is sent, because there is no ${lacking}. It would be:`);
    return undefined;
  }
  // Only in its own comments the bot finds again what was sent.
  if (!github.hasToken || !(await actsAsBot(github))) {
    throw new Error("Only the bot's workflow sends mail. Add --dry-run to see what it would send.");
  }
  return mailSender(connectMailServer(smtpUrl));
}
