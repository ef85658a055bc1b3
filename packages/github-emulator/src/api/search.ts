/** Search for issues, with the most common qualifiers. https://docs.github.com/search-github/searching-on-github/searching-issues-and-pull-requests */
import type { Core } from "../core.ts";
import { canRead } from "../permissions.ts";
import { fullName } from "../serializers/addresses.ts";
import { serializeIssue } from "../serializers/issues.ts";
import type { Issue, Repository } from "../state.ts";
import { sameName } from "../store.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { ok, paged } from "./call.ts";
import { invalidField, UnknownRequest } from "./errors.ts";
import { ordered } from "./order.ts";

export const searchOperations: Operations = { "GET /search/issues": search };

type Found = { repository: Repository; issue: Issue };

type Term = { isNot: boolean; name: string; value: string };

function search(call: Call): Answer {
  const { core, query, caller } = call;
  const text = query.get("q") ?? "";
  if (!text.trim()) throw invalidField("Search", "q", "missing");
  const terms = readTerms(text).map((term) => ({ ...term, test: testOf(term) }));
  const found = core.store.state.repositories
    .filter((repository) => canRead(caller, repository))
    .flatMap((repository) => repository.issues.map((issue) => ({ repository, issue })))
    .filter((item) => terms.every(({ test, value, isNot }) => test(item, value) !== isNot));
  const order = ordered(core.timing.listed(found.map(({ issue }) => issue)), query);
  const listed = found.filter(({ issue }) => order.includes(issue));
  const sorted = listed.toSorted(
    (one, other) => order.indexOf(one.issue) - order.indexOf(other.issue),
  );
  const page = paged(call, sorted);
  return {
    ...ok({
      total_count: listed.length,
      incomplete_results: false,
      search_type: "lexical",
      items: page.items.map((item) => serializeResult(core, item)),
    }),
    headers: Object.fromEntries(page.link),
  };
}

function serializeResult(core: Core, { repository, issue }: Found) {
  return { ...serializeIssue(core, repository, issue), score: 1 };
}

/** Splits at spaces outside quotes. */
function readTerms(text: string): Term[] {
  return [...text.matchAll(/(-?)(?:([a-z-]+):)?(?:"([^"]*)"|(\S+))/g)].map(
    ([, minus, name = "words", quoted, plain]) => ({
      isNot: minus === "-",
      name,
      value: quoted ?? plain ?? "",
    }),
  );
}

const tests: Readonly<Record<string, (item: Found, value: string) => boolean>> = {
  words: ({ issue }, value) =>
    `${issue.title}\n${issue.body ?? ""}`.toLowerCase().includes(value.toLowerCase()),
  // `in:` limits where words are searched. The emulator always searches title and body.
  in: () => true,
  repo: ({ repository }, value) => sameName(fullName(repository), value),
  user: ({ repository }, value) => sameName(repository.owner, value),
  org: ({ repository }, value) => sameName(repository.owner, value),
  is: ({ issue }, value) => isSo(issue, value),
  type: ({ issue }, value) => isSo(issue, value),
  state: ({ issue }, value) => issue.state === value,
  author: ({ issue }, value) => sameName(issue.author, value),
  assignee: ({ issue }, value) => issue.assignees.some((login) => sameName(login, value)),
  label: ({ issue }, value) => issue.labels.some((name) => sameName(name, value)),
  commenter: ({ issue }, value) => issue.comments.some(({ author }) => sameName(author, value)),
  head: ({ issue }, value) => issue.pull?.headRef === value,
  base: ({ issue }, value) => issue.pull?.baseRef === value,
  draft: ({ issue }, value) => String(issue.pull?.draft ?? false) === value,
  no: ({ issue }, value) => (value === "label" ? issue.labels : issue.assignees).length === 0,
};

function testOf({ name }: Term): (item: Found, value: string) => boolean {
  const test = tests[name];
  if (test) return test;
  throw new UnknownRequest(`the search qualifier “${name}:”`);
}

function isSo({ state, pull }: Issue, value: string): boolean {
  switch (value) {
    case "pr":
    case "pull-request":
      return pull !== null;
    case "issue":
      return pull === null;
    case "open":
    case "closed":
      return state === value;
    case "merged":
      return pull?.merged != null;
    case "unmerged":
      return pull !== null && pull.merged === null;
    case "draft":
      return pull?.draft === true;
    default:
      throw new UnknownRequest(`the search qualifier “is:${value}”`);
  }
}
