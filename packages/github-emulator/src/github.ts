/**
 * GitHub on one machine: its REST API, Git over HTTP and OAuth, over real bare Git repositories, as far as
 * bots and editors commonly use them. Other requests are recorded, and get the response 501.
 */

import { join, resolve } from "node:path";
import { Api } from "./api/answer.ts";
import { answerGraphql, graphqlPath, isGraphqlPath } from "./api/graphql.ts";
import { allOperations } from "./api/operations.ts";
import { router } from "./api/router.ts";
import type { AppCredentials, NewApp } from "./apps.ts";
import { addApp, appWith } from "./apps.ts";
import type { Caller } from "./authentication.ts";
import {
  addInstallationToken,
  addUserToken,
  allScopes,
  authenticate,
  revokeToken,
} from "./authentication.ts";
import { answerAvatar, isAvatarPath } from "./avatars.ts";
import type { Clock } from "./clock.ts";
import { movableClock } from "./clock.ts";
import type { Core } from "./core.ts";
import type { EventListener, GitHubEvent } from "./events.ts";
import { EventLog } from "./events.ts";
import { Faults, failureResponse } from "./faults.ts";
import { forgetBelow } from "./git.ts";
import { answerGit, isGitPath } from "./git-http.ts";
import { endIdleStarter } from "./git-process.ts";
import { Lock } from "./lock.ts";
import type { OAuthApp } from "./oauth.ts";
import { authorizePath, OAuth, tokenPath } from "./oauth.ts";
import { Schemas } from "./openapi/schemas.ts";
import { setDraft } from "./pull-updates.ts";
import type { LimitOptions } from "./rate-limit.ts";
import { rateLimits } from "./rate-limit.ts";
import type { RecordedRun } from "./recorded-runs.ts";
import { runRecorder } from "./recorded-runs.ts";
import type { NewRepository } from "./repositories.ts";
import { createRepository, fillRepository } from "./repositories.ts";
import { apiPath } from "./serializers/addresses.ts";
import { startServer } from "./server.ts";
import type { Permissions, Repository, Role, User } from "./state.ts";
import { copyState, Store } from "./store.ts";
import type { TimingOption } from "./timing.ts";
import { Timing } from "./timing.ts";
import type { UsageCounts } from "./usage.ts";
import { repositoryBudget, Usage } from "./usage.ts";

export type { AppCredentials, NewApp } from "./apps.ts";
export type { EventListener, GitHubEvent } from "./events.ts";
export type { Permissions, Repository, Role, User } from "./state.ts";
export type { TimingOption } from "./timing.ts";
export type { UsageCounts } from "./usage.ts";

export type GitHubOptions = {
  /** Folder for the state and the repositories. An emulator that was started there before continues. */
  directory: string;
  /** A snapshot to start from, unless the directory already has a state. */
  snapshot?: string;
  /** Default: a free port. */
  port?: number;
  /** The time, until the clock is moved. Default: the machine's time. */
  now?: () => Date;
  /**
   * By default, test merges run and lists are updated in the background, as at GitHub: whether a pull request can
   * be merged is unknown at first, and merging it is rejected. `instant` turns that off.
   */
  timing?: TimingOption;
  /** Requests and GraphQL points per hour, if different from GitHub's limits. */
  limits?: LimitOptions;
  /** The only OAuth app. Default: any app may sign people in. */
  oauth?: OAuthApp;
  /** Responds to everything except API, Git and OAuth requests: pages for people. `undefined` for unknown paths. */
  pages?: (request: Request) => Promise<Response | undefined>;
  /** `false` keeps everything but the repositories in memory only, which is faster for a large state. */
  persist?: boolean;
  /** Called after each API or Git request, whatever the response. */
  onRequest?(request: AnsweredRequest): void;
};

/** An API request, or one by a Git client. */
export type AnsweredRequest = {
  method: string;
  /** With query, relative to the API or, for Git, to the origin. */
  path: string;
  kind: "api" | "graphql" | "git";
  /** What a query cost of the hourly limit, if it was executed. */
  points?: number;
  /** The owner of the token that was sent; `undefined` if the token is invalid. */
  caller: Caller["kind"] | undefined;
  /** When it arrived and when the response was ready, by `performance.now()`. Requests can overlap. */
  began: number;
  ended: number;
};

