/**
 * Which posts have the words that somebody typed, and how good each match is. Only if no post has them, words that are
 * spelled almost so count too.
 */
import { beginningKey, longestBeginning } from "./beginnings.ts";
import { forgivenEdits, nearTerms } from "./near-terms.ts";
import type { Positions } from "./postings.ts";
import { ranks } from "./postings.ts";
import type { SearchResults } from "./results.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Clause, TextQuery, TypedWord } from "./text-query.ts";
import { readTextQuery } from "./text-query.ts";

/** A term that a word may mean. */
type Candidate = {
  place: number;
  /** Added to the score: how far the term is from what was typed. */
  penalty: number;
};

/** What each typed word may mean. */
type Meanings = ReadonlyMap<TypedWord, readonly Candidate[]>;

export type TextMatch = {
  /** Of each post a number that is smaller the better it matches; `noMatch` for those that do not. */
  scores: Uint16Array;
} & Pick<SearchResults, "corrections" | "marks">;

export const noMatch = 0xffff;

/** A match of a word that is not the whole word comes after one that is, in the same part of the post. */
const partialPenalty = 1;
/** From one part of a post to the next, in which a match says less. */
const rankStep = 2;
/** Each edit counts for more than where the word is. */
const editPenalty = rankStep * ranks.length;

/** Other terms that are tried for one misspelled word. */
const mostNear = 12;

/**
 * Searches for what somebody typed; `undefined` if there is no word in it.
 *
 * @param isListed whether a post counts
 */
export async function matchText(
  index: SearchIndex,
  text: string,
  isListed: (post: number) => boolean,
): Promise<TextMatch | undefined> {
  const query = readTextQuery(text);
  if (query.required.length + query.excluded.length === 0) return undefined;
  const words = query.required.flat();
  const exact: Meanings = new Map(
    [...words, ...query.excluded.flat()].map((word) => [word, meaningsOf(index, word)]),
  );
  const hasResults = (scores: Uint16Array) =>
    scores.some((score, post) => score !== noMatch && isListed(post));
  const marks = words.flatMap(marksOf);
  let scores = await scoresOf(index, query, exact);
  if (hasResults(scores)) return { scores, marks, corrections: [] };
  for (const widened of widenings(index, words, exact)) {
    scores = await scoresOf(index, query, widened);
    if (!hasResults(scores)) continue;
    const isFound = (post: number) => scores[post] !== noMatch && isListed(post);
    const corrections = await correctionsOf(index, { exact, widened }, isFound);
    return { scores, marks: [...marks, ...corrections.flatMap(({ taken }) => taken)], corrections };
  }
  return { scores, marks, corrections: [] };
}

/** The terms that a word stands for as it is typed. */
function meaningsOf(index: SearchIndex, word: TypedWord): Candidate[] {
  const { terms, others, beginning } = word;
  const whole = terms.flatMap((term) => candidate(index.placeOf(term), 0));
  const other = others.flatMap((term) => candidate(index.placeOf(term), partialPenalty));
  if (beginning === undefined) return [...whole, ...other];
  const begun =
    beginning.length <= longestBeginning
      ? candidate(index.placeOf(beginningKey(beginning)), partialPenalty)
      : index.placesFrom(beginning).flatMap((place) => candidate(place, partialPenalty));
  return [...whole, ...other, ...begun];
}

function candidate(place: number | undefined, penalty: number): Candidate[] {
  return place === undefined ? [] : [{ place, penalty }];
}

function marksOf({ terms, others, beginning }: TypedWord): string[] {
  return [...terms, ...others, ...(beginning === undefined ? [] : [`${beginning}*`])];
}

/** What words may mean besides, the fewest edits first: those that no post has, then all of them. */
function* widenings(
  index: SearchIndex,
  words: readonly TypedWord[],
  exact: Meanings,
): Generator<Meanings> {
  const unknown = words.filter((word) => exact.get(word)?.length === 0);
  for (const [some, edits] of [
    [unknown, 1],
    [unknown, 2],
    [words, 1],
    [words, 2],
  ] as const) {
    const near = some.flatMap((word) => {
      const found = nearMeanings(index, word, edits);
      return found.length > 0 ? [[word, [...(exact.get(word) ?? []), ...found]] as const] : [];
    });
    if (near.length > 0) yield new Map([...exact, ...near]);
  }
}

