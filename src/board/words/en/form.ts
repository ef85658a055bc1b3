/** The form on the site. Texts of the page itself are in its template; some of these serve the editor too. */
import { plural } from "../plural.ts";

export const groups = {
  job: "The job",
  location: "Location",
  pay: "Pay",
  text: "Description",
  apply: "How to apply",
  poster: "About you",
  more: "More",
};

// ── What is wrong

export const amountFix = "Enter the amount in figures, such as 65000.";
export const chooseFromList = "Choose one from the list.";
export const completeThePay = "Fill this in too, or leave all pay fields empty.";

export const missingLogin = {
  message: "“GitHub username” is missing.",
  fix: "Enter it, or send the post by email.",
};
export const wrongLogin = {
  message: "A GitHub username has only letters, digits and hyphens.",
  fix: "You can find yours on your GitHub profile page.",
};

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
