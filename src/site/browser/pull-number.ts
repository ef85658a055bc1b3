/** The pull request that an address asks for. */
export type AskedPull = { ok: true; number: number } | { ok: false; message: string };

/** Reads `?pr=12` of an address. */
export function pullNumber(search: string): AskedPull {
  const text = new URLSearchParams(search).get("pr");
  if (!text) {
    return {
      ok: false,
      message:
        "The address does not say which submission to show. Open one from the list of posts that wait.",
    };
  }
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    return {
      ok: false,
      message: `“${text.slice(0, 20)}” is not the number of a pull request. Open one from the list of posts that wait.`,
    };
  }
  return { ok: true, number: Number(text) };
}