function nearMeanings(index: SearchIndex, word: TypedWord, edits: number): Candidate[] {
  const { terms, beginning } = word;
  return terms.flatMap((term) =>
    nearTerms(index.terms, term, Math.min(edits, forgivenEdits(term)), beginning !== undefined)
      .slice(0, mostNear)
      .map((near) => ({ place: near.index, penalty: near.edits * editPenalty })),
  );
}

/** The terms that widened words have found. */
async function correctionsOf(
  index: SearchIndex,
  { exact, widened }: { exact: Meanings; widened: Meanings },
  isFound: (post: number) => boolean,
): Promise<SearchResults["corrections"]> {
  const corrections = [...widened].map(async ([word, candidates]) => {
    const known = exact.get(word) ?? [];
    if (candidates.length === known.length) return [];
    const taken = candidates.slice(known.length).map(async ({ place }) => {
      const postings = await index.postingsOf(place);
      return postings.some((posts) => posts.some(isFound)) ? [index.terms[place] ?? ""] : [];
    });
    const terms = (await Promise.all(taken)).flat();
    return terms.length > 0 ? [{ typed: word.written, taken: terms }] : [];
  });
  return (await Promise.all(corrections)).flat();
}

async function scoresOf(
  index: SearchIndex,
  { required, excluded }: TextQuery,
  meanings: Meanings,
): Promise<Uint16Array> {
  const { count } = index.columns;
  const wanted = required.every((clause) => clause.every((word) => meanings.get(word)?.length));
  if (!wanted) return new Uint16Array(count).fill(noMatch);
  const score = (clause: Clause) => clauseScores(index, clause, meanings);
  const [each, unwanted] = await Promise.all([
    Promise.all(required.map(score)),
    Promise.all(excluded.map(score)),
  ]);
  const total = new Uint16Array(count);
  for (const scores of each) addScores(total, scores);
  for (const scores of unwanted) dropMatches(total, scores);
  return total;
}

// By numbers, because iterators take several times as long, and this is done with every key.
function addScores(total: Uint16Array, scores: Uint16Array): void {
  for (let post = 0; post < total.length; post += 1) {
    const score = scores[post] ?? noMatch;
    const sum = total[post] ?? noMatch;
    total[post] = score === noMatch || sum === noMatch ? noMatch : sum + score;
  }
}

function dropMatches(total: Uint16Array, unwanted: Uint16Array): void {
  for (let post = 0; post < total.length; post += 1) {
    if (unwanted[post] !== noMatch) total[post] = noMatch;
  }
}

/** The scores of one clause. A phrase counts as its word that says least. */
async function clauseScores(
  index: SearchIndex,
  clause: Clause,
  meanings: Meanings,
): Promise<Uint16Array> {
  const words = clause.map((word) => meanings.get(word) ?? []);
  const each = await Promise.all(words.map((candidates) => wordScores(index, candidates)));
  const [first = new Uint16Array(index.columns.count).fill(noMatch), ...others] = each;
  if (others.length === 0) return first;
  const worst = first.map((score, post) =>
    Math.max(score, ...others.map((scores) => scores[post] ?? noMatch)),
  );
  const hasPhrase = await phraseFinder(index, words, (post) => worst[post] !== noMatch);
  return worst.map((score, post) => (score !== noMatch && hasPhrase(post) ? score : noMatch));
}

async function wordScores(
  index: SearchIndex,
  candidates: readonly Candidate[],
): Promise<Uint16Array> {
  const scores = new Uint16Array(index.columns.count).fill(noMatch);
  const all = await Promise.all(candidates.map(({ place }) => index.postingsOf(place)));
  for (const [number, { penalty }] of candidates.entries()) {
    for (const [rank, posts] of (all[number] ?? []).entries()) {
      const score = rank * rankStep + penalty;
      for (const post of posts) if (score < (scores[post] ?? 0)) scores[post] = score;
    }
  }
  return scores;
}

/** Tells whether a post that has all words has one of each word's terms after one of the word before. */
async function phraseFinder(
  index: SearchIndex,
  words: readonly (readonly Candidate[])[],
  hasWords: (post: number) => boolean,
): Promise<(post: number) => boolean> {
  const positions: readonly (readonly Positions[])[] = await Promise.all(
    words.map((candidates) =>
      Promise.all(candidates.map(({ place }) => index.positionsOf(place, hasWords))),
    ),
  );
  return (post) => {
    let ends: Set<number> | undefined;
    for (const some of positions) {
      const here = some.flatMap((one) => [...(one.get(post) ?? [])]);
      const before = ends;
      ends = new Set(before ? here.filter((position) => before.has(position - 1)) : here);
    }
    return (ends?.size ?? 0) > 0;
  };
}
