/** Values of the settings by their path. */
import type { BoardConfig } from "./config.ts";

/** A new value for a setting. */
export type ConfigChange = { path: readonly string[]; value: unknown };

export function valueAt(config: BoardConfig, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    config,
  );
}

/** A copy of the settings with other values. Throws an Error for a group that does not exist. */
export function withChanges(config: BoardConfig, changes: readonly ConfigChange[]): BoardConfig {
  const copy = structuredClone(config);
  for (const { path, value } of changes) {
    const target = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (typeof target !== "object" || target === null || key === undefined) {
      throw new Error(`The configuration has no ${path.join(".")}.`);
    }
    Reflect.set(target, key, value);
  }
  return copy;
}
