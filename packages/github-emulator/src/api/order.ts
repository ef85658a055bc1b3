/** Sorts lists of issues. */
import type { Issue } from "../state.ts";

/** Sorted by the request's `sort` and `direction`; by default newest first. */
export function ordered<Item extends Issue>(
  issues: readonly Item[],
  query: URLSearchParams,
): Item[] {
  const sort = query.get("sort") ?? "created";
  const sign = (query.get("direction") ?? query.get("order") ?? "desc") === "asc" ? 1 : -1;
  return issues.toSorted(
    (one, other) => sign * (compare(sort, one, other) || one.number - other.number),
  );
}

function compare(sort: string, one: Issue, other: Issue): number {
  if (sort === "comments") return one.comments.length - other.comments.length;
  const key = sort === "updated" ? "updatedAt" : "createdAt";
  if (one[key] === other[key]) return 0;
  return one[key] < other[key] ? -1 : 1;
}
