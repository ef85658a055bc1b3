/** GitHub usernames: which names are possible, how people write them, and which are the same account. */

export const maxLoginLength = 39;

/**
 * Whether an account can have this name. People who sign up today cannot use a hyphen at either end or two in a
 * row, but older accounts have them. Accounts that a company manages end in an underscore and its short code.
 */
export function isLogin(name: string): boolean {
  return name.length <= maxLoginLength && /^(?=.*[a-z\d])[a-z\d-]+(?:_[a-z\d]+)?$/i.test(name);
}

const profileAddress = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([^/?#\s]+)\/?(?:[?#].*)?$/i;

/**
 * The username in what somebody typed: the name itself, with or without an @, or the address of the profile.
 * `undefined` if it cannot be one.
 */
export function readLogin(typed: string): string | undefined {
  const text = typed.trim();
  const name = profileAddress.exec(text)?.[1] ?? text.replace(/^@/, "");
  return isLogin(name) ? name : undefined;
}

/** The usernames in a typed list, each once. What cannot be one stays as it is, for the schema to report. */
export function readLogins(typed: string): string[] {
  const names = typed
    .split(/[\s,;[\]]+/)
    .filter(Boolean)
    .map((part) => readLogin(part) ?? part);
  return names.filter(
    (name, index) => !names.slice(0, index).some((other) => isSameLogin(name, other)),
  );
}

/** Whether two logins name the same account: GitHub compares them, and names of repositories, without case. */
export function isSameLogin(
  one: string | null | undefined,
  other: string | null | undefined,
): boolean {
  return Boolean(one) && one?.toLowerCase() === other?.toLowerCase();
}
