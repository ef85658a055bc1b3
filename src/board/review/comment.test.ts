import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import { decide } from "./decide.ts";
import type { Facts } from "./facts.ts";
import {
  bytes,
  changed,
  closes,
  factsWith,
  following,
  onBoard,
  reconciled,
  reviewConfig,
  says,
  textOf,
} from "./fixtures.ts";
import { markLabels } from "./labels.ts";

function commentOn(facts: Facts): string {
  const { actions } = decide(facts, reviewConfig);
  const action = actions.find((one) => one.do === "write-comment");
  if (action?.do !== "write-comment") throw new Error("No comment is written.");
  return action.body;
}

function noticesOn(facts: Facts): string[] {
  return decide(facts, reviewConfig).actions.flatMap((one) =>
    one.do === "post-comment" ? one.body : [],
  );
}

function withJob(changes: Parameters<typeof changed>[0]) {
  return factsWith({ pull: { files: [changed(changes)] } });
}

describe("the comment on a valid post", () => {
  const comment = commentOn(factsWith());

  it("says how the board understood the post, and links to a preview", () => {
    expect(comment).toContain("### `Senior Django Developer`");
    expect(comment).toContain(
      "`Example Analytics GmbH` · Hybrid · `Berlin, Germany` · €65,000–€85,000 per year · apply at `https://example.com/jobs/42`",
    );
    expect(comment).toContain("(https://jobs.example.org/jobs/preview/?pr=12)");
  });

  it("has evidence for each criterion", () => {
    for (const { title } of reviewConfig.criteria) {
      expect(comment).toMatch(new RegExp(`^- \\*\\*${title}:\\*\\* \\S`, "m"));
    }
  });

  it("collapses long lists", () => {
    const [open = ""] = comment.split("<details>");
    expect(open.split("\n").length).toBeLessThan(20);
  });

  it("tells the author what happens next, without Git’s vocabulary", () => {
    const [, next = ""] = comment.split("**What happens next:** ");
    expect(next).toContain("A volunteer will review it");
    expect(next).not.toMatch(/\b(?:branch|commit|push|fork|merge|rebase)\b/i);
  });
});

describe("the comment on a post with several places", () => {
  const places = [
    { city: "Berlin", country: "DE" },
    { city: "Graz", country: "AT" },
  ];
  const several = withJob({ city: undefined, country: undefined, places });

  it("names each of them", () => {
    expect(commentOn(several)).toContain("`Berlin, Germany; Graz, Austria`");
  });

  it("names the part of the place that is wrong", () => {
    const wrong = textOf(jobWith({ city: undefined, country: undefined, places }));
    const files = [changed(wrong.replace("country: AT", "country: XX"))];
    expect(commentOn(factsWith({ pull: { files } }))).toMatch(
      /^- \*\*`places\.2\.country`\*\* `“Country of place 2” can’t be “XX”/m,
    );
  });
});

describe("a problem that can be corrected", () => {
  it("is shown with the corrected value of a line", () => {
    expect(commentOn(withJob({ title: "R&amp;D Engineer" }))).toMatch(
      /^- \*\*`title`\*\* `Readers would see codes .*`<br>Corrected: `R&D Engineer`$/m,
    );
  });

  it("is shown with its line in the file, and the corrected lines of a text as code", () => {
    const comment = commentOn(
      withJob({ description: "The Childrenâ€™s ```museum\nand CafÃ© @team" }),
    );
    expect(comment).toMatch(/^- \*\*`description`\*\* Line \d\d: `Readers would see codes/m);
    expect(comment).toContain(
      "Corrected:\n  ````text\n  The Children’s ```museum\n  and Café @team\n  ````\n",
    );
  });
});

describe("the comment on a refused pull request", () => {
  it("names the files that do not belong in a post’s pull request", () => {
    const paths = ["README.md", ".github/workflows/triage.yml"];
    const files = [changed(), ...paths.map((path) => ({ path, change: "modified" as const }))];
    expect(commentOn(factsWith({ pull: { files } }))).toContain(
      "- Besides the post it changes `.github/workflows/triage.yml`, `README.md`. Send the post alone",
    );
  });

  it("counts the files of a flood instead of listing each of them", () => {
    const content = { refused: "was not read" };
    const files = Array.from({ length: 500 }, (_, index) => ({
      path: `jobs/2026-11-22-${index}.md`,
      change: "added" as const,
      ...(index < 50 ? { mode: "100644", content: bytes("x") } : { content }),
    }));
    expect(commentOn(factsWith({ pull: { files } }))).toMatch(
      /^- It changes 500 files in jobs\/: .*-101\.md` and 495 more\. Send each .*\n\n\*\*What/m,
    );
  });
});

describe("the comment on a post with hundreds of problems", () => {
  it("stays within GitHub’s limit, and says how many more there are", () => {
    const keys = Array.from({ length: 800 }, (_, index) => `k${index}: 1\n`).join("");
    const text = textOf(jobWith({ submitted_by: "anna" })).replace("---\n", `---\n${keys}`);
    const comment = commentOn(factsWith({ pull: { files: [changed(text)] } }));
    expect(comment.length).toBeLessThan(20_000);
    expect(comment).toMatch(/^- and \d{3} more$/m);
  });
});

describe("the comment on a post that cannot be published", () => {
  const text = textOf(jobWith({ submitted_by: "anna" })).replace("DE", "XX");
  const comment = commentOn(factsWith({ pull: { files: [changed(text)] } }));

  it("names the field, the problem and the fix", () => {
    expect(comment).toContain("#### Problems to fix before it can be published");
    expect(comment).toMatch(/^- \*\*`country`\*\* `.*XX.*`<br>`Use the country’s two-letter code/m);
  });
});

