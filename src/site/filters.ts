/** What templates call. Pure, few, and fast, because they run for every post. */

import {
  closingLabels,
  employmentLabels,
  seniorityLabels,
  workplaceLabels,
} from "#words/fields.ts";
import { language } from "#words/language.ts";
import { reportTitle } from "#words/requests.ts";
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
import type { Post } from "../board/post/post.ts";
import { restrictions } from "../board/post/restrictions.ts";
import type { RequestType } from "../board/requests/request-form.ts";
import { reportPath, requestPath, requestTitle } from "../board/requests/request-form.ts";
import { textLanguages } from "./text-language.ts";

const labels: Readonly<Record<string, string>> = {
  ...workplaceLabels,
  ...employmentLabels,
  ...seniorityLabels,
  ...closingLabels,
};

/** What the templates of a post call, in pages and in previews. */
export function postFilters(config: BoardConfig) {
  return {
    path: pathFilter(config),
    typeAddress,
    categoryAddress,
    restrictions,
    /** Words for a code such as `full_time`. */
    label: (code: string) => labels[code] ?? code,
    language: languageName,
    /** The language of a post’s text, if it differs from the board’s. */
    textLanguage: textLanguages(language),
    day: dayText,
    /** The last day before a moment at which a day begins. */
    dayBefore: (instant: Instant) => addDays(dayOf(instant), -1),
    /** Seconds since 1970, for the browser’s check of what has expired since the build. */
    seconds: (instant: Instant) => instant.toUnixInteger(),
  };
}

/** What only pages of the site call. Apart from the others, so that previews need not load them. */
export function siteFilters(config: BoardConfig, gitHub: GitHubAddresses) {
  return {
    /** A URL with its host, for what is read elsewhere. */
    absolute: (address: string) => absoluteUrl(config, address),
    /** A link to a page of the repository. */
    repository: (path: string) => repositoryUrl(config, path, gitHub),
    /** A link to a page of GitHub. */
    gitHub: (path: string) => gitHub.serverUrl + path,
    /** An address of the repository in GitHub’s API, for browser scripts. */
    repositoryApi: (path: string) => repositoryApiUrl(config, path, gitHub),
    feed: feedAddress,
    /** The content of the page’s JSON-LD script, if it has one. */
    jobPosting: (post: Post) => jobPostingScript(post, config),
    shortDay: shortDayText,
    /** Of a share from 0 to 1. */
    percent: new Intl.NumberFormat(language, { style: "percent" }).format,
    dayOf,
    /** Where readers report a problem with a post; a path of the repository. */
    reportPath: ({ slug, address }: Post) =>
      reportPath(absoluteUrl(config, address), reportTitle(slug)),
    /** Where owners ask the board to do something about a post; a path of the repository. */
    requestPath: ({ slug, address }: Post, type: RequestType) =>
      requestPath(absoluteUrl(config, address), type, requestTitle(slug)),
    /** Where GitHub’s own editor opens a post’s file; a path of the repository. */
    fileEditorPath: ({ file }: Post) => fileEditorPath(file, config),
    /** Where a closed post is posted again. */
    againAddress: ({ slug }: Pick<Post, "slug">) => againAddress(slug),
    /** A listed post in the form of the CMS. */
    editAddress: ({ slug }: Post) => editAddress(slug),
    /** Where its submitter changes a post: in the CMS of this site, or in its form. */
    changeUrl: ({ slug }: Pick<Post, "slug">) => changeUrl(slug, config, pathFilter(config)),
  };
}

/** Adds the path below which the site lives. */
function pathFilter(config: BoardConfig): (address: string) => string {
  const prefix = pathPrefix(config).slice(0, -1);
  return (address) => prefix + address;
}
