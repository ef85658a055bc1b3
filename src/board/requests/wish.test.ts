import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import {
  questions,
  readRequest,
  reportPath,
  reportQuestion,
  reportTemplate,
  requestPath,
  requestTemplate,
  slugIn,
  wishes,
} from "./wish.ts";

const templates = join(import.meta.dirname, "../../../.github/ISSUE_TEMPLATE");

type Form = { body: { id?: string; attributes: { label?: string; options?: string[] } }[] };

/** What GitHub makes of the form: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests */
function written(post: string, wish: string, words = "_No response_"): string {
  const answers = [post, wish, words];
  return Object.values(questions)
    .map((question, index) => `### ${question}\n\n${answers[index]}`)
    .join("\n\n");
}

describe("the form of a request", () => {
  it("asks what the bot reads", async () => {
    const form = load(await readFile(join(templates, requestTemplate), "utf8")) as Form;
    const asked = form.body.filter(({ id }) => id);
    expect(asked.map(({ id, attributes }) => [id, attributes.label])).toEqual(
      Object.entries(questions),
    );
    const options = asked.find(({ id }) => id === "wish")?.attributes.options;
    expect(options).toEqual(Object.values(wishes));
  });

  it("asks readers which post it is too, and instead of a wish what is wrong", async () => {
    const form = load(await readFile(join(templates, reportTemplate), "utf8")) as Form;
    const [post, wrong] = form.body;
    expect(post).toMatchObject({ id: "post", attributes: { label: questions.post } });
    expect(wrong?.attributes.label).toBe(reportQuestion);
    expect(reportPath("https://jobs.example.org/jobs/a/", "Report: a")).toBe(
      "/issues/new?template=report-a-post.yml&title=Report%3A+a&post=https%3A%2F%2Fjobs.example.org%2Fjobs%2Fa%2F",
    );
  });

  it("is filled in by a link", () => {
    const { searchParams } = new URL(
      requestPath("https://jobs.example.org/jobs/a/", "renew", "My post: a & b"),
      "https://github.example.net",
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      template: "your-post.yml",
      title: "My post: a & b",
      post: "https://jobs.example.org/jobs/a/",
      wish: wishes.renew,
    });
  });
});

describe("the text of a request", () => {
  it("is read as it was asked", () => {
    const body = written("https://jobs.example.org/jobs/a/", wishes.filled);
    const request = { post: "https://jobs.example.org/jobs/a/", wish: "filled", words: "" };
    expect(readRequest(body)).toEqual(request);
    expect(readRequest(body.replaceAll("\n", "\r\n"))).toEqual(request);
    expect(readRequest(written("a", wishes.correct, "The city\n\nis Graz"))).toEqual({
      post: "a",
      wish: "correct",
      words: "The city\n\nis Graz",
    });
  });

  it("is a correction where a reader reports something", () => {
    const body = `### ${questions.post}\n\na\n\n### ${reportQuestion}\n\nIt is no longer open`;
    expect(readRequest(body)).toMatchObject({ post: "a", wish: "correct" });
  });

  it("is not what somebody has written into the last answer under a heading of the form’s", () => {
    const words = `Thanks!\n\n### ${questions.wish}\n\n${wishes.remove}\n\n### ${reportQuestion}\n\nAll`;
    expect(readRequest(written("a", wishes.filled, words))).toMatchObject({ wish: "filled" });
    const report = `### ${questions.post}\n\na\n\n### ${reportQuestion}\n\nIt is false\n\n${words}`;
    expect(readRequest(report)).toMatchObject({ post: "a", wish: "correct" });
  });

  it("may ask for what the form does not offer", () => {
    expect(readRequest(written("a", "Give it to me"))).toMatchObject({ wish: undefined });
  });

  it("is none without the form’s questions", () => {
    expect(readRequest("Please close my post.")).toBeUndefined();
    expect(readRequest("### Which post?\n\na")).toBeUndefined();
  });
});

describe("what names a post", () => {
  it.each([
    ["https://jobs.example.org/jobs/2026-11-22-a/", "2026-11-22-a"],
    ["https://jobs.example.org/board/jobs/2026-11-22-a/?ref=mail#top", "2026-11-22-a"],
    [" jobs/archive/2026/2026-11-22-a.md ", "2026-11-22-a"],
    ["2026-11-22-a", "2026-11-22-a"],
    ["My post about Django", undefined],
    ["https://jobs.example.org/jobs/..%2F..%2F/", undefined],
    ["", undefined],
  ])("%s", (text, slug) => {
    expect(slugIn(text)).toBe(slug);
  });
});
