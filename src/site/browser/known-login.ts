/** Who reads the page, as far as this browser knows. Nothing of it leaves the browser. */

const key = "my-posts.login";
/** Where the CMS keeps who is signed in to it. */
const cmsKey = "decap-cms-user";

/** The name that was given before, or under which somebody is signed in to the form. */
export function knownLogin(): string | undefined {
  return read(key) ?? cmsLogin(read(cmsKey) ?? "null");
}

/** Remembers a name in this browser; without one, forgets it. */
export function rememberLogin(login: string | undefined): void {
  try {
    if (login) localStorage.setItem(key, login);
    else localStorage.removeItem(key);
  } catch {
    // The browser keeps nothing for this site, as its owner wishes.
  }
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined; // As above.
  }
}

/** The name in what the CMS keeps. */
export function cmsLogin(kept: string): string | undefined {
  try {
    const login: unknown = JSON.parse(kept)?.login;
    return typeof login === "string" ? login : undefined;
  } catch {
    return undefined; // Of another version of the CMS.
  }
}
