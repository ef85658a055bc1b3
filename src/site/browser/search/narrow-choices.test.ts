import { describe, expect, it } from "vitest";
import { fold, matches } from "./narrow-choices.ts";

describe("a search", () => {
  const row = fold(
    "Développeuse Django Müller & Söhne · Zürich, Switzerland · Developer / Engineer",
  );

  it.each(["", "django", "DJANGO zurich", "sohne dev", "développ", "zür eng", "müller &"])(
    "for “%s” finds what has each of its words",
    (typed) => expect(matches(row, fold(typed))).toBe(true),
  );

  it.each(["django berlin", "djangoo", "eng zürichx"])("for “%s” does not", (typed) =>
    expect(matches(row, fold(typed))).toBe(false),
  );

  it("works in scripts without case", () => {
    expect(matches(fold("مهندس برمجيات Python"), fold("برمجيات"))).toBe(true);
    expect(matches(fold("数据工程师"), fold("工程"))).toBe(true);
  });
});
