import { describe, expect, it } from "vitest";
import type { JobChanges } from "../fixtures.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { Post } from "../post/post.ts";
import { digestMessage, newPosts } from "./digest.ts";

const announce = "new-jobs@example.org";
const mail = {
  ...{ list: "team@example.org", announce },
  from: { name: "Jobs", address: "board@example.org" },
};
const context = { config: testConfig, mail, repository: "https://github.com/example-org/board" };
const monday = "2026-11-30";

function listed(published: string, changes: JobChanges = {}): Post {
  const slug = `${published}-django`;
  const job = jobWith({ submitted: published, ...changes });
  const source = { file: `jobs/${slug}.md`, slug, job, published };
  return new Post(source, testConfig, at(`${monday}T06:23:00Z`));
}

describe("the new posts of a week", () => {
  const days = ["2026-11-30", "2026-11-29", "2026-11-23", "2026-11-22"].map((day) => listed(day));

  it("are those from Monday to Sunday, each in exactly one week", () => {
    expect(newPosts(days, "2026-11-23").map(({ published }) => published)).toEqual([
      "2026-11-29",
      "2026-11-23",
    ]);
    const weeks = ["2026-11-16", "2026-11-23", "2026-11-30"].map((day) => newPosts(days, day));
    expect(weeks.flat()).toHaveLength(days.length);
  });

  it("are none of those from another board", () => {
    const source = { file: "jobs/x.md", slug: "x", job: jobWith({}), published: "2026-11-24" };
    const post = new Post({ ...source, isImported: true }, testConfig, at(`${monday}T06:23:00Z`));
    expect(newPosts([post], "2026-11-23")).toEqual([]);
  });

  it("are the same when GitHub runs a day late", () => {
    expect(digestMessage(days, "2026-12-01", context)).toEqual(
      digestMessage(days, monday, context),
    );
  });
});

describe("the digest", () => {
  const post = listed("2026-11-24", {
    title: "Django Developer",
    company: "Example GmbH",
    salary: { min: 65_000, currency: "EUR", per: "year" },
    ...{ workplace: "hybrid", city: "Berlin", country: "DE", region: undefined },
  });

  it("goes to the announcement list, with a link and facts for each post", () => {
    const message = digestMessage([post], monday, context);
    expect(message).toMatchObject({
      subject: "1 new post on Test Job Board",
      to: { address: announce },
      replyTo: { address: testConfig.contact },
      messageId: "<report.digest-2026-11-23.python-job-board@jobs.example.org>",
      list: { id: "new-posts.jobs.example.org" },
    });
    expect(message?.text).toContain("from 23 November 2026 to 29 November 2026.");
    expect(message?.text).toContain(
      "Django Developer:\nhttps://jobs.example.org/jobs/2026-11-24-django/\n",
    );
    expect(message?.text).toContain(
      "Company:  Example GmbH\nLocation: Berlin, Germany\nPay:      €65,000 per year\n",
    );
  });

  it("names each of several places", () => {
    const places = [
      { city: "Berlin", country: "DE" },
      { city: "Graz", country: "AT" },
    ];
    const none = { city: undefined, country: undefined, region: undefined };
    const several = listed("2026-11-24", { ...none, workplace: "onsite", places });
    expect(digestMessage([several], monday, context)?.text).toContain(
      "Location: Berlin, Germany; Graz, Austria\n",
    );
  });

  it("leaves pay out when the post has none", () => {
    const silent = listed("2026-11-24", { salary: undefined });
    expect(digestMessage([silent], monday, context)?.text).not.toContain("Pay:");
  });

  it("is not sent without new posts or without a list", () => {
    expect(digestMessage([listed("2026-11-22")], monday, context)).toBeUndefined();
    const { announce: _, ...without } = mail;
    expect(digestMessage([post], monday, { ...context, mail: without })).toBeUndefined();
  });

  it("keeps strangers’ words on one line and escapes them", () => {
    const title = "Dev\r\nBcc: a@example.net <script>";
    const message = digestMessage([listed("2026-11-24", { title })], monday, context);
    expect(message?.text).toContain("\nDev Bcc: a@example.net <script>:\n");
    expect(message?.html).not.toContain("<script>");
  });

  it("is limited in length", () => {
    const many = Array.from({ length: 60 }, () => post);
    const text = digestMessage(many, monday, context)?.text;
    expect(text?.match(/^Django Developer:$/gm)).toHaveLength(50);
    expect(text).toContain("And 10 more.");
  });
});
