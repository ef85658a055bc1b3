import { describe, expect, it } from "vitest";
import { publicGitHub } from "../board/config.ts";
import { at, jobWith, testConfig } from "../board/fixtures.ts";
import { Post } from "../board/post/post.ts";
import { postFilters, siteFilters } from "./filters.ts";
import { textLanguages } from "./text-language.ts";

function filtersFor(...[config, gitHub]: Parameters<typeof siteFilters>) {
  return { ...postFilters(config), ...siteFilters(config, gitHub) };
}

const atRoot = filtersFor({ ...testConfig, url: "https://jobs.example.org/" }, publicGitHub);
const below = filtersFor(
  { ...testConfig, url: "https://owner.example.org/repo/" },
  { serverUrl: "http://127.0.0.1:9999", apiUrl: "http://127.0.0.1:9999/api/v3" },
);

function postOf(changes: Parameters<typeof jobWith>[0]): Post {
  const source = { file: "jobs/a-slug.md", slug: "a-slug", job: jobWith(changes) };
  return new Post({ ...source, published: "2026-11-22" }, testConfig, at("2026-11-22"));
}

describe("a link", () => {
  it("starts at the root of the host if the site does", () => {
    expect(atRoot.path("/jobs/")).toBe("/jobs/");
    expect(atRoot.absolute("/jobs/")).toBe("https://jobs.example.org/jobs/");
  });

  it("starts with the path of the site", () => {
    expect(below.path("/jobs/")).toBe("/repo/jobs/");
    expect(below.absolute("/jobs/")).toBe("https://owner.example.org/repo/jobs/");
  });
});

describe("a link to the repository", () => {
  it("leads to the GitHub of this build", () => {
    const path = "/example-org/python-job-board/pulls";
    expect(atRoot.repository("/pulls")).toBe(`https://github.com${path}`);
    expect(atRoot.repositoryApi("/pulls")).toBe(`https://api.github.com/repos${path}`);
    expect(below.repository("/pulls")).toBe(`http://127.0.0.1:9999${path}`);
    expect(below.repositoryApi("/pulls")).toBe(`http://127.0.0.1:9999/api/v3/repos${path}`);
  });

  it("opens the file of a post in GitHub’s editor", () => {
    expect(atRoot.repository(atRoot.fileEditorPath(postOf({})))).toBe(
      "https://github.com/example-org/python-job-board/edit/main/jobs/a-slug.md",
    );
  });
});

describe("the last day on which a post is listed", () => {
  it("is the day before it leaves the list", () => {
    expect(atRoot.dayBefore(at("2027-03-01"))).toBe("2027-02-28");
    expect(atRoot.dayBefore(at("2028-03-01"))).toBe("2028-02-29");
  });
});

describe("a code", () => {
  it("is shown in words, or unchanged if there are none", () => {
    expect(atRoot.label("full_time")).toBe("Full time");
    expect(atRoot.label("onsite")).toBe("On site");
    expect(atRoot.label("unheard_of")).toBe("unheard_of");
  });
});

describe("the language of a text", () => {
  const languageOf = (description: string, language = "en") =>
    textLanguages(language)(postOf({ description }));
  const german =
    "Wir suchen eine Entwicklerin, die mit uns die Buchungssysteme kleiner Museen pflegt und weiterentwickelt. Du schreibst Python und prüfst, was andere geschrieben haben.";
  const english =
    "You will look after the booking systems of small museums together with us. You write Python, and you read what others have written, such as our colleagues in Zürich.";

  it("is given if it differs from the board’s", () => expect(languageOf(german)).toBe("de"));

  it("is left out if it is the board’s", () => {
    expect(languageOf(english)).toBeUndefined();
    expect(languageOf(german, "de")).toBeUndefined();
  });

  it("is detected in plain letters too if the board is not English", () =>
    expect(languageOf(english.replace("ü", "u"), "de")).toBe("en"));
});
