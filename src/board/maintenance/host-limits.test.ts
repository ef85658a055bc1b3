import { describe, expect, it } from "vitest";
import { nearLimits, type SiteSize } from "./host-limits.ts";

const small: SiteSize = {
  files: 300,
  bytes: 4_000_000,
  largestFile: { path: "assets/form.js", bytes: 500_000 },
  fullestFolder: { path: "jobs", entries: 120 },
};

describe("a site far from what its host takes", () => {
  it.each(["github-pages", "cloudflare-pages", "netlify"] as const)("is fine at %s", (host) =>
    expect(nearLimits(small, host)).toEqual([]),
  );
});

describe("a site of 799,999,999 bytes", () => {
  const size = { ...small, bytes: 799_999_999 };

  it("is fine at GitHub Pages, and near the limit with one byte more", () => {
    expect(nearLimits(size, "github-pages")).toEqual([]);
    expect(nearLimits({ ...size, bytes: 800_000_000 }, "github-pages")).toEqual([
      {
        host: "github-pages",
        kind: "bytes",
        limit: 1_000_000_000,
        used: 800_000_000,
        isExceeded: false,
      },
    ]);
  });
});

describe("a site that has", () => {
  it("exactly as much as its host takes does not exceed it", () => {
    expect(nearLimits({ ...small, files: 20_000 }, "cloudflare-pages")).toMatchObject([
      { isExceeded: false },
    ]);
    expect(nearLimits({ ...small, files: 20_001 }, "cloudflare-pages")).toMatchObject([
      { kind: "files", isExceeded: true },
    ]);
  });

  it("too large a file names it", () => {
    const largestFile = { path: "jobs/mine/posts.json", bytes: 25 * 1024 * 1024 + 1 };
    const size = { ...small, largestFile };
    expect(nearLimits(size, "cloudflare-pages")).toMatchObject([
      { kind: "fileBytes", path: "jobs/mine/posts.json", isExceeded: true },
    ]);
    expect(nearLimits(size, "github-pages")).toEqual([]);
  });

  it("too full a folder names it", () => {
    const fullestFolder = { path: "jobs", entries: 50_000 };
    expect(nearLimits({ ...small, fullestFolder }, "netlify")).toMatchObject([
      { kind: "folderEntries", path: "jobs", isExceeded: false },
    ]);
  });

  it("reached several limits names each", () => {
    const largestFile = { path: "feed.xml", bytes: 24 * 1024 * 1024 };
    const size = { ...small, files: 19_000, largestFile };
    expect(nearLimits(size, "cloudflare-pages")).toHaveLength(2);
  });

  it("a host without known limits is fine, whatever it has", () => {
    expect(nearLimits({ ...small, files: 10_000_000, bytes: 1e12 }, null)).toEqual([]);
  });
});
