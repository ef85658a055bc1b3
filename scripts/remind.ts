/** `npm run remind`: reminds owners that their posts end soon or have ended, once each. */

import { remind as words } from "#words/terminal-github.ts";
import { liveJobPath } from "../src/board/job/path.ts";
import { checkSources } from "../src/board/listing/read-board.ts";
import { messagesFor } from "../src/board/mail/event-messages.ts";
import { eventId } from "../src/board/mail/events.ts";
import type { OwnerNews } from "../src/board/maintenance/owner-news.ts";
import { ownerNews, ownerNotice } from "../src/board/maintenance/owner-news.ts";
import { noticeTag } from "../src/board/review/tags.ts";
import { errorRules } from "../src/board/rules/index.ts";
import { fetchPostsWithHistory } from "../src/services/git-posts.ts";
import { findOwn, postComment } from "../src/services/github/actions/comments.ts";
import type { GitHub } from "../src/services/github/client.ts";
import type { ArrivalSources } from "../src/services/github/facts/added-by.ts";
import { readAddingPull } from "../src/services/github/facts/added-by.ts";
import { mailContext } from "../src/services/mail/deliver.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { connect, handleEach, openObjects, requireBot } from "./github.ts";
import type { About } from "./mail.ts";
import { sendMessages, setUpMail, showMessages } from "./mail.ts";
import { tame } from "./review-report.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: { "dry-run": { type: "boolean", ...words.options["dry-run"] } },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, print } = context;
  if (config.demo !== null) {
    print(words.onlySamples);
    return 0;
  }
  const github = connect(context);
  const isDryRun = flags["dry-run"] ?? false;
  if (!isDryRun) await requireBot(github, "daily.yml");
  const send = isDryRun ? undefined : setUpMail(context);
  const news = await readNews(github, context);
  if (news.length === 0) print(words.none);
  await using objects = await openObjects(github);
  const sources = { github, objects };
  const batch = { github, context, requests: 200, nameOf: ({ post }: OwnerNews) => post.slug };
  const { failed } = await handleEach(news, batch, (each) =>
    send ? remind(each, sources, context, send) : show(each, sources, context),
  );
  return failed.length === 0 ? 0 : 1;
});

if (import.meta.main) await startCommand(command);

async function readNews(github: GitHub, context: Context): Promise<OwnerNews[]> {
  const { config, directory, environment } = context;
  const { now } = environment;
  const { sources } = await fetchPostsWithHistory(directory, github.remote, { config, now });
  const { sound } = checkSources(sources, config, now, { rules: errorRules });
  return ownerNews(sound, { config, repository: github.url }, now);
}

/** Resolves to whether all reminders were sent. */
async function remind(
  news: OwnerNews,
  sources: ArrivalSources,
  context: Context,
  send: ReturnType<typeof setUpMail>,
): Promise<boolean> {
  const reminder = await writeReminder(news, sources, context);
  if (!reminder) return true;
  const { notice, about } = reminder;
  if (notice) {
    const { outcome } = await postComment(sources.github, about.pull, notice);
    context.print(`#${about.pull}: ${notice.key}: ${outcome}`);
  }
  return "missing" in send || (await sendMessages(about, context, send));
}

async function show(news: OwnerNews, sources: ArrivalSources, context: Context): Promise<true> {
  const reminder = await writeReminder(news, sources, context);
  if (!reminder) return true;
  const { notice, about } = reminder;
  if (notice) await showNotice(sources.github, about.pull, notice, context);
  await showMessages(about, context);
  return true;
}

/** `undefined` if no pull request added the post. Then no mail is sent either: it could not be recorded. */
async function writeReminder(
  news: OwnerNews,
  sources: ArrivalSources,
  { config, print }: Context,
): Promise<{ notice: Notice | null; about: About } | undefined> {
  const { post, event } = news;
  const pull = await readAddingPull(sources, liveJobPath(post.slug));
  if (!pull) {
    print(words.noPull(post.slug));
    return undefined;
  }
  const { number, author } = pull;
  const body = author && ownerNotice(author.login, news, config);
  const subject = { pull: number, file: post.file, post: post.job };
  const messages = messagesFor(event, subject, mailContext(config, sources.github));
  return {
    notice: body ? { key: eventId(event), body } : null,
    about: { github: sources.github, pull: number, messages },
  };
}

type Notice = { key: string; body: string };

async function showNotice(
  github: GitHub,
  pull: number,
  { key, body }: Notice,
  { print }: Context,
): Promise<void> {
  if (await findOwn(github, pull, noticeTag(key))) return;
  const lines = body.split("\n").map((line) => `    | ${tame(line)}`);
  print([`#${pull}: ${key}`, ...lines].join("\n"));
}
