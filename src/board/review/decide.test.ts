import { describe, expect, it } from "vitest";
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

/** A situation with an empty plan then shows that one run was enough. */
function afterOneRun(facts: Facts): Facts {
  return applied(facts, decide(facts, reviewConfig));
}

const rolfAsksToo = reviews("rolf", "changes-requested", { id: 201 });

const owned = { posts: [onBoard()], addedBy: { login: "anna", id: 7 } };
const edited = changed({ title: "Lead Django Developer" }, { change: "modified" });
const filled = changed({ closed: { on: "2026-11-22", reason: "filled" } }, { change: "modified" });
const removed: ChangedFile = { path: file, change: "removed" };

function from(files: ChangedFile[], changes: FactChanges = {}): Facts {
  const { pull, ...others } = changes;
  return factsWith({ ...others, pull: { files, ...pull } });
}

function by(login: string, id = 99) {
  return { author: { login, id } };
}

/** Labels, assignments and the one comment: what happens to all that go the same way. */
const shown = {
  waiting: ["+ new post", "+ waiting", "write the comment"],
  refused: ["status failure on h1", "+ refused", "write the comment"],
  invalid: ["status failure on h1", "+ invalid", "+ new post", "write the comment"],
};

type Situation = [name: string, facts: Facts, state: string, plan: string[]];

