/** The other posts that rules compare a post with, indexed by address and similarity. */
import { postAddress } from "../addresses.ts";
import type { CityNames } from "../cities/city-names.ts";
import { noCities } from "../cities/city-names.ts";
import type { Subject } from "./rule.ts";
import { SimilarPosts } from "./similar-posts.ts";

export class Neighbors {
  readonly #subjects: readonly Subject[];
  readonly #byAddress = new Map<string, Subject[]>();
  readonly #isListed: (subject: Subject) => boolean;
  readonly #cities: CityNames;
  #similar: SimilarPosts | undefined;

  /**
   * @param isListed whether a post has no error that keeps it off the board, apart from a taken address. Only asked
   *   of posts that share an address.
   * @param cities by which two names of a city are the same place
   */
  constructor(
    subjects: Iterable<Subject>,
    isListed: (subject: Subject) => boolean = () => true,
    cities: CityNames = noCities,
  ) {
    this.#cities = cities;
    this.#subjects = [...subjects];
    this.#isListed = isListed;
    for (const subject of this.#subjects) {
      for (const address of [postAddress(subject.slug), ...(subject.job.aliases ?? [])]) {
        const there = this.#byAddress.get(address);
        if (there) there.push(subject);
        else this.#byAddress.set(address, [subject]);
      }
    }
  }

  /** The other posts with an address, as their own or a former one. Posts with errors have none. */
  at(address: string, except: Subject): Subject[] {
    const others = this.#byAddress.get(address)?.filter(({ file }) => file !== except.file) ?? [];
    return others.filter(this.#isListed);
  }

  /** Posts by similarity. Created on first use, because a site build never needs it. */
  get similar(): SimilarPosts {
    this.#similar ??= new SimilarPosts(this.#subjects, this.#cities);
    return this.#similar;
  }
}
