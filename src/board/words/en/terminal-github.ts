/** Words of the commands that work on the repository at GitHub. */
import { plural } from "../plural.ts";
import { nothingChanged, posts } from "./terminal.ts";

const showPlan = { help: "show what would be done and change nothing" };

export const triage = {
  usage: "npm run triage -- --pr N | --all [--since TIME] | --event FILE [--dry-run]",
  about: `Reviews pull requests as the bot does: sets their status, answers reviewers, merges.
With a person’s token it shows the plan and asks the bot to carry it out.`,
  options: { "dry-run": { help: "show the plan and change nothing" } },
  none: "No pull requests to review.",
  answered: "An earlier run has answered this event.",
  readingOthers: "Looking for other pull requests that wait",
  telling: "Telling those whose commands wait",
  told: (pull: number) => `#${pull}: told those whose commands wait`,
  status: (pull: number, text: string) => `#${pull} ${text}`,
  pull: (title: string, kind: string, state: string) => `“${title}” (${kind}): ${state}`,
  otherBranch: (pull: number, branch: string) => `#${pull} targets another branch: ${branch}`,
  ownChange: (pull: number) => `#${pull} is a change by the board itself`,
  finished: (branch: string) => `Finished an interrupted change: ${branch}`,
  finishing: "Finishing interrupted changes",
  publishing: "Publishing the newest commit",
  published: (url: string) => `Asked for the newest commit to be published: ${url}`,
  monitoring: "Checking the daily run",
  dailyRunIssue: (result: string) => `Issue about the daily run: ${result}`,
};

export const notify = {
  usage: "npm run notify -- --pr N | --all [--since TIME] | --event FILE | --prepared [--dry-run]",
  about: `Emails the team, and the owners of approved posts, about what happened to pull requests. Each message is sent
once. If mail is not set up, shows what would be sent.`,
  options: {
    prepared: { help: "the messages that triage has prepared, in MAIL_MESSAGES" },
    "dry-run": { help: "show the messages and send nothing" },
  },
};

export const remind = {
  usage: "npm run remind -- [--dry-run]",
  about: `Reminds the owners of posts that end soon or have ended: on the pull request that added the post, and by email
if mail is set up and the post has an address. Each reminder is sent once.`,
  options: { "dry-run": { help: "show the reminders and send nothing" } },
  onlySamples:
    "No reminders: this board shows sample posts, which have no owners (demo in src/board.config.ts).",
  none: "No reminders to send.",
  noPull: (slug: string) => `${slug}: no reminder, because no pull request added this post.`,
};

export const report = {
  usage: "npm run report -- [--schedule LINE] [--dry-run]",
  about: `Emails the team which posts have waited too long for a review, and how this month and last month went. Once a
week, emails new posts to the announcement list, if there is one. If mail is not set up, shows what would be sent.`,
  options: {
    schedule: {
      value: "LINE",
      help: "the cron line that started this run: sends the reports due by it; if empty, those for the team",
    },
    "dry-run": { help: "show the reports and send nothing" },
  },
  none: "Nothing to report.",
};

export const requests = {
  usage: "npm run requests -- --issue N|all [--since TIME] [--dry-run]",
  about:
    "Handles issues in which owners ask to close, renew, or remove a post. Running it again changes nothing more.",
  options: {
    issue: { value: "N", help: "the issue with this number, or all open ones" },
    "dry-run": showPlan,
  },
  telling: "Telling whoever asks that it has to wait",
  told: (issue: number) => `#${issue}: told whoever asks that it has to wait`,
  notAnIssue: "--issue must be the number of an issue, such as 12, or all.",
  nothing: (issue: number) => `#${issue}: nothing to do.`,
  planned: (issue: number, action: string) => `#${issue}: ${action}`,
  result: (issue: number, action: string, outcome: string) => `#${issue}: ${action}: ${outcome}`,
};

export const links = {
  usage: "npm run links -- [--dry-run] [--output FILE | --report]",
  about: `Checks the application links of live posts and lists those that don’t work. Links lead to strangers’ servers,
so it refuses to run with a token. To report the results, run it again with --report, which checks no links.`,
  options: {
    output: {
      value: "FILE",
      help: "append the results to FILE, as the step output “results” of a workflow",
    },
    report: { help: "check nothing; update the issue with the results in LINK_RESULTS" },
    "dry-run": { help: "show the report; write and change nothing" },
  },
  eitherOr: "Use --output or --report, not both: one run checks links, another reports them.",
  withoutToken:
    "Links lead to strangers’ servers, so they are only checked without a token. Run: GITHUB_TOKEN= npm run links",
  nothingToDo: (count: number) => `${broken(count)}. The issue is up to date, or none is needed.`,
  reported: (count: number, url: string) => `${broken(count)}. Reported in ${url}`,
  wouldChangeNothing: `No issue would change. ${nothingChanged}`,
  wouldOpen: `An issue would be opened. ${nothingChanged}`,
  wouldUpdate: (issue: number, state: string) =>
    `Issue #${issue} would be updated and ${state === "open" ? "kept open" : "closed"}. ${nothingChanged}`,
};

