import { describe, expect, it } from "vitest";
import { testConfig } from "../../../board/fixtures.ts";
import { requestLabels } from "../../../board/requests/labels.ts";
import { allLabels } from "../../../board/review/labels.ts";
import type { ActualSetup, SetupStep } from "./desired.ts";
import { otherBranches, planSetup } from "./desired.ts";

/** A new repository with GitHub’s defaults. */
const fresh: ActualSetup = {
  defaultBranch: "main",
  merging: {
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    squash_merge_commit_title: "COMMIT_OR_PR_TITLE",
    squash_merge_commit_message: "COMMIT_MESSAGES",
  },
  ruleset: undefined,
  labels: [{ name: "bug", color: "d73a4a", description: "Something isn't working" }],
  environments: [],
  pages: "none",
  workflows: { permissions: "write", mayCreatePulls: false },
};

function stepsFor(changes: Partial<ActualSetup>): SetupStep[] {
  return planSetup({ ...fresh, ...changes }, testConfig);
}

const ready: ActualSetup = {
  ...fresh,
  merging: mergingAfter(),
  labels: [...fresh.labels, ...allLabels(testConfig), ...Object.values(requestLabels)],
  environments: ["bot", "github-pages", "mail"].map((name) => ({ name, branches: ["main"] })),
  pages: "workflow",
  workflows: { permissions: "read", mayCreatePulls: true },
  ruleset: actualRuleset(),
};

function mergingAfter(): ActualSetup["merging"] {
  const step = stepsFor({}).find((each) => each.do === "merge-by-squash");
  return { ...fresh.merging, ...step?.merging };
}

/** Our ruleset as GitHub returns it, with additional settings. */
function actualRuleset(): NonNullable<ActualSetup["ruleset"]> {
  const create = stepsFor({}).find((step) => step.do === "create-ruleset");
  if (!create) throw new Error("There is no ruleset among the steps.");
  const { target = "branch", rules = [], ...rest } = create.ruleset;
  return {
    ...rest,
    id: 5,
    target,
    rules: rules.map((rule) =>
      rule.type === "pull_request" && rule.parameters
        ? {
            ...rule,
            parameters: { ...rule.parameters, allowed_merge_methods: ["merge", "squash"] },
          }
        : rule,
    ),
  };
}

function readyWith(changes: Partial<ActualSetup>): SetupStep[] {
  return planSetup({ ...ready, ...changes }, testConfig);
}

describe("a new repository", () => {
  const steps = stepsFor({});

  it("gets all labels of the board and keeps its own", () => {
    const made = steps.flatMap((step) => (step.do === "create-label" ? [step.label.name] : []));
    const desired = [...allLabels(testConfig), ...Object.values(requestLabels)];
    expect(made).toEqual(desired.map(({ name }) => name));
    expect(JSON.stringify(steps)).not.toContain("bug");
  });

  it("gets a branch that only checked pull requests can change, whoever sends them", () => {
    expect(steps.at(-1)).toMatchObject({
      do: "create-ruleset",
      ruleset: {
        enforcement: "active",
        bypass_actors: [],
        conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
        rules: [
          { type: "deletion" },
          { type: "non_fast_forward" },
          { type: "required_linear_history" },
          { type: "pull_request" },
          {
            type: "required_status_checks",
            parameters: { required_status_checks: [{ context: "job post" }] },
          },
        ],
      },
    });
  });

  it("keeps commits and messages of strangers out of its history", () => {
    expect(steps[0]).toEqual({
      do: "merge-by-squash",
      merging: {
        allow_squash_merge: true,
        allow_merge_commit: false,
        allow_rebase_merge: false,
        squash_merge_commit_title: "PR_TITLE",
        squash_merge_commit_message: "BLANK",
      },
    });
  });

  it("gets its environments, Pages and workflows set", () => {
    expect(steps.filter((step) => !/label|ruleset|squash/.test(step.do))).toEqual([
      { do: "restrict-environment", name: "bot" },
      { do: "allow-branch", environment: "bot", branch: "main" },
      { do: "restrict-environment", name: "github-pages" },
      { do: "allow-branch", environment: "github-pages", branch: "main" },
      { do: "restrict-environment", name: "mail" },
      { do: "allow-branch", environment: "mail", branch: "main" },
      { do: "switch-pages-on" },
      { do: "set-workflow-permissions" },
    ]);
  });
});

describe("a repository whose site is elsewhere", () => {
  it.each(["netlify", "cloudflare-pages"] as const)(
    "gets an environment for %s, and no Pages",
    (host) => {
      const steps = planSetup(fresh, { ...testConfig, host });
      expect(steps).toContainEqual({ do: "restrict-environment", name: host });
      expect(steps).toContainEqual({ do: "allow-branch", environment: host, branch: "main" });
      expect(steps.map((step) => step.do)).not.toContain("switch-pages-on");
    },
  );
});

