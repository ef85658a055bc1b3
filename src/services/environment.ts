/** All that is read from the environment, in one place. Documented in docs/commands.md. */
import { DateTime } from "luxon";
import type { BoardConfig, GitHubAddresses } from "../board/config.ts";
import { publicGitHub } from "../board/config.ts";
import type { Instant } from "../board/days.ts";
import { systemNow } from "./clock.ts";

export type Environment = {
  /** The folder that holds the posts; `JOBS_DIR`, else `jobs`. */
  jobsDir: string;
  /** The instant that everything is done as of; `BOARD_NOW` in ISO 8601, else this moment. */
  now: Instant;
  /** Address of the CMS's backend on this machine; `CMS_BACKEND`, which `npm run dev` sets. */
  cmsBackend?: string;
  github: GitHubAccess;
  /** Settings of the board that are others here, such as on a copy of it on one's own machine. */
  settings: Pick<Partial<BoardConfig>, "url" | "signInUrl" | "staging">;
  /** The app by which people sign in; `SIGN_IN_CLIENT_ID` and `SIGN_IN_CLIENT_SECRET`. */
  signInApp?: SignInApp;
  /** The server that sends the board's mail, with the password; `SMTP_URL`. Kept out of logs. */
  smtpUrl?: string;
  /** Which event a workflow runs for; `GITHUB_EVENT_NAME`. */
  eventName?: string;
  /** What another job has found out about links, as it has written it; `LINK_RESULTS`. */
  linkResults?: string;
};

/**
 * Where GitHub is (`GITHUB_API_URL`, `GITHUB_SERVER_URL`), and who we are there. GitHub Actions sets
 * the same variables.
 */
export type GitHubAccess = GitHubAddresses & {
  /** `GITHUB_TOKEN`. Kept out of pages and logs. */
  token?: string;
};

/** An OAuth app that is registered at GitHub. */
export type SignInApp = { clientId: string; clientSecret: string };

export type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws an Error that names the variable that cannot be understood. */
export function readEnvironment(
  variables: Variables = process.env,
  clock: () => Instant = systemNow,
): Environment {
  return {
    jobsDir: variables.JOBS_DIR || "jobs",
    now: variables.BOARD_NOW ? parseNow(variables.BOARD_NOW) : clock(),
    ...(variables.CMS_BACKEND && { cmsBackend: variables.CMS_BACKEND }),
    github: {
      apiUrl: variables.GITHUB_API_URL || publicGitHub.apiUrl,
      serverUrl: variables.GITHUB_SERVER_URL || publicGitHub.serverUrl,
      ...(variables.GITHUB_TOKEN && { token: variables.GITHUB_TOKEN }),
    },
    settings: {
      ...(variables.BOARD_URL && { url: variables.BOARD_URL }),
      ...(variables.SIGN_IN_URL && { signInUrl: variables.SIGN_IN_URL }),
      ...(variables.BOARD_STAGING && { staging: parseStaging(variables.BOARD_STAGING) }),
    },
    ...(variables.SIGN_IN_CLIENT_ID &&
      variables.SIGN_IN_CLIENT_SECRET && {
        signInApp: {
          clientId: variables.SIGN_IN_CLIENT_ID,
          clientSecret: variables.SIGN_IN_CLIENT_SECRET,
        },
      }),
    ...(variables.SMTP_URL && { smtpUrl: variables.SMTP_URL }),
    ...(variables.GITHUB_EVENT_NAME && { eventName: variables.GITHUB_EVENT_NAME }),
    ...(variables.LINK_RESULTS && { linkResults: variables.LINK_RESULTS }),
  };
}

/** The environment of a program that is started: our own, with some variables more. */
export function environmentWith(variables: Variables): NodeJS.ProcessEnv {
  return { ...process.env, ...variables };
}

function parseStaging(text: string): true {
  if (text === "true") return true;
  throw new Error(`BOARD_STAGING is “${text}”. Set it to true, or leave it out.`);
}

function parseNow(text: string): Instant {
  const now = DateTime.fromISO(text, { zone: "utc" });
  if (now.isValid) return now;
  throw new Error(
    `BOARD_NOW is “${text}”, which is not a moment. Write it like 2027-01-31 or 2027-01-31T12:00:00Z.`,
  );
}
