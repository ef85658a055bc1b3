/** What the window shows in which people sign in to the editor with GitHub. */

export const title = "Sign in";

export const signedIn = "You are signed in. This window closes automatically.";

export const expired =
  "This window was open for too long, or was already used. Please sign in again.";

export const denied =
  "You did not allow the board to use your GitHub account, so nothing was changed. You can sign in again at any time.";

export const unreachable = "GitHub can’t be reached right now. Please try again in a few minutes.";

export const unconfirmed = "GitHub did not confirm the sign-in. Please try again.";

// ── Addresses that nobody opens by following a link ──
export const onlyGet = "Only GET requests are accepted.";
export const notFound = "Not found. This service is only for signing in.";
