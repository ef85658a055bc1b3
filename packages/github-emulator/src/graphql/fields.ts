/** Objects in responses: GitHub's field names, each with its value or a function that returns it. */
import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { UnknownRequest } from "../api/errors.ts";
import type { AuthenticatedCaller } from "../authentication.ts";
import type { Core } from "../core.ts";
import type { Repository } from "../state.ts";

/** What resolvers use. */
export type Viewer = {
  core: Core;
  caller: AuthenticatedCaller;
  /** The fields of a repository, to which everything in it links back. */
  repositoryFields(repository: Repository): object;
};

/** Some fields of a type in GitHub's schema. The emulator does not support the others. */
export type Fields<Type> = { readonly [Name in keyof Type]?: unknown };

type Resolver = (given: Arguments) => unknown;

/** The arguments of a field. An argument that its resolver does not read is unsupported. */
export class Arguments {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #info: GraphQLResolveInfo;
  readonly #read = new Set<string>();

  constructor(values: Readonly<Record<string, unknown>>, info: GraphQLResolveInfo) {
    this.#values = values;
    this.#info = info;
  }

  /** The field with these arguments. */
  get field(): string {
    return this.#info.fieldName;
  }

  number(name: string): number | undefined {
    const value = this.#value(name);
    return typeof value === "number" ? value : undefined;
  }

  text(name: string): string | undefined {
    const value = this.#value(name);
    return typeof value === "string" ? value : undefined;
  }

  texts(name: string): string[] | undefined {
    const value = this.#value(name);
    return Array.isArray(value) ? value.map(String) : undefined;
  }

  object(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.#value(name);
    return isFields(value) ? value : undefined;
  }

  /** Whether the query has one of these fields. */
  selects(names: readonly string[]): boolean {
    const { fieldNodes, fragments } = this.#info;
    return fieldNodes.some(({ selectionSet }) => selects(selectionSet, fragments, names));
  }

  /** The first argument that was given but not read. */
  unread(): string | undefined {
    const nodes = this.#info.fieldNodes.flatMap((node) => node.arguments ?? []);
    return nodes
      .map(({ name }) => name.value)
      .find((name) => (this.#values[name] ?? null) !== null && !this.#read.has(name));
  }

  #value(name: string): unknown {
    this.#read.add(name);
    return this.#values[name];
  }
}

/** Resolves a field. Throws an UnknownRequest if the emulator does not support the field or an argument. */
export function resolveField(
  source: unknown,
  values: Readonly<Record<string, unknown>>,
  _: unknown,
  info: GraphQLResolveInfo,
): unknown {
  const { fieldName, parentType } = info;
  const name = `${parentType.name}.${fieldName}`;
  const value = isFields(source) && Object.hasOwn(source, fieldName) ? source[fieldName] : unknown;
  if (value === unknown) throw new UnknownRequest(`the GraphQL field ${name}`);
  const given = new Arguments(values, info);
  const checked = (result: unknown) => {
    const unread = given.unread();
    if (unread === undefined) return result;
    throw new UnknownRequest(`the argument “${unread}” of the GraphQL field ${name}`);
  };
  const result = isResolver(value) ? value(given) : value;
  return result instanceof Promise ? result.then(checked) : checked(result);
}

const unknown = Symbol("unknown");

/** Calls a function once, on first use. */
export function once<Result>(get: () => Result): () => Result {
  let kept: { result: Result } | undefined;
  return () => {
    kept ??= { result: get() };
    return kept.result;
  };
}

function selects(
  set: SelectionSetNode | undefined,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  names: readonly string[],
): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === "Field") return names.includes(selection.name.value);
    const inner = selection.kind === "InlineFragment" ? selection : fragments[selection.name.value];
    return selects(inner?.selectionSet, fragments, names);
  });
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isResolver(value: unknown): value is Resolver {
  return typeof value === "function";
}
