/** What commands say when files, Git, environment variables, or servers are not as they need them. */

// ── Environment variables ──
export function badStaging(text: string): string {
  return `BOARD_STAGING is “${text}”. Set it to true, or leave it out.`;
}

export function badNow(text: string): string {
  return `BOARD_NOW is “${text}”, which is not a date. Write it like 2027-01-31 or 2027-01-31T12:00:00Z.`;
}

export const badSmtpUrl =
  "SMTP_URL is not the address of a mail server. Write it like smtps://user:password@mail.example.org. In the username and password, write %40 for @ and %2F for /.";

export const badPreparedMail =
  "MAIL_MESSAGES does not contain what triage has prepared. Run the whole workflow again.";

export const signInSettings = {
  url: "signInUrl in src/board.config.ts, or SIGN_IN_URL",
  app: "SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET",
  missing: (settings: readonly string[]) =>
    `The sign-in service needs ${settings.join(", and ")}. See docs/launching.md.`,
};

// ── Files and Git ──
export function folderUnreadable(folder: string): string {
  return `The folder of posts “${folder}” can’t be read. Create it, or set JOBS_DIR to another folder.`;
}

export const shallowClone =
  "This clone lacks part of its history, and it could not be fetched, so it can’t tell when posts were first listed. Run git fetch --unshallow. In a workflow, check out with fetch-depth: 0.";

export function notFetched({ branch, url }: { branch: string; url: string }, clone: string) {
  return `The branch “${branch}” of ${url} can’t be fetched into ${clone}. Run this in a clone of the repository that src/board.config.ts names, and check the connection.`;
}

export function objectUnreadable(sha: string): string {
  return `The Git object ${sha} can’t be read, because the clone is damaged. Clone the repository again.`;
}

// ── The site ──
export function notASite(folder: string): string {
  return `${folder} is not empty and is not a built site. Choose an empty or new folder.`;
}

export function siteNotBuilt(reason: string): string {
  return `The site could not be built. ${reason}`;
}

export function bundleIncomplete(folder: string): string {
  return `${folder} lacks a file of the editor. Delete that folder and try again.`;
}

/** The page of `npm run dev` and `npm start` before the first build. */
export const noSite = {
  title: "Not built",
  text: "There is no site yet: it is still being built, or the build failed. See the terminal. This page reloads automatically.",
};

export const localPagesOnly = "Only the board’s own pages can read and write here.";

// ── Links ──
export function noNetwork(hosts: number): string {
  return `None of ${hosts} hosts answered, so this machine seems to have no network. Their links were not judged.`;
}

export const notLinkResults =
  "LINK_RESULTS does not contain the results of a link check. Run the whole workflow again.";

// ── The mail server: why a message was not sent ──
export const mailFailures = {
  login: "The mail server did not accept the username or password.",
  address: "The email address is invalid.",
  insecure: "The mail server does not offer a secure connection.",
  unreachable: "The mail server can’t be reached.",
};
