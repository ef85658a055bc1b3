/** What filters know of each post, in columns: numbers for the order, the time and the pay, and sets of choices. */
import type { Salary } from "../post/pay.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";
import type { NamedValue } from "./results.ts";
import type { Facet } from "./search-state.ts";

/** The filters that do not depend on the time. */
export const storedFacets = [
  "category",
  "type",
  "workplace",
  "country",
  "city",
  "from",
  "employment",
  "seniority",
  "agency",
  "visa",
] as const satisfies readonly Facet[];

export type StoredFacet = (typeof storedFacets)[number];

/** A post as filters see it. */
export type PostFacts = {
  /** Days since 1970. */
  published: number;
  /** The day at whose beginning it ends, in days since 1970. */
  until: number;
  isFeatured: boolean;
  salary?: Salary | undefined;
  choices: Readonly<Record<StoredFacet, readonly string[]>>;
};

/** Of each post which of the sets of choices it has. */
export type FacetColumn = {
  values: readonly NamedValue[];
  /** Places in `values`. */
  sets: readonly Uint32Array[];
  /** Of each post, its place in `sets`. */
  setOf: Uint32Array;
};

export type PostColumns = {
  count: number;
  published: Int32Array;
  until: Int32Array;
  isFeatured: Uint8Array;
  facets: Readonly<Record<StoredFacet, FacetColumn>>;
  /** The upper end of its pay; 0 if it names none. */
  pay: Float64Array;
  /** Of each post, its place in `payTerms`. */
  payTermsOf: Uint32Array;
  payTerms: readonly Pick<Salary, "currency" | "per">[];
};

/** Writes columns. What they are of is in the order of the posts' numbers. */
export function writeColumns(
  writer: ByteWriter,
  posts: readonly PostFacts[],
  values: Readonly<Record<StoredFacet, readonly NamedValue[]>>,
): void {
  const column = (numberOf: (post: PostFacts, before: PostFacts | undefined) => number) => {
    for (const [index, post] of posts.entries()) writer.number(numberOf(post, posts[index - 1]));
  };
  writer.number(posts.length);
  // Nearly all are listed in this order and for the same number of days.
  column((post, before) => unsigned(post.published - (before?.published ?? 0)));
  column((post) => unsigned(post.until - post.published));
  column((post) => Number(post.isFeatured));
  for (const facet of storedFacets) writeFacet(writer, posts, facet, values[facet]);
  const terms = new Dictionary();
  const termsOf = posts.map(({ salary }) =>
    terms.add(salary ? `${salary.currency} ${salary.per}` : ""),
  );
  writer.text(JSON.stringify(terms.keys));
  for (const number of termsOf) writer.number(number);
  const amounts = new Dictionary();
  const amountOf = posts.map(({ salary }) =>
    amounts.add(String(salary ? (salary.max ?? salary.min) : 0)),
  );
  writer.text(`[${amounts.keys.join()}]`);
  for (const number of amountOf) writer.number(number);
}

export function readColumns(reader: ByteReader): PostColumns {
  const count = reader.number();
  const column = <Column extends Int32Array | Uint32Array | Uint8Array>(into: Column): Column => {
    for (let index = 0; index < count; index += 1) into[index] = reader.number();
    return into;
  };
  const published = column(new Int32Array(count));
  const until = column(new Int32Array(count));
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    before += signed(published[index] ?? 0);
    published[index] = before;
    until[index] = before + signed(until[index] ?? 0);
  }
  const isFeatured = column(new Uint8Array(count));
  const entries = storedFacets.map((facet): [StoredFacet, FacetColumn] => {
    const pairs = JSON.parse(reader.text()) as [value: string, label: string][];
    const values = pairs.map(([value, label]) => ({ value, label }));
    const sets = Array.from({ length: reader.number() }, () => reader.ascending());
    return [facet, { values, sets, setOf: column(new Uint32Array(count)) }];
  });
  const facets = Object.fromEntries(entries) as Record<StoredFacet, FacetColumn>;
  const payTerms = (JSON.parse(reader.text()) as string[]).map((terms) => {
    const [currency = "", per] = terms.split(" ");
    return { currency, per: per as Salary["per"] };
  });
  const payTermsOf = column(new Uint32Array(count));
  const amounts = JSON.parse(reader.text()) as number[];
  const pay = Float64Array.from(column(new Uint32Array(count)), (number) => amounts[number] ?? 0);
  return { count, published, until, isFeatured, facets, pay, payTermsOf, payTerms };
}

function writeFacet(
  writer: ByteWriter,
  posts: readonly PostFacts[],
  facet: StoredFacet,
  values: readonly NamedValue[],
): void {
  writer.text(JSON.stringify(values.map(({ value, label }) => [value, label])));
  const rank = new Map(values.map(({ value }, index) => [value, index]));
  const sets = new Dictionary();
  const ranksOf = new Map<string, number[]>();
  const setOf = posts.map(({ choices }) => {
    const ranks = choices[facet].map((value) => rank.get(value) ?? 0).sort((a, b) => a - b);
    const key = ranks.join();
    ranksOf.set(key, ranks);
    return sets.add(key);
  });
  writer.number(sets.keys.length);
  for (const key of sets.keys) writer.ascending(ranksOf.get(key) ?? []);
  for (const number of setOf) writer.number(number);
}

/** Gives each text a number, in the order in which they first come. */
class Dictionary {
  readonly #numbers = new Map<string, number>();

  add(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get keys(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** A whole number as one from 0 on, near to 0 if it is. */
function unsigned(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function signed(value: number): number {
  return value % 2 ? -(value + 1) / 2 : value / 2;
}
