/** Rulesets, which say how branches may be changed. */
import type { Core } from "../core.ts";
import { administered, readable } from "../permissions.ts";
import { activeRulesets } from "../rules.ts";
import { fullName, nodeId, repositoryApi } from "../serializers/addresses.ts";
import type { Repository, Ruleset } from "../state.ts";
import type { Answer, Body, Call, Operations } from "./call.ts";
import { created, list, noContent, ok, parameter } from "./call.ts";
import { notFound, unprocessable } from "./errors.ts";

const rulesets = "/repos/{owner}/{repo}/rulesets";

export const rulesetOperations: Operations = {
  [`GET ${rulesets}`]: (call) => {
    const repository = readable(call);
    return list(call, repository.rulesets, (ruleset) =>
      serializeShort(call.core, repository, ruleset),
    );
  },
  [`POST ${rulesets}`]: create,
  [`GET ${rulesets}/{ruleset_id}`]: (call) => {
    const repository = readable(call);
    return ok(shape(call.core, repository, rulesetInPath(call, repository)));
  },
  [`PUT ${rulesets}/{ruleset_id}`]: update,
  [`DELETE ${rulesets}/{ruleset_id}`]: (call) => {
    const { repository } = administered(call);
    const ruleset = rulesetInPath(call, repository);
    repository.rulesets = repository.rulesets.filter((known) => known !== ruleset);
    return noContent();
  },
  "GET /repos/{owner}/{repo}/rules/branches/{branch}": (call) => {
    const repository = readable(call);
    const active = activeRulesets(repository, `refs/heads/${parameter(call, "branch")}`);
    const rules = active.flatMap((ruleset) => ruleset.rules.map((rule) => ({ rule, ruleset })));
    return list(call, rules, ({ rule, ruleset }) => ({
      ...rule,
      ruleset_source_type: "Repository",
      ruleset_source: fullName(repository),
      ruleset_id: ruleset.id,
    }));
  },
};

function create(call: Call): Answer {
  const { core, body } = call;
  const { repository } = administered(call);
  const name = body.requiredText("name");
  refuseTaken(repository, name);
  const createdAt = core.store.moment();
  const ruleset: Ruleset = {
    id: core.store.nextId(),
    name,
    target: body.text("target") ?? "branch",
    enforcement: body.requiredText("enforcement"),
    bypassActors: readActors(body) ?? [],
    conditions: readConditions(body) ?? { ref_name: { include: [], exclude: [] } },
    rules: readRules(body) ?? [],
    createdAt,
    updatedAt: createdAt,
  };
  repository.rulesets.push(ruleset);
  return created(shape(core, repository, ruleset));
}

function update(call: Call): Answer {
  const { core, body } = call;
  const { repository } = administered(call);
  const ruleset = rulesetInPath(call, repository);
  const name = body.text("name") ?? ruleset.name;
  if (name !== ruleset.name) refuseTaken(repository, name);
  Object.assign(ruleset, {
    name,
    target: body.text("target") ?? ruleset.target,
    enforcement: body.text("enforcement") ?? ruleset.enforcement,
    bypassActors: readActors(body) ?? ruleset.bypassActors,
    conditions: readConditions(body) ?? ruleset.conditions,
    rules: readRules(body) ?? ruleset.rules,
    updatedAt: core.store.moment(),
  } satisfies Partial<Ruleset>);
  return ok(shape(core, repository, ruleset));
}

function refuseTaken(repository: Repository, name: string): void {
  if (!repository.rulesets.some((known) => known.name === name)) return;
  throw unprocessable("Validation Failed: Name must be unique");
}

function readActors(body: Body): Ruleset["bypassActors"] | undefined {
  return body.objects("bypass_actors")?.map((actor) => ({
    actor_id: typeof actor.fields.actor_id === "number" ? actor.fields.actor_id : null,
    actor_type: actor.requiredText("actor_type"),
    bypass_mode: actor.text("bypass_mode") ?? "always",
  }));
}

function readConditions(body: Body): Ruleset["conditions"] | undefined {
  const names = body.object("conditions")?.object("ref_name");
  return (
    names && {
      ref_name: { include: names.texts("include") ?? [], exclude: names.texts("exclude") ?? [] },
    }
  );
}

function readRules(body: Body): Ruleset["rules"] | undefined {
  return body.objects("rules")?.map((rule) => {
    const parameters = rule.object("parameters")?.fields;
    return { type: rule.requiredText("type"), ...(parameters && { parameters }) };
  });
}

function rulesetInPath(call: Call, repository: Repository): Ruleset {
  const id = Number(parameter(call, "ruleset_id"));
  const ruleset = repository.rulesets.find((known) => known.id === id);
  if (!ruleset) throw notFound();
  return ruleset;
}

function serializeShort(core: Core, repository: Repository, ruleset: Ruleset) {
  const { id, name, target, enforcement, createdAt, updatedAt } = ruleset;
  const self = repositoryApi(core, repository, `/rulesets/${id}`);
  return {
    id,
    name,
    target,
    source_type: "Repository",
    source: fullName(repository),
    enforcement,
    node_id: nodeId("RepositoryRuleset", id),
    _links: { self: { href: self } },
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function shape(core: Core, repository: Repository, ruleset: Ruleset) {
  return {
    ...serializeShort(core, repository, ruleset),
    conditions: ruleset.conditions,
    rules: ruleset.rules,
    bypass_actors: ruleset.bypassActors,
    current_user_can_bypass: "never",
  };
}
