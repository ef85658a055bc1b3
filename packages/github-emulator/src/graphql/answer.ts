/** Executes GraphQL queries. https://docs.github.com/graphql */
import type { Query } from "@octokit/graphql-schema";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import {
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  validate,
} from "graphql";
import { isObject } from "../api/call.ts";
import type { AuthenticatedCaller } from "../authentication.ts";
import { momentOf } from "../clock.ts";
import type { Core } from "../core.ts";
import { canRead } from "../permissions.ts";
import type { RateLimit } from "../rate-limit.ts";
import type { Usage } from "../usage.ts";
import { user } from "./actors.ts";
import type { Cost } from "./cost.ts";
import { costOf, mostNodes } from "./cost.ts";
import { QueryError } from "./errors.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";
import { resolveField } from "./fields.ts";
import { mutations } from "./mutations.ts";
import { repositoryFields } from "./repositories.ts";
import { readSchema } from "./schema.ts";

export type GraphqlParts = {
  core: Core;
  /** Counts points, separate from the REST API's requests. */
  limit: RateLimit;
  usage: Usage;
  /** Called with the points of each executed query. */
  onCost(points: number): void;
};

type Answer = { data?: unknown; errors?: unknown[] };

type Checked = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
};

/** Executes a query. Errors have status 200, too. Throws an UnknownRequest if it is not supported. */
export async function answerQuery(
  { core, limit, usage, onCost }: GraphqlParts,
  caller: AuthenticatedCaller,
  content: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { query, variables, operationName } = content;
  if (typeof query !== "string" || !query) {
    return refusal([new GraphQLError("A query attribute must be specified and must be a string.")]);
  }
  const checked = check(await readSchema(), query, {
    variables: isObject(variables) ? variables : {},
    operationName: typeof operationName === "string" ? operationName : undefined,
  });
  if ("errors" in checked) return checked;
  const cost = costOf({ ...checked, fragments: fragmentsOf(checked.document) });
  if (cost.nodes > mostNodes) {
    const [asked, most] = [cost.nodes, mostNodes].map((count) => count.toLocaleString("en-US"));
    return refusal([
      new QueryError(
        "MAX_NODE_LIMIT_EXCEEDED",
        `This query requests up to ${asked} possible nodes which exceeds the maximum limit of ${most}.`,
      ),
    ]);
  }
  usage.count(caller, "graphqlPoints", cost.points);
  onCost(cost.points);
  if (!limit.take(caller, cost.points)) {
    return refusal([
      new QueryError("RATE_LIMITED", `API rate limit exceeded for user ID ${caller.user.id}.`),
    ]);
  }
  const result = await execute({
    schema: checked.schema,
    document: checked.document,
    operationName: checked.operation.name?.value,
    variableValues: checked.variables,
    rootValue:
      checked.operation.operation === "mutation"
        ? mutations(viewerOf(core, caller))
        : root(viewerOf(core, caller), limit, cost),
    fieldResolver: resolveField,
  });
  const errors = result.errors?.map(errorFields);
  return { data: result.data, ...(errors && { errors }) };
}

/** Queries that were validated: a program sends few different ones. */
const valid = new Map<string, DocumentNode>();

function check(
  schema: GraphQLSchema,
  query: string,
  {
    variables,
    operationName,
  }: { variables: Record<string, unknown>; operationName: string | undefined },
): Checked | { errors: unknown[] } {
  const document = valid.get(query) ?? tryParse(query);
  if (document instanceof GraphQLError) return refusal([document]);
  if (!valid.has(query)) {
    const problems = validate(schema, document);
    if (problems.length > 0) return refusal(problems);
    valid.set(query, document);
  }
  const operation = getOperationAST(document, operationName);
  if (!operation) return refusal([new GraphQLError("An operation name is required")]);
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (values.errors) return refusal(values.errors);
  return { schema, document, operation, variables: values.coerced };
}

function tryParse(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function fragmentsOf({ definitions }: DocumentNode) {
  return definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
}

function viewerOf(core: Core, caller: AuthenticatedCaller): Viewer {
  const viewer: Viewer = {
    core,
    caller,
    repositoryFields: (repository) => repositoryFields(viewer, repository),
  };
  return viewer;
}

function root(viewer: Viewer, limit: RateLimit, cost: Cost) {
  const { core, caller } = viewer;
  return {
    viewer: () => user(viewer, caller.user),
    repository(given: Arguments) {
      const owner = given.text("owner") ?? "";
      const name = given.text("name") ?? "";
      const repository = core.store.repository(owner, name);
      if (repository && canRead(caller, repository)) return repositoryFields(viewer, repository);
      throw new QueryError(
        "NOT_FOUND",
        `Could not resolve to a Repository with the name '${owner}/${name}'.`,
      );
    },
    rateLimit() {
      const { limit: all, remaining, used, reset } = limit.read(caller);
      const resetAt = momentOf(new Date(reset * 1000));
      return { limit: all, remaining, used, resetAt, cost: cost.points, nodeCount: cost.nodes };
    },
  } satisfies Fields<Query>;
}

/** The response to a query that is not executed, without any data. */
function refusal(errors: readonly (GraphQLError | QueryError)[]): { errors: unknown[] } {
  return { errors: errors.map(errorFields) };
}

/** An error in GitHub's format. Throws errors of the emulator itself. */
function errorFields(error: GraphQLError | QueryError) {
  if (error instanceof QueryError) return { type: error.type, message: error.message };
  const { originalError, path, locations, message } = error;
  if (originalError instanceof QueryError) {
    return { type: originalError.type, path, locations, message };
  }
  // A null that GitHub's schema does not allow is an error of the emulator, too.
  if (originalError || path) throw originalError ?? error;
  return { ...(locations && { locations }), message };
}
