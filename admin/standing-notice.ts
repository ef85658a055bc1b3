/**
 * The notice below the editor that says how the post stands, and has the button that sends it. It is a
 * tree of its own beside Decap's, and knows of the editor by Decap's store.
 */
import { createElement as h, useEffect, useState, useSyncExternalStore } from "react";
import type { Store } from "./decap.ts";
import { editedIn } from "./edited.ts";
import type { Edited, Heard, Link, Standing } from "./standing.ts";
import { becomesPublic, standingOf } from "./standing.ts";
import type { ReviewerWords, Submission } from "./submission.ts";
import type { PlainError, Troubles } from "./trouble.ts";

export type NoticeParts = {
  store: Store;
  troubles: Troubles;
  /** Asks GitHub about a post by its slug. */
  ask(slug: string): Promise<Submission>;
  send(slug: string): void;
  /** The page of the board's that a link leads to. */
  pageOf(link: Exclude<Link, "conversation">, slug: string): string;
};

/** Makes the component. */
export function standingNotice(parts: NoticeParts) {
  const { store, troubles, send } = parts;
  return function StandingNotice() {
    // Text, for it must be the same as long as nothing of it has changed.
    const text = useSyncExternalStore(store.subscribe, () =>
      JSON.stringify(editedIn(store.getState()) ?? null),
    );
    const trouble = useSyncExternalStore(
      (listener) => troubles.listen(listener),
      () => troubles.last,
    );
    const edited: Edited | null = JSON.parse(text);
    const heard = useHeard(edited, parts);
    if (!edited) return null;
    const standing = standingOf(edited, heard);
    return h(
      "section",
      {
        ref: takeRoom,
        className: standing.isYours ? "standing standing-yours" : "standing",
        "aria-label": "How this post stands",
      },
      trouble && h(TroubleNote, { trouble }),
      h(
        "p",
        { role: "status" },
        h("strong", null, standing.mark),
        standing.text && ` ${standing.text}`,
      ),
      standing.words && h(Words, standing.words),
      standing.send &&
        h(
          "div",
          { className: "standing-send" },
          h("button", { type: "button", onClick: () => send(edited.slug) }, standing.send),
          h("small", null, becomesPublic),
        ),
      h(Links, {
        links: standing.links,
        addressOf: (link) => addressOf(link, heard, edited, parts),
      }),
    );
  };
}

/** How long what GitHub has said may be old while somebody looks at it; right after sending it says nothing yet. */
const patience = 60_000;
const impatience = 3000;

/** What GitHub says of the post, asked anew after each save and each sending, and from time to time. */
function useHeard(edited: Edited | null, { ask }: NoticeParts): Heard {
  const [heard, setHeard] = useState<Heard>({ state: "asking" });
  const slug = edited && !edited.isNew ? edited.slug : "";
  const isBusy = edited?.busy ?? null;
  const isSaved = edited?.isSaved ?? false;
  const isSent = edited?.isSent ?? false;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another post.
  useEffect(() => setHeard({ state: "asking" }), [slug]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved, sent or taken back is asked about again.
  useEffect(() => {
    if (slug === "" || isBusy !== null) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = async () => {
      clearTimeout(timer);
      const answer = await ask(slug).catch((): Heard => ({ state: "silent" }));
      if (isOver) return;
      setHeard(answer);
      const isEarly = isSent && answer.state === "none";
      timer = setTimeout(look, isEarly ? impatience : patience);
    };
    // Nobody reads it in a window that is out of sight.
    const look = () => {
      if (document.visibilityState === "visible") void listen();
    };
    void listen();
    document.addEventListener("visibilitychange", look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [slug, isBusy, isSaved, isSent, ask]);
  return heard;
}

/** Tells the style sheet how much room the notice takes, which the editor then leaves free. */
function takeRoom(element: Element | null) {
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
  document.documentElement.style.setProperty("--standing-room", `${Math.ceil(pixels)}px`);
}

function TroubleNote({ trouble: { message, remedy } }: { trouble: PlainError }) {
  return h(
    "p",
    { className: "standing-trouble", role: "alert" },
    message,
    remedy && " ",
    remedy && h(Outward, { address: remedy.address }, remedy.text),
  );
}

function Words({ by, reason, text }: ReviewerWords) {
  return h(
    "blockquote",
    null,
    reason && h("p", null, h("b", null, `${reason.title}. `), reason.text),
    text && h("p", { className: "standing-said" }, text),
    h("footer", null, by),
  );
}

const labels: Readonly<Record<Link, string>> = {
  conversation: "Open its conversation",
  mine: "My posts",
  page: "See its page",
};

type LinksProps = { links: Standing["links"]; addressOf(link: Link): string | undefined };

function Links({ links, addressOf }: LinksProps) {
  const known = links.flatMap((link) => {
    const address = addressOf(link);
    return address === undefined ? [] : [{ link, address }];
  });
  if (known.length === 0) return null;
  return h(
    "p",
    { className: "standing-links" },
    known.map(({ link, address }) => h(Outward, { key: link, address }, labels[link])),
  );
}

/** Leads away in a new tab: what is not saved stays here. */
function Outward({ address, children }: { address: string; children?: string }) {
  return h("a", { href: address, target: "_blank", rel: "noopener" }, children);
}

function addressOf(link: Link, heard: Heard, { slug }: Edited, parts: NoticeParts) {
  if (link !== "conversation") return parts.pageOf(link, slug);
  return "address" in heard ? heard.address : undefined;
}
