import { describe, expect, it } from "vitest";
import { changeUrl, copiedFileEditorPath, correctionUrl } from "./change-url.ts";
import { testConfig } from "./fixtures.ts";

const withEditor = { ...testConfig, signInUrl: "https://sign-in.example.org/auth" };

describe("the address for changing a listed post", () => {
  it("is the editor, if people can sign in to it", () => {
    expect(changeUrl("a-slug", withEditor)).toBe(
      "https://jobs.example.org/admin/#/collections/jobs/entries/a-slug",
    );
  });

  it("is the form, if nobody can", () => {
    expect(changeUrl("a-slug", testConfig)).toBe(
      "https://jobs.example.org/jobs/create/form/?edit=a-slug",
    );
  });
});

describe("the address for changing a post that was sent", () => {
  const form = "https://jobs.example.org/jobs/create/form/?pr=12";
  const editorBranch = "cms/anna/board/jobs/2026-11-22-a-slug";

  it("is the editor, if it was sent from there", () => {
    expect(correctionUrl({ number: 12, branch: editorBranch }, withEditor)).toBe(
      "https://jobs.example.org/admin/#/collections/jobs/entries/2026-11-22-a-slug",
    );
  });

  it.each(["patch-1", "submit/2026-11-22-a-slug", "cms/anna/board/jobs/](x)", "cms/notes"])(
    "is the form for the branch %s",
    (branch) => expect(correctionUrl({ number: 12, branch }, withEditor)).toBe(form),
  );

  it("is the form if nobody can sign in to the editor", () => {
    expect(correctionUrl({ number: 12, branch: editorBranch }, testConfig)).toBe(form);
  });
});

describe("the address of GitHub’s editor for a file in a copy", () => {
  it("keeps the slashes of the branch, and encodes everything else", () => {
    expect(copiedFileEditorPath("anna/board", "fix/a#1 ?", "jobs/a.md")).toBe(
      "/anna/board/edit/fix/a%231%20%3F/jobs/a.md",
    );
  });
});