function broken(count: number): string {
  return plural(count, { one: "link has a problem", other: "links have problems" });
}

export const rates = {
  usage: "npm run rates -- [--dry-run] [--report]",
  about: `Fetches the exchange rates by which searches compare pay, from the European Central Bank, and writes them to
src/board/search/exchange-rates.json. With --report, it fetches nothing and keeps an issue open while they are old.`,
  options: {
    report: { help: "fetch nothing; open, update or close the issue about old rates" },
    "dry-run": { help: "show the rates or the report; write and change nothing" },
  },
  onlySamples:
    "This board has only samples, whose pay nobody compares. There is nothing to report.",
  unanswered: (url: string, reason: string) =>
    `${url} could not be read: ${reason}. Try again later.`,
  unreadable: (url: string) =>
    `${url} has no exchange rates in the form that is expected. Write them to the file by hand.`,
  wrote: (file: string, count: number, day: string) =>
    `Wrote ${file}: ${count} currencies, as of ${day}.`,
  wouldWrite: (file: string, count: number, day: string) =>
    `${file} would have ${count} currencies, as of ${day}. ${nothingChanged}`,
  reported: (url: string) => `Reported in ${url}`,
  nothingToDo: "The issue is up to date, or none is needed.",
};

export const submit = {
  usage: 'npm run submit -- [--dry-run] [--contact "NAME"] FILE',
  about: `Submits a post that came by email: opens a pull request in your name, on behalf of the sender. FILE is the text
of the post as it came; - reads standard input. Run it again with a changed text to update the pull request.
Needs your token in GITHUB_TOKEN, with write access to the repository.`,
  options: {
    contact: {
      value: "NAME",
      help: "the sender’s name, which will be public; replaces the one in FILE",
    },
    "dry-run": { help: "print the file, show what would be done, and change nothing" },
  },
  oneFile: "Name exactly one FILE.",
  contactIsAddress: "--contact will be public: give a name, not an address.",
  tokenMissing: "GITHUB_TOKEN is missing. Set it to your own token, with write access.",
  standardInput: "standard input",
  unreadable: (file: string, reason: string) => `${file} ${reason}.`,
  refused: (problems: string) => `The post can’t be sent yet:\n${problems}`,
  corrected: (repair: string) => `Corrected: ${repair}.`,
  leftOut: (field: string) => `Left out: ${field}.`,
  setByBoard: (field: string) => `“${field}”, which only the board sets`,
  submitterIsYou: "“submitted_by”, because you submit this post",
  notReadBack: (file: string) => `${file} can’t be read back.`,
  wouldDoNothing: (pull: number) => `Pull request #${pull} already has this text.`,
  wouldUpdate: (pull: number, file: string) =>
    `Pull request #${pull} would be updated with ${file}.`,
  wouldOpen: (title: string, file: string) =>
    `A pull request “${title}” would be opened, which adds ${file}.`,
  dryRun: (outlook: string, text: string) => `${outlook} ${nothingChanged}\n\n${text}`,
  unchanged: (url: string) => `Nothing to do. It is already waiting for review: ${url}`,
  sent: (title: string, file: string, url: string) =>
    `Sent: ${title} (${file}). Another reviewer has to approve it: ${url}`,
  updated: (title: string, file: string, url: string) => `Updated: ${title} (${file}). ${url}`,
};

export const maintenance = {
  usage: "npm run housekeeping -- [--dry-run]",
  about: `Archives expired and closed posts at GitHub, as one commit to the board’s branch.
With a person’s token it shows what there is to do and asks the bot to do it.`,
  options: { "dry-run": showPlan },
  onlySamples:
    "Nothing to do: this board shows sample posts, which never expire (demo in src/board.config.ts). To make it yours: npm run adopt",
  keepingSchedule: "Keeping the daily run switched on",
  would: (count: number) => `${posts(count)} would be archived. ${nothingChanged}`,
  toArchive: (count: number) => `${posts(count)} to archive.`,
  committed: (count: number) => `${posts(count)} archived by a commit.`,
  merged: (count: number) => `${posts(count)} archived by a pull request.`,
  waiting: (count: number, reason: string, url: string) =>
    `${posts(count)} to archive, but GitHub does not let the bot merge the pull request. Somebody with permission has to: ${url}\nGitHub says: ${reason}`,
};

export const publish = {
  usage: "node scripts/publish.ts",
  about: `Asks GitHub to build and publish the site from the current state of the board’s branch. Needs a token that may
start workflows.`,
  asked: (url: string) => `Asked GitHub to publish the site: ${url}`,
};

