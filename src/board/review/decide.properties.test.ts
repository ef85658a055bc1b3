/** Properties that hold whatever people do to a pull request, in any order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import type { ChangedFile, Facts, Review } from "./facts.ts";
import type { Step } from "./fixtures.ts";
import {
  applied,
  assigns,
  bot,
  botRuns,
  brief,
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
  waits,
} from "./fixtures.ts";
import { readNoticeKey } from "./tags.ts";

const invalidFile = changed("---\ntitle: X\n---\n");
const kinds: Record<string, Facts> = {
  new: factsWith(),
  invalid: factsWith({ pull: { files: [invalidFile] } }),
  edit: owned(changed({ title: "Y1" }, { change: "modified" })),
  closing: owned(
    changed({ closed: { on: "2026-11-22", reason: "filled" } }, { change: "modified" }),
  ),
  deletion: owned({ path: file, change: "removed" }),
  foreign: {
    ...owned(changed({ title: "Y1" }, { change: "modified" })),
    addedBy: { login: "anna", id: 8 },
  },
  link: factsWith({ pull: { files: [changed({}, { mode: "120000" })] } }),
  code: factsWith({ pull: { files: [{ path: "package.json", change: "modified" }] } }),
};

function owned(one: ChangedFile): Facts {
  return factsWith({
    posts: [onBoard()],
    addedBy: { login: "anna", id: 7 },
    pull: { files: [one] },
  });
}

const sent = following(factsWith(), botRuns);

const insiders = ["rita", "rolf", "mona", "rosa", "ravi"];
const strangers = ["anna", "mallory", "nobody"];
const words = [
  ...["/approve", "/reject spam", "/reject", "/request-changes formatting a\nb", "/claim"],
  ...["/release", "/feature", "/duplicate-ok", "/reopen", "/help", "/nonsense", "Hello", ""],
  ...["/claim\n/approve", "/feature\n/nonsense\n/reject spam", "/reopen\n/claim it\n/help"],
  ...["/request-changes formatting A\n/request-changes bad-link B", "/approve not yet"],
];

const reviewStates: Review["state"][] = ["approved", "changes-requested", "commented", "dismissed"];

/** A random step by a random person. Ids follow from the position in the sequence, with room for the bot’s. */
function actOf(people: readonly string[]): fc.Arbitrary<(id: number) => Step> {
  const person = fc.constantFrom(...people);
  return fc.oneof(
    fc.tuple(person, fc.constantFrom(...words), fc.boolean()).map(
      ([who, body, edited]) =>
        (id: number) =>
          says(who, body, { id, edited }),
    ),
    fc.tuple(person, fc.constantFrom(...reviewStates)).map(
      ([who, state]) =>
        (id: number) =>
          reviews(who, state, { id }),
    ),
    person.map((who) => (id: number) => pushes(who, `h${id}`)),
    fc.constant(() => botRuns),
    fc.integer({ min: 1, max: 9 }).map((days) => () => waits({ days })),
  );
}

const insidersOnly = fc.oneof(
  fc.tuple(fc.constantFrom(...insiders), fc.constantFrom(...insiders)).map(
    ([who, whom]) =>
      () =>
        assigns(who, whom),
  ),
  fc.constantFrom(...insiders).map((who) => () => closes(who)),
  fc.constantFrom(...insiders).map((who) => () => merges(who)),
);

function historyOf(acts: fc.Arbitrary<(id: number) => Step>): fc.Arbitrary<Facts> {
  return fc
    .tuple(fc.constantFrom(...Object.values(kinds)), fc.array(acts, { maxLength: 6 }))
    .map(([start, steps]) =>
      steps.reduce(
        // After the pull request is finished, there may only be comments.
        (facts, step, index) =>
          facts.pull.state === "open" ? following(facts, step(300 + 100 * index)) : facts,
        start,
      ),
    );
}

const anybody = historyOf(fc.oneof(actOf([...insiders, ...strangers]), insidersOnly));
const strangersAlone = historyOf(actOf(strangers));

