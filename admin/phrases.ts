/** Decap's own words where they speak of entries, collections and publishing instead of job posts. */
export const phrases = {
  auth: { login: "Sign in", loggingIn: "Signing in…", loginWithGitHub: "Sign in with GitHub" },
  app: {
    header: { content: "Posts", quickAdd: "New" },
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
    },
  },
  editor: {
    editorControlPane: { widget: { required: "%{fieldLabel} is missing." } },
    editor: {
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
    },
  },
};
