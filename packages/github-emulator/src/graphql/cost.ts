/** Calculates the cost of a query before it is executed. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";
import { getNamedType, isCompositeType, isInterfaceType, isObjectType } from "graphql";

export type Cost = {
  /** Counted against the hourly limit. */
  points: number;
  /** The maximum number of nodes in the response. */
  nodes: number;
};

/** Queries that may return more are rejected. */
export const mostNodes = 500_000;

type Query = {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: readonly FragmentDefinitionNode[];
  variables: Readonly<Record<string, unknown>>;
};

/**
 * By GitHub's rule: each connection takes as many requests as the connections around it may return nodes, and a
 * hundred requests are a point. The query must be valid.
 */
export function costOf(query: Query): Cost {
  const found = new Map<string, { requests: number; nodes: number }>();
  const root = query.schema.getRootType(query.operation.operation);
  measure(
    query,
    query.operation.selectionSet,
    { type: root?.name ?? "", path: "", times: 1 },
    found,
  );
  const connections = [...found.values()];
  const requests = connections.reduce((sum, connection) => sum + connection.requests, 0);
  return {
    points: Math.max(1, Math.round(requests / 100)),
    nodes: connections.reduce((sum, { nodes }) => sum + nodes, 0),
  };
}

type Place = { type: string; path: string; times: number };

/** Collects connections by their path in the response, so that one in two fragments counts once. */
function measure(
  query: Query,
  { selections }: SelectionSetNode,
  place: Place,
  found: Map<string, { requests: number; nodes: number }>,
): void {
  for (const selection of selections) {
    if (selection.kind === "Field") {
      measureField(query, selection, place, found);
      continue;
    }
    const fragment =
      selection.kind === "InlineFragment"
        ? selection
        : query.fragments.find(({ name }) => name.value === selection.name.value);
    if (!fragment) continue;
    const type = fragment.typeCondition?.name.value ?? place.type;
    measure(query, fragment.selectionSet, { ...place, type }, found);
  }
}

function measureField(
  query: Query,
  node: FieldNode,
  { type, path, times }: Place,
  found: Map<string, { requests: number; nodes: number }>,
): void {
  const parent = query.schema.getType(type);
  const hasFields = isObjectType(parent) || isInterfaceType(parent);
  const field = hasFields ? parent.getFields()[node.name.value] : undefined;
  const answer = field && getNamedType(field.type);
  if (!node.selectionSet || !isCompositeType(answer)) return;
  const place = { type: answer.name, path: `${path}/${(node.alias ?? node.name).value}`, times };
  if (answer.name.endsWith("Connection")) {
    const size = sizeOf(query, node);
    found.set(place.path, { requests: times, nodes: times * size });
    place.times = times * Math.max(1, size);
  }
  measure(query, node.selectionSet, place, found);
}

function sizeOf({ variables }: Query, node: FieldNode): number {
  const value = node.arguments?.find(({ name }) => ["first", "last"].includes(name.value))?.value;
  if (value?.kind === "IntValue") return Number(value.value);
  return value?.kind === "Variable" ? Number(variables[value.name.value] ?? 0) : 0;
}
