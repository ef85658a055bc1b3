/** The GitHub username of the reader, as far as this browser knows it. It never leaves the browser. */

const key = "my-posts.login";
/** The key under which the CMS stores who is signed in. */
const cmsKey = "decap-cms-user";

/** The username that was entered before, or that is signed in to the editor. */
export function knownLogin(): string | undefined {
  return read(key) ?? cmsLogin(read(cmsKey) ?? "null");
}

/** Saves a username in this browser; without one, deletes it. */
export function rememberLogin(login: string | undefined): void {
  try {
    if (login) localStorage.setItem(key, login);
    else localStorage.removeItem(key);
  } catch {
    // Storage is turned off in this browser.
  }
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined; // As above.
  }
}

/** The username in what the CMS stores. */
export function cmsLogin(kept: string): string | undefined {
  try {
    const login: unknown = JSON.parse(kept)?.login;
    return typeof login === "string" ? login : undefined;
  } catch {
    return undefined; // Of another version of the CMS.
  }
}
