/** `npm run notify`: emails people about what happened to pull requests, each message once. */

import * as shared from "#words/terminal.ts";
import { notify as words } from "#words/terminal-github.ts";
import { newsDays } from "../src/board/mail/events.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { pullsToNotify } from "../src/services/github/sweep.ts";
import { messageWriter } from "../src/services/mail/deliver.ts";
import type { PreparedMail } from "../src/services/mail/prepared.ts";
import { unpackMail } from "../src/services/mail/prepared.ts";
import type { Sender } from "../src/services/mail/smtp.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand } from "./command.ts";
import { connect, handleEach, openObjects, requireBot } from "./github.ts";
import { sendMessages, setUpMail, showMessages } from "./mail.ts";
import type { SubjectFlags } from "./pull-subject.ts";
import { readSince, readSubject, subjectOptions } from "./pull-subject.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    ...subjectOptions,
    prepared: { type: "boolean", ...words.options.prepared },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, environment, now } = context;
  const github = connect(context);
  const send = flags["dry-run"] ? undefined : setUpSender(context);
  // Only the bot prepares mail, which saves the question.
  if (send && !flags.prepared) await requireBot(github, "triage.yml");
  const mail = flags.prepared
    ? unpackMail(environment.preparedMail ?? "")
    : await listMail(github, flags, context);
  await using objects = await openObjects(github);
  const messagesAbout = messageWriter({
    ...{ github, config, objects, now },
    posts: () => fetchPosts(directory, github.remote),
  });
  const nameOf = ({ pull }: PreparedMail) => `#${pull}`;
  const batch = { github, context, requests: 500, nameOf };
  const { failed } = await handleEach(mail, batch, async ({ pull, messages }) => {
    const about = { github, pull, messages: messages ?? (await messagesAbout(pull)) };
    if (send) return await sendMessages(about, context, send);
    await showMessages(about, context);
    return true;
  });
  return failed.length === 0 ? 0 : 1;
});

if (import.meta.main) await startCommand(command);

/** The pull requests that the flags name, without messages. */
async function listMail(
  github: GitHub,
  flags: SubjectFlags,
  context: Context,
): Promise<PreparedMail[]> {
  const subject = await readSubject(flags, context);
  const since = await readSince(flags, github, context.environment.now);
  const oldest = context.environment.now.minus({ days: newsDays });
  const pulls = await pullsToNotify(github, subject, since?.at ?? oldest);
  return pulls.map((pull) => ({ pull }));
}

/** `undefined` if mail is not set up, so messages are only shown. */
function setUpSender(context: Context): Sender | undefined {
  const send = setUpMail(context);
  if (!("missing" in send)) return send;
  context.print(shared.mail.missing(send.missing));
  return undefined;
}
