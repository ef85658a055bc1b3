/** The status of the post that is open in the editor, and the one thing to do next, without a word of Git. */

import * as words from "#words/editor.ts";
import { statusWords } from "#words/status.ts";
import type { SubmissionStatus } from "../src/board/review/label-names.ts";
import type { State } from "./decap-types.ts";
import type { Sent, Submission } from "./submission.ts";

/** Decap's status of a draft that was sent and is open. */
export const sentStatus = "pending_review";

/** The collection that all posts are written in. */
export const liveCollection = "jobs";

/** The post in the editor. */
export type OpenPost = {
  slug: string;
  /** It was never saved. */
  isNew: boolean;
  hasChanged: boolean;
  /** There is a saved draft, apart from the post that the board lists. */
  isSaved: boolean;
  /** It was just sent, and GitHub may not list it yet. */
  isSent: boolean;
  busy: "saving" | "sending" | null;
};

/** `undefined` if no live post is open. */
export function openPostIn({ entryDraft, editorialWorkflow }: State): OpenPost | undefined {
  const entry = entryDraft.get("entry");
  if (entry?.get("collection") !== liveCollection) return undefined;
  const slug = String(entry.get("slug") ?? "");
  const isNew = entry.get("newRecord") === true;
  const draft = editorialWorkflow.getIn(["entities", `${liveCollection}.${slug}`]);
  const isSaving = entry.get("isPersisting") || draft?.get("isPersisting");
  return {
    slug,
    isNew,
    hasChanged: entryDraft.get("hasChanged") === true,
    isSaved: !isNew && draft?.get("status") !== undefined,
    isSent: draft?.get("status") === sentStatus,
    busy: busyWith(draft?.get("isUpdatingStatus"), isSaving),
  };
}

function busyWith(isSending: unknown, isSaving: unknown): OpenPost["busy"] {
  if (isSending === true) return "sending";
  return isSaving === true ? "saving" : null;
}

/** What GitHub says about the submission, if it has answered. */
export type KnownSubmission = Submission | { state: "loading" } | { state: "unavailable" };

export type StatusNotice = {
  /** One to three words. */
  label: string;
  /** What it means, and what to do next. */
  text: string;
  /** The text of the button, if there is one. What becomes public is shown next to it. */
  send?: string;
  comments?: Sent["comments"];
  problems?: Sent["problems"];
  links: readonly Link[];
  /** Whether the next step is the author's. */
  isYours: boolean;
};

export type Link = keyof typeof words.links;

type Texts = Pick<StatusNotice, "label" | "text">;

export function statusNotice(post: OpenPost, submission: KnownSubmission): StatusNotice {
  if (post.busy === "saving") return waiting(words.saving);
  if (post.busy === "sending") return waiting(words.sending);
  if (post.isNew) return yours(words.notSaved, { links: [] });
  if (!post.isSaved) return listed(post);
  if (post.hasChanged) return changed(post, submission);
  switch (submission.state) {
    case "loading":
      return waiting(words.loadingStatus);
    case "unavailable":
      return waiting(words.statusUnknown, ["mine"]);
    case "none":
      return post.isSent
        ? waiting(justSent, ["mine"])
        : yours(words.draftSaved, { links: [], send: words.sendForReview });
    case "open":
      return open(submission);
    case "closed":
      return closed(submission);
    case "merged":
      return waiting(textsOf("approved", words.changeLater), ["page", "discussion"]);
  }
}

/** There is nothing for the author to do. */
function waiting(texts: Texts, links: readonly Link[] = []): StatusNotice {
  return { ...texts, links, isYours: false };
}

function yours(texts: Texts, more: Partial<StatusNotice> = {}): StatusNotice {
  return { ...texts, links: ["discussion"], isYours: true, ...more };
}

function textsOf(status: SubmissionStatus | "sent", next = statusWords[status].next): Texts {
  const { label, summary } = statusWords[status];
  return { label, text: `${summary} ${next}` };
}

const sentTexts = textsOf("sent");
const justSent = { ...sentTexts, text: `${sentTexts.text} ${words.youCanLeave}` };

function listed({ hasChanged }: OpenPost): StatusNotice {
  return hasChanged
    ? yours(words.listedPostChanged, { links: [] })
    : waiting(words.onTheBoard, ["page"]);
}

function changed({ isSent }: OpenPost, submission: KnownSubmission): StatusNotice {
  const isWithReviewers = submission.state === "open" || (isSent && submission.state === "none");
  return yours(isWithReviewers ? words.sentPostChanged : words.draftChanged, {
    links: [],
    ...("comments" in submission && tasksOf(submission)),
  });
}

function tasksOf({ comments, problems }: Sent): Pick<StatusNotice, "comments" | "problems"> {
  return { comments, problems };
}

function open(sent: Sent): StatusNotice {
  const { status } = sent;
  switch (status) {
    case undefined:
      return waiting(justSent, ["discussion", "mine"]);
    case "changes-requested":
      return yours(textsOf(status, `${words.changeHere} ${words.backToReviewers}`), tasksOf(sent));
    case "invalid":
      return yours(textsOf(status, words.checkedAgain), tasksOf(sent));
    case "refused":
    case "draft":
      return yours(textsOf(status));
    default:
      return waiting(textsOf(status), ["discussion", "mine"]);
  }
}

function closed({ status, comments }: Sent): StatusNotice {
  const send = words.sendAgain;
  if (status === "withdrawn") return yours(textsOf(status, words.withdrawnNext), { send });
  const { label } = statusWords.rejected;
  if (comments.length > 0)
    return yours({ label, text: `${words.rejected} ${words.tryAgain}` }, { send, comments });
  return yours({ label, text: `${words.rejected} ${words.seeReason} ${words.tryAgain}` }, { send });
}
