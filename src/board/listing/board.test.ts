import { describe, expect, it } from "vitest";
import { CityNames } from "../cities/city-names.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import type { Job } from "../job/schema.ts";
import { Post } from "../post/post.ts";
import { Board } from "./board.ts";

const now = at("2026-11-22T12:00:00Z");

function post(slug: string, published: string, changes: Parameters<typeof jobWith>[0] = {}): Post {
  const job: Job = jobWith({ submitted: published, ...changes });
  return new Post({ file: `jobs/${slug}.md`, slug, job, published }, testConfig, now);
}

function boardOf(...posts: Post[]): Board {
  return new Board(posts, testConfig, now);
}

const slugs = (posts: readonly { slug: string }[]) => posts.map(({ slug }) => slug);

describe("the list", () => {
  it("is ordered by first listing, newest first, regardless of drafts and renewals", () => {
    const board = boardOf(
      post("b", "2026-11-01"),
      post("a", "2026-11-01"),
      post("draft", "2026-11-01", { submitted: "2026-10-01" }),
      post("renewed", "2026-08-30", { renewed: ["2026-11-20"] }),
      post("newest", "2026-11-20", { submitted: "2026-09-01" }),
    );
    expect(slugs(board.live)).toEqual(["newest", "a", "b", "draft", "renewed"]);
  });

  it("has live posts only; the others are closed or removed", () => {
    const board = boardOf(
      post("live", "2026-11-01"),
      post("expired", "2026-08-01"),
      post("filled", "2026-11-01", { closed: { on: "2026-11-10", reason: "filled" } }),
      post("gone", "2026-11-01", { closed: { on: "2026-11-10", reason: "removed" } }),
    );
    expect(slugs(board.live)).toEqual(["live"]);
    expect(slugs(board.closed)).toEqual(["filled", "expired"]);
    expect(slugs(board.removed)).toEqual(["gone"]);
  });

  it("links each post to the next newer and the next older one", () => {
    const [newest, middle, oldest] = [
      post("c", "2026-11-03"),
      post("b", "2026-11-02"),
      post("a", "2026-11-01"),
    ];
    boardOf(oldest, newest, middle);
    expect([newest.newer, newest.older]).toEqual([undefined, middle]);
    expect([middle.newer, middle.older]).toEqual([newest, oldest]);
    expect([oldest.newer, oldest.older]).toEqual([middle, undefined]);
  });
});

describe("the pages about all live posts", () => {
  it("are correct until the first of them ends", () => {
    const board = boardOf(
      post("newest", "2026-11-20", { expires: "2026-11-30" }),
      post("oldest", "2026-11-01"),
      post("filled", "2026-11-01", { closed: { on: "2026-11-10", reason: "filled" } }),
    );
    expect(board.firstEnd).toEqual(at("2026-12-01"));
    expect(boardOf().firstEnd).toBeUndefined();
  });
});

describe("groups", () => {
  const remote = { workplace: "remote", city: undefined, country: undefined } as const;
  const board = boardOf(
    post("berlin", "2026-11-01", { job_types: ["database", "web"] }),
    post("leeds", "2026-11-02", {
      city: "Leeds",
      country: "GB",
      job_types: ["web"],
      category: "other",
    }),
    post("dach", "2026-11-03", { ...remote, remote_from: ["DE", "AT"], job_types: undefined }),
    post("anywhere", "2026-11-04", { ...remote, remote_from: "worldwide", job_types: undefined }),
    post("old", "2026-01-01", { city: "Paris", country: "FR", job_types: ["cloud"] }),
  );

  it("have live posts only, in the order of the list", () => {
    expect(slugs(board.types)).toEqual(["web", "database"]);
    expect(slugs(board.groupAt("/jobs/type/web/")?.posts ?? [])).toEqual(["leeds", "berlin"]);
    expect(slugs(board.categories)).toEqual(["developer-engineer", "other"]);
  });

  it("exist for cities, for countries including their remote jobs, and for remote work", () => {
    expect(slugs(board.cities)).toEqual(["berlin-de", "leeds-gb"]);
    expect(
      board.countries.map(({ name, posts, cities }) => [name, slugs(posts), slugs(cities)]),
    ).toEqual([
      ["Austria", ["dach"], []],
      ["Germany", ["dach", "berlin"], ["berlin-de"]],
      ["United Kingdom", ["leeds"], ["leeds-gb"]],
    ]);
    expect(slugs(board.remote?.posts ?? [])).toEqual(["anywhere", "dach"]);
  });

  it("have a post with several places in each of them", () => {
    const places = [
      { city: "Berlin", country: "DE" },
      { city: "Munich", country: "DE" },
      { city: "Graz", country: "AT" },
    ];
    const several = post("several", "2026-11-02", { city: undefined, country: undefined, places });
    const { cities, countries } = boardOf(post("berlin", "2026-11-01"), several);
    const listed = [...cities, ...countries].map(({ slug, posts }) => [slug, slugs(posts)]);
    expect(Object.fromEntries(listed)).toEqual({
      "berlin-de": ["several", "berlin"],
      "munich-de": ["several"],
      "graz-at": ["several"],
      de: ["several", "berlin"],
      at: ["several"],
    });
  });

  it("have former addresses that lead to the country, unless a city has them", () => {
    const portland = { city: "Portland", country: "US" };
    const maine = post("maine", "2026-11-02", { ...portland, region: "ME" });
    const oregon = post("oregon", "2026-11-02", { ...portland, region: "Oregon" });
    const board = boardOf(maine, oregon);
    expect(slugs(board.cities)).toEqual(["portland-maine-us", "portland-oregon-us"]);
    expect(board.formerAddresses).toEqual([
      { from: "/jobs/location/portland-us/", to: "/jobs/location/us/" },
    ]);
    expect(boardOf(maine, post("some", "2026-11-02", portland)).formerAddresses).toEqual([]);
  });

  it("have former addresses of every spelling of a live or closed post, while the city has live ones", () => {
    const cities = new CityNames({ DE: [["Köln=Cologne~Colonia"]] });
    const at = (slug: string, published: string, city: string) => {
      const job = jobWith({ city, country: "DE" });
      return new Post({ file: `jobs/${slug}.md`, slug, job, published }, testConfig, now, cities);
    };
    const closed = at("closed", "2026-01-01", "Colonia");
    const board = boardOf(
      at("new", "2026-11-02", "Köln"),
      at("newer", "2026-11-03", "Cologne"),
      closed,
    );
    expect(board.cities.map(({ slug, posts }) => [slug, slugs(posts)])).toEqual([
      ["koeln-de", ["newer", "new"]],
    ]);
    expect(board.formerAddresses.map(({ from }) => from).sort()).toEqual([
      "/jobs/location/cologne-de/",
      "/jobs/location/colonia-de/",
    ]);
    expect(boardOf(closed).formerAddresses).toEqual([]);
  });

  it("exist for each country of a remote job’s regions", () => {
    const eu = post("eu", "2026-11-03", { ...remote, remote_regions: ["EU"] });
    expect(slugs(boardOf(eu).groupAt("/jobs/location/de/")?.posts ?? [])).toEqual(["eu"]);
    expect(boardOf(eu).groupAt("/jobs/location/gb/")).toBeUndefined();
  });

  it("do not exist without a live post", () => {
    expect(board.groupAt("/jobs/type/cloud/")).toBeUndefined();
    expect(board.groupAt("/jobs/location/paris-fr/")).toBeUndefined();
    expect(boardOf().remote).toBeUndefined();
    expect(boardOf().groups).toEqual([]);
  });
});
