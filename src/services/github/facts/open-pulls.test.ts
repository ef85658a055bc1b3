import { describe, expect, it } from "vitest";
import { openBefore } from "./open-pulls.ts";

const page = 100;

function given(number: number) {
  const author = number % 2 === 0 ? null : { __typename: "User", login: `sender-${number}` };
  return { number, headRefOid: `head-${number}`, baseRefName: "main", author };
}

/** Reads those before the last of so many, numbered 1 to `count`, and counts further queries. */
async function readBefore(number: number, count: number) {
  const all = Array.from({ length: count }, (_, index) => given(index + 1));
  const pageFrom = (start: number) => {
    const nodes = all.slice(start, start + page);
    return { nodes, pageInfo: { endCursor: String(start + nodes.length) } };
  };
  let queries = 0;
  const graphql = (_query: string, { after }: Readonly<Record<string, unknown>>) => {
    queries += 1;
    return Promise.resolve({ repository: { next: pageFrom(Number(after)) } } as never);
  };
  const found = await openBefore(
    { graphql, at: { owner: "o", repo: "n" }, app: undefined },
    number,
    {
      oldest: { ...pageFrom(0), totalCount: count },
      newest: { nodes: all.slice(-page) },
    },
  );
  return { found, numbers: found.map((pull) => pull.number), queries };
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

describe("the open pull requests before another one", () => {
  it("are told by number, author, head, and base", async () => {
    const { found } = await readBefore(3, 3);
    expect(found).toEqual([
      { number: 1, author: "sender-1", head: "head-1", base: "main" },
      { number: 2, author: "ghost", head: "head-2", base: "main" },
    ]);
  });

  it.each([
    [1, 0],
    [100, 0],
    [101, 0],
    [200, 0],
    [201, 1],
    [300, 1],
    [301, 2],
    [1000, 8],
  ])("are all there for the newest of %i, with %i further queries", async (count, queries) => {
    expect(await readBefore(count, count)).toMatchObject({ numbers: upTo(count - 1), queries });
  });

  it("take no further query for one that is among the oldest", async () => {
    expect(await readBefore(100, 1000)).toMatchObject({ numbers: upTo(99), queries: 0 });
    expect(await readBefore(150, 1000)).toMatchObject({ numbers: upTo(149), queries: 1 });
  });
});
