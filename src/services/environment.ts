/** Reads all environment variables, which docs/commands.md documents. */
import { DateTime } from "luxon";
import * as words from "#words/terminal-errors.ts";
import type { BoardConfig, GitHubAddresses } from "../board/config.ts";
import { publicGitHub } from "../board/config.ts";
import type { Instant } from "../board/days.ts";
import { systemNow } from "./clock.ts";

export type Environment = {
  /** Folder of posts: `JOBS_DIR`, else `jobs`. */
  jobsDir: string;
  /** Folder for what one build keeps for the next: `BOARD_CACHE`, else `.cache/site`. */
  cacheDir: string;
  /** The current time: `BOARD_NOW` in ISO 8601, else the clock's. */
  now: Instant;
  /** Address of the editor's local backend: `CMS_BACKEND`, set by `npm run dev`. */
  cmsBackend?: string;
  github: GitHubAccess;
  /** Settings that differ here, such as on a local copy of the board. */
  settings: Pick<Partial<BoardConfig>, "url" | "signInUrl" | "staging">;
  /** The OAuth app for signing in: `SIGN_IN_CLIENT_ID` and `SIGN_IN_CLIENT_SECRET`. */
  signInApp?: SignInApp;
  /** The mail server, with its password: `SMTP_URL`. Never logged. */
  smtpUrl?: string;
  /** Where the site is uploaded to: `NETLIFY_SITE`, with `NETLIFY_TOKEN`, and `NETLIFY_API_URL` in tests. */
  netlify?: { apiUrl: string; site: string; token: string };
  /** The event that triggered the workflow: `GITHUB_EVENT_NAME`. */
  eventName?: string;
  /** The results of the job that checks links: `LINK_RESULTS`. */
  linkResults?: string;
  /** The file that takes what a workflow's step hands to other jobs: `GITHUB_OUTPUT`. */
  outputFile?: string;
  /** The messages that the job before has written, see src/services/mail/prepared.ts: `MAIL_MESSAGES`. */
  preparedMail?: string;
};

/**
 * GitHub's addresses (`GITHUB_API_URL`, `GITHUB_SERVER_URL`) and our token. GitHub Actions sets the same
 * variables.
 */
export type GitHubAccess = GitHubAddresses & {
  /** `GITHUB_TOKEN`. Never logged or published. */
  token?: string;
};

/** An OAuth app registered on GitHub. */
type SignInApp = { clientId: string; clientSecret: string };

export type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws an Error that names an invalid variable. */
export function readEnvironment(
  variables: Variables = process.env,
  clock: () => Instant = systemNow,
): Environment {
  return {
    ...foldersFrom(variables),
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
    ...netlifyFrom(variables),
    ...(variables.GITHUB_EVENT_NAME && { eventName: variables.GITHUB_EVENT_NAME }),
    ...(variables.LINK_RESULTS && { linkResults: variables.LINK_RESULTS }),
    ...(variables.GITHUB_OUTPUT && { outputFile: variables.GITHUB_OUTPUT }),
    ...(variables.MAIL_MESSAGES && { preparedMail: variables.MAIL_MESSAGES }),
  };
}

function netlifyFrom(variables: Variables): Pick<Environment, "netlify"> {
  const { NETLIFY_SITE: site, NETLIFY_TOKEN: token, NETLIFY_API_URL: url } = variables;
  return site && token
    ? { netlify: { apiUrl: url || "https://api.netlify.com/api/v1", site, token } }
    : {};
}

function foldersFrom(variables: Variables): Pick<Environment, "jobsDir" | "cacheDir"> {
  return {
    jobsDir: variables.JOBS_DIR || "jobs",
    cacheDir: variables.BOARD_CACHE || ".cache/site",
  };
}

/** The environment of a child process: our own with additional variables. */
export function environmentWith(variables: Variables): NodeJS.ProcessEnv {
  return { ...process.env, ...variables };
}

/**
 * The environment of a child process that reads what strangers have sent: of our own variables only those by
 * which it finds programs and servers, so no secrets and nobody’s settings.
 */
export function bareEnvironmentWith(variables: Variables): NodeJS.ProcessEnv {
  // By name, because listing the whole environment takes longer than all else here.
  const passed = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), ...variables };
}

/** https://curl.se/docs/manpage.html#ENVIRONMENT */
const passedOn = [
  ...["PATH", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR"],
  ...["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"],
];

function parseStaging(text: string): true {
  if (text === "true") return true;
  throw new Error(words.badStaging(text));
}

function parseNow(text: string): Instant {
  const now = DateTime.fromISO(text, { zone: "utc" });
  if (now.isValid) return now;
  throw new Error(words.badNow(text));
}
