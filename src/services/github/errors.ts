/** What goes wrong at GitHub, in words for people. */

/** What Octokit throws: an answer that is no success, or no answer at all (then without `response`). */
type RequestError = Error & {
  status: number;
  request: { method: string; url: string };
  response?: { headers: Record<string, string | number | undefined>; data?: unknown };
};

/** The error that people are shown in place of Octokit's own, which it has as its cause. */
export function explainRequestError(error: unknown): unknown {
  if (!isRequestError(error)) return error;
  if (!error.response) return unreachable(error);
  if (isLimit(error)) return limitReached(error);
  if (error.status === 401) return badToken(error);
  if (error.status === 403) return noPermission(error);
  if (error.status === 404) return notFound(error);
  return otherAnswer(error);
}

/** The status that GitHub answered with, where an error is an answer of GitHub's. */
export function statusOf(error: unknown): number | undefined {
  const cause = requestErrorIn(error);
  return cause?.response && cause.status;
}

/** What GitHub itself says of what it did not do; else the whole error's message. */
export function wordsOf(error: unknown): string {
  const cause = requestErrorIn(error);
  if (cause) return givenMessage(cause);
  return error instanceof Error ? error.message : String(error);
}

/** Whether GitHub failed, so that nobody knows what it did before. */
export function isOutage(error: unknown): boolean {
  const cause = requestErrorIn(error);
  return cause !== undefined && (!cause.response || cause.status >= 500);
}

/** What the request gives, or `undefined` where GitHub answers with one of the statuses. */
export async function unlessStatus<T>(
  statuses: readonly number[],
  request: Promise<T>,
): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    const status = statusOf(error);
    if (status !== undefined && statuses.includes(status)) return undefined;
    throw error;
  }
}

function unreachable(cause: RequestError): Error {
  const { host } = new URL(cause.request.url);
  return new Error(`GitHub can’t be reached at ${host}. Check the connection and try again.`, {
    cause,
  });
}

function limitReached(cause: RequestError): Error {
  const reset = Number(cause.response?.headers["x-ratelimit-reset"]);
  const until = reset > 0 ? ` until ${new Date(reset * 1000).toISOString().slice(11, 16)} UTC` : "";
  return new Error(`GitHub’s limit on requests is reached${until}. Try again later.`, { cause });
}

function badToken(cause: RequestError): Error {
  return new Error("GitHub does not know the token. Put a valid one into GITHUB_TOKEN.", { cause });
}

function noPermission(cause: RequestError): Error {
  return new Error(
    `GitHub does not permit ${what(cause)}: ${givenMessage(cause)} Use a token (GITHUB_TOKEN) that has the permission.`,
    { cause },
  );
}

function notFound(cause: RequestError): Error {
  return new Error(
    `GitHub does not find ${what(cause)}, or does not show it to this token. Check that it is there, and what the token (GITHUB_TOKEN) may see.`,
    { cause },
  );
}

function otherAnswer(cause: RequestError): Error {
  return new Error(`GitHub answered ${what(cause)} with ${cause.status}: ${givenMessage(cause)}`, {
    cause,
  });
}

function what({ request }: RequestError): string {
  return `${request.method} ${new URL(request.url).pathname}`;
}

function givenMessage({ message, response }: RequestError): string {
  const data = response?.data;
  const given = typeof data === "object" && data !== null && "message" in data ? data.message : "";
  const words = typeof given === "string" && given ? given : message;
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimit({ status, message, response }: RequestError): boolean {
  if (status !== 403 && status !== 429) return false;
  return (
    status === 429 ||
    String(response?.headers["x-ratelimit-remaining"]) === "0" ||
    /\bsecondary rate\b/i.test(message)
  );
}

function requestErrorIn(error: unknown): RequestError | undefined {
  if (isRequestError(error)) return error;
  return error instanceof Error && isRequestError(error.cause) ? error.cause : undefined;
}

function isRequestError(error: unknown): error is RequestError {
  return (
    error instanceof Error && error.name === "HttpError" && "status" in error && "request" in error
  );
}
