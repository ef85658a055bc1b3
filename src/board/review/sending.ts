/** Plans how a post that came by email is submitted: its branch, commit, and pull request. */

import { emailedPost as words } from "#words/bot.ts";
import { emailBranches } from "../change-url.ts";
import { parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import type { Commit, Login } from "./facts.ts";
import { code } from "./quote.ts";
import { submissionTitle } from "./submission-title.ts";

/** Everything that is sent to GitHub for a post. */
export type Sent = {
  file: string;
  text: string;
  branch: string;
  title: string;
  /** In Markdown. */
  body: string;
};

/** What GitHub already has of it. */
export type FoundSent = {
  /** The pull requests from its branch, newest first. */
  pulls: readonly { number: number; state: "open" | "closed" | "merged" }[];
  /** Its branch, if there is one. */
  branch: {
    /** The last commit. */
    top: string;
    /** The file’s text there. */
    text: string | undefined;
    /** The commits that are not on the board’s branch. */
    commits: readonly (Commit & { message: string })[];
  } | null;
};

export type SendingPlan =
  /**
   * `branch`: whether to create it, keep it, or add a commit on top of the one that was checked. `number`: the open
   * pull request; without it, one is opened.
   */
  | { do: "send"; branch: "make" | "keep" | { on: string }; message: string; number?: number }
  | { do: "nothing"; number: number }
  | { do: "refuse"; because: string };

/** The pull request for a post. It is public, so it must not contain the sender’s address. */
export function sentPost(file: string, text: string, job: SentJob, sender: Login): Sent {
  const { company, contact } = job;
  const whom = contact === undefined ? code(company) : words.of(code(contact), code(company));
  return {
    file,
    text,
    branch: `${emailBranches}${slugOf(file)}`,
    title: submissionTitle("new", job),
    body: words.body(sender, whom),
  };
}

export type SentJob = Pick<Job, "title" | "company" | "contact">;

/** The actions that make the post wait for review in its current form. Never overwrites other people's changes. */
export function planSending(
  { file, text }: Sent,
  { pulls, branch }: FoundSent,
  sender: Login,
): SendingPlan {
  const [newest] = pulls;
  const pull = pulls.find(({ state }) => state === "open");
  const name = slugOf(file);
  if (newest && !pull)
    return {
      do: "refuse",
      because: words[newest.state === "merged" ? "merged" : "closed"](newest.number),
    };
  if (!branch) return { do: "send", branch: "make", message: messages.add(name) };
  const open = pull && { number: pull.number };
  if (branch.text === text) {
    return open
      ? { do: "nothing", ...open }
      : { do: "send", branch: "keep", message: messages.add(name) };
  }
  const strange = branch.commits.find((commit) => !isOurs(commit, name, sender));
  if (strange) return { do: "refuse", because: words.changedBy(strange.author, pull?.number) };
  return { do: "send", branch: { on: branch.top }, message: messages.change(name), ...open };
}

/** Commit messages, by which the command recognizes its commits. They contain no text by strangers. */
const messages = {
  add: (name: string) => `Add the post ${name}`,
  change: (name: string) => `Bring the post ${name} up to date with its sender’s mail`,
};

/** Whether this command made the commit for the same person, and not somebody in an editor. */
function isOurs(
  { author, message }: Commit & { message: string },
  name: string,
  sender: Login,
): boolean {
  return (
    isSameLogin(author, sender) && [messages.add(name), messages.change(name)].includes(message)
  );
}

function slugOf(file: string): string {
  const path = parseJobPath(file);
  if ("refused" in path) throw new Error(`${file} ${path.refused}.`);
  return path.slug;
}
