/** The form on the site. Some of these texts serve the editor too. */
import type { Links } from "../links.ts";
import { plural } from "../plural.ts";

/** The page itself. Addresses such as `#editor` are set by its script. */
export const page = {
  title: "Write your post",
  description:
    "Fill in the form and see your post as readers will see it. Nothing leaves this browser until you send it.",
  noScript: (to: Links, contact: string) =>
    `This form needs JavaScript. Without it, you can email your post to [${contact}](${to.mail}): see [what to include](${to.howToSubmit}). If you know Git, [send a pull request](${to.sendingWithGit}).`,
  keepDraft: "Keep my draft",
  problem: "There is a problem",
  markdown: "How to add headings, lists, and links",
  heading: "### A heading",
  headingHelp: "a heading",
  item: "- first",
  itemHelp: "a list item; write one on each line",
  bold: "**important**",
  boldHelp: "bold text",
  link: "[our team](https://example.com/team)",
  linkHelp: "a link",
  markdownNote:
    "Leave a line empty to start a new paragraph. This way of formatting is called Markdown.",
  saved: "Your draft is saved in this browser, on this device only, until you clear the form.",
  clear: "Clear form",
  preview: "Preview",
  send: "Send for review",
  sameNote:
    "If it is the same job, edit that post instead. If it is another one, make the difference clear in the job title.",
  another: "It is another job",
  isPublic:
    "Posts are reviewed and stored on GitHub, in public. Anyone can read what you wrote above and your GitHub username, and both stay in the board’s history forever, even after the job is filled.",
  username: "GitHub username",
  usernameHint:
    "So that you can edit and close your post yourself. This browser remembers it. No account yet? It’s free:",
  signUp: "Sign up for GitHub",
  onGitHub:
    "The button opens GitHub in a new tab with your post filled in. You sign in there, and nothing is sent until you press the buttons on GitHub.",
  continueOnGitHub: "Continue on GitHub",
  emailInstead: "Send by email instead",
  steps: "What to do on GitHub",
  opened: "GitHub has opened in a new tab. If it hasn’t, [open it here](#editor).",
  copied:
    "Your post is too long to fill in there, so it has been copied instead. Select the large empty field on GitHub and paste it (Ctrl + V, or ⌘ + V on a Mac).",
  copy: "Your post can’t be filled in there, and this browser does not let the page copy it. Copy this text yourself, then [open GitHub](#editor) and paste it into the large field.",
  download: "[Download it as a file](#file)",
  pressButtons: `1. Sign in if GitHub asks you to. If it says that you need a fork, press “Fork this repository”. If your post is not filled in afterwards, come back to this page and press the button again.
2. Press “Commit changes…”, then “Propose changes”.
3. On the next page press “Create pull request”, then press it again if GitHub asks. This sends your post.`,
  sent: (to: Links) => `A volunteer will then review your post. [What happens next](${to.thanks})`,
  email: "Send by email",
  downloadFirst: "[Download your post](#file) as a file.",
  attach: (contact: string) => `[Email ${contact}](#mail) and attach that file.`,
  inside: (contact: string) =>
    `[Email ${contact}](#mail). Your post is already in the message. If nothing opens, [download it](#file) and attach the file.`,
  who: "If your address does not show who you are, say so in the email. One of us will submit the post and reply to you.",
};

/** Starting from an ad. */
export const ad = {
  title: "Start from an ad that you have",
  hint: "Paste its text, its HTML, or the source of its page. Fields that you have filled in stay as they are, and the ad doesn’t leave this browser.",
  text: "Your ad",
  file: "Or choose a file, or drop it here (.html, .md, or .txt, at most 1 MB)",
  use: "Fill in the form",
  taken: "(taken from your ad: please check)",
  filled: (filled: number, kept: number) => {
    const taken = `${plural(filled, { one: "field", other: "fields" })} filled in from your ad. Please check each of them.`;
    return kept === 0
      ? taken
      : `${taken} ${plural(kept, { one: "field", other: "fields" })} left as you had filled them in.`;
  },
  empty: "Paste your ad first, or choose a file.",
  tooLarge: "That is more than 1 MB. Copy only the text of the ad and paste it here.",
  otherFile: "That is not an .html, .md, or .txt file. Copy the text of the ad and paste it here.",
  failed: "The ad can’t be read. Copy its text into the fields of the form.",
};

