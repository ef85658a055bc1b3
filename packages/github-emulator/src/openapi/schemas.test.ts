import { describe, expect, it } from "vitest";
import { allOperations } from "../api/operations.ts";
import { movableClock } from "../clock.ts";
import { webhooks } from "../events.ts";
import { rateLimits } from "../rate-limit.ts";
import { Schemas } from "./schemas.ts";

describe("GitHub's schemas", () => {
  it("cover every operation of the emulator", async () => {
    const schemas = await Schemas.read();
    const keys = Object.keys(allOperations(rateLimits(movableClock())));
    for (const key of keys) schemas.requestProblems(key, {});
    expect(keys.length).toBeGreaterThan(90);
  });

  it("report what is missing or wrong in a response, or whether it is allowed at all", async () => {
    const schemas = await Schemas.read();
    const key = "POST /repos/{owner}/{repo}/git/refs";
    const object = { type: "commit", sha: "a".repeat(40), url: "http://127.0.0.1/" };
    const ref = { ref: "refs/heads/a", node_id: "x", url: "http://127.0.0.1/", object };
    expect(schemas.responseProblems(key, 201, ref)).toEqual([]);
    expect(schemas.responseProblems(key, 201, { ...ref, ref: undefined, url: "nowhere" })).toEqual([
      "/ must have required property 'ref'",
      '/url must match format "uri"',
    ]);
    expect(schemas.responseProblems(key, 200, ref)).toEqual(["GitHub does not respond 200 here"]);
    expect(schemas.responseProblems(key, 404, { message: 404 })).toEqual([
      "/message must be string",
    ]);
    const remove = "DELETE /repos/{owner}/{repo}/git/refs/{ref}";
    expect(schemas.responseProblems(remove, 204, {})).toEqual(["GitHub sends no content here"]);
  });

  it("report what is wrong in a request", async () => {
    const schemas = await Schemas.read();
    const key = "POST /repos/{owner}/{repo}/statuses/{sha}";
    expect(schemas.requestProblems(key, { state: "success" })).toEqual([]);
    expect(schemas.requestProblems(key, { state: "fine" })).toEqual([
      "/state must be equal to one of the allowed values (error,failure,pending,success)",
    ]);
  });

  it("cover the payload of every webhook that the emulator sends", async () => {
    const schemas = await Schemas.read();
    const all = Object.entries(webhooks).flatMap(([name, actions]) =>
      (actions.length > 0 ? actions : [undefined]).map((action) => ({ name, action })),
    );
    for (const { name, action } of all) {
      expect(schemas.eventProblems(name, { action })).toContain(
        "/ must have required property 'repository'",
      );
    }
    expect(all.length).toBeGreaterThan(25);
  });

  it("say that they must be generated again if something is unknown", async () => {
    const schemas = await Schemas.read();
    expect(() => schemas.requestProblems("GET /octocat", {})).toThrow("generate it again");
    expect(() => schemas.eventProblems("issues", { action: "pinned" })).toThrow("issues.pinned");
  });
});
