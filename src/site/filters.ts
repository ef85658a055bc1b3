/**
 * What templates call. Pure, few and quick, for they run for every post; the preview of the CMS
 * renders the same templates with the same filters in the browser.
 */
import {
  againAddress,
  categoryAddress,
  editAddress,
  feedAddress,
  typeAddress,
} from "../board/addresses.ts";
import { changeUrl, fileEditorPath } from "../board/change-url.ts";
import type { BoardConfig, GitHubAddresses } from "../board/config.ts";
import { absoluteUrl, pathPrefix, repositoryApiUrl, repositoryUrl } from "../board/config.ts";
import { dayText, shortDayText } from "../board/day-text.ts";
import type { Instant } from "../board/days.ts";
import { addDays, dayOf } from "../board/days.ts";
import { languageName } from "../board/job/vocabulary.ts";
import { jobPostingScript } from "../board/post/job-posting.ts";
import { remotePlace } from "../board/post/place.ts";
import type { Post } from "../board/post/post.ts";
import { restrictions } from "../board/post/restrictions.ts";
import type { RequestType } from "../board/requests/request-form.ts";
import { reportPath, requestPath, requestTitle } from "../board/requests/request-form.ts";
import {
  closingLabels,
  employmentLabels,
  seniorityLabels,
  workplaceLabels,
} from "../board/words/en/fields.ts";
import { textLanguages } from "./text-language.ts";

const labels: Readonly<Record<string, string>> = {
  ...workplaceLabels,
  ...employmentLabels,
  ...seniorityLabels,
  ...closingLabels,
};

/** The filters of one board, by the names that templates use. */
export function filtersFor(config: BoardConfig, gitHub: GitHubAddresses) {
  const prefix = pathPrefix(config).slice(0, -1);
  /** A link to an address of this site, wherever the site lives. */
  const path = (address: string) => prefix + address;
  return {
    path,
    /** The same with host, for what is read elsewhere. */
    absolute: (address: string) => absoluteUrl(config, address),
    /** A link to a page of the repository. */
    repository: (path: string) => repositoryUrl(config, path, gitHub),
    /** A link to a page of GitHub. */
    gitHub: (path: string) => gitHub.serverUrl + path,
    /** What GitHub's API says of the repository, for programs of pages. */
    repositoryApi: (path: string) => repositoryApiUrl(config, path, gitHub),
    feed: feedAddress,
    typeAddress,
    categoryAddress,
    /** The place by which a post is listed. */
    place: (post: Post) => post.city ?? remotePlace,
    restrictions,
    /** What stands in the page's JSON-LD, if it has any. */
    jobPosting: (post: Post) => jobPostingScript(post, config),
    /** Words for a code such as `full_time`. */
    label: (code: string) => labels[code] ?? code,
    language: languageName,
    /** The language of a post's text, if it is another than the board's. */
    textLanguage: textLanguages(config),
    day: dayText,
    shortDay: shortDayText,
    dayOf,
    /** The last day before a moment at which a day begins. */
    dayBefore: (instant: Instant) => addDays(dayOf(instant), -1),
    /** Seconds since 1970, for the browser's check of what has passed since the build. */
    seconds: (instant: Instant) => instant.toUnixInteger(),
    /** Where a reader says that something is wrong with a post; a path of the repository. */
    reportPath: ({ slug, address }: Post) =>
      reportPath(absoluteUrl(config, address), `Report: ${slug}`),
    /** Where its owner asks the board to do something about a post; a path of the repository. */
    requestPath: ({ slug, address }: Post, type: RequestType) =>
      requestPath(absoluteUrl(config, address), type, requestTitle(slug)),
    /** Where GitHub's own editor opens a post's file; a path of the repository. */
    fileEditorPath: ({ file }: Post) => fileEditorPath(file, config),
    /** Where a closed post is posted once more. */
    againAddress: ({ file }: Post) => againAddress(file),
    /** A listed post in the form of the CMS. */
    editAddress: ({ slug }: Post) => editAddress(slug),
    /** Where its submitter changes a post: on this site, wherever it lives, or at GitHub. */
    changeUrl: ({ slug }: Pick<Post, "slug">) => changeUrl(slug, config, gitHub, path),
  };
}
