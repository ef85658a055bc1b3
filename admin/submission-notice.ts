/**
 * The notice below the editor with the status of the post and the button that sends it. It is a React tree
 * of its own next to Decap's, and follows the editor through Decap's store.
 */
import { createElement as h, useEffect, useState, useSyncExternalStore } from "react";
import * as words from "#words/editor.ts";
import { problemText } from "../src/board/problem.ts";
import type { WordsForAuthor } from "../src/board/review/tasks-in-comment.ts";
import type { Store } from "./decap-types.ts";
import type { ErrorStore, UserError } from "./errors.ts";
import type { Submission } from "./submission.ts";
import type { KnownSubmission, Link, OpenPost, StatusNotice } from "./submission-status.ts";
import { openPostIn, statusNotice } from "./submission-status.ts";

export type NoticeParts = {
  store: Store;
  errors: ErrorStore;
  /** Asks GitHub about a post by its slug. */
  ask(slug: string): Promise<Submission>;
  send(slug: string): void;
  /** The page of the board that a link leads to. */
  pageOf(link: Exclude<Link, "discussion">, slug: string): string;
};

/** Makes the component. */
export function submissionNotice(parts: NoticeParts) {
  const { store, errors, send } = parts;
  return function SubmissionNotice() {
    // As text, because the snapshot must stay equal until something changes.
    const text = useSyncExternalStore(store.subscribe, () =>
      JSON.stringify(openPostIn(store.getState()) ?? null),
    );
    const error = useSyncExternalStore(
      (listener) => errors.subscribe(listener),
      () => errors.last,
    );
    const post: OpenPost | null = JSON.parse(text);
    const submission = useSubmission(post, parts);
    if (!post) return null;
    const notice = statusNotice(post, submission);
    return h(
      "section",
      {
        ref: reserveRoom,
        className: notice.isYours ? "submission submission-yours" : "submission",
        "aria-label": words.statusHeading,
      },
      error && h(ErrorMessage, { error }),
      h("p", { role: "status" }, h("strong", null, notice.label), notice.text && ` ${notice.text}`),
      notice.comments?.map((comment, index) => h(Comment, { key: index, ...comment })),
      notice.problems && h(Problems, { problems: notice.problems }),
      notice.send &&
        h(
          "div",
          { className: "submission-send" },
          h("button", { type: "button", onClick: () => send(post.slug) }, notice.send),
          h("small", null, words.becomesPublic),
        ),
      h(Links, {
        links: notice.links,
        addressOf: (link) => addressOf(link, submission, post, parts),
      }),
    );
  };
}

/** Milliseconds between two questions to GitHub, which takes a moment to list a post that was just sent. */
const usualPause = 60_000;
const pauseAfterSending = 3000;

/** What GitHub says about the post: asked again after each save and each submission, and from time to time. */
function useSubmission(post: OpenPost | null, { ask }: NoticeParts): KnownSubmission {
  const [submission, setSubmission] = useState<KnownSubmission>({ state: "loading" });
  const slug = post && !post.isNew ? post.slug : "";
  const isBusy = post?.busy ?? null;
  const isSaved = post?.isSaved ?? false;
  const isSent = post?.isSent ?? false;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another post.
  useEffect(() => setSubmission({ state: "loading" }), [slug]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved, sent or withdrawn is asked about again.
  useEffect(() => {
    if (slug === "" || isBusy !== null) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = async () => {
      clearTimeout(timer);
      const answer = await ask(slug).catch((): KnownSubmission => ({ state: "unavailable" }));
      if (isOver) return;
      setSubmission(answer);
      const isEarly = isSent && answer.state === "none";
      timer = setTimeout(look, isEarly ? pauseAfterSending : usualPause);
    };
    // Nobody reads it in a hidden window.
    const look = () => {
      if (document.visibilityState === "visible") void refresh();
    };
    void refresh();
    document.addEventListener("visibilitychange", look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [slug, isBusy, isSaved, isSent, ask]);
  return submission;
}

/** Tells the style sheet how much room the editor has to leave for the notice. */
function reserveRoom(element: Element | null) {
  if (!element) return undefined;
  const observer = new ResizeObserver(([entry]) => {
    setRoom(entry?.borderBoxSize[0]?.blockSize ?? 0);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    setRoom(0);
  };
}

function setRoom(pixels: number): void {
  document.documentElement.style.setProperty("--submission-room", `${Math.ceil(pixels)}px`);
}

function ErrorMessage({ error: { message, remedy } }: { error: UserError }) {
  return h(
    "p",
    { className: "submission-error", role: "alert" },
    message,
    remedy && " ",
    remedy && h(NewTabLink, { address: remedy.address }, remedy.text),
  );
}

function Problems({ problems }: { problems: NonNullable<StatusNotice["problems"]> }) {
  if (problems.length === 0) return null;
  const items = problems.map(problemText).map((text) => h("li", { key: text }, text));
  return h("ul", { className: "submission-problems" }, items);
}

function Comment({ by, reason, text }: WordsForAuthor) {
  return h(
    "blockquote",
    null,
    reason && h("p", null, h("b", null, `${reason.title}. `), reason.text),
    text && h("p", { className: "submission-comment" }, text),
    h("footer", null, by),
  );
}

type LinksProps = { links: StatusNotice["links"]; addressOf(link: Link): string | undefined };

function Links({ links, addressOf }: LinksProps) {
  const known = links.flatMap((link) => {
    const address = addressOf(link);
    return address === undefined ? [] : [{ link, address }];
  });
  if (known.length === 0) return null;
  return h(
    "p",
    { className: "submission-links" },
    known.map(({ link, address }) => h(NewTabLink, { key: link, address }, words.links[link])),
  );
}

/** In a new tab, so that unsaved changes stay here. */
function NewTabLink({ address, children }: { address: string; children?: string }) {
  return h("a", { href: address, target: "_blank", rel: "noopener" }, children);
}

function addressOf(
  link: Link,
  submission: KnownSubmission,
  { slug }: OpenPost,
  parts: NoticeParts,
) {
  if (link !== "discussion") return parts.pageOf(link, slug);
  return "address" in submission ? submission.address : undefined;
}
