/** `npm run requests`: handles issues in which owners ask for changes to their posts. */

import { subject as subjectWords } from "#words/terminal.ts";
import { requests as words } from "#words/terminal-github.ts";
import type { RequestAction } from "../src/board/requests/decide-request.ts";
import { fetchPosts } from "../src/services/git-posts.ts";
import type { ChangeSources } from "../src/services/github/actions/change-post.ts";
import { isApplied } from "../src/services/github/actions/outcome.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { rightsReader } from "../src/services/github/facts/permissions.ts";
import { tellRequester } from "../src/services/github/limit-notices.ts";
import type { RateLimitError } from "../src/services/github/rate-limit.ts";
import { applyRequestActions, openIssues, planRequest } from "../src/services/github/requests.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";
import { attempt, connect, handleEach, openObjects, requireToken } from "./github.ts";
import { isNumber, readSince } from "./pull-subject.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    issue: { type: "string", ...words.options.issue },
    since: { type: "string", ...subjectWords.options.since },
    "dry-run": { type: "boolean", ...words.options["dry-run"] },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, now, print } = context;
  const wanted = readWanted(flags);
  const github = connect(context);
  requireToken(github);
  await using objects = await openObjects(github);
  const sources = {
    ...{ github, objects, now },
    rights: rightsReader(github, config),
    posts: async () => (await fetchPosts(directory, github.remote)).sources,
  };
  const since = await readSince(
    { all: wanted === "all", since: flags.since },
    github,
    context.environment.now,
  );
  const issues = wanted === "all" ? await openIssues(github, since?.at) : [wanted];
  const batch = { github, context, requests: 200, nameOf: (issue: number) => `#${issue}` };
  const { failed, limit } = await handleEach(issues, batch, async (issue) => {
    const actions = await planRequest(sources, issue, config);
    if (actions.length === 0) print(words.nothing(issue));
    const changed = { github, objects, config };
    if (!flags["dry-run"]) return await apply(changed, issue, actions, context);
    for (const action of actions) print(words.planned(issue, JSON.stringify(action)));
    return true;
  });
  if (limit && wanted !== "all" && !flags["dry-run"]) await tell(github, wanted, limit, context);
  return failed.length === 0 ? 0 : 1;
});

if (import.meta.main) await startCommand(command);

function readWanted({ issue = "" }: { issue?: string }): number | "all" {
  if (issue === "all") return "all";
  if (!isNumber(issue)) throw new UsageError(words.notAnIssue);
  return Number(issue);
}

/** Tells whoever asks in an issue that the limit is reached, and the next sweep handles it. */
async function tell(
  github: GitHub,
  issue: number,
  limit: RateLimitError,
  context: Context,
): Promise<void> {
  await attempt(words.telling, context, async () => {
    if (await tellRequester(github, issue, limit.until)) context.print(words.told(issue));
    return true;
  });
}

/** Resolves to whether everything was done. */
async function apply(
  sources: ChangeSources,
  issue: number,
  actions: readonly RequestAction[],
  { print }: Context,
): Promise<boolean> {
  let isWell = true;
  for await (const { action, outcome } of applyRequestActions(sources, issue, actions)) {
    print(words.result(issue, action.do, outcome.outcome));
    isWell &&= isApplied(outcome);
  }
  return isWell;
}
