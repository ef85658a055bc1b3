/** What pages say while they load something from GitHub, and where that fails. */
export const loading = "Loading from GitHub…";

/** @param time at which GitHub answers again, if it says so */
export function limited(time: string | undefined): string {
  const again = time ? `Try again at ${time}.` : "Try again in an hour.";
  return `Too many requests to GitHub from your network. ${again}`;
}

export const missing = "GitHub has nothing at this address.";
export const tooLarge = "GitHub’s answer is too large to show here.";

export function failed(status: number): string {
  return `GitHub returned an error (${status}). Reload this page in a minute.`;
}

export const unreachable = "GitHub can’t be reached. Check your connection, then reload this page.";
