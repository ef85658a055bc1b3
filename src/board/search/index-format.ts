/** What those who write the files of an index and those who read them must agree on. */

/** Changes whenever a search could not read the files of an earlier one. */
export const indexFormat = 1;

/** The bytes of a file's name. */
export const nameLength = 6;

/** The name of a file as text. */
export function hexOf(name: Uint8Array): string {
  return [...name].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
