import { describe, expect, it } from "vitest";
import { permissionsOf } from "./permissions.ts";

const trusted = { untrusted: false };

describe("a job's token", () => {
  it("has the job's permissions, whatever the workflow's are", () => {
    expect(permissionsOf({ issues: "write" }, { contents: "write" }, trusted)).toEqual({
      issues: "write",
    });
    expect(permissionsOf({}, { contents: "write" }, trusted)).toEqual({});
  });

  it("has the workflow's permissions if the job sets none", () => {
    expect(permissionsOf(undefined, {}, trusted)).toEqual({});
    expect(permissionsOf(undefined, { statuses: "write" }, trusted)).toEqual({
      statuses: "write",
    });
  });

  it("can only read by default", () => {
    expect(permissionsOf(undefined, undefined, trusted)).toEqual({
      contents: "read",
      packages: "read",
    });
  });

  it("can only read, and has no OIDC identity, if the files may be a stranger's", () => {
    const asked = { contents: "write", "id-token": "write", issues: "read" } as const;
    expect(permissionsOf(asked, {}, { untrusted: true })).toEqual({
      contents: "read",
      issues: "read",
    });
  });

  it("has the calling job's permissions if the called workflow sets none", () => {
    const limit = { contents: "read" } as const;
    expect(permissionsOf(undefined, undefined, { ...trusted, limit })).toEqual(limit);
  });

  it("cannot have more permissions than the calling job", () => {
    const limit = { contents: "read", statuses: "write" } as const;
    expect(permissionsOf({ statuses: "read" }, {}, { ...trusted, limit })).toEqual({
      statuses: "read",
    });
    expect(() => permissionsOf({ contents: "write" }, {}, { ...trusted, limit })).toThrow(
      "contents: write",
    );
    expect(() => permissionsOf({ issues: "read" }, {}, { ...trusted, limit })).toThrow("issues");
  });
});
