/** The address at which the owner of a listed post changes it. */
import { editAddress } from "./addresses.ts";
import type { BoardConfig } from "./config.ts";
import { absoluteUrl } from "./config.ts";
import { liveJobPath } from "./job/path.ts";

/**
 * In the editor or, on a board where nobody can sign in to that, in GitHub's own editor.
 *
 * @param repository URL of the repository, without a trailing slash
 * @param toSite how an address of the site is written: with its host, if it is left out
 */
export function changeUrl(
  slug: string,
  config: BoardConfig,
  repository: string,
  toSite = (address: string) => absoluteUrl(config, address),
): string {
  return config.signInUrl
    ? toSite(editAddress(slug))
    : repository + fileEditorPath(liveJobPath(slug), config);
}

/** Where GitHub's own editor opens a file; a path of the repository. */
export function fileEditorPath(file: string, { repository }: BoardConfig): string {
  return `/edit/${repository.branch}/${file}`;
}