const situations: Record<string, Situation[]> = {
  "a new post": [
    ["that is sound waits", factsWith(), "waiting", ["status success on h1", ...shown.waiting]],
    ["that the bot has seen needs nothing", newPost, "waiting", []],
    ["waits three days", following(newPost, waits({ days: 3 })), "waiting", ["+ waits 3 days"]],
    ["waits a week", following(newPost, waits({ days: 7 })), "waiting", ["+ waits 7 days"]],
    [
      "waits two weeks after one",
      following(newPost, waits({ days: 7 }), botRuns, waits({ days: 7 })),
      "waiting",
      ["- waits 7 days", "+ waits 14 days"],
    ],
    [
      "that is a draft is left alone",
      factsWith({ pull: { draft: true } }),
      "draft",
      ["status pending on h1", "+ draft", "+ new post", "write the comment"],
    ],
    [
      "that was a draft waits",
      changePull(reconciled(factsWith({ pull: { draft: true } })), { draft: false }),
      "waiting",
      ["status success on h1", "- draft", "+ waiting", "change the comment"],
    ],
    [
      "that conflicts with the board is invalid, and its author is told",
      changePull(newPost, { mergeable: false }),
      "invalid",
      [
        ...["status failure on h1", "- waiting", "+ invalid", "change the comment"],
        "post conflict-h1",
      ],
    ],
    [
      "that conflicts no longer waits",
      changePull(reconciled(changePull(newPost, { mergeable: false })), { mergeable: true }),
      "waiting",
      ["status success on h1", "- invalid", "+ waiting", "change the comment"],
    ],
    [
      "of which GitHub does not know whether it conflicts waits",
      changePull(newPost, { mergeable: null }),
      "waiting",
      [],
    ],
    [
      "that its author takes out of the pull request is none any more",
      following(newPost, pushes("anna", "h2", [])),
      "not-a-submission",
      ["status success on h2", "- new post", "- waiting", "change the comment"],
    ],
    ["with an unknown field is invalid", from([invalidFile]), "invalid", shown.invalid],
    [
      "that is fixed waits",
      following(invalid, pushes("anna", "h2", [changed()])),
      "waiting",
      [
        "status success on h2",
        "title Add “Senior Django Developer” at Example Analytics GmbH",
        ...["- invalid", "+ waiting", "change the comment"],
      ],
    ],
    [
      "that is spoilt later is invalid",
      following(newPost, pushes("anna", "h2", [invalidFile])),
      "invalid",
      [
        "status failure on h2",
        "title Add the post 2026-11-22-example-analytics-senior-django-developer",
        ...["- waiting", "+ invalid", "change the comment"],
      ],
    ],
    [
      "in somebody else’s name is invalid",
      from([changed({ submitted_by: "octocat" })]),
      "invalid",
      shown.invalid,
    ],
    [
      "of an account that was deleted is invalid",
      from([changed({ submitted_by: "octocat" })], { pull: { author: ghost } }),
      "invalid",
      shown.invalid,
    ],
    [
      "in its sender’s name in another case waits",
      from([changed({ submitted_by: "Anna" })]),
      "waiting",
      ["status success on h1", ...shown.waiting],
    ],
    [
      "that a maintainer sends in somebody else’s name waits",
      from([changed({ submitted_by: "octocat" })], { pull: by("mona") }),
      "waiting",
      ["status success on h1", ...shown.waiting],
    ],
    [
      "that features itself is invalid",
      from([changed({ featured: true })]),
      "invalid",
      shown.invalid,
    ],
    [
      "that approves itself is invalid",
      from([changed({ approved: { on: "2026-11-22", pull: 7, by: "rita" } })]),
      "invalid",
      shown.invalid,
    ],
    [
      "that dates itself is invalid",
      from([changed({ published: "2026-11-21" })]),
      "invalid",
      shown.invalid,
    ],
    [
      "that takes an old address is invalid",
      from([changed({ aliases: ["/jobs/1234/"] })]),
      "invalid",
      shown.invalid,
    ],
    [
      "whose name is taken by a post is invalid",
      from([changed()], { posts: [onBoard({ submitted_by: "octocat" })] }),
      "invalid",
      shown.invalid,
    ],
    [
      "whose name is taken in the archive is invalid",
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
      "whose name an earlier submission has is invalid",
      factsWith({ others: [{ number: 3, author: "bert", path: file, text: textOf(jobWith({})) }] }),
      "invalid",
      shown.invalid,
    ],
    [
      "with a name that is none is invalid",
      from([changed({}, { path: "jobs/My Job.md" })]),
      "invalid",
      shown.invalid,
    ],
    [
      "that is no UTF-8 is invalid",
      from([changed({}, { content: new Uint8Array([0xff, 0xfe]) })]),
      "invalid",
      shown.invalid,
    ],
    [
      "that could not be read is invalid",
      from([changed({}, { content: { refused: "is larger than a post may be" } })]),
      "invalid",
      shown.invalid,
    ],
    [
      "with template code in it waits, for it is only text",
      from([changed({ description: "You write {{ Helm }} {% charts %} in Python, every day." })]),
      "waiting",
      ["status success on h1", ...shown.waiting],
    ],
  ],

  "a pull request that must not be merged": [
    [
      "has the same commits as an earlier one, and so no commit status of its own",
      factsWith({ duplicateHead: 3 }),
      "refused",
      ["+ refused", "write the comment"],
    ],
    ["adds a symbolic link", from([changed({}, { mode: "120000" })]), "refused", shown.refused],
    ["adds a submodule", from([changed({}, { mode: "160000" })]), "refused", shown.refused],
    ["adds a program", from([changed({}, { mode: "100755" })]), "refused", shown.refused],
    [
      "has more files than GitHub lists",
      from([changed()], { pull: { changedFiles: 4000 } }),
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
      "changes a post of which nothing is known",
      from([{ path: file, change: "added" }]),
      "refused",
      shown.refused,
    ],
    [
      "changes a workflow beside a post",
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
      "adds a post in a folder",
      from([changed({}, { path: "jobs/a/b.md" })]),
      "refused",
      shown.refused,
    ],
    [
      "adds to the archive",
      from([changed({}, { path: "jobs/archive/2026/a.md" })]),
      "refused",
      shown.refused,
    ],
    [
      "adds a folder of another case",
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
      "moves a post out of its folder",
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
      "comes from somebody who took over the owner’s name",
      from([edited], { ...owned, pull: by("anna", 4711) }),
      "refused",
      shown.refused,
    ],
    ["changes a post that is not there", from([edited]), "refused", shown.refused],
    [
      "is approved all the same",
      following(reconciled(from([changed({}, { mode: "120000" })])), says("rita", "/approve")),
      "refused",
      ["post answer-100", "confused to 100"],
    ],
    [
      "needs no request for changes",
      following(
        reconciled(from([changed({}, { mode: "120000" })])),
        says("rita", "/request-changes formatting"),
      ),
      "refused",
      ["post answer-100", "confused to 100"],
    ],
    [
      "is rejected",
      following(reconciled(from([changed({}, { mode: "120000" })])), says("rita", "/reject spam")),
      "rejected",
      [
        ...["close", "- refused", "+ reason: spam", "+ rejected", "assign rita"],
        ...["change the comment", "post rejected-100", "+1 to 100"],
      ],
    ],
  ],

  "a change of one’s own post": [
    [
      "waits for a reviewer",
      from([edited], owned),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "waits where only the name tells the owner",
      from([edited], { ...owned, addedBy: null }),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "may come from the owner under a new name",
      from([edited], { ...owned, pull: by("anna-new", 7) }),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "may come from a colleague whom the post names",
      from([changed({ managers: ["mallory"], title: "X1" }, { change: "modified" })], {
        ...owned,
        posts: [onBoard({ managers: ["mallory"] })],
        pull: by("mallory"),
      }),
      "waiting",
      ["status success on h1", "+ edit", "+ waiting", "write the comment"],
    ],
    [
      "that features it is invalid",
      from([changed({ featured: true }, { change: "modified" })], owned),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "that gives it another day is invalid",
      from([changed({ submitted: "2026-11-21" }, { change: "modified" })], owned),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "that gives it away is invalid",
      from([changed({ submitted_by: "mallory" }, { change: "modified" })], owned),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "that takes a mark of the board off it is invalid",
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

  "the closing of one’s own post": [
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
      "waits where only the name tells the owner",
      from([filled], { ...owned, addedBy: null }),
      "waiting",
      ["status success on h1", "+ closing", "+ waiting", "write the comment"],
    ],
    [
      "waits while it is a draft",
      from([filled], { ...owned, pull: { draft: true } }),
      "draft",
      ["status pending on h1", "+ closing", "+ draft", "write the comment"],
    ],
    [
      "as expired is not its owner’s to say",
      from(
        [changed({ closed: { on: "2026-11-22", reason: "expired" } }, { change: "modified" })],
        owned,
      ),
      "invalid",
      ["status failure on h1", "+ edit", "+ invalid", "write the comment"],
    ],
    [
      "by deleting the file becomes a change of the post",
      from([removed], owned),
      "approved",
      [
        ...["status pending on h1", "+ closing"],
        ...['change {"closed":{"on":"2026-11-22","reason":"removed"}}', "close"],
        ...["+ approved", "write the comment", "post merged"],
      ],
    ],
    [
      "by deleting the file waits where only the name tells the owner, with GitHub’s button locked",
      from([removed], { ...owned, addedBy: null }),
      "waiting",
      ["status pending on h1", "+ closing", "+ waiting", "write the comment"],
    ],
    [
      "by deleting the file is carried out once it is approved",
      following(reconciled(from([removed], { ...owned, addedBy: null })), says("rita", "/approve")),
      "approved",
      [
        ...['change {"closed":{"on":"2026-11-22","reason":"removed"}}', "close", "- waiting"],
        ...["+ approved", "assign rita", "change the comment", "post merged", "+1 to 100"],
      ],
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
  ],

  "what is no submission": [
    [
      "gets a green commit status and nothing else",
      from([{ path: "src/board/days.ts", change: "modified" }]),
      "not-a-submission",
      ["status success on h1"],
    ],
    [
      "is not told why it was closed",
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
    [
      "may be a maintainer’s change of several posts",
      from([edited, changed({}, { path: "jobs/2026-11-22-other.md" })], {
        ...owned,
        pull: by("mona"),
      }),
      "not-a-submission",
      ["status success on h1", "+ maintenance", "write the comment"],
    ],
    [
      "may be a maintainer’s mark on somebody’s post",
      from([changed({ featured: true }, { change: "modified" })], { ...owned, pull: by("mona") }),
      "not-a-submission",
      ["status success on h1", "+ maintenance", "write the comment"],
    ],
    [
      "is refused with a post that cannot be published",
      from([{ ...invalidFile, change: "modified" }], { ...owned, pull: by("mona") }),
      "invalid",
      ["status failure on h1", "+ invalid", "+ maintenance", "write the comment"],
    ],
  ],

  "an approval": [
    [
      "by command merges",
      following(newPost, says("rita", "/approve")),
      "approved",
      [
        ...["merge h1, approved by rita", "- waiting", "+ approved", "assign rita"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
    [
      "by GitHub’s button merges",
      following(newPost, reviews("rolf", "approved")),
      "approved",
      [
        ...["merge h1, approved by rolf", "- waiting", "+ approved", "assign rolf"],
        ...["change the comment", "post merged"],
      ],
    ],
    [
      "by Merge itself is told to the author",
      following(newPost, merges("rita")),
      "approved",
      ["- waiting", "+ approved", "change the comment", "post merged"],
    ],
    [
      "by a listed reviewer who cannot write merges",
      following(newPost, says("ravi", "/approve")),
      "approved",
      [
        ...["merge h1, approved by ravi", "- waiting", "+ approved", "assign ravi"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
    [
      "by two reviewers counts as that of the first",
      afterOneRun(
        following(newPost, reviews("ravi", "approved"), reviews("rita", "approved", { id: 201 })),
      ),
      "approved",
      [],
    ],
    ["by a stranger is not heard", following(newPost, says("mallory", "/approve")), "waiting", []],
    ["by the author is not heard", following(newPost, says("anna", "/approve")), "waiting", []],
    [
      "by a stranger’s review is not heard",
      following(newPost, reviews("mallory", "approved")),
      "waiting",
      [],
    ],
    [
      "that was edited is answered",
      following(newPost, says("rita", "/approve", { edited: true })),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "by a maintainer of their own post is answered",
      following(
        reconciled(from([changed({ submitted_by: "mona" })], { pull: by("mona") })),
        says("mona", "/approve"),
      ),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "by a colleague is answered",
      following(
        reconciled(from([changed({ submitted_by: "colin" })], { pull: by("colin") })),
        says("rosa", "/approve"),
      ),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "by somebody of the company is answered, by button too",
      following(
        reconciled(from([changed({ apply_url: "https://careers.example.net/1" })])),
        reviews("rosa", "approved"),
      ),
      "waiting",
      ["post answer-review-200"],
    ],
    [
      "of a draft is answered",
      following(reconciled(factsWith({ pull: { draft: true } })), says("rita", "/approve")),
      "draft",
      ["post answer-100", "confused to 100"],
    ],
    [
      "of an invalid post is answered",
      following(invalid, says("rita", "/approve")),
      "invalid",
      ["post answer-100", "confused to 100"],
    ],
    [
      "of what conflicts is answered",
      following(reconciled(changePull(newPost, { mergeable: false })), says("rita", "/approve")),
      "invalid",
      ["post answer-100", "confused to 100"],
    ],
    [
      "of a commit that has been replaced is answered",
      following(newPost, says("rita", "/approve"), pushes("anna", "h2")),
      "waiting",
      ["status success on h2", "change the comment", "post answer-100", "confused to 100"],
    ],
    [
      "by button of a commit that has been replaced counts for nothing",
      following(newPost, reviews("rita", "approved"), pushes("anna", "h2")),
      "waiting",
      ["status success on h2", "change the comment"],
    ],
    [
      "before the bot has looked is answered",
      following(factsWith(), says("rita", "/approve")),
      "waiting",
      ["status success on h1", ...shown.waiting, "post answer-100", "confused to 100"],
    ],
    [
      "of a commit that was judged long ago, and came back in place of what was seen, is answered",
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
      "by button is withdrawn by its author’s request for changes",
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
      "that GitHub has not let through is withdrawn by a rejection",
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
      "is held up by another reviewer who objects",
      following(newPost, says("rita", "/approve"), reviews("rolf", "changes-requested")),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "assign rolf"],
        ...["change the comment", "post answer-100", "confused to 100"],
      ],
    ],
    [
      "is not held up by a stranger, or by somebody affiliated",
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
      "from before a closing is over",
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
    [
      "by who is affiliated with what an edit takes away is answered",
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
      "that was cut off after merging is marked as done",
      changePull(following(newPost, says("rita", "/approve")), {
        state: "merged",
        mergedBy: "github-actions[bot]",
      }),
      "approved",
      ["- waiting", "+ approved", "change the comment", "post merged", "+1 to 100"],
    ],
    [
      "on what is merged already is answered",
      following(approved, says("rolf", "/reject spam", { id: 101 })),
      "approved",
      ["post answer-101", "confused to 101"],
    ],
  ],

  "a rejection": [
    [
      "by command closes and tells the author",
      following(newPost, says("rita", "/reject not-python")),
      "rejected",
      [
        ...["close", "- waiting", "+ reason: not-python", "+ rejected", "assign rita"],
        ...["change the comment", "post rejected-100", "+1 to 100"],
      ],
    ],
    [
      "by closing is one too",
      following(newPost, closes("rita")),
      "rejected",
      ["- waiting", "+ rejected", "change the comment", "post closed-2026-11-22T100100Z"],
    ],
    [
      "by its author is none",
      following(newPost, closes("anna")),
      "withdrawn",
      ["- waiting", "+ withdrawn", "change the comment"],
    ],
    [
      "by its author who has taken the post out is none either",
      following(reconciled(following(newPost, pushes("anna", "h2", []))), closes("anna")),
      "withdrawn",
      ["+ withdrawn", "change the comment"],
    ],
    [
      "is none as long as GitHub does not say who closed it",
      changePull(newPost, { state: "closed" }),
      "withdrawn",
      ["- waiting", "+ withdrawn", "change the comment"],
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
      "is withdrawn by its author’s word",
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
      "is not withdrawn by a stranger",
      following(rejected, says("mallory", "/reopen", { id: 101 })),
      "rejected",
      [],
    ],
  ],

  "a request for changes": [
    [
      "by command tells the author",
      following(newPost, says("rita", "/request-changes formatting Fix it.")),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "+ reason: formatting"],
        ...["assign rita", "change the comment", "post changes-100", "+1 to 100"],
      ],
    ],
    [
      "by GitHub’s button, which tells the author itself",
      following(newPost, reviews("rita", "changes-requested")),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "assign rita"],
        "change the comment",
      ],
    ],
    [
      "that is answered puts the post first into the queue",
      following(requested, pushes("anna", "h2")),
      "waiting",
      [
        ...["status success on h2", "- changes requested", "- reason: formatting", "+ answered"],
        ...["+ waiting", "unassign rita", "change the comment"],
      ],
    ],
    [
      "by button that is answered puts the post first into the queue",
      following(newPost, reviews("rita", "changes-requested"), botRuns, pushes("anna", "h2")),
      "waiting",
      [
        ...["status success on h2", "- changes requested", "+ answered", "+ waiting"],
        ...["unassign rita", "change the comment"],
      ],
    ],
    ["that is answered is answered once", answered, "waiting", []],
    [
      "is not answered by a reviewer’s own commit",
      following(requested, pushes("rita", "h2")),
      "changes-requested",
      ["status failure on h2", "change the comment"],
    ],
    [
      "is answered by the author’s commit behind a reviewer’s",
      following(requested, pushes("rita", "h2"), botRuns, pushes("anna", "h3")),
      "waiting",
      [
        ...["status success on h3", "- changes requested", "- reason: formatting", "+ answered"],
        ...["+ waiting", "unassign rita", "change the comment"],
      ],
    ],
    [
      "keeps the claim for as long as it takes",
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
      "by a second reviewer, who has to wait for the first, leaves the first one open",
      following(newPost, reviews("rita", "changes-requested"), rolfAsksToo),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "assign rita"],
        ...["change the comment", "post answer-review-201"],
      ],
    ],
    [
      "by a second reviewer changes nothing once the first is known",
      following(newPost, reviews("rita", "changes-requested"), botRuns, rolfAsksToo),
      "changes-requested",
      ["post answer-review-201"],
    ],
    [
      "is withdrawn by its author’s approval, even one that could not merge",
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
      "that the bot first sees after its answer puts the post first, whoever asks meanwhile",
      afterOneRun(
        following(
          factsWith(),
          reviews("rita", "changes-requested"),
          pushes("anna", "h2"),
          rolfAsksToo,
        ),
      ),
      "claimed",
      [],
    ],
    [
      "stays if its author asks again, and has to wait for somebody else’s claim",
      following(
        newPost,
        reviews("rita", "changes-requested"),
        assigns("mona", "rolf"),
        reviews("rita", "changes-requested", { id: 201 }),
      ),
      "changes-requested",
      [
        ...["status failure on h1", "- waiting", "+ changes requested", "change the comment"],
        "post answer-review-201",
      ],
    ],
    [
      "is outdone by an approval of who asked for them",
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
      "assigns",
      following(newPost, says("rita", "/claim")),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment", "+1 to 100"],
    ],
    [
      "is made by the first review",
      following(newPost, reviews("rita", "commented")),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment"],
    ],
    [
      "is made in the side bar",
      following(newPost, assigns("rita", "rita")),
      "claimed",
      ["- waiting", "+ claimed", "change the comment"],
    ],
    [
      "is told to the second who acts",
      following(claimed, says("rolf", "/approve", { id: 101 })),
      "claimed",
      ["post answer-101", "confused to 101"],
    ],
    [
      "is told to the second who claims",
      following(claimed, says("rolf", "/claim", { id: 101 })),
      "claimed",
      ["post answer-101", "confused to 101"],
    ],
    [
      "is told to the second who approves by button",
      following(claimed, reviews("rolf", "approved")),
      "claimed",
      ["post answer-review-200"],
    ],
    [
      "is told to the second who asks for changes by button",
      following(claimed, reviews("rolf", "changes-requested")),
      "claimed",
      ["post answer-review-200"],
    ],
    [
      "is told to the second who approves by button, though the bot had not heard of the first",
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
      "is told to the second who approves by button, though the bot was cut off after assigning",
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
      "by a review is told to the second who asks for changes, though the bot had not heard of it",
      following(
        newPost,
        reviews("rita", "commented"),
        reviews("rolf", "changes-requested", { id: 201 }),
      ),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment", "post answer-review-201"],
    ],
    [
      "is decided by who came first",
      following(newPost, says("rita", "/claim"), says("rolf", "/claim", { id: 101 })),
      "claimed",
      [
        ...["- waiting", "+ claimed", "assign rita", "change the comment", "post answer-101"],
        ...["+1 to 100", "confused to 101"],
      ],
    ],
    [
      "goes to whoever takes over in the side bar",
      following(claimed, assigns("rolf", "rolf")),
      "claimed",
      ["unassign rita", "change the comment"],
    ],
    [
      "is given back",
      following(claimed, says("rita", "/release", { id: 101 })),
      "waiting",
      ["- claimed", "+ waiting", "unassign rita", "change the comment", "+1 to 101"],
    ],
    ["holds for six days", following(claimed, waits({ days: 6 })), "claimed", ["+ waits 3 days"]],
    [
      "lapses after seven",
      following(claimed, waits({ days: 7 })),
      "waiting",
      ["- claimed", "+ waiting", "+ waits 7 days", "unassign rita", "change the comment"],
    ],
    [
      "is renewed by a word of who made it",
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
      "from before the author’s answer is over, even if another request for changes is open",
      afterOneRun(
        following(
          factsWith(),
          reviews("rita", "changes-requested"),
          pushes("anna", "h2"),
          assigns("mona", "ravi"),
          rolfAsksToo,
        ),
      ),
      "claimed",
      [],
    ],
    [
      "that was released before the bot assigned anybody stays released",
      afterOneRun(following(newPost, reviews("rita", "commented"), says("rita", "/release"))),
      "waiting",
      [],
    ],
    ["of somebody affiliated is none", following(newPost, assigns("mona", "anna")), "waiting", []],
  ],

  "other commands": [
    [
      "that nobody knows are answered with the list",
      following(newPost, says("rita", "/aprove")),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "for help are answered with the list",
      following(newPost, says("rita", "/help")),
      "waiting",
      ["post answer-100", "+1 to 100"],
    ],
    [
      "below a remark are carried out",
      following(newPost, says("rita", "Well:\n/claim")),
      "claimed",
      ["- waiting", "+ claimed", "assign rita", "change the comment", "+1 to 100"],
    ],
    [
      "that may be part of a remark are asked about",
      following(newPost, says("rita", "/approve not yet, the link is dead")),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "to approve below a remark are asked about",
      following(newPost, says("rita", "Do not\n/approve")),
      "waiting",
      ["post answer-100-1", "confused to 100"],
    ],
    [
      "to approve are carried out behind empty lines and spaces",
      following(newPost, says("rita", "\r\n /Approve.\r\n")),
      "approved",
      [
        ...["merge h1, approved by rita", "- waiting", "+ approved", "assign rita"],
        ...["change the comment", "post merged", "+1 to 100"],
      ],
    ],
    ["that are paths are none", following(newPost, says("rita", "/etc/hosts")), "waiting", []],
    [
      "mark as featured",
      following(newPost, says("rita", "/feature")),
      "claimed",
      ["- waiting", "+ claimed", "+ featured", "assign rita", "change the comment", "+1 to 100"],
    ],
    [
      "set the mark once the post is merged",
      changePull(approved, { labels: [...approved.pull.labels, "featured"] }),
      "approved",
      ['change {"featured":true}', "post featured"],
    ],
    [
      "mark as featured afterwards",
      following(approved, says("rolf", "/feature", { id: 101 })),
      "approved",
      ['change {"featured":true}', "+ featured", "post featured", "+1 to 101"],
    ],
    [
      "set the mark with the merge, where it was asked for before",
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
      "set the mark once, whoever takes it off again",
      (() => {
        const marked = reconciled(following(approved, says("rolf", "/feature", { id: 101 })));
        return following({ ...marked, posts: approved.posts }, says("mallory", "Hi", { id: 102 }));
      })(),
      "approved",
      [],
    ],
    [
      "on several lines are each carried out",
      following(newPost, says("rita", "/feature\n/duplicate-ok\n/approve")),
      "approved",
      [
        ...["merge h1, approved by rita", 'change {"featured":true}', "- waiting", "+ approved"],
        ...["+ duplicate-ok", "+ featured", "assign rita", "change the comment", "post merged"],
        ...["post featured", "+1 to 100"],
      ],
    ],
    [
      "mark as featured in the same breath as they approve",
      following(newPost, says("rita", "/approve\n/feature")),
      "approved",
      [
        ...["merge h1, approved by rita", 'change {"featured":true}', "- waiting", "+ approved"],
        ...["+ featured", "assign rita", "change the comment", "post merged", "post featured"],
        "+1 to 100",
      ],
    ],
    [
      "of which one is wrong are carried out and answered",
      following(newPost, says("rita", "/claim\n/aprove")),
      "claimed",
      [
        ...["- waiting", "+ claimed", "assign rita", "change the comment", "post answer-100-1"],
        ...["+1 to 100", "confused to 100"],
      ],
    ],
    [
      "of which one was wrong stay carried out",
      reconciled(following(newPost, says("rita", "/request-changes formatting\n/claim it"))),
      "changes-requested",
      [],
    ],
    [
      "that were refused beside one that was carried out stay refused",
      reconciled(
        following(claimed, says("rolf", "/request-changes formatting\n/help", { id: 101 })),
      ),
      "claimed",
      [],
    ],
    [
      "that ask for two changes tell the author of both",
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
      "that contradict each other do not merge",
      following(newPost, says("rita", "/approve\n/reject spam")),
      "rejected",
      [
        ...["close", "- waiting", "+ reason: spam", "+ rejected", "assign rita"],
        ...["change the comment", "post answer-100", "post rejected-100-1"],
        ...["+1 to 100", "confused to 100"],
      ],
    ],
    [
      "of an edited comment are answered once",
      following(newPost, says("rita", "/claim\n/approve", { edited: true })),
      "waiting",
      ["post answer-100", "confused to 100"],
    ],
    [
      "behind one that reopens have to be written again",
      following(rejected, says("rolf", "/reopen\n/approve", { id: 101 })),
      "claimed",
      [
        ...["reopen", "- reason: not-python", "- rejected", "+ claimed", "change the comment"],
        ...["post answer-101-1", "+1 to 101", "confused to 101"],
      ],
    ],
    [
      "of an author who asks to reopen, with words behind them, are asked about",
      following(rejected, says("anna", "/reopen I fixed it", { id: 101 })),
      "rejected",
      ["post answer-101", "confused to 101"],
    ],
    [
      "of an author who may only reopen are not heard",
      following(rejected, says("anna", "/reopen\n/approve", { id: 101 })),
      "claimed",
      [
        ...["reopen", "- reason: not-python", "- rejected", "+ claimed", "change the comment"],
        "+1 to 101",
      ],
    ],
    [
      "say that it is no duplicate",
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
};

describe.each(Object.entries(situations))("%s", (_, cases) => {
  it.each(cases)("%s", (_name, facts, state, expected) => {
    const plan = decide(facts, reviewConfig);
    expect({ state: plan.status.state, plan: brief(plan) }).toEqual({ state, plan: expected });
  });
});

describe("what the comment says", () => {
  const commentOn = (facts: Facts) => statusCommentOf(reconciled(facts))?.body;

  it("asks nobody to write the name of a deleted account", () => {
    const text = commentOn(
      from([changed({ submitted_by: "octocat" })], { pull: { author: ghost } }),
    );
    expect(text).toContain("was deleted");
    expect(text).not.toContain("submitted_by: ghost");
  });

  it("names the files of posts that come together", () => {
    const posts = [1, 2].map((index) => changed({}, { path: `jobs/2026-11-22-${index}.md` }));
    expect(commentOn(from(posts))).toContain(
      "It changes 2 files in jobs/: `jobs/2026-11-22-1.md`, `jobs/2026-11-22-2.md`. Send",
    );
  });
});

describe("somebody whose role is not enough to review", () => {
  const permissions = { ...newPost.permissions, tina: "triage" as const };
  const withTina = { ...newPost, permissions };

  it.each(["/approve", "/reject spam", "/claim", "/help"])("is told so: %s", (command) => {
    const plan = decide(following(withTina, says("tina", command)), reviewConfig);
    expect(brief(plan)).toEqual(["post answer-100", "confused to 100"]);
    expect(plan.actions[0]).toMatchObject({ body: expect.stringContaining("review.reviewers") });
  });

  it.each(["approved", "changes-requested"] as const)("is told once if they %s", (state) => {
    const facts = following(withTina, reviews("tina", state));
    expect(brief(decide(facts, reviewConfig))).toEqual(["post answer-review-200"]);
    expect(brief(decide(reconciled(facts), reviewConfig))).toEqual([]);
  });

  it("keeps nobody from merging", () => {
    const facts = following(
      withTina,
      says("rita", "/approve"),
      says("tina", "/reject spam", { id: 101 }),
    );
    expect(brief(decide(facts, reviewConfig))[0]).toBe("merge h1, approved by rita");
  });

  it("reviews if the settings list them", () => {
    const facts = following(
      { ...newPost, permissions: { ravi: "triage" } },
      says("ravi", "/claim"),
    );
    expect(decide(facts, reviewConfig).status.state).toBe("claimed");
  });
});

describe("what GitHub may refuse", () => {
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
  ])("says who is told: %s", (_, facts, what, asked) => {
    const action = decide(facts, reviewConfig).actions.find((each) => each.do === what);
    expect(action).toMatchObject({ asked });
  });

  it("counts as refused once it is told", () => {
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

describe("the title of a submission", () => {
  const right = "Add “Senior Django Developer” at Example Analytics GmbH";
  const titled = (facts: Facts, title: string) =>
    brief(decide(changePull(facts, { title }), reviewConfig));

  it("is the bot’s own, whatever its author writes or changes it to", () => {
    expect(titled(factsWith(), "Update Jobs “2026-11-22-x”")).toContain(`title ${right}`);
    expect(titled(newPost, "Closes #1")).toEqual([`title ${right}`]);
    expect(titled(newPost, right)).toEqual([]);
  });

  it("is put right before a merge", () => {
    const plan = titled(following(newPost, says("rita", "/approve")), "Closes #1");
    expect(plan.slice(0, 2)).toEqual([`title ${right}`, "merge h1, approved by rita"]);
  });

  it("stays as it is once it is closed, and where there is no post", () => {
    expect(titled(approved, "Closes #1")).toEqual([]);
    const code = reconciled(from([{ path: "README.md", change: "modified" }]));
    expect(titled(code, "Closes #1")).toEqual([]);
  });
});

describe("the comment on a closing", () => {
  const byName = { ...owned, addedBy: null };

  it.each<[string, Facts, string]>([
    ["of one’s own", from([filled], owned), "Closed by its owner."],
    ["by deleting one’s own file", from([removed], owned), "Closed by its owner."],
    [
      "that a reviewer approved",
      following(reconciled(from([removed], byName)), says("rita", "/approve")),
      "Closing approved by `rita`.",
    ],
  ])("%s speaks of no approved post, now or later", (_, facts, status) => {
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

  it("assigns a listed reviewer who has nothing to do with the post", () => {
    const facts = from([changed({ apply_url: "https://example.net/jobs/1" })]);
    expect(brief(decide(facts, rota))).toContain("assign ravi");
  });

  it("goes on to the next where a claim has lapsed", () => {
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

  it("is off unless a board wants it", () => {
    expect(brief(decide(factsWith(), reviewConfig)).join()).not.toContain("assign");
  });
});

describe("an approval that lifts a request for changes", () => {
  it("still counts when it is looked at again before the merge", () => {
    const facts = following(requested, says("rita", "/approve", { id: 101 }));
    const plan = decide(facts, reviewConfig);
    const lifted = applied(facts, { ...plan, actions: plan.actions.slice(0, 1) });
    expect(brief(decide(lifted, reviewConfig))[0]).toBe("merge h1, approved by rita");
  });
});

describe("a lost event", () => {
  it.each<[string, Step[]]>([
    ["two commands", [says("rita", "/claim"), says("rita", "/approve", { id: 101 })]],
    ["a review and a push", [reviews("rita", "changes-requested"), pushes("anna", "h2")]],
  ])("changes nothing in the end: %s", (_, steps) => {
    const each = reconciled(following(newPost, ...steps.flatMap((step) => [step, botRuns])));
    const atOnce = reconciled(following(newPost, ...steps));
    const end = ({ pull }: Facts) => [pull.state, pull.labels.toSorted(), pull.assignees];
    expect(end(atOnce)).toEqual(end(each));
  });
});

describe("a post", () => {
  it("is judged by its bytes at the head, whatever its title says", () => {
    const facts = from([
      changed("---js\nprocess.exit()\n---\n", { content: bytes("---js\n1\n---\n") }),
    ]);
    expect(decide(facts, reviewConfig).status.state).toBe("invalid");
  });
});
