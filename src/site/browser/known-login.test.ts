import { describe, expect, it } from "vitest";
import { cmsLogin } from "./known-login.ts";

describe("the user who is signed in to the editor", () => {
  it("has a username", () => {
    expect(cmsLogin('{"backendName":"github","login":"octocat","token":"t"}')).toBe("octocat");
  });

  it.each(["null", '{"backendName":"proxy"}', '{"login":7}', "{", ""])(
    "is unknown if storage has none: %s",
    (kept) => expect(cmsLogin(kept)).toBeUndefined(),
  );
});