/** Uploading the site to Netlify. */
export const netlify = {
  usage: "node scripts/upload.ts [--dir DIR]",
  about: `Uploads a built site to Netlify and waits until it is published. Needs NETLIFY_TOKEN and NETLIFY_SITE; the
workflow “publish” has them if host is netlify in the settings.`,
  options: { dir: { value: "DIR", help: "the folder of the site (_site)" } },
  unset: "Set NETLIFY_TOKEN to a personal access token, and NETLIFY_SITE to the site’s ID.",
  uploaded: (count: number) =>
    `The site is published. ${plural(count, { one: "file was", other: "files were" })} new.`,
  failed: (reason: string) => `Netlify could not publish the site. ${reason}`,
  late: "Netlify has not published the site in time. Its dashboard says why.",
  refused: (status: number, answer: string) =>
    `Netlify refused with status ${status}. ${answer.slice(0, 500)}`,
};

export const setup = {
  usage: "npm run setup -- [--dry-run]",
  about: `Sets up the repository that src/board.config.ts names: how pull requests are merged, labels, branch rules,
environments, Pages, and the permissions of workflows. Needs an administrator’s token in GITHUB_TOKEN.`,
  options: { "dry-run": showPlan },
  tokenMissing:
    "GITHUB_TOKEN is missing. Set it to the token of an administrator of the repository.",
  mergeBySquash: "Pull requests: squash merging only, with the title as the message",
  labelCreated: (name: string) => `Label “${name}”: created`,
  labelUpdated: (name: string) => `Label “${name}”: color and description set`,
  environmentRestricted: (name: string) => `Environment “${name}”: restricted to listed branches`,
  branchAllowed: (environment: string, branch: string) =>
    `Environment “${environment}”: “${branch}” allowed`,
  pagesOn: "Pages: enabled, published by the workflow",
  pagesByWorkflow: "Pages: published by the workflow",
  workflowPermissions: "Workflows: read-only unless they ask for more; may create pull requests",
  rulesetCreated: (name: string) =>
    `Branch rules “${name}”: changes only through pull requests that pass the bot’s check; no force pushes; no deletion`,
  rulesetUpdated: (name: string) => `Branch rules “${name}”: restored`,
  nothing: "The repository is already set up.",
  would: (count: number) => `${things(count)} would change. ${nothingChanged}`,
  changed: (count: number) => `${things(count)} changed.`,
  byHand: (items: readonly string[]) => `\nLeft to do by hand:\n${items.join("\n")}`,
  defaultBranch: (branch: string, now: string, url: string) =>
    `- Make “${branch}” the default branch, because schedules and rules apply to that one. It is “${now}” now: ${url}`,
  otherBranch: (branch: string, environment: string, url: string) =>
    `- Remove “${branch}” from the branches of the environment “${environment}”, unless you know why it is there: whoever can push to it gets the environment’s secrets and permissions. ${url}`,
  reviewers: (url: string) =>
    `- List reviewers in src/board.config.ts, and give them the role “triage”, with which they can assign and label. People with the role “write” review without being listed: ${url}`,
  workflowApproval: (url: string) =>
    `- Require approval for the workflows of first-time contributors: “Approval for running fork pull request workflows” in ${url}`,
  domain: (host: string, url: string) =>
    `- Point ${host} to GitHub Pages and enter it as the custom domain: ${url}`,
  domainElsewhere: (host: string) => `- Point ${host} to the host of the site.`,
  netlifySecrets: (environments: string, variables: string) =>
    `- Add the secret NETLIFY_TOKEN to the environment “netlify” (${environments}), and the variable NETLIFY_SITE to the repository (${variables}). See docs/launching.md.`,
  cloudflareSecrets: (environments: string, variables: string) =>
    `- Add the secret CLOUDFLARE_API_TOKEN to the environment “cloudflare-pages” (${environments}), and the variables CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_PROJECT to the repository (${variables}). See docs/launching.md.`,
  signIn:
    "- Set signInUrl in src/board.config.ts to a sign-in service (docs/launching.md). Without it, the board has no editor; people can still use the form or email.",
  mailSecrets: (environments: string, variables: string) =>
    `- Add the secret SMTP_URL to the environment “mail” (${environments}), and the variable MAIL with the value “on” to the repository (${variables}). See docs/operating.md.`,
  mail: "- To notify people by email, set “mail” in src/board.config.ts. See docs/operating.md.",
  appSecrets: (environments: string, variables: string) =>
    `- Add the secret APP_PRIVATE_KEY to the environment “bot” (${environments}), and the variable APP_CLIENT_ID to the repository (${variables}). See docs/operating.md.`,
  tryIt: (url: string) => `- Check that everything works with a pull request of your own: ${url}`,
};

function things(count: number): string {
  return plural(count, { one: "setting", other: "settings" });
}
