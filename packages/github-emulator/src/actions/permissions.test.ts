import { describe, expect, it } from "vitest";
import { permissionsOf } from "./permissions.ts";

const trusted = { untrusted: false };

describe("the token of a job", () => {
  it("may do what the job says, whatever the workflow says", () => {
    expect(permissionsOf({ issues: "write" }, { contents: "write" }, trusted)).toEqual({
      issues: "write",
    });
    expect(permissionsOf({}, { contents: "write" }, trusted)).toEqual({});
  });

  it("may do what the workflow says where the job says nothing", () => {
    expect(permissionsOf(undefined, {}, trusted)).toEqual({});
    expect(permissionsOf(undefined, { statuses: "write" }, trusted)).toEqual({
      statuses: "write",
    });
  });

  it("only reads where nobody says anything", () => {
    expect(permissionsOf(undefined, undefined, trusted)).toEqual({
      contents: "read",
      packages: "read",
    });
  });

  it("only reads where the files may be a stranger's, and has no identity", () => {
    const asked = { contents: "write", "id-token": "write", issues: "read" } as const;
    expect(permissionsOf(asked, {}, { untrusted: true })).toEqual({
      contents: "read",
      issues: "read",
    });
  });

  it("is that of the calling job where the called workflow says nothing", () => {
    const limit = { contents: "read" } as const;
    expect(permissionsOf(undefined, undefined, { ...trusted, limit })).toEqual(limit);
  });

  it("may not be asked to do more than the calling job's", () => {
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
