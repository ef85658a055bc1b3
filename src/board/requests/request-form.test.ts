import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { requestForms } from "../words/every-language.ts";
import {
  questions,
  readRequest,
  reportPath,
  reportQuestion,
  reportTemplate,
  requestPath,
  requestTemplate,
  requestTypes,
  slugIn,
} from "./request-form.ts";

const templates = join(import.meta.dirname, "../../../.github/ISSUE_TEMPLATE");

type Form = { body: { id?: string; attributes: { label?: string; options?: string[] } }[] };

/** What the bot reads in each language. */
const readable = requestForms.map(({ questions, requestTypes }) => ({
  questions: Object.entries(questions),
  options: Object.values(requestTypes),
}));

/** What GitHub makes of the form: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests */
function written(post: string, answer: string, words = "_No response_"): string {
  const answers = [post, answer, words];
  return Object.values(questions)
    .map((question, index) => `### ${question}\n\n${answers[index]}`)
    .join("\n\n");
}

describe("the form of a request", () => {
  it("has the questions that the bot reads", async () => {
    const form = load(await readFile(join(templates, requestTemplate), "utf8")) as Form;
    const asked = form.body.filter(({ id }) => id);
    const options = asked.find(({ id }) => id === "wish")?.attributes.options;
    expect(readable).toContainEqual({
      questions: asked.map(({ id, attributes }) => [id, attributes.label]),
      options,
    });
  });

  it("asks readers which post it is, and what is wrong with it", async () => {
    const form = load(await readFile(join(templates, reportTemplate), "utf8")) as Form;
    const [post, wrong] = form.body;
    expect(post?.id).toBe("post");
    expect(
      requestForms.map(({ questions, reportQuestion }) => [questions.post, reportQuestion]),
    ).toContainEqual([post?.attributes.label, wrong?.attributes.label]);
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
      wish: requestTypes.renew,
    });
  });
});

describe("reading a request", () => {
  it("finds the post and the type of the request", () => {
    const body = written("https://jobs.example.org/jobs/a/", requestTypes.filled);
    const request = { post: "https://jobs.example.org/jobs/a/", type: "filled" };
    expect(readRequest(body)).toEqual(request);
    expect(readRequest(body.replaceAll("\n", "\r\n"))).toEqual(request);
    expect(readRequest(written("a", requestTypes.correct, "The city\n\nis Graz"))).toEqual({
      post: "a",
      type: "correct",
    });
  });

  it("takes a reader’s report as a correction", () => {
    const body = `### ${questions.post}\n\na\n\n### ${reportQuestion}\n\nIt is no longer open`;
    expect(readRequest(body)).toMatchObject({ post: "a", type: "correct" });
  });

  it("ignores headings of the form inside the last answer", () => {
    const words = `Thanks!\n\n### ${questions.wish}\n\n${requestTypes.remove}\n\n### ${reportQuestion}\n\nAll`;
    expect(readRequest(written("a", requestTypes.filled, words))).toMatchObject({ type: "filled" });
    const report = `### ${questions.post}\n\na\n\n### ${reportQuestion}\n\nIt is false\n\n${words}`;
    expect(readRequest(report)).toMatchObject({ post: "a", type: "correct" });
  });

  it("leaves the type open when the answer is not a choice of the form", () => {
    expect(readRequest(written("a", "Give it to me"))).toMatchObject({ type: undefined });
  });

  it("finds no request without the form’s questions", () => {
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
