/** Turns failed requests to GitHub into errors with messages for people. */
import * as words from "#words/github.ts";
import { PushRefusal } from "../git-commit.ts";
import { RateLimitError, resetTime } from "./rate-limit.ts";

/** What Octokit throws for a response other than success, or, without `response`, for none at all. */
type RequestError = Error & {
  status: number;
  request: { method: string; url: string };
  response?: { headers: Record<string, string | number | undefined>; data?: unknown };
};

/** The error to show to people. Octokit’s own is its cause. Other errors are returned unchanged. */
export function explainRequestError(error: unknown): unknown {
  if (isQueryError(error)) return explainQueryError(error);
  if (!isRequestError(error)) return error;
  if (!error.response) return unreachable(error);
  if (isLimit(error)) return limitReached(error);
  if (error.status === 401) return badToken(error);
  if (error.status === 403) return noPermission(error);
  if (error.status === 404) return notFound(error);
  return otherAnswer(error);
}

/** What Octokit throws for a GraphQL query that GitHub answers with errors, although with the HTTP status 200. */
type QueryError = Error & {
  headers: Record<string, string | number | undefined>;
  errors: readonly { type?: string; message: string }[];
};

/** GitHub uses several names. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
const limitTypes = ["RATE_LIMITED", "RATE_LIMIT"];

/** GitHub’s name for a limit on a single query. Others may well be answered. */
const queryLimitType = "RESOURCE_LIMITS_EXCEEDED";

function explainQueryError(cause: QueryError): Error {
  const [error] = cause.errors;
  const said = asSentence(error?.message ?? cause.message);
  if (limitTypes.includes(error?.type ?? "")) {
    const until = resetTime(cause.headers);
    return new RateLimitError(words.limitReached(until), until, { cause });
  }
  if (error?.type === queryLimitType) return new Error(words.queryTooLarge(said), { cause });
  const message =
    error?.type === "FORBIDDEN" ? words.noPermission("a query", said) : words.queryFailed(said);
  return new Error(message, { cause });
}

function isQueryError(error: unknown): error is QueryError {
  return error instanceof Error && error.name === "GraphqlResponseError" && "errors" in error;
}

/** Whether GitHub understood a GraphQL query and refused a part of it, other than because of a limit. */
export function isQueryRefused(error: unknown): boolean {
  return error instanceof Error && !(error instanceof RateLimitError) && isQueryError(error.cause);
}

/** The HTTP status of GitHub’s response; `undefined` if the error is not about a response. */
export function statusOf(error: unknown): number | undefined {
  const cause = requestErrorIn(error);
  return cause?.response && cause.status;
}

/** GitHub’s own message, if the error is about a request; otherwise the error’s message. */
export function wordsOf(error: unknown): string {
  const cause = requestErrorIn(error);
  if (cause) return givenMessage(cause);
  return error instanceof Error ? error.message : String(error);
}

/** Why GitHub refused something that it understood, in its own words; `undefined` for any other failure. */
export function refusalIn(error: unknown): string | undefined {
  if (error instanceof PushRefusal) return asSentence(error.because);
  const cause = requestErrorIn(error);
  const isRefusal = cause?.response && refusals.includes(cause.status) && !isLimit(cause);
  return isRefusal ? givenMessage(cause) : undefined;
}

const refusals: readonly number[] = [403, 405, 409, 410, 422, 451];

/** Whether GitHub failed or did not respond, so the request may or may not have been carried out. */
export function isOutage(error: unknown): boolean {
  const cause = requestErrorIn(error);
  return cause !== undefined && (!cause.response || cause.status >= 500);
}

/** The response, or `undefined` if GitHub responds with one of the statuses. */
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
  return new Error(words.unreachable(host), { cause });
}

function limitReached(cause: RequestError): Error {
  const { headers } = cause.response ?? { headers: {} };
  // Of the secondary limit, which says nothing of the hourly one.
  const seconds = Number(headers["retry-after"]);
  if (seconds > 0) {
    return new RateLimitError(words.limitedFor(Math.ceil(seconds / 60)), undefined, { cause });
  }
  const until = resetTime(headers);
  return new RateLimitError(words.limitReached(until), until, { cause });
}

function badToken(cause: RequestError): Error {
  return new Error(words.badToken, { cause });
}

function noPermission(cause: RequestError): Error {
  return new Error(words.noPermission(what(cause), givenMessage(cause)), { cause });
}

function notFound(cause: RequestError): Error {
  return new Error(words.notFound(what(cause)), { cause });
}

function otherAnswer(cause: RequestError): Error {
  return new Error(words.otherAnswer(what(cause), cause.status, givenMessage(cause)), { cause });
}

function what({ request }: RequestError): string {
  return `${request.method} ${new URL(request.url).pathname}`;
}

function givenMessage({ message, response }: RequestError): string {
  const data = response?.data;
  const given = typeof data === "object" && data !== null && "message" in data ? data.message : "";
  const said = typeof given === "string" && given ? given : message;
  const reasons = reasonsIn(data);
  return (reasons.length > 0 ? reasons : [said]).map(asSentence).join(" ");
}

/** Behind “Validation Failed”. https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
function reasonsIn(data: unknown): string[] {
  const errors = typeof data === "object" && data !== null && "errors" in data ? data.errors : [];
  return (Array.isArray(errors) ? errors : []).flatMap((error: unknown) => {
    if (typeof error === "string") return error;
    const hasReason = typeof error === "object" && error !== null && "message" in error;
    return hasReason && typeof error.message === "string" ? error.message : [];
  });
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
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
