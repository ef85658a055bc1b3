import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testConfig } from "../../board/fixtures.ts";
import { noBlindRetry } from "./actions/create-once.ts";
import { setStatus } from "./actions/status.ts";
import type { GitHub } from "./client.ts";
import { connectGitHub } from "./client.ts";

/** Statuses of the next answers; then requests succeed. */
let failures: number[] = [];
/** What the answers say about the limit. */
let limit: Record<string, string> = {};
let requests: string[] = [];
let github: GitHub;

const server = createServer((request, response) => {
  requests.push(`${request.method}`);
  const status = failures.shift() ?? 200;
  const body = request.url === "/graphql" ? '{"data":{}}' : "[]";
  response.writeHead(status, { "content-type": "application/json", ...limit }).end(body);
});

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
});

beforeEach(() => {
  const { port } = server.address() as AddressInfo;
  const apiUrl = `http://127.0.0.1:${port}`;
  const access = { apiUrl, serverUrl: apiUrl, token: "secret" };
  github = connectGitHub(access, testConfig.repository, { retryDelay: 1 });
  failures = [];
  requests = [];
  limit = {};
});

afterAll(async () => {
  server.closeAllConnections();
  await once(server.close(), "close");
});

describe("a request that fails at GitHub", () => {
  it.each([500, 502, 503, 504])("is repeated after a %i", async (status) => {
    failures = [status, status, status];
    await github.rest.pulls.get({ ...github.at, pull_number: 1 });
    expect(requests).toEqual(["GET", "GET", "GET", "GET"]);
  });

  it("is repeated if it sets a commit status", async () => {
    failures = [502];
    await setStatus(github, { sha: "a".repeat(40), state: "success", description: "Published" });
    expect(requests).toEqual(["POST", "POST"]);
  });

  it("is given up after three more attempts", async () => {
    failures = [502, 502, 502, 502];
    const request = github.rest.pulls.get({ ...github.at, pull_number: 1 });
    await expect(request).rejects.toThrow("with 502");
    expect(requests).toHaveLength(4);
  });

  it("is not repeated if it might create something a second time", async () => {
    failures = [502];
    const comment = { ...github.at, issue_number: 1, body: "Hi", ...noBlindRetry };
    await expect(github.rest.issues.createComment(comment)).rejects.toThrow("with 502");
    expect(requests).toEqual(["POST"]);
  });

  it.each([400, 401, 403, 404, 405, 409, 410, 422, 451])(
    "is not repeated after a %i, which is an answer",
    async (status) => {
      failures = [status];
      await expect(github.rest.pulls.merge({ ...github.at, pull_number: 1 })).rejects.toThrow();
      expect(requests).toEqual(["PUT"]);
    },
  );
});

describe("GitHub’s hourly limit", () => {
  const ask = () => github.rest.pulls.get({ ...github.at, pull_number: 1 });
  const query = () => github.graphql("{ viewer { login } }", {});

  function leave(left: number, { of = 1000, resource = "core" } = {}): void {
    limit = {
      "x-ratelimit-limit": String(of),
      "x-ratelimit-remaining": String(left),
      "x-ratelimit-reset": "1795352400",
      "x-ratelimit-resource": resource,
    };
  }

  /** Of GitHub’s own token, of a board’s own app, and of an app in a large organization. */
  it.each([1000, 5000, 12_500])("of %i is not used up: the last 50 are kept", async (of) => {
    leave(51, { of });
    await ask();
    leave(50, { of });
    await ask();
    await expect(ask()).rejects.toThrow("carries on after 13:00 UTC");
    await expect(ask()).rejects.toMatchObject({ name: "RateLimitError", until: "13:00" });
    expect(requests).toHaveLength(2);
  });

  it("leaves the rest for telling people", async () => {
    leave(50);
    await ask();
    github.limits.isReserveFree = true;
    await ask();
    expect(requests).toHaveLength(2);
  });

  it("is counted apart for queries", async () => {
    leave(0, { resource: "graphql" });
    await query();
    await expect(query()).rejects.toThrow("after 13:00 UTC");
    limit = {};
    await ask();
  });

  it("has no rest where it is small, as without a token", async () => {
    leave(9, { of: 60 });
    await ask();
    await ask();
    expect(requests).toHaveLength(2);
  });
});
