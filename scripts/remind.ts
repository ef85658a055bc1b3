/** `npm run remind`: tells owners that their posts end soon, or have ended, each thing once. */
import type { BoardConfig } from "../src/board/config.ts";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { liveJobPath } from "../src/board/job/path.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { messagesFor } from "../src/board/mail/event-messages.ts";
import { eventId } from "../src/board/mail/events.ts";
import type { OwnerNews } from "../src/board/maintenance/owner-news.ts";
import { ownerNews } from "../src/board/maintenance/owner-news.ts";
import { ownerNotice } from "../src/board/maintenance/owner-notices.ts";
import { noticeTag } from "../src/board/review/tags.ts";
import { errorRules } from "../src/board/rules/index.ts";
import { boardConfig } from "../src/board.config.ts";
import type { Environment } from "../src/services/environment.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { fetchPostsWithHistory } from "../src/services/git-posts.ts";
import { findOwn, postComment } from "../src/services/github/actions/comments.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { readAddingPull } from "../src/services/github/facts/added-by.ts";
import { actsAsBot } from "../src/services/github/facts/people.ts";
import { mailContext } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import { connectMailServer, mailSender } from "../src/services/mail/smtp.ts";
import { runCommand } from "./command.ts";
import { sendMessages, showMessages } from "./letters-to-tell.ts";
import { reportFailure, tame } from "./review-report.ts";

const command = {
  usage: "npm run remind -- [--dry-run]",
  about: `Tells the owners of posts that these end soon, or have ended: on the pull request by which each came, and by
mail where that is set up and the post names an address. What was told before is not told again.`,
  options: {
    "dry-run": { type: "boolean", help: "print what would be told, and tell nothing" },
  },
} as const;

/** For one post, many times what an ordinary one takes. */
const requestsAtMost = 200;

await runCommand(command, async ({ flags }) => {
  requireSoundConfig(boardConfig);
  if (boardConfig.demo !== null) {
    console.log(
      "Nobody is told anything: this board shows samples, which have no owners (demo in src/board.config.ts).",
    );
    return 0;
  }
  const environment = readEnvironment();
  const config = { ...boardConfig, ...environment.settings };
  const github = connectGitHub(environment.github, config.repository);
  const isDryRun = flags["dry-run"] ?? false;
  // Only among its own comments the bot finds again what was told.
  if (!isDryRun && !(github.hasToken && (await actsAsBot(github)))) {
    throw new Error(
      "Only the bot's workflow tells owners. Add --dry-run to see what it would say.",
    );
  }
  const news = await readNews(github, config, environment);
  if (news.length === 0) console.log("Nothing to tell.");
  const send = isDryRun ? undefined : senderFor(config, environment);
  let allWell = true;
  for (const each of news) {
    try {
      github.allowance.left = requestsAtMost;
      const told = await tellOf(each, { github, config, isDryRun, send });
      allWell &&= told;
    } catch (error) {
      // The others are not to wait for somebody to mend this one.
      console.error(reportFailure(each.post.slug, error));
      allWell = false;
    }
  }
  return allWell ? 0 : 1;
});

async function readNews(
  github: GitHub,
  config: BoardConfig,
  { now }: Environment,
): Promise<OwnerNews[]> {
  const { sources } = await fetchPostsWithHistory(".", github.remote);
  const { sound } = checkSources(sources, config, now, { rules: errorRules });
  return ownerNews(sound, { config, repository: github.url }, now);
}

/** `undefined` where no mail is sent. */
function senderFor({ mail }: BoardConfig, { smtpUrl }: Environment): Sender | undefined {
  return mail && smtpUrl ? mailSender(connectMailServer(smtpUrl)) : undefined;
}

type Means = { github: GitHub; config: BoardConfig; isDryRun: boolean; send: Sender | undefined };

/** Whether everything was told, or need not be told any more. */
async function tellOf(
  news: OwnerNews,
  { github, config, isDryRun, send }: Means,
): Promise<boolean> {
  const { post, event } = news;
  const pull = await readAddingPull(github, liveJobPath(post.slug));
  if (!pull) {
    // By mail neither: nowhere could be noted that it was sent.
    console.log(`${post.slug}: came by no pull request, so nobody is told.`);
    return true;
  }
  const { number, author } = pull;
  const notice = author && {
    key: eventId(event),
    body: ownerNotice(author.login, news, config),
  };
  const context = mailContext(config, github);
  const subject = { pull: number, file: post.file, post: post.job };
  const messages = messagesFor(event, subject, context);
  if (isDryRun) {
    if (notice) await showNotice(github, number, notice);
    await showMessages(github, number, messages);
    return true;
  }
  if (notice) {
    const { outcome } = await postComment(github, number, notice);
    console.log(`#${number}: ${notice.key}: ${outcome}`);
  }
  return !send || (await sendMessages(github, number, messages, send));
}

async function showNotice(
  github: GitHub,
  pull: number,
  { key, body }: { key: string; body: string },
): Promise<void> {
  if (await findOwn(github, pull, noticeTag(key))) return;
  const lines = body.split("\n").map((line) => `    | ${tame(line)}`);
  console.log([`#${pull}: ${key}`, ...lines].join("\n"));
}