describe("a repository that is set up", () => {
  it("needs nothing, whatever GitHub and others have added", () => {
    expect(planSetup(ready, testConfig)).toEqual([]);
    const { ruleset } = ready;
    if (!ruleset) throw new Error("It has no ruleset.");
    const rules = [...(ruleset.rules ?? []), { type: "required_signatures" as const }];
    expect(readyWith({ ruleset: { ...ruleset, rules } })).toEqual([]);
  });

  it("requires the status of the bot’s own app once it has one", () => {
    const app = { login: "example-jobs[bot]", id: 77 };
    const repository = { ...testConfig.repository, app };
    const [step, ...others] = planSetup(ready, { ...testConfig, repository });
    expect(others).toEqual([]);
    expect(step?.do).toBe("update-ruleset");
    expect(JSON.stringify(step)).toContain('{"context":"job post","integration_id":77}');
  });

  it("gets back a label that was changed", () => {
    const [label] = allLabels(testConfig);
    if (!label) throw new Error("There are no labels.");
    const update = [{ do: "update-label", label }];
    for (const change of [
      { color: "000000" },
      { description: null },
      { name: label.name.toUpperCase() },
    ]) {
      const labels = ready.labels.map((other) =>
        other.name === label.name ? { ...other, ...change } : other,
      );
      expect(readyWith({ labels })).toEqual(update);
    }
  });

  it("has weakened rules restored, and keeps additional ones", () => {
    const { ruleset } = ready;
    if (!ruleset) throw new Error("It has no ruleset.");
    const rules = ruleset.rules ?? [];
    const signed = { type: "required_signatures" as const };
    const person = { actor_id: 5, actor_type: "RepositoryRole", bypass_mode: "always" } as const;
    const weaker: Partial<NonNullable<ActualSetup["ruleset"]>>[] = [
      { enforcement: "disabled" },
      { bypass_actors: [person] },
      { conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: ["refs/heads/main"] } } },
      { conditions: { ref_name: { include: [], exclude: [] } } },
      ...rules.map(({ type }) => ({ rules: rules.filter((rule) => rule.type !== type) })),
      {
        rules: rules.map((rule) =>
          rule.type === "required_status_checks" && rule.parameters
            ? {
                ...rule,
                parameters: {
                  ...rule.parameters,
                  required_status_checks: [{ context: "something else" }],
                },
              }
            : rule,
        ),
      },
    ];
    expect(weaker).toHaveLength(10);
    for (const changes of weaker) {
      const found = { ...ruleset, ...changes };
      const steps = readyWith({ ruleset: { ...found, rules: [signed, ...(found.rules ?? [])] } });
      expect(steps).toMatchObject([{ do: "update-ruleset", id: 5 }]);
      const [step] = steps;
      if (step?.do !== "update-ruleset") throw new Error("That is another step.");
      expect(step.ruleset.rules).toContainEqual(signed);
      // The plan restores the desired state.
      expect(readyWith({ ruleset: { ...ruleset, ...step.ruleset, target: "branch" } })).toEqual([]);
    }
  });

  it.each<[Partial<ActualSetup>, SetupStep[]]>([
    ...Object.entries(fresh.merging)
      .filter(([setting]) => setting !== "allow_squash_merge")
      .map(([setting, value]): [Partial<ActualSetup>, SetupStep[]] => [
        { merging: { ...ready.merging, [setting]: value } },
        stepsFor({}).slice(0, 1),
      ]),
    [{ pages: "legacy" }, [{ do: "build-pages-by-workflow" }]],
    [
      { workflows: { permissions: "write", mayCreatePulls: true } },
      [{ do: "set-workflow-permissions" }],
    ],
    [
      { workflows: { permissions: "read", mayCreatePulls: false } },
      [{ do: "set-workflow-permissions" }],
    ],
  ])("gets back %j", (changes, steps) => {
    expect(readyWith(changes)).toEqual(steps);
  });

  it("lists the other branches that may use its environments", () => {
    const environments = [
      { name: "mail", branches: ["main", "release/*"] },
      { name: "github-pages", branches: ["main"] },
      { name: "somebody-elses", branches: ["*"] },
    ];
    expect(otherBranches({ environments }, "main")).toEqual([
      { environment: "mail", branch: "release/*" },
    ]);
    expect(otherBranches({ environments: [{ name: "mail", branches: null }] }, "main")).toEqual([]);
  });

  it("has its environments restricted again to the board’s branch", () => {
    const open = [
      { name: "bot", branches: ["main"] },
      { name: "github-pages", branches: null },
      { name: "mail", branches: ["release"] },
    ];
    expect(readyWith({ environments: open })).toEqual([
      { do: "restrict-environment", name: "github-pages" },
      { do: "allow-branch", environment: "github-pages", branch: "main" },
      { do: "allow-branch", environment: "mail", branch: "main" },
    ]);
  });
});
