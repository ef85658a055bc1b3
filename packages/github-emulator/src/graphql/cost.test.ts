import type { DocumentNode } from "graphql";
import { getOperationAST, Kind, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { costOf } from "./cost.ts";
import { readSchema } from "./schema.ts";

async function measure(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const schema = await readSchema();
  const document: DocumentNode = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("There is no operation.");
  const fragments = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return costOf({ schema, operation, fragments, variables });
}

describe("the cost of a query", () => {
  // Both examples are from GitHub's documentation, linked in cost.ts.
  it("is the number of requests for its connections, divided by a hundred", async () => {
    const query =
      "{ viewer { login repositories(first: 100) { edges { node { id issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } } } }";
    expect(await measure(query)).toEqual({ points: 51, nodes: 100 + 5000 + 300_000 });
  });

  it("counts the nodes of connections in connections", async () => {
    const query = `{ viewer {
      repositories(first: 50) { edges { node { name
        pullRequests(first: 20) { edges { node { title comments(first: 10) { edges { node { body } } } } } }
        issues(first: 20) { totalCount edges { node { title body comments(first: 10) { edges { node { body } } } } } }
      } } }
      followers(first: 10) { edges { node { login } } }
    } }`;
    expect((await measure(query)).nodes).toBe(22_060);
  });

  it("is at least one point", async () => {
    expect(await measure("{ viewer { login } }")).toEqual({ points: 1, nodes: 0 });
  });

  it("uses page sizes from variables, and counts fields in two fragments once", async () => {
    const query = `query ($size: Int!) { repository(owner: "octo-org", name: "hello") {
      pullRequests(last: $size) { nodes { ...Author ...Comments ...Comments } }
    } }
    fragment Author on PullRequest { author { login } comments(first: 10) { totalCount } }
    fragment Comments on PullRequest { comments(first: 10) { nodes { body } } }`;
    expect(await measure(query, { size: 70 })).toEqual({ points: 1, nodes: 70 + 700 });
  });
});
