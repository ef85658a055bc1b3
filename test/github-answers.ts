/** A local server in place of GitHub’s API for pages, with responses that a test sets. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Answer } from "../src/site/browser/github.ts";

/** Asks in place of GitHub: what was asked, and answers by address below the repository `https://api`. Others are missing. */
export function givenAnswers(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const ask = (address: string): Promise<Answer> => {
    const below = address.replace("https://api/", "");
    asked.push(below);
    const value = answers[below];
    return Promise.resolve(
      value === undefined ? { ok: false, failure: { kind: "missing" } } : { ok: true, value },
    );
  };
  return { ask, asked };
}

export type GitHubAnswer = {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
};

export type GitHubAnswers = AsyncDisposable & {
  apiUrl: string;
  /** The paths and queries of all requests, relative to the repository, in order. */
  readonly asked: string[];
  /** Responses from now on, by path relative to the repository. There are no issues, and everything else is 404. */
  answer(answers: Readonly<Record<string, GitHubAnswer>>): void;
};

/** Starts it, for a repository called `owner/name`. */
export async function startGitHubAnswers(repository: string): Promise<GitHubAnswers> {
  const base = `/api/v3/repos/${repository}`;
  const asked: string[] = [];
  const noIssues = { "/issues": { body: [] } };
  let known: Readonly<Record<string, GitHubAnswer>> = noIssues;
  const server = createServer((request, response) => {
    const below = (request.url ?? "").replace(base, "");
    asked.push(below);
    const {
      status = 200,
      headers = {},
      body,
    } = known[below.replace(/\?.*/, "")] ?? {
      status: 404,
      body: { message: "Not Found" },
    };
    response
      .writeHead(status, {
        "content-type": "application/json; charset=utf-8",
        "access-control-allow-origin": "*",
        "access-control-expose-headers":
          "ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset",
        ...headers,
      })
      .end(JSON.stringify(body ?? null));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The server has no port.");
  return {
    apiUrl: `http://127.0.0.1:${address.port}/api/v3`,
    asked,
    answer(answers) {
      known = { ...noIssues, ...answers };
      asked.length = 0;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A pull request as GitHub lists it, with the properties that pages use. */
export function listedPull(number: number, labels: readonly string[], changes: object = {}) {
  return {
    number,
    title: `Post ${number}`,
    html_url: `https://github.com/example-org/python-job-board/pull/${number}`,
    created_at: "2026-11-20T10:00:00Z",
    user: { login: "submitter" },
    labels: labels.map((name) => ({ name })),
    assignees: [],
    draft: false,
    pull_request: {},
    ...changes,
  };
}

/** A file that a pull request adds, as GitHub lists it. */
export function addedFile(filename: string, text: string) {
  const lines = text.replace(/\n$/, "").split("\n");
  const patch = [
    `@@ -0,0 +1,${lines.length} @@`,
    ...lines.map((line) => `+${line}`),
    ...(text.endsWith("\n") ? [] : ["\\ No newline at end of file"]),
  ];
  return {
    ...{ filename, status: "added", sha: blobHash(text) },
    ...{ patch: patch.join("\n"), additions: lines.length },
  };
}

/** A file’s content as GitHub returns it for its hash. */
export function blob(content: string | Uint8Array) {
  const bytes = Buffer.from(content);
  return {
    sha: blobHash(content),
    size: bytes.length,
    encoding: "base64",
    // GitHub breaks it into lines.
    content: bytes.toString("base64").replace(/.{60}/g, "$&\n"),
  };
}

/** The hash that Git gives to a content. */
export function blobHash(content: string | Uint8Array): string {
  const bytes = Buffer.from(content);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
