import { describe, expect, it } from "vitest";
import { readXmlFeed } from "./xml-feed.ts";

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><link>https://jobs.example.org/jobs/</link>
<atom:link href="https://jobs.example.org/jobs/feed/rss/" rel="self"/>
<item><title>A &amp; B</title><link>https://jobs.example.org/jobs/a/</link></item>
<item><link>https://jobs.example.org/jobs/b/</link></item>
</channel></rss>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom">
<link href="https://jobs.example.org/jobs/"/>
<link rel="self" href="https://jobs.example.org/jobs/feed/atom/"/>
<entry><link href="https://jobs.example.org/jobs/a/"/></entry></feed>`;

describe("the outline of a feed", () => {
  it("has its own address and those of its items", () => {
    expect(readXmlFeed(rss, "rss")).toEqual({
      self: "https://jobs.example.org/jobs/feed/rss/",
      items: ["https://jobs.example.org/jobs/a/", "https://jobs.example.org/jobs/b/"],
    });
    expect(readXmlFeed(atom, "atom")).toEqual({
      self: "https://jobs.example.org/jobs/feed/atom/",
      items: ["https://jobs.example.org/jobs/a/"],
    });
  });

  it("says why a document is not this feed", () => {
    expect(readXmlFeed(rss, "atom")).toEqual({ fault: "it is another kind of document" });
    expect(readXmlFeed("<html></html>", "rss")).toHaveProperty("fault");
    for (const broken of [rss.slice(0, -20), rss.replace("&amp;", "&"), "", "<!doctype html><p>"]) {
      expect(readXmlFeed(broken, "rss"), broken).toHaveProperty("fault");
    }
  });
});
