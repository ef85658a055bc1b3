/** The editor: Decap's own texts in the board's words, and what the board adds to it. */

// ── Decap

const withdrawsSaved =
  "This deletes your saved draft. If it was sent for review, it is withdrawn. Continue?";

/** Merged into Decap's own texts, which speak of entries, collections, and publishing. */
export const decap = {
  auth: { login: "Sign in", loggingIn: "Signing in…", loginWithGitHub: "Sign in with GitHub" },
  app: {
    header: { content: "Posts", workflow: "My drafts", quickAdd: "New" },
  },
  collection: {
    sidebar: { collections: "Job posts", searchAll: "Search all posts" },
    collectionTop: {
      newButton: "%{collectionLabel}",
      newButtonAriaLabel: "%{collectionLabel}",
    },
    entries: {
      loadingEntries: "Loading posts…",
      cachingEntries: "Loading posts…",
      noEntries: "No posts.",
      unpublishedHeader: "Saved drafts",
    },
  },
  editor: {
    editorControlPane: { widget: { required: "%{fieldLabel} is missing." } },
    editor: {
      onUpdatingWithUnsavedChanges: "Save your changes first.",
      onDeleteUnpublishedChangesWithUnsavedChanges:
        "This deletes your saved draft and the changes you have not saved. Continue?",
      onDeleteUnpublishedChanges: withdrawsSaved,
      onLeavePage: "Leave this page? Your changes are not saved.",
      loadingEntry: "Loading the post…",
      confirmLoadBackup:
        "This browser has changes that you did not save last time. Do you want to restore them?",
    },
    editorInterface: { togglePreview: "Show or hide the preview" },
    editorToolbar: {
      backCollection: "%{collectionLabel}",
      unsavedChanges: "Not saved",
      changesSaved: "No changes",
      publish: "Save",
      publishing: "Saving…",
      published: "Saved",
      publishNow: "Save post",
      publishAndCreateNew: "Save and start a new post",
      publishAndDuplicate: "Save and duplicate",
      deployButtonLabel: "View on the site",
      duplicate: "Duplicate",
      saving: "Saving…",
      draft: "Draft",
      inReview: "Sent",
      deleteUnpublishedEntry: "Delete draft",
      deleteUnpublishedChanges: "Discard changes",
      deleting: "Deleting…",
    },
    editorWidgets: {
      markdown: { richText: "Formatted", markdown: "Markdown" },
      datetime: { now: "Today" },
    },
  },
  ui: {
    toast: {
      onFailToLoadEntries: "The posts could not be loaded: %{details}",
      onFailToPersist: "The post was not saved. %{details}",
      missingRequiredField: "Not saved. Fill in the missing fields.",
      entrySaved: "Post saved.",
      entryUpdated: "Done.",
      onFailToUpdateStatus: "Something went wrong. %{details}",
      onFailToAuth: "%{details}",
      onDeleteUnpublishedChanges: "Draft deleted.",
      onLoggedOut: "You are signed out. Copy what you have written, then sign in again.",
      onBackendDown: "GitHub is having problems right now: %{details}",
    },
  },
  workflow: {
    workflow: {
      loading: "Loading your drafts…",
      workflowHeading: "My drafts",
      newPost: "New",
      description: "%{smart_count} sent for review",
    },
    // Decap does not know the date of a draft that was never sent.
    workflowCard: {
      lastChangeNoAuthor: "",
      deleteChanges: "Discard changes",
      deleteNewEntry: "Delete draft",
    },
    workflowList: {
      onDeleteEntry: withdrawsSaved,
      draftHeader: "Drafts",
      inReviewHeader: "Sent",
      currentEntries: "%{smart_count}",
    },
  },
};

type Phrases = { readonly [name: string]: string | Phrases };

/** What Decap’s own translation into this language lacks. */
export const decapLacks: Phrases = {};

export const livePosts = {
  label: "Live posts",
  label_singular: "Post a job",
  description: "Posts on the board, and posts that will be there after the next build.",
};

export const closedPosts = {
  label: "Archive",
  label_singular: "Closed post",
  description: "Posts that are no longer listed.",
};

export const commitMessages = {
  create: "Add the post “{{slug}}”",
  update: "Change the post “{{slug}}”",
};

// ── The problems at the top of the form

export const furtherPlaces = "More places";
export const furtherPlacesHint =
  "Only if people can choose between several offices. The post is listed at each of them.";
export const placesToFix = "Something is missing or wrong in these places.";

export const beforeYouSave = "Before you save";
export const unreadableTitle = "This file can’t be read";
export const unreadableFile =
  "This post’s file can’t be read, so you can’t edit it here. Fix the file first:";
export const advice = "A reviewer may ask about the following. You can still save:";

export function fieldsToFix(count: number): string {
  return count === 1
    ? "Not saved. One field needs your attention:"
    : `Not saved. ${count} fields need your attention:`;
}

export function fileUnreadable(reasons: string): string {
  return `The file can’t be read. ${reasons}`;
}

// ── Signing in

export const signInNote =
  "Sign in to GitHub to write your post in the editor. It keeps your drafts in your own account, and nobody reviews them until you send them.";
export const otherWays = "Other ways to post a job";
export const forkNeeded =
  "Before you start: your posts are stored in your own GitHub account, in a public copy of this board’s files (a fork), until a reviewer approves them. GitHub only makes this copy once.";
export const makeFork = "Create the copy and continue";
export const cancel = "Cancel";

