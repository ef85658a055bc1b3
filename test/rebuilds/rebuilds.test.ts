import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Step } from "./history.ts";
import { anyStep, playHistory } from "./history.ts";
import { PlayedBoard } from "./played-board.ts";

/** `HISTORIES=500 npx vitest run test/rebuilds` before a change of what pages are made of. */
const histories = Number(process.env.HISTORIES ?? 20);

/** Rare by chance: a page of the archive changes only because a post on it has no page any more. */
const closedLongAgo: Step[] = [
  { what: "a post is filled", at: 0 },
  { what: "years pass", at: 1 },
];

let board: PlayedBoard;

beforeAll(async () => {
  board = await PlayedBoard.create();
});

afterAll(() => board.remove());

describe("building again", () => {
  it("gives byte for byte what a build from nothing gives, whatever has happened since", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
        expect(await playHistory(board, steps)).toEqual([]);
      }),
      { numRuns: histories, examples: [[closedLongAgo]] },
    );
  }, 3_600_000);
});
