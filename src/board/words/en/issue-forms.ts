/** The forms for issues on GitHub, and what a new pull request says. The questions that the bot reads are elsewhere. */

export const bug = {
  name: "Something doesn’t work",
  description: "Report a problem with the site, the form, or the review of a post.",
  what: "What happened, and what did you expect instead?",
  where: {
    label: "Where did it happen?",
    description: "The address of the page or the number of the pull request.",
  },
  with: {
    label: "Which browser and device?",
    description: "If the problem is on a page.",
  },
  security:
    "Is it a security problem? Please don’t post it here. SECURITY.md says how to report it privately.",
};

/** The address of a post, in both forms about posts. */
export const postAddress = "The address of the post’s page.";

/** A company in the example of an address. */
export const exampleCompany = "Example Company";

export const report = {
  name: "Report a post",
  description:
    "Tell us about a post that is misleading, unpaid, or no longer open, or does not belong here.",
  choices: [
    "The job is no longer open",
    "The application link does not work",
    "The post is misleading or untrue",
    "The employer asks for money or for unnecessary personal data",
    "The job does not belong on this board",
    "Something else",
  ],
  details: {
    label: "What did you notice?",
    description: "Your report is public. Please leave out personal details.",
  },
};

export const yourPost = {
  name: "Your post",
  description: "Close, renew, or remove your post, or tell us about a mistake in it.",
  words: "Your request is public.",
  end: "If you sent the post from this account, this takes a few minutes and needs no reviewer. Removing a post deletes its text from the site, but not from the repository’s history.",
};

/** In Markdown. */
export const pullRequest = `<!--
Sending a job post? Thank you! You can delete this text. A bot will comment within a few minutes and tell
you if there is anything to fix. Then a volunteer will review your post. Please change only one post's file.

Changing the board itself? Say what the change is for and how you tested it. See CONTRIBUTING.md, and run
\`npm test\` first.
-->
`;
