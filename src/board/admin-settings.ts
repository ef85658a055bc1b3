/** The settings that a build writes into the editor's page. */
import type { BoardConfig, GitHubAddresses } from "./config.ts";

/** Where the CMS reads and writes posts. */
export type CmsBackend =
  /** A server on this machine that reads and writes files; nobody signs in. */
  | { kind: "local"; url: string }
  /** GitHub; `signInUrl` is the page of the service that signs people in (OAuth). */
  | { kind: "github"; signInUrl: string; apiUrl: string }
  /** Nowhere: nobody can sign in, and the page says what to do instead. */
  | { kind: "none" };

/** A backend that the CMS can work with. */
export type UsableBackend = Exclude<CmsBackend, { kind: "none" }>;

/** Written into the page as JSON, so that the programs of the page are the same for every board. */
export type AdminSettings = {
  board: BoardConfig;
  backend: UsableBackend;
  /** Addresses of the site's own styles, for the preview. */
  stylesheets: readonly string[];
};

/** The id of the element that holds the settings. */
export const settingsElement = "settings";

/** The backend of a published site. */
export function publishedBackend(
  { signInUrl }: Pick<BoardConfig, "signInUrl">,
  { apiUrl }: Pick<GitHubAddresses, "apiUrl">,
): CmsBackend {
  return signInUrl ? { kind: "github", signInUrl, apiUrl } : { kind: "none" };
}