/** The final state of a pull request, and the notices about it. */
function endOf({ pull }: Facts) {
  const said = pull.comments.filter(({ author }) => author === bot);
  return {
    state: pull.state,
    notices: said.flatMap(({ body }) => readNoticeKey(body) ?? []).sort(),
    labels: pull.labels.toSorted(),
    reaction: pull.comments.find(({ id }) => id === 300)?.reactions[0],
  };
}

describe("after any history", () => {
  it("the plan is empty once it has been applied", () => {
    fc.assert(
      fc.property(anybody, (facts) => {
        const plan = decide(facts, reviewConfig);
        expect(brief(decide(applied(facts, plan), reviewConfig))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("a merge is still planned once the actions before it are done", () => {
    fc.assert(
      fc.property(anybody, (facts) => {
        const plan = decide(facts, reviewConfig);
        const merge = plan.actions.findIndex((action) => action.do === "merge");
        if (merge < 0) return;
        const before = { ...plan, actions: plan.actions.slice(0, merge) };
        const again = decide(applied(facts, before), reviewConfig);
        expect(again.actions).toContainEqual(plan.actions[merge]);
      }),
      { numRuns: 300 },
    );
  });

  it("a run that was interrupted between the commands of a comment is finished by the next", () => {
    const commands = words.filter((word) => /^\/.*$/.test(word));
    const lines = fc.uniqueArray(fc.constantFrom(...commands), { minLength: 1, maxLength: 4 });
    const starts = fc.constantFrom(sent, following(sent, says("rita", "/reject spam"), botRuns));
    fc.assert(
      fc.property(starts, lines, fc.nat(), (start, given, cut) => {
        const said = says("rita", given.join("\n"), { id: 300 });
        const facts = following(start, said, waits({ minutes: 1 }));
        const plan = decide(facts, reviewConfig);
        const begun = plan.actions.slice(0, cut % (plan.actions.length + 1));
        const finished = reconciled(applied(facts, { ...plan, actions: begun }));
        expect(endOf(finished)).toEqual(endOf(reconciled(facts)));
      }),
      { numRuns: 300 },
    );
  });

  it("the facts give the same plan in any order", () => {
    fc.assert(
      fc.property(anybody, fc.infiniteStream(fc.nat()), (facts, chance) => {
        const shuffle = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, key: chance.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const { pull } = facts;
        const shuffled: Facts = {
          ...facts,
          posts: shuffle(facts.posts),
          others: shuffle(facts.others),
          pull: {
            ...pull,
            ...{ labels: shuffle(pull.labels), assignees: shuffle(pull.assignees) },
            ...{ files: shuffle(pull.files), comments: shuffle(pull.comments) },
            ...{ reviews: shuffle(pull.reviews), events: shuffle(pull.events) },
            commitStatuses: shuffle(pull.commitStatuses),
          },
        };
        expect(decide(shuffled, reviewConfig)).toEqual(decide(facts, reviewConfig));
      }),
      { numRuns: 100 },
    );
  });

  it("strangers alone merge nothing but an owner’s closing of their own post", () => {
    fc.assert(
      fc.property(strangersAlone, (facts) => {
        const { kind, actions } = decide(facts, reviewConfig);
        const merging = actions.filter(
          ({ do: what }) => what === "merge" || what === "change-post",
        );
        if (merging.length > 0) expect(kind).toMatchObject({ kind: "closing", proven: true });
        expect(actions.filter(({ do: what }) => what === "assign" || what === "unassign")).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it("an invalid or refused post gets no green commit status and is not merged", () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom("invalid", "link", "foreign"), (facts, name) => {
        const { files } = kinds[name]?.pull ?? facts.pull;
        const { posts = [], addedBy = null } = kinds[name] ?? {};
        const spoilt = { ...facts, posts, addedBy, pull: { ...facts.pull, files } };
        const { actions } = decide(spoilt, reviewConfig);
        expect(actions.filter((action) => action.do === "merge")).toEqual([]);
        expect(
          actions.filter((action) => action.do === "set-status" && action.state === "success"),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
