/** What people at the form are told when GitHub does not do what they want. */
import { PlainError } from "./trouble.ts";

const typedIsKept = "What you have written is still here.";

/** Another person has sent a post of the same day, company and title. */
export function alreadySent(by: string, address: string): PlainError {
  return new PlainError(
    `${by} has already sent a post with this company and job title, and it waits for the reviewers. If it is the same job, there is nothing left to do. If it is another one, let the job title say in what it differs, and save again.`,
    { address, text: "See what was sent" },
  );
}

/** Somebody has changed the saved post since it was opened here. */
export function changedMeanwhile(address: string | undefined): PlainError {
  return new PlainError(
    `Not saved, so that nothing is lost: this post has been changed since you opened it, by a reviewer or by you in another window. ${typedIsKept} Copy what you want to keep, then load this page again to see the change, and make yours in it.`,
    address === undefined ? undefined : { address, text: "See what was changed" },
  );
}

/** The copy of the board in somebody's account is older than the board, and GitHub cannot bring it up to date. */
export function copyIsBehind(address: string): PlainError {
  return new PlainError(
    "Your copy of the board at GitHub is out of date, and GitHub does not renew it by itself. Open its page, press “Sync fork” and then “Update branch”, and load this page again.",
    { address, text: "Open your copy at GitHub" },
  );
}

export function copyNotReady(): PlainError {
  return new PlainError(
    "GitHub is still preparing your copy of the board. That can take some minutes. Then sign in again.",
  );
}

export function copyRefused(answer: string): PlainError {
  return new PlainError(
    `GitHub does not let you have a copy of the board, which the form needs to keep your posts in. It says: “${answer}”.`,
  );
}

export function copyDeclined(): PlainError {
  return new PlainError(
    "Nothing was made in your account. Without such a copy the form has nowhere to keep your post; there are other ways to send one.",
  );
}

/** Only reviewers publish, on GitHub, where what they see is what they merge. */
export function notMergedHere(): PlainError {
  return new PlainError("Posts are approved in their conversation at GitHub, not here.");
}

/** The address of a post never disappears. */
export function notDeletedHere(): PlainError {
  return new PlainError("A post is not deleted, but closed. “My posts” on the board says how.");
}

export function signInEnded(): PlainError {
  return new PlainError(
    `You are no longer signed in at GitHub. ${typedIsKept} Copy it, sign out at the top right, and sign in again.`,
  );
}

/** What a failure of GitHub's means. Errors that are plain already stay as they are. */
export function plainError(error: unknown): PlainError {
  if (error instanceof PlainError) return error;
  const status = statusOf(error);
  if (status === 401) return signInEnded();
  if (status === 403 || status === 429) {
    return new PlainError(
      `GitHub refuses this at the moment: “${textOf(error)}”. ${typedIsKept} Try again in some minutes.`,
    );
  }
  if (status === undefined || status >= 500 || error instanceof TypeError) {
    return new PlainError(
      `GitHub could not be reached. ${typedIsKept} Try again when you are online, or in some minutes.`,
    );
  }
  return new PlainError(`GitHub did not accept this: “${textOf(error)}”. ${typedIsKept}`);
}

/**
 * Whether an error comes of a copy that is out of date: GitHub then refuses what would bring workflow files
 * along that the copy does not have yet.
 */
export function isOfOldCopy(error: unknown, isBehind: boolean): boolean {
  if (error instanceof PlainError) return false;
  const status = statusOf(error) ?? 0;
  return /\bworkflow/i.test(textOf(error)) || (isBehind && [404, 409, 422].includes(status));
}

function statusOf(error: unknown): number | undefined {
  const status = typeof error === "object" && error ? Reflect.get(error, "status") : undefined;
  return typeof status === "number" ? status : undefined;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
