/** The order of texts that are not for people: by their characters’ codes, whatever language they are in. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
