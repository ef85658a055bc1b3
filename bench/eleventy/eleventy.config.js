/**
 * An ordinary Eleventy site in the style of eleventy-base-blog: posts are templates, lists are collections.
 * Feeds, images and syntax highlighting are left out.
 */
import { readFileSync } from "node:fs";

const pageSize = 25;
const recentPosts = 300;

// biome-ignore lint/style/noDefaultExport: Eleventy requires it.
export default function configure(eleventy) {
  eleventy.addGlobalData("metadata", {
    title: "Python Job Board",
    url: "https://jobs.example.org",
    language: "en",
    description: "Jobs for people who work with Python, checked by volunteers of the community.",
    contact: "jobs@example.org",
  });

  eleventy.addCollection("lists", (collections) => {
    const jobs = collections.getFilteredByTag("jobs").reverse();
    const byGroup = new Map();
    for (const job of jobs) {
      for (const address of job.data.groups) {
        if (!byGroup.has(address)) byGroup.set(address, []);
        byGroup.get(address).push(job);
      }
    }
    return readGroups().flatMap((group) => cut(group, byGroup.get(group.address) ?? []));
  });

  eleventy.addFilter("isoDay", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("day", (date) => format(date, { dateStyle: "long" }));
  eleventy.addFilter("shortDay", (date) => format(date, { day: "numeric", month: "short" }));
  eleventy.addFilter("absolute", (path, base) => new URL(path, base).href);
  eleventy.addFilter("scriptJson", (value) =>
    JSON.stringify(value).replace(
      /[<>&]/g,
      (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
    ),
  );
  eleventy.addFilter("head", (items, count) => items.slice(0, count));

  return {
    markdownTemplateEngine: "njk",
    htmlTemplateEngine: "njk",
    dir: { input: "content", includes: "../_includes", data: "../_data" },
  };
}

/** The groups written next to the posts. */
function readGroups() {
  return JSON.parse(readFileSync(new URL("groups.json", import.meta.url), "utf8"));
}

function cut({ address, heading, parts, older, whole }, newestFirst) {
  const posts = whole ? newestFirst.toReversed() : newestFirst.slice(0, recentPosts);
  const last = Math.max(1, Math.ceil(posts.length / pageSize));
  const at = (number) => (number === 1 ? address : `${address}page/${number}/`);
  return Array.from({ length: last }, (_, index) => ({
    heading,
    parts,
    months: index + 1 < last ? [] : older,
    whole,
    first: address,
    number: index + 1,
    last,
    count: newestFirst.length,
    address: at(index + 1),
    previous: index > 0 ? at(index) : undefined,
    next: index + 1 < last ? at(index + 2) : undefined,
    posts: posts.slice(index * pageSize, (index + 1) * pageSize),
  }));
}

const formats = new Map();

function format(date, options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }));
  }
  return formats.get(key).format(date);
}
