/** The board at one moment: which posts are listed, closed or removed, their order and their groups. */

import { categoryAddress, pages, typeAddress } from "../addresses.ts";
import { compareNames, compareText } from "../compare-text.ts";
import type { BoardConfig } from "../config.ts";
import type { Instant } from "../days.ts";
import type { City, Place } from "../post/place.ts";
import { countryPlace, remotePlace } from "../post/place.ts";
import { compareForList, type Post } from "../post/post.ts";

/** Live posts with something in common, and the page that lists them. Never empty. */
export type Group = {
  slug: string;
  name: string;
  address: string;
  posts: readonly Post[];
};

export type CityGroup = Group & City;

/** The live jobs of a country: those in its cities, and remote ones that name it. */
export type CountryGroup = Group & { cities: readonly CityGroup[] };

/** All posts at one moment: which are listed, in what order, and under what. */
export class Board {
  readonly config: BoardConfig;
  readonly now: Instant;
  /** Live posts in the order of the list. */
  readonly live: readonly Post[];
  /** Posts that were filled or have expired, closed last first. */
  readonly closed: readonly Post[];
  /** Removed posts. Their pages say so, and nothing else. */
  readonly removed: readonly Post[];
  readonly categories: readonly Group[];
  readonly types: readonly Group[];
  readonly countries: readonly CountryGroup[];
  readonly cities: readonly CityGroup[];
  /** Absent where no live job is remote. */
  readonly remote: Group | undefined;
  /** When the first live post ends. Until then, the board does not change by itself. */
  readonly firstEnd: Instant | undefined;
  readonly #byAddress: ReadonlyMap<string, Group>;

  constructor(posts: readonly Post[], config: BoardConfig, now: Instant) {
    this.config = config;
    this.now = now;
    this.live = posts.filter((post) => post.isLive).sort(compareForList);
    this.closed = posts
      .filter((post) => !post.isLive && !post.isRemoved)
      .sort((a, b) => compareText(closedOn(b), closedOn(a)) || compareForList(a, b));
    this.removed = posts.filter((post) => post.isRemoved).sort(compareForList);
    this.live.forEach((post, index) => {
      post.newer = this.live[index - 1];
      post.older = this.live[index + 1];
    });

    this.firstEnd = this.live
      .flatMap(({ life }) => (life.state === "live" ? [life.until] : []))
      .reduce<Instant | undefined>(
        (first, end) => (first && first <= end ? first : end),
        undefined,
      );

    this.categories = inOrderOf(
      config.categories,
      group(this.live, ({ category }) => [
        { ...category, address: categoryAddress(category.slug) },
      ]),
    );
    this.types = inOrderOf(
      config.types,
      group(this.live, ({ types }) =>
        types.map((type) => ({ ...type, address: typeAddress(type.slug) })),
      ),
    );
    this.cities = byName(group(this.live, ({ cities }) => cities));
    this.countries = byName(group(this.live, ({ countries }) => countries.map(countryPlace))).map(
      (country) => ({
        ...country,
        cities: this.cities.filter(({ slug }) => slug.endsWith(`-${country.slug}`)),
      }),
    );
    [this.remote] = group(this.live, ({ isRemote }) => (isRemote ? [remotePlace] : []));
    this.#byAddress = new Map(
      [
        ...this.categories,
        ...this.types,
        ...this.cities,
        ...this.countries,
        ...(this.remote ? [this.remote] : []),
      ].map((each) => [each.address, each]),
    );
  }

  /** The group whose list is at an address; `undefined` if it has no live post. */
  groupAt(address: string): Group | undefined {
    return this.#byAddress.get(address);
  }

  /** Former addresses of the cities that have posts, and where they lead. */
  get formerAddresses(): readonly { from: string; to: string }[] {
    const former = [...this.live, ...this.closed]
      .flatMap(({ cities }) => cities)
      .flatMap((city) => city.former)
      .filter(({ from, to }) => !this.groupAt(from) && this.groupAt(to))
      .map(({ from, to }) => [from, to] as const);
    return [...new Map(former)].map(([from, to]) => ({ from, to }));
  }

  /** Every group. `postLists` also has lists without posts. */
  get groups(): readonly Group[] {
    return [...this.#byAddress.values()];
  }

  /** The address of the whole list. */
  get address(): string {
    return pages.list;
  }
}

function closedOn({ life }: Post): string {
  return life.state === "closed" ? life.on : "";
}

/** Groups in order of first appearance; their posts keep the order of the list. */
function group<Named extends Place>(
  posts: readonly Post[],
  namesOf: (post: Post) => readonly Named[],
): (Named & { posts: Post[] })[] {
  const groups = new Map<string, Named & { posts: Post[] }>();
  for (const post of posts) {
    for (const named of namesOf(post)) {
      const known = groups.get(named.slug);
      if (known) known.posts.push(post);
      else groups.set(named.slug, { ...named, posts: [post] });
    }
  }
  return [...groups.values()];
}

function inOrderOf(choices: readonly { slug: string }[], groups: Group[]): Group[] {
  const rank = new Map(choices.map(({ slug }, index) => [slug, index]));
  return groups.sort((a, b) => (rank.get(a.slug) ?? 0) - (rank.get(b.slug) ?? 0));
}

function byName<Named extends Group>(groups: Named[]): Named[] {
  return groups.sort((a, b) => compareNames(a.name, b.name));
}
