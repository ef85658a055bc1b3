import { describe, expect, it } from "vitest";
import { answers } from "#words/bot-answers.ts";
import { jobWith } from "../fixtures.ts";
import { statusCommentOf } from "./current-commits.ts";
import { decide } from "./decide.ts";
import type { ChangedFile, Facts } from "./facts.ts";
import { changePull } from "./facts-after.ts";
import type { FactChanges, Step } from "./fixtures.ts";
import {
  applied,
  assigns,
  bot,
  botRuns,
  brief,
  bytes,
  changed,
  closes,
  factsWith,
  file,
  following,
  merges,
  onBoard,
  pushes,
  reconciled,
  reviewConfig,
  reviews,
  says,
  textOf,
  waits,
} from "./fixtures.ts";
import { ghost } from "./permissions.ts";
import { noticeTag } from "./tags.ts";
import { readAuthorTasks } from "./tasks-in-comment.ts";

const newPost = reconciled(factsWith());
const claimed = reconciled(following(newPost, says("rita", "/claim")));
const requested = reconciled(
  following(newPost, says("rita", "/request-changes formatting Fix it.")),
);
const answered = reconciled(following(requested, pushes("anna", "h2")));
const rejected = reconciled(following(newPost, says("rita", "/reject not-python")));
const approved = reconciled(following(newPost, says("rita", "/approve")));
const invalidFile = changed(textOf(jobWith({ submitted_by: "anna" })).replace("company:", "firm:"));
const invalid = reconciled(factsWith({ pull: { files: [invalidFile] } }));

/** If the plan is then empty, one run was enough. */
function afterOneRun(facts: Facts): Facts {
  return applied(facts, decide(facts, reviewConfig));
}

const rolfAsksToo = reviews("rolf", "changes-requested", { id: 201 });

const owned = { posts: [onBoard()], addedBy: { login: "anna", id: 7 } };
const edited = changed({ title: "Lead Django Developer" }, { change: "modified" });
const filled = changed({ closed: { on: "2026-11-22", reason: "filled" } }, { change: "modified" });
const removed: ChangedFile = { path: file, change: "removed" };

/** The daily run moves all posts to the archive. */
function archives(facts: Facts): Facts {
  const moved = (path: string) => path.replace("jobs/", "jobs/archive/2026/");
  return { ...facts, posts: facts.posts.map((post) => ({ ...post, file: moved(post.file) })) };
}

function from(files: ChangedFile[], changes: FactChanges = {}): Facts {
  const { pull, ...others } = changes;
  return factsWith({ ...others, pull: { files, ...pull } });
}

function by(login: string, id = 99) {
  return { author: { login, id } };
}

/** The part of a plan that all situations with the same result share. */
const shown = {
  waiting: ["+ new post", "+ waiting", "write the comment"],
  refused: ["status failure on h1", "+ refused", "write the comment"],
  invalid: ["status failure on h1", "+ invalid", "+ new post", "write the comment"],
};

type Situation = [name: string, facts: Facts, state: string, plan: string[]];

