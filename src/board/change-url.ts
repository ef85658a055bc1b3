/** The addresses at which the owner of a post changes it: one for a listed post, one for a submission. */
import { changeAddress, correctionAddress, editAddress } from "./addresses.ts";
import type { BoardConfig } from "./config.ts";
import { absoluteUrl } from "./config.ts";
import { refuseSlug } from "./job/slug.ts";

/**
 * In the editor or, on a board where nobody can sign in to that, in the form.
 *
 * @param toSite how an address of the site is written: with its host, if it is left out
 */
export function changeUrl(
  slug: string,
  config: BoardConfig,
  toSite = (address: string) => absoluteUrl(config, address),
): string {
  return toSite(config.signInUrl ? editAddress(slug) : changeAddress(slug));
}

/** Where GitHub's own editor opens a file; a path of the repository. */
export function fileEditorPath(file: string, { repository }: BoardConfig): string {
  return `/edit/${repository.branch}/${file}`;
}

/** Prefix of the branches from which the team submits posts that came by email. */
export const emailBranches = "submit/";

/** A pull request with a post, as far as it tells how the post was sent. */
export type SentBy = { number: number; branch: string };

/**
 * Where a post that was sent is open for changes: the editor if it was sent from there, and otherwise the form, which
 * reads any file. The editor only opens what is in its own branches.
 */
export function correctionUrl({ number, branch }: SentBy, config: BoardConfig): string {
  const slug = slugInEditor(branch, config);
  return absoluteUrl(config, slug ? editAddress(slug) : correctionAddress(number));
}

/**
 * The slug of a post that the editor opens: it is in one of the editor’s branches,
 * `cms/<copy of the repository>/jobs/<slug>`, and people can sign in.
 */
export function slugInEditor(branch: string, { signInUrl }: BoardConfig): string | undefined {
  if (!signInUrl) return undefined;
  const slug = /^cms\/.+\/jobs\/([^/]+)$/.exec(branch)?.[1];
  return slug === undefined || refuseSlug(slug) ? undefined : slug;
}

/**
 * Where GitHub’s own editor opens a file in somebody’s copy of the repository; a path of GitHub.
 *
 * @param copy `owner/name`
 */
export function copiedFileEditorPath(copy: string, branch: string, file: string): string {
  const encoded = (path: string) => path.split("/").map(encodeURIComponent).join("/");
  return `/${encoded(copy)}/edit/${encoded(branch)}/${encoded(file)}`;
}
