import { describe, expect, it } from "vitest";
import { pullNumber } from "./pull-number.ts";

describe("the pull request that an address asks for", () => {
  it("is the number behind pr", () =>
    expect(pullNumber("?pr=12")).toEqual({ ok: true, number: 12 }));

  it.each(["", "?", "?pr=", "?other=1"])("is not said by “%s”", (search) =>
    expect(pullNumber(search)).toMatchObject({ message: expect.stringContaining("does not say") }),
  );

  it.each(["?pr=0", "?pr=-1", "?pr=1.5", "?pr=abc", "?pr=1/files", "?pr=9999999999", "?pr=٣"])(
    "is no number in “%s”",
    (search) =>
      expect(pullNumber(search)).toMatchObject({
        message: expect.stringContaining("is not the number of a pull request"),
      }),
  );
});
