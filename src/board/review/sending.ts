/** How a post that came by email is sent on: its pull request, and what becomes of one that is there already. */

import { parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import { emailedPost as words } from "../words/en/bot.ts";
import { newPostTitle } from "../words/en/labels.ts";
import type { Commit, Login } from "./facts.ts";
import { code } from "./quote.ts";

/** What branches begin with from which such posts are sent. */
export const sendingBranches = "submit/";

/** Everything that GitHub is given for a post. */
export type Sent = {
  file: string;
  text: string;
  branch: string;
  title: string;
  /** In Markdown. */
  body: string;
};

/** What there is of it at GitHub. */
export type FoundSent = {
  /** The pull requests from its branch, the newest first. */
  pulls: readonly { number: number; state: "open" | "closed" | "merged" }[];
  /** Its branch, if there is one. */
  branch: {
    /** The last commit. */
    top: string;
    /** What the file says there. */
    text: string | undefined;
    /** The commits that the board has not. */
    commits: readonly (Commit & { message: string })[];
  } | null;
};

export type SendingPlan =
  /**
   * `branch`: whether it is made, stays as it is, or gets a commit on top of the one that was looked at.
   * `number`: of the pull request that is open; without one it is opened.
   */
  | { do: "send"; branch: "make" | "keep" | { on: string }; message: string; number?: number }
  | { do: "nothing"; number: number }
  | { do: "refuse"; because: string };

/** The pull request for a post. The sender's own address has no place in it: it can be read by everybody. */
export function sentPost(file: string, text: string, job: SentJob, sender: Login): Sent {
  const { company, contact } = job;
  const whom = contact === undefined ? code(company) : words.of(code(contact), code(company));
  return {
    file,
    text,
    branch: `${sendingBranches}${slugOf(file)}`,
    title: newPostTitle(job),
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

/** What commits are called, by which they are known again. A stranger's words do not belong into history. */
const messages = {
  add: (name: string) => `Add the post ${name}`,
  change: (name: string) => `Bring the post ${name} up to date with its sender’s mail`,
};

/** Made by this command for the same person, and not in an editor, whoever's it was. */
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
