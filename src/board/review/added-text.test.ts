import { describe, expect, it } from "vitest";
import { addedText } from "./added-text.ts";

describe("the text of an added file", () => {
  it("is what its patch adds, with the last line break", () => {
    expect(addedText("@@ -0,0 +1,3 @@\n+---\n+\n++1 € \r", 3)).toBe("---\n\n+1 € \r\n");
    expect(addedText("@@ -0,0 +1 @@\n+a", 1)).toBe("a\n");
  });

  it("ends without a line break if the patch says so", () => {
    expect(addedText("@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file", 2)).toBe("a\nb");
  });

  it("is unknown if GitHub leaves out the patch or a part of it", () => {
    expect(addedText(undefined, 3)).toBeUndefined();
    expect(addedText("", 0)).toBeUndefined();
    expect(addedText("@@ -0,0 +1,3 @@\n+a\n+b", 3)).toBeUndefined();
  });

  it("is unknown if the file existed before", () => {
    expect(addedText("@@ -1,2 +1,1 @@\n a\n-b", 0)).toBeUndefined();
    expect(addedText("@@ -0,0 +1,2 @@\n+a\n b", 2)).toBeUndefined();
  });
});
