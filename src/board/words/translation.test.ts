import { describe, expectTypeOf, it } from "vitest";
import type { Translation } from "./translation.ts";

type English = typeof import("./en/bot.ts");
type Spanish = Translation<English>;

describe("a translation", () => {
  it("has texts of its own, and functions of the same values", () => {
    expectTypeOf<Spanish["addPostAgain"]>().toEqualTypeOf<string>();
    expectTypeOf<Spanish["changeNotice"]>().toEqualTypeOf<(author: string) => string>();
    expectTypeOf<English>().toExtend<Spanish>();
  });

  it("does not compile if a text is missing", () => {
    expectTypeOf<Omit<English, "addPostAgain">>().not.toExtend<Spanish>();
    expectTypeOf<Omit<English, "status"> & { status: Omit<English["status"], "draft"> }>() //
      .not.toExtend<Spanish>();
  });
});
