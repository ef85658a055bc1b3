/** The other posts that rules compare a post with, indexed by address and similarity. */
import { postAddress } from "../addresses.ts";
import type { Subject } from "./rule.ts";
import { SimilarPosts } from "./similar-posts.ts";

export class Neighbors {
  readonly #subjects: readonly Subject[];
  readonly #byAddress = new Map<string, Subject[]>();
  #similar: SimilarPosts | undefined;

  constructor(subjects: Iterable<Subject>) {
    this.#subjects = [...subjects];
    for (const subject of this.#subjects) {
      for (const address of [postAddress(subject.slug), ...(subject.job.aliases ?? [])]) {
        const there = this.#byAddress.get(address);
        if (there) there.push(subject);
        else this.#byAddress.set(address, [subject]);
      }
    }
  }

  /** The other posts with an address, as their own or a former one. */
  at(address: string, except: Subject): Subject[] {
    return this.#byAddress.get(address)?.filter(({ file }) => file !== except.file) ?? [];
  }

  /** Posts by similarity. Created on first use, because a site build never needs it. */
  get similar(): SimilarPosts {
    this.#similar ??= new SimilarPosts(this.#subjects);
    return this.#similar;
  }
}
