import { describe, expect, it } from "vitest";
import { startOf } from "../../src/board/days.ts";
import { readBoard } from "../../src/board/listing/read-board.ts";
import { benchConfig, benchDay } from "../settings.ts";
import { archivedPosts } from "./archived-posts.ts";

describe("archived posts", () => {
  it("are as many as asked for, closed, and without problems", () => {
    const files = [...archivedPosts(25, 20)];
    const sources = files.map(({ file, text }) => ({ file, content: Buffer.from(text) }));
    const { board, problems } = readBoard(sources, benchConfig, startOf(benchDay));

    expect(problems).toEqual([]);
    expect(board.closed).toHaveLength(25);
    expect(board.live).toEqual([]);
  });
});
