/** How the post in the editor stands, and the one thing to do next, in words for somebody who has never seen Git. */
import { stateLabels } from "../src/board/review/labels.ts";
import type { ReviewerWords, Sent, Submission } from "./submission.ts";

/** What is in the editor. */
export type Edited = {
  slug: string;
  /** Nobody has saved it yet. */
  isNew: boolean;
  hasChanged: boolean;
  /** There is a saved draft, apart from what the board lists. */
  isSaved: boolean;
  /** It was sent a moment ago, and GitHub may not tell of it yet. */
  isSent: boolean;
  busy: "saving" | "sending" | null;
};

/** What GitHub says of it; or that it was not heard yet, or does not answer. */
export type Heard = Submission | { state: "asking" } | { state: "silent" };

export type Standing = {
  /** In a word or two. */
  mark: string;
  /** What it means, and what to do next. */
  text: string;
  /** The button, if there is one. Beside it stands what becomes public. */
  send?: string;
  words?: ReviewerWords;
  links: readonly Link[];
  /** Whether the next step is its author's. */
  isYours: boolean;
};

export type Link = "conversation" | "mine" | "page";

/** Stands beside the button. */
export const becomesPublic =
  "What you send is public and stays so in the board’s history, even after the post is closed: its text, the e-mail address in it, and your GitHub name.";

export function standingOf(edited: Edited, heard: Heard): Standing {
  if (edited.busy === "saving") return pause("Saving…");
  if (edited.busy === "sending") return pause("Sending…");
  if (edited.isNew) return unsaved;
  if (!edited.isSaved) return listed(edited);
  if (edited.hasChanged) return changed(edited, heard);
  switch (heard.state) {
    case "asking":
      return pause("Saved", "Asking GitHub how it stands…");
    case "silent":
      return {
        ...{ mark: "Saved", isYours: false, links: ["mine"] },
        text: "GitHub does not say at the moment how it stands. “My posts” may know more.",
      };
    case "none":
      return edited.isSent ? justSent : notSent;
    case "open":
      return open(heard);
    case "closed":
      return closed(heard);
    case "merged":
      return published;
  }
}

function pause(mark: string, text = ""): Standing {
  return { mark, text, links: [], isYours: false };
}

const unsaved: Standing = {
  mark: "Not saved yet",
  text: "Fill in the form, then press “Save” above. No reviewer looks at it before you have sent it.",
  links: [],
  isYours: true,
};

const notSent: Standing = {
  mark: "Saved, but not sent",
  text: "No reviewer knows of it yet. If it looks right, send it.",
  send: "Send for review",
  links: [],
  isYours: true,
};

const justSent: Standing = {
  mark: "Sent",
  text: "The board checks it within minutes; then a volunteer reads it. GitHub mails you what becomes of it. You can leave this page.",
  links: ["mine"],
  isYours: false,
};

const published: Standing = {
  mark: "Approved",
  text: "It is on the board within minutes. To change it, change it here, save, and send the change for review.",
  links: ["page", "conversation"],
  isYours: false,
};

function listed({ hasChanged }: Edited): Standing {
  if (hasChanged) {
    const text =
      "Press “Save” above, then send the change for review. Until it is approved, the board shows the post as it was.";
    return { mark: "Changes not saved yet", text, links: [], isYours: true };
  }
  const text =
    "This is the post as the board has it. Change what you want, then press “Save” above.";
  return { mark: "On the board", text, links: ["page"], isYours: false };
}

function changed({ isSent }: Edited, heard: Heard): Standing {
  const isWithReviewers = heard.state === "open" || (isSent && heard.state === "none");
  const then = isWithReviewers
    ? "The reviewers then see the post as you have changed it; there is no need to send it again."
    : "Then you can send it for review.";
  const words = wordsOf(heard);
  return {
    mark: "Changes not saved yet",
    text: `Press “Save” above. ${then}`,
    links: [],
    isYours: true,
    ...(words && { words }),
  };
}

function wordsOf(heard: Heard): ReviewerWords | undefined {
  return "words" in heard ? heard.words : undefined;
}

function open({ label, words }: Sent): Standing {
  const {
    draft,
    invalid,
    refused,
    claimed,
    approved,
    "changes-requested": changesRequested,
  } = stateLabels;
  const said = words && { words };
  switch (label) {
    case undefined:
      return { ...justSent, links: ["conversation", "mine"] };
    case changesRequested.name:
      return yours(
        "A reviewer asks for a change",
        `${mend} Saving is enough: it goes back to the reviewers by itself.`,
        said,
      );
    case invalid.name:
      return yours(
        "It cannot be listed like this",
        "Its conversation says what is to be mended. Mend it here and press “Save”; the board then checks it again.",
      );
    case refused.name:
      return yours("It cannot be taken like this", "Its conversation says why.");
    case draft.name:
      return yours(
        "Not finished",
        "Nobody looks at it until you press “Ready for review” in its conversation.",
      );
    case approved.name:
      return { ...published, links: ["conversation", "mine"] };
    case claimed.name:
      return waiting("Sent, a reviewer is looking at it");
    default:
      return waiting("Sent, waiting for a reviewer");
  }
}

const mend = "Change the post here and press “Save”.";

function waiting(mark: string): Standing {
  const text =
    "GitHub mails you what becomes of it. There is nothing to do; you can still change it and save.";
  return { mark, text, links: ["conversation", "mine"], isYours: false };
}

function yours(mark: string, text: string, more: Partial<Standing> = {}): Standing {
  return { mark, text, links: ["conversation"], isYours: true, ...more };
}

function closed({ label, words }: Sent): Standing {
  if (label === stateLabels.withdrawn.name) {
    return yours(
      "Taken back",
      "You have taken it back, so nobody looks at it. You can send it again.",
      { send: again },
    );
  }
  const why = words ? "" : "Its conversation says why. ";
  return yours(
    "Not taken",
    `${why}If that can be mended: change the post here, press “Save”, and send it again.`,
    {
      send: again,
      ...(words && { words }),
    },
  );
}

const again = "Send for review again";