export const adNotLoaded = "This part could not be loaded. Close it and open it again.";

export const field = {
  optional: "(optional)",
  choose: "Choose an option",
  notStated: "Not stated",
  addAnother: "Add another",
};

export const groups = {
  job: "The job",
  location: "Location",
  pay: "Pay",
  text: "Description",
  apply: "How to apply",
  poster: "About you",
  more: "More",
};

export function place(number: number): string {
  return `Place ${number}`;
}

export const addPlace = "Add another place";

export function removePlace(number: number): string {
  return `Remove place ${number}`;
}

export function placeRemoved(number: number): string {
  return `Place ${number} removed.`;
}

// ── What is wrong

export function countryFilled(country: string): string {
  return `The country is set to ${country}.`;
}

export const repair = "Correct it";
export const repaired = "Corrected.";
export const undoRepair = "Undo";
export const repairUndone = "Undone.";

export function unreadableAmount(label: string): string {
  return `“${label}” can’t be read as one amount.`;
}
export function unreadableDate(label: string): string {
  return `“${label}” can’t be read as one date.`;
}
export const amountFix =
  "Enter the amount in figures, such as 65000. The currency and the pay period have lists of their own.";
export const chooseFromList = "Choose one from the list.";
export const completeThePay = "Fill this in too, or leave all pay fields empty.";

export const missingLogin = {
  message: "“GitHub username” is missing.",
  fix: "Enter it, or send the post by email.",
};
export const wrongLogin = {
  message: "That is not a GitHub username.",
  fix: "Enter your username or the address of your GitHub profile, such as https://github.com/octocat.",
};

/** A whole post is in the description; `heading` is the one that means “Requirements”. */
export function requirementsInDescription(heading: string) {
  return {
    message: `“Requirements” is empty. The part of the description below “${heading}” is shown as the requirements.`,
    fix: "Move that part to “Requirements”.",
  };
}

export function charactersLeft(left: number): string {
  const count = plural(Math.abs(left), { one: "character", other: "characters" });
  return left < 0 ? `${count} too many` : `${count} left`;
}

// ── What the form starts with

export const draftRestored = "This is your saved draft.";
export const confirmClear = "Clear the form? Your draft will be deleted.";

export const replaceByEarlier = {
  question: "You already have a draft here. Do you want to replace it with the earlier post?",
  button: "Use the earlier post",
};
export const replaceByLink = {
  question:
    "You already have a draft here. Do you want to replace it with the details in the link?",
  button: "Use the details in the link",
};

export const filledInFromLink =
  "Filled in from the link that you followed. Check that everything is correct.";

export function filledInFrom(title: string): string {
  return `Filled in from “${title}”. Check that everything is still correct.`;
}

export const loading = "Loading from GitHub…";
export const earlierLoaded = "The earlier post has loaded. Choose which one to continue with.";
/** GitHub lists no more than 100,000 files, or 7 MB of names. */
export const archiveCutOff =
  "GitHub listed only a part of the archive, and this post was not in it. Copy its text from its page.";
export const noSuchPost = "The board has no post with that name, so nothing was filled in.";
export const unreadablePost =
  "That post does not follow the board’s current rules, so nothing was filled in.";

export const clockNotSet = "The browser’s clock is not set.";

// ── The email that sends a post to the team

export function mailSubject(title: string): string {
  return `Job post: ${title}`;
}

export const mailRequest = "Please post this job for me.";

export function fileInMail(name: string): string {
  return `The file ${name}:`;
}

export function fileAttached(name: string): string {
  return `The file ${name} is attached.`;
}

// ── The same job on the board, or waiting for review

export const sameJobs = {
  listed: "This job seems to be on the board already:",
  waiting: "This job seems to be waiting for review already:",
  edit: "Edit that post",
};
