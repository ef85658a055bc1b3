import { describe, expect, it } from "vitest";
import { mergeFile } from "./git-merge-file.ts";

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

async function joined(base: string, ours: string, theirs: string): Promise<string | undefined> {
  const sides = { base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) };
  const text = await mergeFile(sides);
  return text && Buffer.from(text).toString();
}

describe("two changes of one file", () => {
  it("are joined where they are of different places", async () => {
    expect(await joined("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n")).toBe("A\nb\nc\nD\n");
  });

  it("can both add the same line", async () => {
    expect(await joined("a\nb\nc\n", "x: 1\na\nb\nc\n", "a\nb\nc\nx: 1\n")).toBe(
      "x: 1\na\nb\nc\nx: 1\n",
    );
  });

  it("are not joined where they contradict each other", async () => {
    expect(await joined("a\n", "b\n", "c\n")).toBeUndefined();
  });

  it("are not joined where they are no texts", async () => {
    expect(await joined("a\0b\n", "a\0c\n", "d\0b\n")).toBeUndefined();
  });
});
