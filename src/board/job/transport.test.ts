import { describe, expect, it } from "vitest";
import { readArrival } from "./transport.ts";

const post = "---\ntitle: Developer\n---\n\nWhat the job is.\n\n---\n\nAnd more.\n";

function arrive(text: string | Uint8Array) {
  return readArrival(typeof text === "string" ? new TextEncoder().encode(text) : text);
}

describe("a file that came by mail", () => {
  it("is unchanged if it is not damaged", () => {
    expect(arrive(post)).toMatchObject({ text: post, repairs: [] });
  });

  it.each([
    ["empty lines at its beginning", `\n \n${post}`, /before the first ---/],
    ["a greeting", `Please post this job for me.\n\n${post}`, /greeting/],
    ["a list of its own in a greeting", `- Hello\n-- \n${post}`, /greeting/],
    ["spaces that do not break", post.replace("the job", "the\u00a0job"), /non-breaking/],
  ])("is repaired: %s", (_, text, repair) => {
    const arrival = arrive(text);
    expect(arrival?.text).toBe(post);
    expect(arrival?.repairs).toEqual([expect.stringMatching(repair)]);
  });

  it("has single line ends again if they were doubled", () => {
    expect(arrive(post.replaceAll("\n", "\r\r\n"))).toMatchObject({
      text: post.replaceAll("\n", "\r\n"),
      repairs: [expect.stringContaining("line endings")],
    });
  });

  it("is repaired after all of this at once", () => {
    const text = `Hello\r\r\n${post.replaceAll("\n", "\r\r\n").replace("the job", "the\u00a0job")}`;
    expect(arrive(text)).toMatchObject({
      text: post.replaceAll("\n", "\r\n"),
      repairs: [
        expect.stringContaining("line endings"),
        expect.stringContaining("non-breaking"),
        expect.stringContaining("before the first ---"),
      ],
    });
  });

  it.each([
    ["little", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["big", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ])("is read as UTF-16 from Windows, %s-endian", (_, encode) => {
    const text = post.replace("job", "Büro");
    expect(arrive(encode(text))).toMatchObject({
      text,
      repairs: [expect.stringContaining("UTF-16")],
    });
  });

  it("is not read if its encoding is unknown", () => {
    expect(arrive(Buffer.from("---\ntitle: B\u00fcro\n", "latin1"))).toBeUndefined();
  });

  it.each([
    ["Windows’ line ends", post.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${post}`],
    ["spaces behind its fences", post.replace(/---\n/g, "--- \n")],
    ["the line ends of old", post.replaceAll("\n", "\r")],
  ])("leaves to the reader of all files: %s", (_, text) => {
    expect(arrive(text)).toMatchObject({ text, repairs: [] });
  });

  it.each([
    ["words without fields", "Hello,\n\nwe have a job for you.\n"],
    ["a whole mail", `Content-Transfer-Encoding: quoted-printable\n\n${post}`],
    ["a line of the text that begins like a fence", post.replace("\n---\n\nAnd", "\n--- \n\nAnd")],
    ["spaces at the end of a line, which break it", post.replace("is.", "is.  ")],
    ["a mark that is part of the text", post.replace("is.", "is\ufeff.")],
    ["a fence with words behind it", post.replace("---", "---js")],
  ])("keeps what may be intended: %s", (_, text) => {
    expect(arrive(text)).toMatchObject({ text, repairs: [] });
  });
});
