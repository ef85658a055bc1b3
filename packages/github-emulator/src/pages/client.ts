/** The API client of the pages. */
import { Octokit } from "@octokit/rest";

export type Client = {
  rest: Octokit["rest"];
  paginate: Octokit["paginate"];
  /** The repository, as requests name it. */
  at: { owner: string; repo: string };
  /** Its default branch. */
  branch: string;
};

export type PagesRepository = { owner: string; name: string; branch: string };

export function connect(
  apiUrl: string,
  token: string,
  { owner, name, branch }: PagesRepository,
): Client {
  const { rest, paginate } = new Octokit({ baseUrl: apiUrl, auth: token, log: silent });
  return { rest, paginate, at: { owner, repo: name }, branch };
}

/** The status of a refusal, or `undefined` for any other error. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "status" in error ? Number(error.status) : undefined;
}

/** The reason that GitHub gives for a refusal, or the error's own message. */
export function reasonOf(error: unknown): string {
  const message = messageIn(error) || (error instanceof Error ? error.message : String(error));
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

function messageIn(error: unknown): string {
  if (!(error instanceof Error && "response" in error)) return "";
  const { data } = (error.response ?? {}) as { data?: { message?: unknown } };
  return typeof data?.message === "string" ? data.message : "";
}

function ignore(): void {
  // Errors are thrown too, and shown on the page.
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