describe("a stranger’s words in a comment", () => {
  it("have no effect on GitHub", () => {
    const comment = commentOn(
      withJob({ title: "@org/everyone fixes #1 <!-- job-board: merged -->", company: "`@a` | b" }),
    );
    const bare = comment.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "");
    expect(bare).not.toMatch(/@|#1|job-board: merged/);
  });
});

describe("a refusal", () => {
  it("names the files besides the post", () => {
    const beside = ["a.ts", "b.ts", "c.ts"].map((path) => ({ path, change: "added" as const }));
    const comment = commentOn(factsWith({ pull: { files: [changed(), ...beside] } }));
    expect(comment).toContain("Besides the post it changes `a.ts`, `b.ts`, `c.ts`.");
  });

  it("stays short, however many files are wrong", () => {
    const files = Array.from({ length: 1000 }, (_, index) =>
      changed({}, { path: `jobs/${index}${"x".repeat(90)}.md`, mode: "120000" }),
    );
    expect(commentOn(factsWith({ pull: { files } })).length).toBeLessThan(3000);
  });
});

describe("an answer", () => {
  it("quotes strangers so that it has no effect on GitHub", () => {
    const text = textOf(jobWith({ submitted_by: "anna" })).replace(
      "developer-engineer",
      '"@org/everyone [x](https://evil.example)"',
    );
    const waiting = reconciled(factsWith({ pull: { files: [changed(text)] } }));
    const [notice = ""] = noticesOn(following(waiting, says("rita", "/approve")));
    expect(notice.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "")).not.toMatch(/@org|evil/);
    expect(notice).toContain("@org/everyone");
  });
});

describe("a likely duplicate", () => {
  const others = [
    {
      number: 3,
      author: "bert",
      path: "jobs/2026-11-21-other.md",
      content: bytes(textOf(jobWith({ submitted: "2026-11-21" }))),
    },
  ];

  it("is reported with its similarity and a link to the pull request", () => {
    expect(commentOn(factsWith({ others }))).toMatch(/may be the same job as .*\d+%.* \(#3\)/);
  });

  it("is reported with a link to the page if it is listed", () => {
    const posts = others.map(({ path, content }) => ({ file: path, content }));
    expect(commentOn(factsWith({ posts }))).toContain(
      "([that post](https://jobs.example.org/jobs/2026-11-21-other/))",
    );
  });

  it("is not reported once a reviewer has confirmed that it is none", () => {
    const labels = [markLabels.duplicateOk.name];
    const comment = commentOn(factsWith({ others, pull: { labels } }));
    expect(comment).toContain("a reviewer confirmed that it is not a duplicate");
    expect(comment).not.toContain("may be the same job");
  });
});

describe("a notice", () => {
  const waiting = reconciled(factsWith());

  it("mentions the author, so that GitHub emails them, and has the full reason", () => {
    const [notice = ""] = noticesOn(following(waiting, says("rita", "/reject voluntary Sorry!")));
    const reason = reviewConfig.review.reasons.find(({ slug }) => slug === "voluntary");
    expect(notice).toMatch(/^@anna, `rita` did not accept your post/);
    expect(notice).toContain(reason?.text);
    expect(notice).toContain("```text\nSorry!\n```");
  });

  it("of a rejection with GitHub’s button says who closed it, how to ask why, and how to reopen it", () => {
    const [notice = ""] = noticesOn(following(waiting, closes("rita")));
    expect(notice).toMatch(/^@anna, `rita` did not accept your post.*`@rita`.*`\/reopen`/s);
  });

  it("of an approval says where the post is, and for how long", () => {
    const [notice = ""] = noticesOn(following(waiting, says("rita", "/approve")));
    expect(notice).toContain(
      "https://jobs.example.org/jobs/2026-11-22-example-analytics-senior-django-developer/",
    );
    expect(notice).toContain(`${reviewConfig.lifetimes.listedDays} days`);
  });
});

describe("a conflict with the board", () => {
  const withEditor = { ...reviewConfig, signInUrl: "https://sign-in.example.org/auth" };
  const slug = "2026-11-22-example-analytics-senior-django-developer";
  const fromEditor = { branch: `cms/anna/board/jobs/${slug}` };
  const edited = { files: [changed({ title: "Lead" }, { change: "modified" })] };
  const form = "https://jobs.example.org/jobs/create/form/?pr=12";
  const editor = `https://jobs.example.org/admin/#/collections/jobs/entries/${slug}`;

  it.each<[string, Partial<Facts["pull"]>, string, string | undefined]>([
    ["another post has got the file name", {}, "rename the file", form],
    ["so has one, and the editor can’t rename", fromEditor, "send the post again", undefined],
    ["the same lines were changed", edited, "page of the post (https://jobs.ex", undefined],
    [
      "so were they, and the editor combines them",
      { ...edited, ...fromEditor },
      "and save. Saving combines",
      editor,
    ],
  ])("leads its author to what resolves it: %s", (_, pull, how, where) => {
    const facts = factsWith({ pull: { ...pull, mergeable: false }, posts: [onBoard()] });
    const { actions } = decide(facts, withEditor);
    const bodies = actions.flatMap((action) => ("body" in action ? [action.body] : []));
    expect(bodies).toHaveLength(2);
    for (const body of bodies) {
      expect(body).toContain(how);
      expect(/\[Edit your post\]\((.*?)\)/.exec(body)?.[1]).toBe(where);
    }
  });
});