export type GitHub = {
  /** GITHUB_SERVER_URL, without a trailing slash. */
  origin: string;
  /** GITHUB_API_URL. */
  apiUrl: string;
  /** GITHUB_GRAPHQL_URL. Octokit derives it from `apiUrl`. */
  graphqlUrl: string;
  /** Leaves an existing user unchanged. */
  addUser(user: { login: string; name?: string }): User;
  /** Its owner becomes an organization if there is no such user. Throws an Error if the repository exists. */
  addRepository(repository: NewRepository & { from?: string }): Promise<Repository>;
  /** The folder of its bare repository. `repository` is `owner/name`, here and below. */
  folderOf(repository: string): string;
  setRole(repository: string, login: string, role: Role): void;
  /** Makes a pull request a draft or ready, like its author's button. The REST API cannot. */
  setDraft(repository: string, number: number, isDraft: boolean): Promise<void>;
  /** Creates a person's token, as an OAuth app gets it. */
  tokenFor(login: string, scopes?: readonly string[]): string;
  /** Creates a job's GITHUB_TOKEN. Permissions are named as in workflows or as in the API. */
  installationToken(repository: string, permissions: Permissions): string;
  /** Installs a GitHub App in a repository. */
  addApp(repository: string, app: NewApp): void;
  /**
   * Creates a token of an app for the repository where it is installed. Throws an Error if the key is wrong, or the app
   * has fewer permissions.
   */
  appToken(credentials: AppCredentials, permissions: Permissions): { token: string; slug: string };
  /** Makes the token invalid. */
  revokeToken(token: string): void;
  /** Reports that a workflow run began or ended. The same `run` is updated. */
  recordRun(repository: string, run: RecordedRun): void;
  /** All events since the start, including dropped ones, or since `forgetEvents`. */
  events: readonly GitHubEvent[];
  /** Empties `events`, to save memory. */
  forgetEvents(): void;
  /** Returns a function that stops listening. */
  onEvent(listener: EventListener): () => void;
  /**
   * The requests since the start: by everybody, with the tokens of a person (`mona`) or an app (`hi[bot]`), or
   * with those of a repository's workflows (`octo-org/hello`). Throws an Error if there is no such repository.
   */
  usage(whose?: string): UsageCounts;
  clock: Clock;
  faults: Pick<Faults, "failNext" | "failNextQuery" | "limitNext" | "clear"> & {
    /** The next event that matches is recorded, but not passed to listeners. */
    loseEvent(predicate: (event: GitHubEvent) => boolean): void;
    /** The next event that matches is passed to listeners twice, as GitHub may do. */
    repeatEvent(predicate: (event: GitHubEvent) => boolean): void;
  };
  /** `METHOD /path` of all unsupported requests. */
  unknownRequests: string[];
  /** How responses and webhooks differed from GitHub's schemas. */
  schemaViolations: string[];
  /**
   * Copies people, repositories, tokens, issues and settings to a new folder, for `snapshot`. Events
   * and the clock are not part of it.
   */
  saveSnapshot(directory: string): Promise<void>;
  /** Resolves when all connections are closed and all state is written. */
  stop(): Promise<void>;
};

/** The API’s URL at an origin: GITHUB_API_URL. */
export function apiUrlAt(origin: string): string {
  return `${origin}${apiPath}`;
}

