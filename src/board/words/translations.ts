/** The translations, compared with the English words: a word that is missing, or differs in more than its text, does not compile. */
import type { Compared } from "./translation.ts";

/** By the files of `es/`. */
export type Spanish = {
  "bot-answers.ts": Compared<
    typeof import("./en/bot-answers.ts"),
    typeof import("./es/bot-answers.ts")
  >;
  "bot-commands.ts": Compared<
    typeof import("./en/bot-commands.ts"),
    typeof import("./es/bot-commands.ts")
  >;
  "bot.ts": Compared<typeof import("./en/bot.ts"), typeof import("./es/bot.ts")>;
  "corrections.ts": Compared<
    typeof import("./en/corrections.ts"),
    typeof import("./es/corrections.ts")
  >;
  "doctor.ts": Compared<typeof import("./en/doctor.ts"), typeof import("./es/doctor.ts")>;
  "editor.ts": Compared<typeof import("./en/editor.ts"), typeof import("./es/editor.ts")>;
  "embed.ts": Compared<typeof import("./en/embed.ts"), typeof import("./es/embed.ts")>;
  "fields.ts": Compared<typeof import("./en/fields.ts"), typeof import("./es/fields.ts")>;
  "form.ts": Compared<typeof import("./en/form.ts"), typeof import("./es/form.ts")>;
  "github-answers.ts": Compared<
    typeof import("./en/github-answers.ts"),
    typeof import("./es/github-answers.ts")
  >;
  "github.ts": Compared<typeof import("./en/github.ts"), typeof import("./es/github.ts")>;
  "import.ts": Compared<typeof import("./en/import.ts"), typeof import("./es/import.ts")>;
  "issue-forms.ts": Compared<
    typeof import("./en/issue-forms.ts"),
    typeof import("./es/issue-forms.ts")
  >;
  "labels.ts": Compared<typeof import("./en/labels.ts"), typeof import("./es/labels.ts")>;
  "language.ts": Compared<typeof import("./en/language.ts"), typeof import("./es/language.ts")>;
  "links.ts": Compared<typeof import("./en/links.ts"), typeof import("./es/links.ts")>;
  "list-pages.ts": Compared<
    typeof import("./en/list-pages.ts"),
    typeof import("./es/list-pages.ts")
  >;
  "mail.ts": Compared<typeof import("./en/mail.ts"), typeof import("./es/mail.ts")>;
  "maintenance.ts": Compared<
    typeof import("./en/maintenance.ts"),
    typeof import("./es/maintenance.ts")
  >;
  "my-posts.ts": Compared<typeof import("./en/my-posts.ts"), typeof import("./es/my-posts.ts")>;
  "post.ts": Compared<typeof import("./en/post.ts"), typeof import("./es/post.ts")>;
  "problems.ts": Compared<typeof import("./en/problems.ts"), typeof import("./es/problems.ts")>;
  "prose-pages.ts": Compared<
    typeof import("./en/prose-pages.ts"),
    typeof import("./es/prose-pages.ts")
  >;
  "request-form.ts": Compared<
    typeof import("./en/request-form.ts"),
    typeof import("./es/request-form.ts")
  >;
  "requests.ts": Compared<typeof import("./en/requests.ts"), typeof import("./es/requests.ts")>;
  "reviewer-pages.ts": Compared<
    typeof import("./en/reviewer-pages.ts"),
    typeof import("./es/reviewer-pages.ts")
  >;
  "rules-on-places.ts": Compared<
    typeof import("./en/rules-on-places.ts"),
    typeof import("./es/rules-on-places.ts")
  >;
  "rules-on-text.ts": Compared<
    typeof import("./en/rules-on-text.ts"),
    typeof import("./es/rules-on-text.ts")
  >;
  "rules.ts": Compared<typeof import("./en/rules.ts"), typeof import("./es/rules.ts")>;
  "sandbox-posts.ts": Compared<
    typeof import("./en/sandbox-posts.ts"),
    typeof import("./es/sandbox-posts.ts")
  >;
  "sandbox.ts": Compared<typeof import("./en/sandbox.ts"), typeof import("./es/sandbox.ts")>;
  "saved-searches.ts": Compared<
    typeof import("./en/saved-searches.ts"),
    typeof import("./es/saved-searches.ts")
  >;
  "saved.ts": Compared<typeof import("./en/saved.ts"), typeof import("./es/saved.ts")>;
  "search.ts": Compared<typeof import("./en/search.ts"), typeof import("./es/search.ts")>;
  "settings.ts": Compared<typeof import("./en/settings.ts"), typeof import("./es/settings.ts")>;
  "sign-in.ts": Compared<typeof import("./en/sign-in.ts"), typeof import("./es/sign-in.ts")>;
  "starting-settings.ts": Compared<
    typeof import("./en/starting-settings.ts"),
    typeof import("./es/starting-settings.ts")
  >;
  "statistics.ts": Compared<
    typeof import("./en/statistics.ts"),
    typeof import("./es/statistics.ts")
  >;
  "status.ts": Compared<typeof import("./en/status.ts"), typeof import("./es/status.ts")>;
  "terminal-doctor.ts": Compared<
    typeof import("./en/terminal-doctor.ts"),
    typeof import("./es/terminal-doctor.ts")
  >;
  "terminal-errors.ts": Compared<
    typeof import("./en/terminal-errors.ts"),
    typeof import("./es/terminal-errors.ts")
  >;
  "terminal-github.ts": Compared<
    typeof import("./en/terminal-github.ts"),
    typeof import("./es/terminal-github.ts")
  >;
  "terminal-posts.ts": Compared<
    typeof import("./en/terminal-posts.ts"),
    typeof import("./es/terminal-posts.ts")
  >;
  "terminal.ts": Compared<typeof import("./en/terminal.ts"), typeof import("./es/terminal.ts")>;
};
