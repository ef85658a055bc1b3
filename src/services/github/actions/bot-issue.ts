/** Keeps one issue of the bot up to date instead of opening another: the report of broken links, the alert of the monitor. */
import type { FoundIssue, IssuePlan } from "../../../board/listing/link-report.ts";
import type { GitHub } from "../client.ts";
import { isBot } from "../facts/permissions.ts";
import { createOnce, noBlindRetry } from "./create-once.ts";

/** How the issue is recognized: by its label and the tag at its end. */
export type IssueMark = { label: string; tag: string };

/** The bot’s newest issue with this mark. Others can use that label and tag too, so the author is checked. */
export async function findIssue(
  github: GitHub,
  { label, tag }: IssueMark,
): Promise<FoundIssue | undefined> {
  const { paginate, rest, at } = github;
  const request = { ...at, labels: label, state: "all", per_page: 100 } as const;
  const found = await paginate(rest.issues.listForRepo, request);
  const own = found
    .filter((issue) => isBot(issue.user, github) && !issue.pull_request)
    .filter(({ body }) => body?.trimEnd().endsWith(tag))
    .sort((a, b) => b.number - a.number)[0];
  if (!own) return undefined;
  const state = own.state === "open" ? "open" : "closed";
  return { number: own.number, state, body: own.body ?? "" };
}

/** Returns the number of the issue, if there is one. */
export async function applyIssuePlan(
  github: GitHub,
  plan: IssuePlan,
  mark: IssueMark,
): Promise<number | undefined> {
  const { rest, at } = github;
  if (plan.do === "nothing") return undefined;
  if (plan.do === "change") {
    const { number, body, state } = plan;
    await rest.issues.update({ ...at, issue_number: number, body, state });
    return number;
  }
  const { title, body } = plan;
  const find = async () => {
    // A closed one does not count: a plan that reuses it is a change.
    const found = await findIssue(github, mark);
    return found?.state === "open" ? found.number : undefined;
  };
  return (await openIssue(github, find, { title, body, labels: [mark.label] })).number;
}

/** Opens an issue unless there is one already. */
export async function openIssue(
  github: GitHub,
  find: () => Promise<number | undefined>,
  issue: { title: string; body: string; labels?: string[] },
): Promise<{ isNew: boolean; number: number }> {
  const { rest, at } = github;
  const { made, thing } = await createOnce(
    github,
    find,
    async () => (await rest.issues.create({ ...at, ...issue, ...noBlindRetry })).data.number,
  );
  return { isNew: made, number: thing };
}