// ── The status of the post that is open. What reviewers do with it is in `status.ts`

export const statusHeading = "Post status";
export const sendForReview = "Send for review";
export const sendAgain = "Send for review again";
export const becomesPublic =
  "What you send becomes public and stays in the board’s history even after the post is closed: the text, the email address in it, and your GitHub username.";

export const links = {
  discussion: "Open the discussion",
  mine: "My posts",
  page: "View the post",
};

export const saving = { label: "Saving…", text: "" };
export const sending = { label: "Sending…", text: "" };
export const notSaved = {
  label: "Not saved",
  text: "Fill in the form, then press “Save” above. Reviewers only see your post when you send it.",
};
export const draftSaved = {
  label: "Draft saved",
  text: "Reviewers do not see it yet. When your post is ready, send it for review.",
};
export const loadingStatus = { label: "Saved", text: "Loading the status from GitHub…" };
export const statusUnknown = {
  label: "Saved",
  text: "GitHub does not show the status at the moment. “My posts” may have it.",
};
export const onTheBoard = {
  label: "On the board",
  text: "This is the post as it is on the board. Make your changes, then press “Save” above.",
};
export const listedPostChanged = {
  label: "Changes not saved",
  text: "Press “Save” above, then send the change for review. Until it is approved, the board shows the post as it was.",
};
export const draftChanged = {
  label: "Changes not saved",
  text: "Press “Save” above. Then you can send your post for review.",
};
export const sentPostChanged = {
  label: "Changes not saved",
  text: "Press “Save” above. The reviewers will then see your changes. You do not need to send the post again.",
};

export const youCanLeave = "You can leave this page.";
export const changeHere = "Change the post here and press “Save”.";
export const backToReviewers = "It then goes back to the reviewers automatically.";
export const checkedAgain =
  "Fix the problems listed here, and press “Save”. Your post is then checked again automatically.";
export const changeLater =
  "To change it later, edit it here, save it, and send the change for review.";
export const tryAgain = "To try again, fix the post here, press “Save”, and send it again.";
export const rejected = "A reviewer did not accept your post.";
export const seeReason = "See the discussion for the reason.";
export const withdrawnNext = "You can send it again.";

// ── What goes wrong with GitHub

const kept = "What you have written is still here.";

export function alreadySent(by: string): string {
  return `${by} has already sent a post with this company and job title for review. If it is the same job, there is nothing more to do. Otherwise make the difference clear in the job title, and save again.`;
}

export const somebody = "Somebody";
export const seeSent = "See that post";

export const changedMeanwhile = `Not saved, so that nothing is lost: this post has been changed since you opened it, by a reviewer or by you in another window. ${kept} Copy what you want to keep, reload this page to see the change, and make your changes again.`;
export const seeChanged = "See what changed";

export const forkOutdated =
  "Your copy of the board on GitHub is out of date, and GitHub can’t update it automatically. Open its page, press “Sync fork” and then “Update branch”, and reload this page.";
export const openFork = "Open your copy on GitHub";

export const forkNotReady =
  "GitHub is still preparing your copy of the board. This can take a few minutes. Then sign in again.";

export function forkRefused(answer: string): string {
  return `GitHub does not let you create a copy of the board, and the editor needs one to store your posts. GitHub says: “${answer}”.`;
}

export const forkDeclined =
  "Nothing was created in your account. Without a copy the editor can’t store your post, but there are other ways to send one.";

export const notMergedHere = "Posts are approved in their discussion on GitHub, not here.";
/** GitHub lists no more than 100,000 files, or 7 MB of names. */
export const listCutOff =
  "GitHub listed only a part of the posts, so none are shown here. Open your post from its page on the board.";
export const notDeletedHere = "Posts are not deleted but closed. “My posts” explains how.";

export const signInEnded = `You are no longer signed in to GitHub. ${kept} Copy it, sign out at the top right, and sign in again.`;

export function refusedForNow(reason: string): string {
  return `GitHub refused this for now: “${reason}”. ${kept} Try again in a few minutes.`;
}

export const notReached = `GitHub could not be reached. ${kept} Try again when you are online, or in a few minutes.`;

export function notAccepted(reason: string): string {
  return `GitHub did not accept this: “${reason}”. ${kept}`;
}

export function gitHubStatus(status: number): string {
  return `status ${status}`;
}

// ── The editor’s page around it. Links are paths.

export const pageTitle = "Post a job";

/** Paragraphs of HTML. The form on the site needs JavaScript too. */
export function withoutScripts(contact: string, howToSubmit: string, git: string): string[] {
  return [
    "The editor needs JavaScript. Turn it on for this page, then reload it.",
    `Without it, you can email your post to <a href="mailto:${contact}">${contact}</a>: see <a href="${howToSubmit}">what to include</a>. If you know Git, you can <a href="${git}">send a pull request</a>.`,
  ];
}

/** Of a board without a sign-in service. Paragraphs of HTML. */
export function withoutSignIn(form: string, howToSubmit: string): string[] {
  return [
    "The editor is not available on this board, because it has no sign-in service yet.",
    `You can send your post without it: <a href="${form}">use the form</a>, or see <a href="${howToSubmit}">how to submit a post</a>.`,
    "Do you run this board? The setting <code>signInUrl</code> makes the editor available. On your own computer, <code>npm start</code> shows how it works.",
  ];
}

/** The title of a submission whose branch has no commits. */
export const untitledSubmission = "Add a post";

/** Replaces the name of a file in problems. */
export const theFile = "The file";
