/** The form with a post that was sent or is listed: what to change, how to bring the change to GitHub, and what can be in the way. */

/** The page itself. Addresses such as `#editor` are set by its script. */
export const page = {
  title: "Change your post",
  description:
    "This is your post as it was sent. Change it here; nothing leaves this browser until you bring it to GitHub.",
  listed:
    "This is your post as it is on the board. Change it here; nothing leaves this browser until you bring it to GitHub.",
  saved: "Your changes are saved in this browser, on this device only, until they are on GitHub.",
  undo: "Undo all changes",
  send: "Send your changes",
  replaces:
    "Your changes replace what you sent. Nothing is sent a second time, and reviewers see them in the same place.",
  reviewed:
    "A volunteer reviews your change first; until then, the post stays as it is. On GitHub, use the account that sent the post, or one that it names as a manager.",
  account: "On GitHub, sign in as",
  emailed:
    "This post came by email. If you sent it, press “Send by email”: the team then brings your changes to GitHub. If you are on the team, use GitHub.",
  steps: `1. Sign in if GitHub asks you to. Select everything in the large field with the post (Ctrl + A, or ⌘ + A on a Mac) and paste (Ctrl + V, or ⌘ + V).
2. Press “Commit changes…” at the top right.
3. In the box that opens, press “Commit changes”. This sends your changes.`,
  propose: `1. Sign in if GitHub asks you to. If it says that you need a fork, press “Fork this repository”.
2. Select everything in the large field with the post (Ctrl + A, or ⌘ + A on a Mac) and paste (Ctrl + V, or ⌘ + V).
3. Press “Commit changes…” at the top right, then “Propose changes”.
4. On the next page press “Create pull request”, then press it again if GitHub asks. This sends your change.`,
  picture:
    "GitHub’s editor: the button “Commit changes…” is above the text at the right. It opens a box with the button “Commit changes” at its bottom.",
  pictureButton: "Commit changes…",
  pictureConfirm: "Commit changes",
  wrongAccount:
    "If GitHub says that you need a fork, or offers “Propose changes”, go back: you are signed in with another account.",
  reopen:
    "Then write `/reopen` in a comment in [the discussion](#pull), so that your post is reviewed again.",
  copied: "Your changed post has been copied.",
  afterwards: "The board checks your post again within a few minutes.",
  withdraw:
    "No longer needed? Open [the discussion](#pull) and press “Close pull request” at its end. This withdraws your post.",
};

export const emailChanges = "Send by email";
export const unchanged =
  "You have not changed anything yet. Make your changes above, then press the button again.";
export const confirmUndo = "Undo all changes? The form then shows your post as it was sent.";

/** Above the form. */
export const status = {
  waiting: "A reviewer has not decided on it yet. You can still change it.",
  approved: "A reviewer has approved it. Changes may come too late.",
  unchecked: "The board has not checked your latest change yet. That takes a few minutes.",
  rejected: "A reviewer did not accept it. Change it here, and ask for another review.",
  withdrawn: "It was withdrawn. You can change it here, and have it reviewed again.",
  restored: "These are the changes that you made here before. They are not on GitHub yet.",
};

export const replaceByChanges = {
  question:
    "You have changes here that are not on GitHub, but the post has been changed there since. Which one do you want to continue with?",
  keep: "My changes",
  button: "The post as it is on GitHub",
};

export const discussion = "Open the discussion on GitHub";
export const file = "Open the file on GitHub";
export const myPosts = "My posts";

// ── What can be in the way. Each is followed by a link to where to go on.

export function wrongNumber(text: string): string {
  return `“${text}” is not the number of a submission. Choose your post under “My posts”.`;
}

export function noSuchPost(number: number): string {
  return `There is no submission #${number}. Choose your post under “My posts”.`;
}

export const notListed =
  "There is no listed post at this address, so there is nothing to change. Choose your post under “My posts”.";

export const merged =
  "This post was approved, so there is nothing left to change in what you sent. Under “My posts” you can edit the post as it is on the board.";

export const branchGone =
  "The copy of the board in which your post was has been deleted on GitHub, so it can’t be changed there any more. Your text is filled in below: send it as a new post. If the old discussion is still open, close it, so that nobody reviews it twice.";

export const noPost =
  "This submission does not add or change a post, so there is nothing to fill in here. See its discussion.";

export const severalPosts =
  "This submission changes several posts, and the form has room for one. See its discussion for what to do.";

export const closing =
  "This submission closes a post, so there is nothing to fill in here. See its discussion.";

export const refused =
  "The board can’t accept this submission, and changing the text does not help. See the discussion for the reason. Your text is filled in below, so that you can send it as a new post.";

export const unreadable =
  "The fields at the top of the file can’t be read, so the form can’t fill them in. Correct the file on GitHub. What is wrong:";

/** After the reason why GitHub’s answer is missing. */
export const editWithout =
  "You don’t have to wait: open the discussion, go to “Files changed”, press the three dots beside the file, and choose “Edit file”.";