const situations: Record<string, Situation[]> = {
  "a new post": [
    [
      "waits for review if it is valid",
      factsWith(),
      "waiting",
      ["status success on h1", ...shown.waiting],
    ],
    ["needs nothing once the bot has handled it", newPost, "waiting", []],
    [
      "is labeled after waiting three days",
      following(newPost, waits({ days: 3 })),
      "waiting",
      ["+ waits 3 days"],
    ],
    [
      "is labeled after waiting a week",
      following(newPost, waits({ days: 7 })),
      "waiting",
      ["+ waits 7 days"],
    ],
    [
      "gets the label for two weeks in place of the one for a week",
      following(newPost, waits({ days: 7 }), botRuns, waits({ days: 7 })),
      "waiting",
      ["- waits 7 days", "+ waits 14 days"],
    ],
    [
      "is not reviewed while it is a draft",
      factsWith({ pull: { draft: true } }),
      "draft",
      ["status pending on h1", "+ draft", "+ new post", "write the comment"],
    ],
    [
      "waits once it is no longer a draft",
      changePull(reconciled(factsWith({ pull: { draft: true } })), { draft: false }),
      "waiting",
      ["status success on h1", "- draft", "+ waiting", "change the comment"],
    ],
    [
      "is invalid if it conflicts with the board, and its author is notified",
      changePull(newPost, { mergeable: false }),
      "invalid",
      [
        ...["status failure on h1", "- waiting", "+ invalid", "change the comment"],
        "post conflict-h1",
      ],
    ],
    [
      "waits again once the conflict is resolved",
      changePull(reconciled(changePull(newPost, { mergeable: false })), { mergeable: true }),
      "waiting",
      ["status success on h1", "- invalid", "+ waiting", "change the comment"],
    ],
    [
      "waits while GitHub does not know whether it conflicts",
      changePull(newPost, { mergeable: null }),
      "waiting",
      [],
    ],
    [
      "is no submission once its author removes it from the pull request",
      following(newPost, pushes("anna", "h2", [])),
      "not-a-submission",
      ["status success on h2", "- new post", "- waiting", "change the comment"],
    ],
    [
      "waits once its problems are fixed",
      following(invalid, pushes("anna", "h2", [changed()])),
      "waiting",
      [
        "status success on h2",
        "title Add “Senior Django Developer” at Example Analytics GmbH",
        ...["- invalid", "+ waiting", "change the comment"],
      ],
    ],
    [
      "may have its submitter’s username in another case",
      from([changed({ submitted_by: "Anna" })]),
      "waiting",
      ["status success on h1", ...shown.waiting],
    ],
    [
      "may be sent by a maintainer in somebody else’s name",
      from([changed({ submitted_by: "octocat" })], { pull: by("mona") }),
      "waiting",
      ["status success on h1", ...shown.waiting],
    ],
    [
      "may contain template code, which is only text",
      from([changed({ description: "You write {{ Helm }} {% charts %} in Python, every day." })]),
      "waiting",
      ["status success on h1", ...shown.waiting],
    ],
  ],

  "an invalid new post": [
    ["has an unknown field", from([invalidFile]), "invalid", shown.invalid],
    [
      "was valid before the last push",
      following(newPost, pushes("anna", "h2", [invalidFile])),
      "invalid",
      [
        "status failure on h2",
        "title Add the post 2026-11-22-example-analytics-senior-django-developer",
        ...["- waiting", "+ invalid", "change the comment"],
      ],
    ],
    [
      "is sent in somebody else’s name",
      from([changed({ submitted_by: "octocat" })]),
      "invalid",
      shown.invalid,
    ],
    [
      "is sent by an account that was deleted",
      from([changed({ submitted_by: "octocat" })], { pull: { author: ghost } }),
      "invalid",
      shown.invalid,
    ],
    ["features itself", from([changed({ featured: true })]), "invalid", shown.invalid],
    [
      "approves itself",
      from([changed({ approved: { on: "2026-11-22", pull: 7, by: "rita" } })]),
      "invalid",
      shown.invalid,
    ],
    [
      "says when it was published",
      from([changed({ published: "2026-11-21" })]),
      "invalid",
      shown.invalid,
    ],
    [
      "claims an old address",
      from([changed({ aliases: ["/jobs/1234/"] })]),
      "invalid",
      shown.invalid,
    ],
    [
      "has the file name of a listed post",
      from([changed()], { posts: [onBoard({ submitted_by: "octocat" })] }),
      "invalid",
      shown.invalid,
    ],
    [
      "has the file name of an archived post",
      from([changed()], {
        posts: [
          onBoard(
            {
              published: "2026-01-01",
              submitted: "2026-01-01",
              closed: { on: "2026-02-01", reason: "filled" },
            },
            file.replace("jobs/", "jobs/archive/2026/"),
          ),
        ],
      }),
      "invalid",
      shown.invalid,
    ],
    [
      "has the file name of an earlier submission",
      factsWith({
        others: [{ number: 3, author: "bert", path: file, content: bytes(textOf(jobWith({}))) }],
      }),
      "invalid",
      shown.invalid,
    ],
    [
      "has a file name that is not allowed",
      from([changed({}, { path: "jobs/My Job.md" })]),
      "invalid",
      shown.invalid,
    ],
    [
      "is not UTF-8",
      from([changed({}, { content: new Uint8Array([0xff, 0xfe]) })]),
      "invalid",
      shown.invalid,
    ],
    [
      "could not be read",
      from([changed({}, { content: { refused: "is larger than a post may be" } })]),
      "invalid",
      shown.invalid,
    ],
  ],

  "a refused pull request": [
    [
      "has the same commits as an earlier one, so it gets no commit status",
      factsWith({ duplicateHead: 3 }),
      "refused",
      ["+ refused", "write the comment"],
    ],
    ["adds a symbolic link", from([changed({}, { mode: "120000" })]), "refused", shown.refused],
    ["adds a submodule", from([changed({}, { mode: "160000" })]), "refused", shown.refused],
    ["adds an executable file", from([changed({}, { mode: "100755" })]), "refused", shown.refused],
    [
      "changes more files than GitHub lists",
      from([changed()], { pull: { changedFiles: 4000 } }),
      "refused",
      shown.refused,
    ],
    [
      "has commits that are too large to read",
      from([], { pull: { isTooLarge: true } }),
      "refused",
      shown.refused,
    ],
    [
      "adds 500 posts",
      from(
        Array.from({ length: 500 }, (_, index) =>
          changed({}, { path: `jobs/2026-11-22-${index}.md` }),
        ),
      ),
      "refused",
      shown.refused,
    ],
    [
      "adds a post whose content is unknown",
      from([{ path: file, change: "added" }]),
      "refused",
      shown.refused,
    ],
    [
      "changes a workflow as well as a post",
      from([changed(), { path: ".github/workflows/triage.yml", change: "modified" }]),
      "refused",
      shown.refused,
    ],
    [
      "adds data for templates",
      from([changed("{}", { path: "jobs/jobs.11tydata.js" })]),
      "refused",
      shown.refused,
    ],
    [
      "adds a post in a subfolder",
      from([changed({}, { path: "jobs/a/b.md" })]),
      "refused",
      shown.refused,
    ],
    [
      "adds a post to the archive",
      from([changed({}, { path: "jobs/archive/2026/a.md" })]),
      "refused",
      shown.refused,
    ],
    [
      "adds a post to a folder whose name differs from jobs only in case",
      from([changed({}, { path: "Jobs/a.md" })]),
      "refused",
      shown.refused,
    ],
    [
      "renames a post",
      from([changed({}, { change: "renamed", previousPath: "jobs/old.md" })], owned),
      "refused",
      shown.refused,
    ],
    [
      "moves a post out of jobs",
      from([{ path: "old.md", change: "renamed", previousPath: file, mode: "100644" }], owned),
      "refused",
      shown.refused,
    ],
    [
      "changes somebody else’s post",
      from([edited], { ...owned, pull: by("mallory") }),
      "refused",
      shown.refused,
    ],
    [
      "deletes somebody else’s post",
      from([removed], { ...owned, pull: by("mallory") }),
      "refused",
      shown.refused,
    ],
    [
      "comes from somebody who took over the owner’s username",
      from([edited], { ...owned, pull: by("anna", 4711) }),
      "refused",
      shown.refused,
    ],
    ["changes a post that does not exist", from([edited]), "refused", shown.refused],
    [
      "is not merged even if a reviewer approves it",
      following(reconciled(from([changed({}, { mode: "120000" })])), says("rita", "/approve")),
      "refused",
      ["post answer-100", "confused to 100"],
    ],
    [
      "cannot be sent back for changes",
      following(
        reconciled(from([changed({}, { mode: "120000" })])),
        says("rita", "/request-changes formatting"),
      ),
      "refused",
      ["post answer-100", "confused to 100"],
    ],
    [
      "can be rejected",
      following(reconciled(from([changed({}, { mode: "120000" })])), says("rita", "/reject spam")),
      "rejected",
      [
        ...["close", "- refused", "+ reason: spam", "+ rejected", "assign rita"],
        ...["change the comment", "post rejected-100", "+1 to 100"],
      ],
    ],
  ],

  "an edit of the submitter’s own post": [
    [
      "waits for review",
      from([edited], owned),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "waits if the owner is known by username only",
      from([edited], { ...owned, addedBy: null }),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "may come from the owner under a new username",
      from([edited], { ...owned, pull: by("anna-new", 7) }),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "may come from a manager whom the post names",
      from([changed({ managers: ["mallory"], title: "X1" }, { change: "modified" })], {
        ...owned,
        posts: [onBoard({ managers: ["mallory"] })],
        pull: by("mallory"),
      }),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "is invalid if it features the post",
      from([changed({ featured: true }, { change: "modified" })], owned),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "is invalid if it changes the day of submission",
      from([changed({ submitted: "2026-11-21" }, { change: "modified" })], owned),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "is invalid if it changes the submitter",
      from([changed({ submitted_by: "mallory" }, { change: "modified" })], owned),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "is invalid if it removes a mark that only the board sets",
      from([changed({}, { change: "modified" })], {
        ...owned,
        posts: [onBoard({ featured: true })],
      }),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "is merged once it is approved",
      following(reconciled(from([edited], owned)), says("rita", "/approve")),
      "approved",
      [
        ...["merge h1, approved by rita", "- waiting", "+ approved", "assign rita"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
  ],

  "the closing of the submitter’s own post": [
    [
      "is merged at once",
      from([filled], owned),
      "approved",
      [
        ...["status success on h1", "+ closing", "merge h1, approved by anna", "+ approved"],
        ...["write the comment", "post merged"],
      ],
    ],
    [
      "waits if the owner is known by username only",
      from([filled], { ...owned, addedBy: null }),
      "waiting",
      ["status success on h1", "+ closing", "+ waiting", "write the comment"],
    ],
    [
      "is not merged while it is a draft",
      from([filled], { ...owned, pull: { draft: true } }),
      "draft",
      ["status pending on h1", "+ closing", "+ draft", "write the comment"],
    ],
    [
      "is invalid if it says that the post expired, which only the board decides",
      from(
        [changed({ closed: { on: "2026-11-22", reason: "expired" } }, { change: "modified" })],
        owned,
      ),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "is merged once it is approved",
      following(
        reconciled(from([filled], { ...owned, addedBy: null })),
        reviews("rolf", "approved"),
      ),
      "approved",
      [
        ...["merge h1, approved by rolf", "- waiting", "+ approved", "assign rolf"],
        ...["change the comment", "post merged"],
      ],
    ],
    [
      "by deleting the file is made as a change to the post",
      from([removed], owned),
      "approved",
      [
        ...["status pending on h1", "+ closing"],
        ...['change {"closed":{"on":"2026-11-22","reason":"removed"}}', "close"],
        ...["+ approved", "write the comment", "post merged"],
      ],
    ],
    [
      "by deleting the file keeps its comment once the post is in the archive",
      following(reconciled(from([removed], owned)), archives),
      "approved",
      [],
    ],
    [
      "by deleting the file can’t be reopened once it is carried out",
      following(reconciled(from([removed], owned)), says("anna", "/reopen")),
      "approved",
      ["post answer-100", "confused to 100"],
    ],
    [
      "by deleting the file waits if the owner is known by username only, with GitHub’s button locked",
      from([removed], { ...owned, addedBy: null }),
      "waiting",
      ["status pending on h1", "+ closing", "+ waiting", "write the comment"],
    ],
    [
      "by deleting the file is made as a change once it is approved",
      following(reconciled(from([removed], { ...owned, addedBy: null })), says("rita", "/approve")),
      "approved",
      [
        ...['change {"closed":{"on":"2026-11-22","reason":"removed"}}', "close", "- waiting"],
        ...["+ approved", "assign rita", "change the comment", "post merged", "+1 to 100"],
      ],
    ],
  ],

  "a pull request that is not a submission": [
    [
      "gets a green commit status and nothing else",
      from([{ path: "src/board/days.ts", change: "modified" }]),
      "not-a-submission",
      ["status success on h1"],
    ],
    [
      "gets no explanation when it is closed",
      following(reconciled(from([{ path: "README.md", change: "modified" }])), closes("rita")),
      "not-a-submission",
      [],
    ],
    [
      "is not decided by commands",
      following(
        reconciled(from([{ path: "src/board/days.ts", change: "modified" }])),
        says("rita", "/approve"),
      ),
      "not-a-submission",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is not decided by GitHub’s buttons",
      following(
        reconciled(from([{ path: "src/board/days.ts", change: "modified" }])),
        reviews("rita", "approved"),
      ),
      "not-a-submission",
      [],
    ],
  ],

  "a maintainer’s change": [
    [
      "may edit several posts",
      from([edited, changed({}, { path: "jobs/2026-11-22-other.md" })], {
        ...owned,
        pull: by("mona"),
      }),
      "not-a-submission",
      ["status success on h1", "+ maintenance", "write the comment"],
    ],
    [
      "may feature somebody’s post",
      from([changed({ featured: true }, { change: "modified" })], { ...owned, pull: by("mona") }),
      "not-a-submission",
      ["status success on h1", "+ maintenance", "write the comment"],
    ],
    [
      "is invalid if it renames a post without keeping its first day and address",
      from([changed({}, { path: "jobs/2026-11-22-other.md" }), { path: file, change: "removed" }], {
        ...owned,
        pull: by("mona"),
      }),
      "invalid",
      ["status failure on h1", "+ invalid", "+ maintenance", "write the comment"],
    ],
    [
      "may rename a post if it keeps them",
      from(
        [
          changed(
            { published: "2026-11-20", aliases: [`/${file.replace(".md", "/")}`] },
            { path: "jobs/2026-11-22-other.md" },
          ),
          { path: file, change: "removed" },
        ],
        { ...owned, pull: by("mona") },
      ),
      "not-a-submission",
      ["status success on h1", "+ maintenance", "write the comment"],
    ],
    [
      "is invalid if a post in it cannot be published",
      from([{ ...invalidFile, change: "modified" }], { ...owned, pull: by("mona") }),
      "invalid",
      ["status failure on h1", "+ invalid", "+ maintenance", "write the comment"],
    ],
  ],

  "an approval": [
    [
      "by command merges the post",
      following(newPost, says("rita", "/approve")),
      "approved",
      [
        ...["merge h1, approved by rita", "- waiting", "+ approved", "assign rita"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
    [
      "by GitHub’s Approve button merges the post",
      following(newPost, reviews("rolf", "approved")),
      "approved",
      [
        ...["merge h1, approved by rolf", "- waiting", "+ approved", "assign rolf"],
        ...["change the comment", "post merged"],
      ],
    ],
    [
      "by GitHub’s Merge button is announced to the author",
      following(newPost, merges("rita")),
      "approved",
      ["- waiting", "+ approved", "change the comment", "post merged"],
    ],
    [
      "by a listed reviewer without write access merges the post",
      following(newPost, says("ravi", "/approve")),
      "approved",
      [
        ...["merge h1, approved by ravi", "- waiting", "+ approved", "assign ravi"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
    [
      "by two reviewers counts as the first one’s",
      afterOneRun(
        following(newPost, reviews("ravi", "approved"), reviews("rita", "approved", { id: 201 })),
      ),
      "approved",
      [],
    ],
    [
      "is not blocked by a stranger, or by somebody affiliated",
      following(
        reconciled(from([changed({ apply_url: "https://careers.example.net/1" })])),
        says("rita", "/approve"),
        reviews("mallory", "changes-requested"),
        reviews("rosa", "changes-requested", { id: 201 }),
      ),
      "approved",
      [
        ...["merge h1, approved by rita", "- waiting", "+ approved", "assign rita"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
    [
      "is marked as done if the bot was interrupted after the merge",
      changePull(following(newPost, says("rita", "/approve")), {
        state: "merged",
        mergedBy: "github-actions[bot]",
      }),
      "approved",
      ["- waiting", "+ approved", "change the comment", "post merged", "+1 to 100"],
    ],
  ],

  "an approval that does not count": [
    [
      "is a stranger’s, and is ignored",
      following(newPost, says("mallory", "/approve")),
      "waiting",
      [],
    ],
    [
      "is the author’s, and is ignored",
      following(newPost, says("anna", "/approve")),
      "waiting",
      [],
    ],
    [
      "is a stranger’s review, and is ignored",
      following(newPost, reviews("mallory", "approved")),
      "waiting",
      [],
    ],
    [
      "was edited, and is answered",
      following(newPost, says("rita", "/approve", { edited: true })),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is a maintainer’s for their own post, and is answered",
      following(
        reconciled(from([changed({ submitted_by: "mona" })], { pull: by("mona") })),
        says("mona", "/approve"),
      ),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is a colleague’s, and is answered",
      following(
        reconciled(from([changed({ submitted_by: "colin" })], { pull: by("colin") })),
        says("rosa", "/approve"),
      ),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is by somebody affiliated with the company, and is answered even if given by button",
      following(
        reconciled(from([changed({ apply_url: "https://careers.example.net/1" })])),
        reviews("rosa", "approved"),
      ),
      "waiting",
      ["post answer-review-200"],
    ],
    [
      "is by somebody affiliated with the company before the edit, and is answered",
      following(
        reconciled(
          from([edited], { ...owned, posts: [onBoard({ apply_url: "https://example.net/1" })] }),
        ),
        says("rosa", "/approve"),
      ),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is for a draft, and is answered",
      following(reconciled(factsWith({ pull: { draft: true } })), says("rita", "/approve")),
      "draft",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is for an invalid post, and is answered",
      following(invalid, says("rita", "/approve")),
      "invalid",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is for a post that conflicts with the board, and is answered",
      following(reconciled(changePull(newPost, { mergeable: false })), says("rita", "/approve")),
      "invalid",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is for a commit that was replaced, and is answered",
      following(newPost, says("rita", "/approve"), pushes("anna", "h2")),
      "waiting",
      ["status success on h2", "change the comment", "post answer-100", "confused to 100"],
    ],
    [
      "is given by button for a commit that was replaced, and is ignored",
      following(newPost, reviews("rita", "approved"), pushes("anna", "h2")),
      "waiting",
      ["status success on h2", "change the comment"],
    ],
    [
      "comes before the bot has checked the post, and is answered",
      following(factsWith(), says("rita", "/approve")),
      "waiting",
      ["status success on h1", ...shown.waiting, "post answer-100", "confused to 100"],
    ],
    [
      "is for a commit that was checked long ago and pushed again, and is answered",
      following(
        newPost,
        pushes("anna", "h2"),
        botRuns,
        pushes("anna", "h1"),
        says("rita", "/approve"),
      ),
      "waiting",
      ["status success on h1", "change the comment", "post answer-100", "confused to 100"],
    ],
    [
      "is followed by the same reviewer’s request for changes",
      following(
        newPost,
        reviews("rita", "approved"),
        reviews("rita", "changes-requested", { id: 201 }),
      ),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "assign rita"],
        ...["change the comment", "post answer-review-200"],
      ],
    ],
    [
      "is followed by the same reviewer’s rejection",
      following(newPost, says("rita", "/approve"), says("rita", "/reject spam", { id: 101 })),
      "rejected",
      [
        ...[
          "close",
          "- waiting",
          "+ reason: spam",
          "+ rejected",
          "assign rita",
          "change the comment",
        ],
        ...["post answer-100", "post rejected-101", "confused to 100", "+1 to 101"],
      ],
    ],
    [
      "is followed by another reviewer’s objection",
      following(newPost, says("rita", "/approve"), reviews("rolf", "changes-requested")),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "assign rolf"],
        ...["change the comment", "post answer-100", "confused to 100"],
      ],
    ],
    [
      "is from before the pull request was closed and reopened",
      reconciled(
        following(
          newPost,
          says("rita", "/approve"),
          closes("anna"),
          says("anna", "/reopen", { id: 101 }),
          waits({ minutes: 1 }),
        ),
      ),
      "waiting",
      [],
    ],
  ],

  "a rejection": [
    [
      "by command closes the pull request and notifies the author",
      following(newPost, says("rita", "/reject not-python")),
      "rejected",
      [
        ...["close", "- waiting", "+ reason: not-python", "+ rejected", "assign rita"],
        ...["change the comment", "post rejected-100", "+1 to 100"],
      ],
    ],
    [
      "can be given by closing the pull request",
      following(newPost, closes("rita")),
      "rejected",
      ["- waiting", "+ rejected", "change the comment", "post closed-2026-11-22T100100Z"],
    ],
    [
      "without a reason is answered with the reasons",
      following(newPost, says("rita", "/reject")),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "for an unknown reason is answered with the reasons",
      following(newPost, says("rita", "/reject because")),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "of a post that is already merged is answered",
      following(approved, says("rolf", "/reject spam", { id: 101 })),
      "approved",
      ["post answer-101", "confused to 101"],
    ],
    [
      "is undone when the author of the post reopens it",
      following(rejected, says("anna", "/reopen", { id: 101 })),
      "claimed",
      [
        "reopen",
        "- reason: not-python",
        "- rejected",
        "+ claimed",
        "change the comment",
        "+1 to 101",
      ],
    ],
    [
      "of a deletion is undone by its author’s word",
      (() => {
        const waiting = reconciled(from([removed], { ...owned, addedBy: null }));
        const closed = reconciled(following(waiting, says("rita", "/reject incomplete")));
        return following(closed, says("anna", "/reopen", { id: 101 }));
      })(),
      "claimed",
      [
        ...["reopen", "- reason: incomplete", "- rejected", "+ claimed", "change the comment"],
        "+1 to 101",
      ],
    ],
    [
      "is not undone by a stranger",
      following(rejected, says("mallory", "/reopen", { id: 101 })),
      "rejected",
      [],
    ],
  ],

  "a withdrawn submission": [
    [
      "was closed by its author",
      following(newPost, closes("anna")),
      "withdrawn",
      ["- waiting", "+ withdrawn", "change the comment"],
    ],
    [
      "was closed by its author after they removed the post",
      following(reconciled(following(newPost, pushes("anna", "h2", []))), closes("anna")),
      "withdrawn",
      ["+ withdrawn", "change the comment"],
    ],
    [
      "is assumed until GitHub says who closed it",
      changePull(newPost, { state: "closed" }),
      "withdrawn",
      ["- waiting", "+ withdrawn", "change the comment"],
    ],
  ],

  "a request for changes": [
    [
      "by command notifies the author",
      following(newPost, says("rita", "/request-changes formatting Fix it.")),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "+ reason: formatting"],
        ...["assign rita", "change the comment", "post changes-100", "+1 to 100"],
      ],
    ],
    [
      "by GitHub’s button sends no notice, because GitHub does",
      following(newPost, reviews("rita", "changes-requested")),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "assign rita"],
        "change the comment",
      ],
    ],
    [
      "puts the post first in the queue once it is answered",
      following(requested, pushes("anna", "h2")),
      "waiting",
      [
        ...["status success on h2", "- changes requested", "- reason: formatting", "+ answered"],
        ...["+ waiting", "unassign rita", "change the comment"],
      ],
    ],
    [
      "by button puts the post first in the queue once it is answered",
      following(newPost, reviews("rita", "changes-requested"), botRuns, pushes("anna", "h2")),
      "waiting",
      [
        ...["status success on h2", "- changes requested", "+ answered", "+ waiting"],
        ...["unassign rita", "change the comment"],
      ],
    ],
    ["needs nothing more once it is answered", answered, "waiting", []],
    [
      "is not answered by a reviewer’s own commit",
      following(requested, pushes("rita", "h2")),
      "changes-requested",
      ["status failure on h2", "change the comment"],
    ],
    [
      "is answered by the author’s commit after a reviewer’s",
      following(requested, pushes("rita", "h2"), botRuns, pushes("anna", "h3")),
      "waiting",
      [
        ...["status success on h3", "- changes requested", "- reason: formatting", "+ answered"],
        ...["+ waiting", "unassign rita", "change the comment"],
      ],
    ],
    [
      "keeps the claim as long as it is open",
      following(requested, waits({ days: 30 })),
      "changes-requested",
      [],
    ],
    [
      "is withdrawn by dismissing the review",
      changePull(following(newPost, reviews("rita", "changes-requested"), botRuns), {
        reviews: [
          {
            id: 200,
            author: "rita",
            state: "dismissed",
            body: "",
            sha: "h1",
            at: "2026-11-22T10:01:00Z",
          },
        ],
      }),
      "claimed",
      ["status success on h1", "- changes requested", "+ claimed", "change the comment"],
    ],
    [
      "by a second reviewer’s button counts too, and leaves the claim where it is",
      following(newPost, reviews("rita", "changes-requested"), rolfAsksToo),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "assign rita"],
        "change the comment",
      ],
    ],
    [
      "by a second reviewer’s button counts after the bot has handled the first",
      following(newPost, reviews("rita", "changes-requested"), botRuns, rolfAsksToo),
      "changes-requested",
      ["status failure on h1", "change the comment"],
    ],
    [
      "by a second reviewer’s button puts a claimed post first in the queue once it is answered",
      following(claimed, rolfAsksToo, botRuns, pushes("anna", "h2")),
      "waiting",
      [
        ...["status success on h2", "- changes requested", "+ answered", "+ waiting"],
        ...["unassign rita", "change the comment"],
      ],
    ],
    [
      "is withdrawn by the same reviewer’s approval, even one that could not merge",
      afterOneRun(
        following(
          factsWith(),
          reviews("rita", "changes-requested"),
          reviews("rita", "approved", { id: 201 }),
        ),
      ),
      "waiting",
      [],
    ],
    [
      "that was answered before the bot saw it leaves the one that another reviewer has made since",
      afterOneRun(
        following(
          factsWith(),
          reviews("rita", "changes-requested"),
          pushes("anna", "h2"),
          rolfAsksToo,
        ),
      ),
      "changes-requested",
      [],
    ],
    [
      "is lifted by an approval from the same reviewer",
      following(requested, says("rita", "/approve", { id: 101 })),
      "approved",
      [
        ...["status success on h1", "merge h1, approved by rita", "- changes requested"],
        ...["- reason: formatting", "+ approved", "change the comment", "post merged", "+1 to 101"],
      ],
    ],
  ],

  "a claim": [
    [
      "assigns the reviewer",
      following(newPost, says("rita", "/claim")),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment", "+1 to 100"],
    ],
    [
      "starts with the first review",
      following(newPost, reviews("rita", "commented")),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment"],
    ],
    [
      "can be made in the sidebar",
      following(newPost, assigns("rita", "rita")),
      "claimed",
      ["- waiting", "+ claimed", "change the comment"],
    ],
    [
      "goes to whoever came first",
      following(newPost, says("rita", "/claim"), says("rolf", "/claim", { id: 101 })),
      "claimed",
      [
        ...["- waiting", "+ claimed", "assign rita", "change the comment", "post answer-101"],
        ...["+1 to 100", "confused to 101"],
      ],
    ],
    [
      "goes to whoever takes over in the sidebar",
      following(claimed, assigns("rolf", "rolf")),
      "claimed",
      ["unassign rita", "change the comment"],
    ],
    [
      "ends with /release",
      following(claimed, says("rita", "/release", { id: 101 })),
      "waiting",
      ["- claimed", "+ waiting", "unassign rita", "change the comment", "+1 to 101"],
    ],
    [
      "still holds after six days",
      following(claimed, waits({ days: 6 })),
      "claimed",
      ["+ waits 3 days"],
    ],
    [
      "lapses after seven days",
      following(claimed, waits({ days: 7 })),
      "waiting",
      ["- claimed", "+ waiting", "+ waits 7 days", "unassign rita", "change the comment"],
    ],
    [
      "is renewed by a comment from the same reviewer",
      following(
        claimed,
        waits({ days: 5 }),
        says("rita", "Still at it.", { id: 101 }),
        waits({ days: 5 }),
      ),
      "claimed",
      ["+ waits 7 days", "change the comment"],
    ],
    [
      "ends with the author’s answer, even if another request for changes is open",
      afterOneRun(
        following(
          factsWith(),
          reviews("rita", "changes-requested"),
          pushes("anna", "h2"),
          assigns("mona", "ravi"),
          rolfAsksToo,
        ),
      ),
      "changes-requested",
      [],
    ],
    [
      "stays released if it was released before the bot assigned anybody",
      afterOneRun(following(newPost, reviews("rita", "commented"), says("rita", "/release"))),
      "waiting",
      [],
    ],
    [
      "by somebody affiliated does not count",
      following(newPost, assigns("mona", "anna")),
      "waiting",
      [],
    ],
  ],

  "a second reviewer": [
    [
      "is told of the claim on approving",
      following(claimed, says("rolf", "/approve", { id: 101 })),
      "claimed",
      ["post answer-101", "confused to 101"],
    ],
    [
      "is told of the claim on claiming",
      following(claimed, says("rolf", "/claim", { id: 101 })),
      "claimed",
      ["post answer-101", "confused to 101"],
    ],
    [
      "is told of the claim on approving by button",
      following(claimed, reviews("rolf", "approved")),
      "claimed",
      ["post answer-review-200"],
    ],
    [
      "is told of the claim on requesting changes by command",
      following(claimed, says("rolf", "/request-changes formatting Fix it.", { id: 101 })),
      "claimed",
      ["post answer-101", "confused to 101"],
    ],
    [
      "is told of a claim that the bot had not seen yet",
      following(newPost, says("rita", "/claim"), reviews("rolf", "approved")),
      "claimed",
      [
        ...[
          "- waiting",
          "+ claimed",
          "assign rita",
          "change the comment",
          "post answer-review-200",
        ],
        "+1 to 100",
      ],
    ],
    [
      "is told of the claim even if the bot was interrupted after assigning",
      following(
        newPost,
        says("rita", "/claim"),
        reviews("rolf", "approved"),
        assigns("github-actions[bot]", "rita"),
      ),
      "claimed",
      ["- waiting", "+ claimed", "change the comment", "post answer-review-200", "+1 to 100"],
    ],
    [
      "is told of a claim by a review that the bot had not seen yet",
      following(newPost, reviews("rita", "commented"), reviews("rolf", "approved", { id: 201 })),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment", "post answer-review-201"],
    ],
  ],

  "a comment with commands": [
    [
      "is answered with the list of commands if one is unknown",
      following(newPost, says("rita", "/aprove")),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is answered with the list of commands if it asks for help",
      following(newPost, says("rita", "/help")),
      "waiting",
      ["post answer-100", "+1 to 100"],
    ],
    [
      "may begin with a remark",
      following(newPost, says("rita", "Well:\n/claim")),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment", "+1 to 100"],
    ],
    [
      "is asked about if the command may be part of a remark",
      following(newPost, says("rita", "/approve not yet, the link is dead")),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is asked about if there is a remark above /approve",
      following(newPost, says("rita", "Do not\n/approve")),
      "waiting",
      ["post answer-100-1", "confused to 100"],
    ],
    [
      "may have spaces and blank lines around /approve",
      following(newPost, says("rita", "\r\n /Approve.\r\n")),
      "approved",
      [
        ...["merge h1, approved by rita", "- waiting", "+ approved", "assign rita"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
    [
      "is none if it only mentions a path",
      following(newPost, says("rita", "/etc/hosts")),
      "waiting",
      [],
    ],
    [
      "can say that the post is no duplicate",
      following(newPost, says("rita", "/duplicate-ok")),
      "claimed",
      [
        "- waiting",
        "+ claimed",
        "+ duplicate-ok",
        "assign rita",
        "change the comment",
        "+1 to 100",
      ],
    ],
  ],

  "a comment with several commands": [
    [
      "applies each of them",
      following(newPost, says("rita", "/feature\n/duplicate-ok\n/approve")),
      "approved",
      [
        ...["merge h1, approved by rita", 'change {"featured":true}', "- waiting", "+ approved"],
        ...["+ duplicate-ok", "+ featured", "assign rita", "change the comment", "post merged"],
        ...["post featured", "+1 to 100"],
      ],
    ],
    [
      "applies the valid one and answers the wrong one",
      following(newPost, says("rita", "/claim\n/aprove")),
      "claimed",
      [
        ...["- waiting", "+ claimed", "assign rita", "change the comment", "post answer-100-1"],
        ...["+1 to 100", "confused to 100"],
      ],
    ],
    [
      "applies the valid one only once",
      reconciled(following(newPost, says("rita", "/request-changes formatting\n/claim it"))),
      "changes-requested",
      [],
    ],
    [
      "refuses the wrong one only once",
      reconciled(
        following(claimed, says("rolf", "/request-changes formatting\n/help", { id: 101 })),
      ),
      "claimed",
      [],
    ],
    [
      "notifies the author of each request for changes",
      following(
        newPost,
        says("rita", "/request-changes formatting A\n/request-changes bad-link B"),
      ),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "+ reason: bad-link"],
        ...["assign rita", "change the comment", "post changes-100", "post changes-100-1"],
        "+1 to 100",
      ],
    ],
    [
      "does not merge if they contradict each other",
      following(newPost, says("rita", "/approve\n/reject spam")),
      "rejected",
      [
        ...["close", "- waiting", "+ reason: spam", "+ rejected", "assign rita"],
        ...["change the comment", "post answer-100", "post rejected-100-1"],
        ...["+1 to 100", "confused to 100"],
      ],
    ],
    [
      "is answered once if it was edited",
      following(newPost, says("rita", "/claim\n/approve", { edited: true })),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "has to repeat what follows /reopen",
      following(rejected, says("rolf", "/reopen\n/approve", { id: 101 })),
      "claimed",
      [
        ...["reopen", "- reason: not-python", "- rejected", "+ claimed", "change the comment"],
        ...["post answer-101-1", "+1 to 101", "confused to 101"],
      ],
    ],
    [
      "is asked about if the author adds words to /reopen",
      following(rejected, says("anna", "/reopen I fixed it", { id: 101 })),
      "rejected",
      ["post answer-101", "confused to 101"],
    ],
    [
      "applies only /reopen if it is the author’s",
      following(rejected, says("anna", "/reopen\n/approve", { id: 101 })),
      "claimed",
      [
        ...["reopen", "- reason: not-python", "- rejected", "+ claimed", "change the comment"],
        "+1 to 101",
      ],
    ],
  ],

  "a featured post": [
    [
      "is labeled, and waits for approval",
      following(newPost, says("rita", "/feature")),
      "claimed",
      ["- waiting", "+ claimed", "+ featured", "assign rita", "change the comment", "+1 to 100"],
    ],
    [
      "is marked once it is merged",
      changePull(approved, { labels: [...approved.pull.labels, "featured"] }),
      "approved",
      ['change {"featured":true}', "post featured"],
    ],
    [
      "can be marked after the merge",
      following(approved, says("rolf", "/feature", { id: 101 })),
      "approved",
      ['change {"featured":true}', "+ featured", "post featured", "+1 to 101"],
    ],
    [
      "is marked with the merge if a reviewer asked before",
      following(
        reconciled(following(newPost, says("rita", "/feature"))),
        says("rita", "/approve", { id: 101 }),
      ),
      "approved",
      [
        ...["merge h1, approved by rita", 'change {"featured":true}', "- claimed", "+ approved"],
        ...["change the comment", "post merged", "post featured", "+1 to 101"],
      ],
    ],
    [
      "is marked only once, even if somebody removes the mark",
      (() => {
        const marked = reconciled(following(approved, says("rolf", "/feature", { id: 101 })));
        return following({ ...marked, posts: approved.posts }, says("mallory", "Hi", { id: 102 }));
      })(),
      "approved",
      [],
    ],
    [
      "is marked with the merge if the approval asks for it",
      following(newPost, says("rita", "/approve\n/feature")),
      "approved",
      [
        ...["merge h1, approved by rita", 'change {"featured":true}', "- waiting", "+ approved"],
        ...["+ featured", "assign rita", "change the comment", "post merged", "post featured"],
        "+1 to 100",
      ],
    ],
  ],
};

describe.each(Object.entries(situations))("%s", (_, cases) => {
  it.each(cases)("%s", (_name, facts, state, expected) => {
    const plan = decide(facts, reviewConfig);
    expect({ state: plan.status.state, plan: brief(plan) }).toEqual({ state, plan: expected });
  });
});

describe("what the comment says", () => {
  const commentOn = (facts: Facts) => statusCommentOf(reconciled(facts))?.body;

  it("does not ask for the username of a deleted account", () => {
    const text = commentOn(
      from([changed({ submitted_by: "octocat" })], { pull: { author: ghost } }),
    );
    expect(text).toContain("was deleted");
    expect(text).not.toContain("submitted_by: ghost");
  });

  it("has the words of each reviewer who requests changes, whoever has claimed the post", () => {
    const ritaAsks = reviews("rita", "changes-requested", { body: "Name the city." });
    const rolfAsks = reviews("rolf", "changes-requested", { id: 201, body: "Name the pay." });
    for (const first of [claimed, following(newPost, ritaAsks, botRuns)]) {
      const text = commentOn(following(first, rolfAsks)) ?? "";
      expect(readAuthorTasks(text).requests).toContainEqual({ by: "rolf", text: "Name the pay." });
    }
    const both = commentOn(following(newPost, ritaAsks, botRuns, rolfAsks)) ?? "";
    expect(readAuthorTasks(both).requests.map(({ by }) => by)).toEqual(["rita", "rolf"]);
  });

  it("names the files if several posts are sent together", () => {
    const posts = [1, 2].map((index) => changed({}, { path: `jobs/2026-11-22-${index}.md` }));
    expect(commentOn(from(posts))).toContain(
      "It changes 2 files in jobs/: `jobs/2026-11-22-1.md`, `jobs/2026-11-22-2.md`. Send",
    );
  });
});

describe("somebody whose role does not allow reviews", () => {
  const permissions = { ...newPost.permissions, tina: "triage" as const };
  const withTina = { ...newPost, permissions };

  it.each(["/approve", "/reject spam", "/claim", "/help"])(
    "is told that they may not use %s",
    (command) => {
      const plan = decide(following(withTina, says("tina", command)), reviewConfig);
      expect(brief(plan)).toEqual(["post answer-100", "confused to 100"]);
      expect(plan.actions[0]).toMatchObject({ body: expect.stringContaining("review.reviewers") });
    },
  );

  it.each(["approved", "changes-requested"] as const)(
    "is told once that a review with %s does not count",
    (state) => {
      const facts = following(withTina, reviews("tina", state));
      expect(brief(decide(facts, reviewConfig))).toEqual(["post answer-review-200"]);
      expect(brief(decide(reconciled(facts), reviewConfig))).toEqual([]);
    },
  );

  it("cannot block a merge", () => {
    const facts = following(
      withTina,
      says("rita", "/approve"),
      says("tina", "/reject spam", { id: 101 }),
    );
    expect(brief(decide(facts, reviewConfig))[0]).toBe("merge h1, approved by rita");
  });

  it("may review if the settings list them", () => {
    const facts = following(
      { ...newPost, permissions: { ravi: "triage" } },
      says("ravi", "/claim"),
    );
    expect(decide(facts, reviewConfig).status.state).toBe("claimed");
  });
});

describe("the refusal of a command to request changes, because somebody else has claimed the post", () => {
  it.each([
    ["says how to request them all the same", "/request-changes formatting", true],
    ["says nothing of that to whoever wants to decide", "/approve", false],
  ])("%s", (_, command, isTold) => {
    const [answer] = decide(following(claimed, says("rolf", command)), reviewConfig).actions;
    const text = answer?.do === "post-comment" ? answer.body : "";
    expect(text).toContain("Nothing changed: `rita` claimed this post");
    expect(text.includes("“Request changes”")).toBe(isTold);
  });
});

describe("an answer with the table of commands", () => {
  it.each(["/help", "/aprove", "/claim\n/help"])(
    "begins the table on a line of its own: %s",
    (body) => {
      const { actions } = decide(following(newPost, says("rita", body)), reviewConfig);
      const answer = actions.find((action) => action.do === "post-comment");
      expect(answer).toMatchObject({
        body: expect.stringMatching(/^@rita: [^|]+\n\n\|.*\|\n\| ---/),
      });
    },
  );
});

describe("an action that GitHub may refuse", () => {
  it.each<[string, Facts, string, { by: string; key: string }]>([
    [
      "a merge",
      following(newPost, says("rita", "/approve")),
      "merge",
      { by: "rita", key: "answer-100" },
    ],
    [
      "a merge by a review",
      following(newPost, reviews("rolf", "approved")),
      "merge",
      { by: "rolf", key: "answer-review-200" },
    ],
    [
      "closing",
      following(newPost, says("rita", "/claim\n/reject spam")),
      "close",
      { by: "rita", key: "answer-100-1" },
    ],
    [
      "reopening",
      following(rejected, says("anna", "/reopen", { id: 101 })),
      "reopen",
      { by: "anna", key: "answer-101" },
    ],
    [
      "assigning",
      following(newPost, says("rita", "/claim")),
      "assign",
      { by: "rita", key: "answer-100" },
    ],
    [
      "featuring, long after",
      following(
        reconciled(following(newPost, says("rita", "/claim\n/feature"))),
        says("rita", "/approve", { id: 101 }),
      ),
      "change-post",
      { by: "rita", key: "answer-100-1" },
    ],
    [
      "featuring afterwards",
      following(approved, says("rolf", "/feature", { id: 101 })),
      "change-post",
      { by: "rolf", key: "answer-101" },
    ],
  ])("names who is told of the refusal: %s", (_, facts, what, asked) => {
    const action = decide(facts, reviewConfig).actions.find((each) => each.do === what);
    expect(action).toMatchObject({ asked });
  });

  it("counts as refused once the refusal is posted", () => {
    const given = following(rejected, says("anna", "/reopen", { id: 101 }));
    const told = following(given, says(bot, `No.\n\n${noticeTag("answer-101")}`, { id: 102 }));
    expect(brief(decide(told, reviewConfig))).toEqual(["confused to 101"]);
    expect(brief(decide(reconciled(told), reviewConfig))).toEqual([]);
    const approval = following(newPost, reviews("rolf", "approved"));
    const key = noticeTag("answer-review-200");
    const toldRolf = following(approval, says(bot, `No.\n\n${key}`, { id: 102 }));
    expect(brief(decide(toldRolf, reviewConfig))).toEqual([]);
  });
});

describe("a request to feature a post that is no longer listed", () => {
  const closed = [onBoard({ closed: { on: "2026-11-22", reason: "filled" } })];

  it.each([
    ["closed", closed],
    ["moved to the archive", []],
  ])("is answered: %s", (_, posts) => {
    const asked = following({ ...approved, posts }, says("rolf", "/feature", { id: 101 }));
    expect(decide(asked, reviewConfig).actions).toMatchObject([
      { do: "post-comment", body: expect.stringContaining(answers.noLongerListed) },
      { do: "react", comment: 101, reaction: "confused" },
    ]);
  });

  it("changes and says nothing if only the label asks", () => {
    const labels = [...approved.pull.labels, "featured"];
    const labeled = changePull({ ...approved, posts: closed }, { labels });
    expect(brief(decide(labeled, reviewConfig))).toEqual([]);
  });
});

describe("a request to feature that GitHub has refused", () => {
  const no = (facts: Facts, key: string, id: number) =>
    following(facts, says(bot, `No.\n\n${noticeTag(key)}`, { id }));
  const marked = reconciled(following(newPost, says("rita", "/feature")));
  const merged = following(marked, merges("mona"));
  const refused = no(merged, "answer-100", 102);

  it("is not tried again, and loses its label", () => {
    expect(brief(decide(merged, reviewConfig))).toContain('change {"featured":true}');
    const actions = brief(decide(refused, reviewConfig));
    expect(actions).toContain("- featured");
    expect(actions.filter((each) => /change \{|post featured/.test(each))).toEqual([]);
    expect(brief(decide(reconciled(refused), reviewConfig))).toEqual([]);
  });

  it("can be made again", () => {
    const again = following(reconciled(refused), says("rolf", "/feature", { id: 103 }));
    expect(brief(decide(again, reviewConfig))).toEqual([
      ...['change {"featured":true}', "+ featured", "post featured", "+1 to 103"],
    ]);
  });

  it("does not affect an earlier request", () => {
    const both = reconciled(following(marked, says("rita", "/feature", { id: 101 })));
    const twice = no(following(both, merges("mona")), "answer-101", 102);
    const action = decide(twice, reviewConfig).actions.find(
      ({ do: what }) => what === "change-post",
    );
    expect(action).toMatchObject({ asked: { by: "rita", key: "answer-100" } });
  });
});

describe("the title of a submission", () => {
  const right = "Add “Senior Django Developer” at Example Analytics GmbH";
  const titled = (facts: Facts, title: string) =>
    brief(decide(changePull(facts, { title }), reviewConfig));

  it("is set by the bot, whatever its author writes", () => {
    expect(titled(factsWith(), "Update Jobs “2026-11-22-x”")).toContain(`title ${right}`);
    expect(titled(newPost, "Closes #1")).toEqual([`title ${right}`]);
    expect(titled(newPost, right)).toEqual([]);
  });

  it("is corrected before a merge", () => {
    const plan = titled(following(newPost, says("rita", "/approve")), "Closes #1");
    expect(plan.slice(0, 2)).toEqual([`title ${right}`, "merge h1, approved by rita"]);
  });

  it("is unchanged once the pull request is closed, or if it has no post", () => {
    expect(titled(approved, "Closes #1")).toEqual([]);
    const code = reconciled(from([{ path: "README.md", change: "modified" }]));
    expect(titled(code, "Closes #1")).toEqual([]);
  });
});

describe("the comment on a closing", () => {
  const byName = { ...owned, addedBy: null };

  it.each<[string, Facts, string]>([
    ["of the submitter’s own post", from([filled], owned), "Closed by its owner."],
    ["by deleting the submitter’s own file", from([removed], owned), "Closed by its owner."],
    [
      "that a reviewer approved",
      following(reconciled(from([removed], byName)), says("rita", "/approve")),
      "Closing approved by `rita`.",
    ],
  ])("%s never says that a post was approved", (_, facts, status) => {
    const labeled = changePull(facts, { labels: ["closing"] });
    const afterwards = reconciled(changePull(labeled, { state: "merged", mergedBy: bot }));
    for (const each of [reconciled(facts), ...(facts.pull.comments.length ? [] : [afterwards])]) {
      const said = each.pull.comments.filter(({ author }) => author === bot);
      const text = said.map(({ body }) => body).join("\n");
      expect(text).not.toMatch(/post is approved|change is approved|on the board within/);
      expect(text).toContain("your post is closed");
      if (each !== afterwards) expect(text).toContain(status);
    }
  });
});

describe("a rota", () => {
  const rota = { ...reviewConfig, review: { ...reviewConfig.review, rota: true } };
  const reviewers = ["ravi", "rosa", "rita"].map((login) => ({ login }));
  const ofThree = { ...rota, review: { ...rota.review, reviewers } };

  it("assigns a listed reviewer without a conflict of interest", () => {
    const facts = from([changed({ apply_url: "https://example.net/jobs/1" })]);
    expect(brief(decide(facts, rota))).toContain("assign ravi");
  });

  it("passes to the next reviewer when a claim lapses", () => {
    const first = reconciled(factsWith(), rota);
    const [login] = first.pull.assignees;
    const later = reconciled(following(first, waits({ days: 8 })), rota);
    expect(later.pull.assignees).toHaveLength(1);
    expect(later.pull.assignees).not.toEqual([login]);
  });

  it.each([
    [12, ["ravi", "rosa", "rita", "ravi", "rosa", "rita"]],
    [13, ["rosa", "rita", "ravi", "rosa", "rita", "ravi"]],
    [14, ["rita", "ravi", "rosa", "rita", "ravi", "rosa"]],
  ])("gives everybody a turn on pull request %i", (number, expected) => {
    let facts = reconciled(factsWith({ pull: { number } }), ofThree);
    const assigned = facts.pull.assignees.slice();
    while (assigned.length < expected.length) {
      facts = reconciled(following(facts, waits({ days: 8 })), ofThree);
      assigned.push(...facts.pull.assignees);
    }
    expect(assigned).toEqual(expected);
  });

  it("counts a claim as a turn", () => {
    const taken = reconciled(following(newPost, says("rita", "/claim")), ofThree);
    const second = reconciled(following(taken, waits({ days: 8 })), ofThree);
    const third = reconciled(following(second, waits({ days: 8 })), ofThree);
    expect([taken, second, third].flatMap(({ pull }) => pull.assignees)).toEqual([
      "rita",
      "ravi",
      "rosa",
    ]);
  });

  it("is off unless a board turns it on", () => {
    expect(brief(decide(factsWith(), reviewConfig)).join()).not.toContain("assign");
  });
});

describe("an approval that lifts a request for changes", () => {
  it("still counts if the bot runs again before the merge", () => {
    const facts = following(requested, says("rita", "/approve", { id: 101 }));
    const plan = decide(facts, reviewConfig);
    const lifted = applied(facts, { ...plan, actions: plan.actions.slice(0, 1) });
    expect(brief(decide(lifted, reviewConfig))[0]).toBe("merge h1, approved by rita");
  });
});

describe("an event that was lost", () => {
  it.each<[string, Step[]]>([
    ["two commands", [says("rita", "/claim"), says("rita", "/approve", { id: 101 })]],
    ["a review and a push", [reviews("rita", "changes-requested"), pushes("anna", "h2")]],
  ])("makes no difference in the end: %s", (_, steps) => {
    const each = reconciled(following(newPost, ...steps.flatMap((step) => [step, botRuns])));
    const atOnce = reconciled(following(newPost, ...steps));
    const end = ({ pull }: Facts) => [pull.state, pull.labels.toSorted(), pull.assignees];
    expect(end(atOnce)).toEqual(end(each));
  });
});

describe("a post", () => {
  it("is judged by its content at the head, whatever its patch says", () => {
    const facts = from([
      changed("---js\nprocess.exit()\n---\n", { content: bytes("---js\n1\n---\n") }),
    ]);
    expect(decide(facts, reviewConfig).status.state).toBe("invalid");
  });
});
