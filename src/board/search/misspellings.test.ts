/** How often a post is found in spite of a misspelled word. */
import { expect, it } from "vitest";
import { Random } from "../../../scripts/demo-posts/random.ts";
import type { Post } from "../post/post.ts";
import { indexOf, inventedBoard, searchIn, testNow } from "./fixtures.ts";
import { emptyState } from "./search-state.ts";
import { wordsIn } from "./terms.ts";

const queries = 500;
const firstResults = 10;

const board = inventedBoard(500);
const search = searchIn({ files: indexOf(board) });

async function isFound(post: Post, text: string): Promise<boolean> {
  const { rows } = await search({ ...emptyState, text }, testNow.toSeconds());
  return rows.slice(0, firstResults).some(({ slug }) => slug === post.slug);
}

/** With one wrong, missing, doubled or swapped letter. */
function misspelled(word: string, random: Random): string {
  const at = random.int(0, word.length - 2);
  const [before, letter = "", next = "", rest] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ];
  return random.pick([
    `${before}${random.pick([..."aeinorst"])}${next}${rest}`,
    `${before}${next}${rest}`,
    `${before}${letter}${letter}${next}${rest}`,
    `${before}${next}${letter}${rest}`,
  ]);
}

it(`finds at least 95 % of posts among the first ten by ${queries} misspelled queries`, {
  timeout: 60_000,
}, async () => {
  const random = new Random(14);
  const missed: string[] = [];
  let asked = 0;
  while (asked < queries) {
    const post = random.pick(board.live);
    const words = [...wordsIn(post.job.title), ...wordsIn(post.job.company)];
    const some = random.some(words, random.int(2, 4));
    const wrong = some.find((word) => word.length >= 5);
    const typed = wrong && misspelled(wrong, random);
    // Nobody can ask for one post by words that a dozen others have too.
    if (!typed || typed === wrong || !(await isFound(post, some.join(" ")))) continue;
    asked += 1;
    const text = some.map((word) => (word === wrong ? typed : word)).join(" ");
    if (!(await isFound(post, text))) missed.push(`${text}: ${post.slug}`);
  }
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(queries * 0.05);
});
