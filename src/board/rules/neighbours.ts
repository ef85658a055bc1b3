import { postAddress } from "../addresses.ts";
import type { Subject } from "./rule.ts";

/** The other posts of the board, indexed so that a rule need not look at each of them. */
export class Neighbours {
  readonly #byAddress = new Map<string, Subject[]>();

  constructor(subjects: Iterable<Subject>) {
    for (const subject of subjects) {
      for (const address of [postAddress(subject.slug), ...(subject.job.aliases ?? [])]) {
        const there = this.#byAddress.get(address);
        if (there) there.push(subject);
        else this.#byAddress.set(address, [subject]);
      }
    }
  }

  /** The other posts that want to stand at an address, as their own or as an old one. */
  at(address: string, except: Subject): Subject[] {
    return this.#byAddress.get(address)?.filter(({ file }) => file !== except.file) ?? [];
  }
}
