/**
 * Where jobs work: each alone on a pooled, at one of a few paths that come again, as on GitHub's machines. Node
 * then knows the files of the job before.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";

export type PooledWorkspace = {
  /** An empty folder, or none. */
  path: string;
  /** Removes what lies there, and lets the next one in. */
  leave(): Promise<void>;
};

export class WorkspacePool {
  readonly #root: string;
  readonly #taken = new Set<number>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The first that nobody is at. */
  take(): PooledWorkspace {
    let number = 1;
    while (this.#taken.has(number)) number += 1;
    this.#taken.add(number);
    const path = join(this.#root, String(number));
    return {
      path,
      leave: async () => {
        await rm(path, { recursive: true, force: true });
        this.#taken.delete(number);
      },
    };
  }
}
