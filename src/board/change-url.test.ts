import { describe, expect, it } from "vitest";
import { changeUrl } from "./change-url.ts";
import { testConfig } from "./fixtures.ts";

const repository = "https://git.example.org/example-org/board";

describe("the address for changing a listed post", () => {
  it("is the editor, if people can sign in to it", () => {
    const config = { ...testConfig, signInUrl: "https://sign-in.example.org/auth" };
    expect(changeUrl("a-slug", config, repository)).toBe(
      "https://jobs.example.org/admin/#/collections/jobs/entries/a-slug",
    );
  });

  it("is GitHub’s own editor, if nobody can", () => {
    expect(changeUrl("a-slug", testConfig, repository)).toBe(
      "https://git.example.org/example-org/board/edit/main/jobs/a-slug.md",
    );
  });
});
