/** Sending posts through GitHub: the backend and the notice. */
import { createElement } from "react";
// biome-ignore lint/correctness/noUndeclaredDependencies: decap-cms-app names its exact version, and there may be only its copy.
import { createRoot } from "react-dom/client";
import { pages, postAddress } from "../src/board/addresses.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { boardBackend } from "./board-backend.ts";
import { askGitHub } from "./board-copy.ts";
import { cms, cmsStore, sendDraft } from "./decap-modules.ts";
import type { ErrorStore } from "./errors.ts";
import { readSubmission } from "./submission.ts";
import { submissionNotice } from "./submission-notice.ts";
import { liveCollection } from "./submission-status.ts";

export function registerSubmitting(config: BoardConfig, errors: ErrorStore): void {
  cms.registerBackend("github", boardBackend(config, errors, listShown));
}

export type NoticeSettings = {
  apiUrl: string;
  /** With a slash at the end. */
  siteUrl: string;
  errors: ErrorStore;
};

/** Adds the notice to the page. */
export function showSubmissionNotice(
  config: BoardConfig,
  { apiUrl, siteUrl, errors }: NoticeSettings,
): void {
  const element = document.createElement("div");
  element.id = "submission";
  document.body.append(element);
  const ask = async (slug: string) => {
    const { token = "", copy = "" } = cmsStore.getState().auth.user ?? {};
    return await readSubmission(askGitHub(apiUrl, token), config, { copy, slug });
  };
  const notice = submissionNotice({
    store: cmsStore,
    errors,
    ask,
    send: (slug) => sendDraft(liveCollection, slug),
    pageOf: (link, slug) =>
      siteUrl.replace(/\/$/, "") + (link === "mine" ? pages.mine : postAddress(slug)),
  });
  createRoot(element).render(createElement(notice));
}

/** Resolves as soon as no editor is open. */
function listShown(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (/^#\/collections\/[^/]+\/(?:new|entries)/.test(location.hash)) return;
      removeEventListener("hashchange", look);
      resolve();
    };
    addEventListener("hashchange", look);
    look();
  });
}
