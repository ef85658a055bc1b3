/** Receives GraphQL queries over HTTP, and sends the responses. */
import { authenticate } from "../authentication.ts";
import type { GraphqlParts } from "../graphql/answer.ts";
import { rateHeaders } from "../rate-limit.ts";
import { apiPath } from "../serializers/addresses.ts";
import { errorAnswer, readContent, responseOf, unknownResponse } from "./answer.ts";
import type { Answer } from "./call.ts";
import { isObject } from "./call.ts";
import { ApiError, UnknownRequest } from "./errors.ts";

/** The path on GitHub Enterprise Server, which Octokit derives. */
export const graphqlPath = "/api/graphql";

/** That path, and the path relative to the REST API, as on github.com. */
export function isGraphqlPath(path: string): boolean {
  return path === graphqlPath || path === `${apiPath}/graphql`;
}

/** Responds to a query. Unsupported ones get 501, and `onUnknown` is called. */
export async function answerGraphql(
  parts: GraphqlParts,
  request: Request,
  onUnknown: (what: string) => void,
): Promise<Response> {
  const { core, limit } = parts;
  const caller = authenticate(core.store, request.headers.get("authorization"));
  const answer = async (): Promise<Answer> => {
    if (!caller) throw new ApiError(401, "Bad credentials");
    if (caller.kind === "anonymous") {
      throw new ApiError(401, "This endpoint requires you to be authenticated.");
    }
    if (request.method !== "POST") throw new ApiError(404, "Not Found");
    const content = await readContent(request);
    // Loaded on first use, because the library and the schema are large.
    const { answerQuery } = await import("../graphql/answer.ts");
    const body = await answerQuery(parts, caller, isObject(content) ? content : {});
    return { status: 200, body };
  };
  try {
    return responseOf(await answer().catch(refused), {
      ...rateHeaders(limit.read(caller ?? { kind: "anonymous" }), "graphql"),
      ...(caller?.kind === "user" && { "x-oauth-scopes": caller.scopes.join(", ") }),
    });
  } catch (error) {
    if (!(error instanceof UnknownRequest)) throw error;
    onUnknown(error.message);
    return unknownResponse(error.message);
  }
}

function refused(error: unknown): Answer {
  if (error instanceof ApiError) return errorAnswer(error);
  throw error;
}
