/** Decap's own words where they speak of entries, collections and publishing instead of job posts. */
export const phrases = {
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
      loadingEntries: "Loading the posts…",
      cachingEntries: "Loading the posts…",
      noEntries: "There are no posts here.",
      unpublishedHeader: "What you have saved",
    },
  },
  editor: {
    editorControlPane: { widget: { required: "%{fieldLabel} is missing." } },
    editor: {
      onUpdatingWithUnsavedChanges: "Save first what you have changed.",
      onDeleteUnpublishedChangesWithUnsavedChanges:
        "This takes back what you have saved, and what you have changed since. Go on?",
      onDeleteUnpublishedChanges:
        "This takes back what you have saved; if it was sent, the reviewers no longer look at it. Go on?",
      onLeavePage: "Leave this page? What you changed is not saved yet.",
      loadingEntry: "Loading the post…",
      confirmLoadBackup:
        "This browser has kept what you wrote last time without saving it. Go on with that?",
    },
    editorInterface: { togglePreview: "Show or hide the preview" },
    editorToolbar: {
      backCollection: "%{collectionLabel}",
      unsavedChanges: "Not saved yet",
      changesSaved: "No changes",
      publish: "Save",
      publishing: "Saving…",
      published: "Saved",
      publishNow: "Save the post",
      publishAndCreateNew: "Save it and write another",
      publishAndDuplicate: "Save it and write another like it",
      deployButtonLabel: "See it on the site",
      duplicate: "Write another like it",
      saving: "Saving…",
      draft: "Not sent",
      inReview: "Sent",
      deleteUnpublishedEntry: "Throw it away",
      deleteUnpublishedChanges: "Throw the changes away",
      deleting: "Throwing away…",
    },
    editorWidgets: {
      markdown: { richText: "Formatted", markdown: "Plain (Markdown)" },
      datetime: { now: "Today" },
    },
  },
  ui: {
    toast: {
      onFailToLoadEntries: "The posts could not be loaded: %{details}",
      onFailToPersist: "The post was not saved. %{details}",
      missingRequiredField: "Not saved yet: something that is needed is missing.",
      entrySaved: "The post is saved.",
      entryUpdated: "Done.",
      onFailToUpdateStatus: "That did not work. %{details}",
      onFailToAuth: "%{details}",
      onDeleteUnpublishedChanges: "It is thrown away.",
      onLoggedOut: "You are signed out. Copy what you have written, and sign in again.",
      onBackendDown: "GitHub has difficulties at the moment: %{details}",
    },
  },
  workflow: {
    workflow: {
      loading: "Loading what you have saved…",
      workflowHeading: "My drafts",
      newPost: "New",
      description: "%{smart_count} sent to the reviewers",
    },
    // Of what was never sent, Decap does not know the day.
    workflowCard: {
      lastChangeNoAuthor: "",
      deleteChanges: "Throw the changes away",
      deleteNewEntry: "Throw it away",
    },
    workflowList: {
      onDeleteEntry:
        "This takes back what you have saved; if it was sent, the reviewers no longer look at it. Go on?",
      draftHeader: "Not sent",
      inReviewHeader: "Sent",
      currentEntries: "%{smart_count}",
    },
  },
};
