import { describe, expect, it } from "vitest";
import type { RefusedPost } from "./refusals.ts";
import { countRefusals } from "./refusals.ts";

const titles = { agency: "It comes from an agency", voluntary: "The work is not paid" };

function refused(closed_at: string | null, ...labels: string[]): RefusedPost {
  return { closed_at, labels: ["rejected", ...labels].map((name) => ({ name })) };
}

describe("the reasons why posts were rejected", () => {
  it("are counted by their titles, most frequent first", () => {
    const posts = [
      refused("2026-11-20T10:00:00Z", "reason: voluntary"),
      refused("2026-11-21T10:00:00Z", "reason: agency"),
      refused("2026-11-22T10:00:00Z", "reason: voluntary"),
      refused("2026-11-22T11:00:00Z"),
      refused("2026-11-22T12:00:00Z", "reason: gone-from-the-settings"),
    ];
    expect(countRefusals(posts, titles, "2025-11-01T00:00:00Z")).toEqual({
      total: 5,
      reasons: [
        { title: "The work is not paid", count: 2 },
        { title: "gone-from-the-settings", count: 1 },
        { title: "It comes from an agency", count: 1 },
        { title: "No reason given", count: 1 },
      ],
    });
  });

  it("are those of the period that the page covers", () => {
    const posts = [refused("2025-10-31T23:59:59Z"), refused("2025-11-01T00:00:00Z"), refused(null)];
    expect(countRefusals(posts, titles, "2025-11-01T00:00:00Z").total).toBe(1);
  });
});