/** Starts the emulator, and resolves when it accepts requests. */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const clock = movableClock(options.now);
  const { snapshot } = options;
  const directory = resolve(options.directory);
  if (snapshot && !(await Store.exists(directory))) copyState(snapshot, directory);
  const store = await Store.open(directory, clock, options.persist);
  const log = new EventLog(clock);
  const timing = new Timing(options.timing ?? "realistic", clock);
  const core: Core = { store, clock, events: log, lock: new Lock(), timing, origin: "" };
  const faults = new Faults();
  const unknownRequests: string[] = [];
  const schemaViolations: string[] = [];
  const schemas = await Schemas.read();
  log.listen(({ name, payload }) => {
    for (const problem of schemas.eventProblems(name, payload)) {
      schemaViolations.push(`${[name, payload.action].filter(Boolean).join(".")}: ${problem}`);
    }
  });
  const limits = rateLimits(clock, options.limits);
  const usage = new Usage();
  const api = new Api({
    core,
    limit: limits.core,
    usage,
    find: router(allOperations(limits)),
    schemas,
    onUnknown: (what) => unknownRequests.push(what),
    onViolation: (what) => schemaViolations.push(what),
  });
  const oauth = new OAuth(core, options.oauth);
  const answerQuery = (request: Request, cost: { points?: number }): Promise<Response> => {
    const onCost = (points: number) => {
      cost.points = points;
    };
    const parts = { core, limit: limits.graphql, usage, onCost };
    return answerGraphql(parts, request, (what) => unknownRequests.push(what));
  };
  const answerRest = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (isGitPath(pathname)) {
      return await observed(request, "git", () => answerGit(core, usage, request));
    }
    if (pathname === authorizePath) return await oauth.authorize(request);
    if (pathname === tokenPath) return await oauth.token(request);
    if (isAvatarPath(pathname)) return answerAvatar(pathname);
    const page = await options.pages?.(request);
    if (page) return page;
    unknownRequests.push(`${request.method} ${pathname}`);
    return new Response("The emulator does not support this address.\n", { status: 501 });
  };

  const observed = async (
    request: Request,
    kind: AnsweredRequest["kind"],
    answer: (cost: { points?: number }) => Promise<Response>,
  ): Promise<Response> => {
    const cost = {};
    if (!options.onRequest) return await answer(cost);
    const began = performance.now();
    const { method, headers } = request;
    const { pathname, search } = new URL(request.url);
    const path = (kind === "api" ? pathname.slice(apiPath.length) : pathname) + search;
    // The token may be revoked by the time of the response.
    const caller = authenticate(store, headers.get("authorization"))?.kind;
    const response = await answer(cost);
    options.onRequest({ method, path, kind, caller, ...cost, began, ended: performance.now() });
    return response;
  };
  const server = await startServer({
    ...(options.port !== undefined && { port: options.port }),
    apiPaths: [`${apiPath}/*`, graphqlPath],
    api: (request) => {
      const kind = isGraphqlPath(new URL(request.url).pathname) ? "graphql" : "api";
      return observed(request, kind, (cost) =>
        failing(faults, request, () =>
          kind === "api" ? api.answer(request) : answerQuery(request, cost),
        ),
      );
    },
    rest: (request) => failing(faults, request, () => answerRest(request)),
    onError: (what) => unknownRequests.push(what),
  });
  core.origin = server.origin;

  return {
    origin: server.origin,
    apiUrl: `${server.origin}${apiPath}`,
    graphqlUrl: `${server.origin}${graphqlPath}`,
    addUser: ({ login, name }) => addUser(store, { login, name: name ?? null, type: "User" }),
    addRepository: ({ from, ...repository }) =>
      core.lock.run(async () => {
        addUser(store, { login: repository.owner, name: null, type: "Organization" });
        const made = await createRepository(core, repository);
        if (from) await fillRepository(core, made, resolve(from));
        return made;
      }),
    folderOf: (fullName) => join(store.directory, `${fullName}.git`),
    setRole(fullName, login, role) {
      const repository = store.repositoryOf(fullName);
      repository.roles[store.userOf(login).login.toLowerCase()] = role;
      store.save();
    },
    setDraft: (fullName, number, isDraft) =>
      core.lock.run(() => setDraft(core, store.repositoryOf(fullName), number, isDraft)),
    tokenFor: (login, scopes = allScopes) => addUserToken(store, login, scopes),
    installationToken: (fullName, permissions) =>
      addInstallationToken(store, store.repositoryOf(fullName).id, permissions),
    addApp: (fullName, app) => addApp(store, store.repositoryOf(fullName), app),
    appToken(credentials, permissions) {
      const app = appWith(store, credentials, permissions);
      const token = addInstallationToken(store, app.repositoryId, permissions, app);
      return { token, slug: app.slug };
    },
    revokeToken: (token) => revokeToken(store, token),
    recordRun: runRecorder(store),
    events: log.all,
    forgetEvents: () => {
      log.all.length = 0;
    },
    onEvent: (listener) => log.listen(listener),
    usage(whose) {
      if (!whose?.includes("/")) return usage.read(whose);
      return usage.read(repositoryBudget(store.repositoryOf(whose).id));
    },
    clock,
    faults: {
      failNext: (failure) => faults.failNext(failure),
      clear: () => faults.clear(),
      limitNext: (secondary) => faults.limitNext(secondary),
      failNextQuery: (kind, times) => faults.failNextQuery(kind, times),
      loseEvent: (predicate) => log.lose(predicate),
      repeatEvent: (predicate) => log.repeat(predicate),
    },
    unknownRequests,
    schemaViolations,
    saveSnapshot: (to) =>
      core.lock.run(async () => {
        await store.saved();
        copyState(directory, to);
      }),
    async stop() {
      await server.stop();
      await core.lock.run(() => store.saved());
      await endIdleStarter();
      forgetBelow(store.directory);
    },
  };
}

/** Fails if that was requested, before or after the request is applied. */
async function failing(
  faults: Faults,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const failure = faults.take(request.method, [pathname, pathname.replace(apiPath, "")]);
  if (!failure) return await answer();
  if (failure.carriedOut) await answer();
  return failureResponse(failure);
}

function addUser(store: Store, { login, name, type }: Pick<User, "login" | "name" | "type">): User {
  const known = store.user(login);
  if (known) return known;
  const user: User = { id: store.nextId(), login, name, type, createdAt: store.moment() };
  store.state.users.push(user);
  store.save();
  return user;
}
