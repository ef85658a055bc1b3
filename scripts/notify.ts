/** `npm run notify`: emails people about what happened to pull requests, each message once. */
import { newsDays } from "../src/board/mail/events.ts";
import * as shared from "../src/board/words/en/terminal.ts";
import { notify as words } from "../src/board/words/en/terminal-github.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { pullsToNotify } from "../src/services/github/sweep.ts";
import { messageWriter } from "../src/services/mail/deliver.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { connect, handleEach, openObjects, requireBot } from "./github.ts";
import { sendMessages, setUpMail, showMessages } from "./mail.ts";
import { readSince, readSubject, subjectOptions } from "./pull-subject.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    ...subjectOptions,
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, environment, now } = context;
  const subject = await readSubject(flags, context);
  const github = connect(context);
  const send = flags["dry-run"] ? undefined : await senderFor(github, context);
  const since = await readSince(flags, github);
  const oldest = environment.now.minus({ days: newsDays });
  const pulls = await pullsToNotify(github, subject, since?.at ?? oldest);
  await using objects = await openObjects(github);
  const messagesAbout = messageWriter({
    ...{ github, config, objects, now },
    posts: () => fetchPosts(directory, github.remote),
  });
  const batch = { github, context, requests: 500, nameOf: (pull: number) => `#${pull}` };
  const { failed } = await handleEach(pulls, batch, async (pull) => {
    const about = { github, pull, messages: await messagesAbout(pull) };
    if (send) return await sendMessages(about, context, send);
    await showMessages(about, context);
    return true;
  });
  return failed.length === 0 ? 0 : 1;
});

if (import.meta.main) await startCommand(command);

/** `undefined` if mail is not set up, so messages are only shown. */
async function senderFor(github: GitHub, context: Context): Promise<Sender | undefined> {
  const send = setUpMail(context);
  if ("missing" in send) {
    context.print(shared.mail.missing(send.missing));
    return undefined;
  }
  await requireBot(github, "triage.yml");
  return send;
}
