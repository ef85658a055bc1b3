/** Clone and push over smart HTTP, by Git's own server. https://git-scm.com/docs/git-http-backend */
import type { AuthenticatedCaller, Caller } from "./authentication.ts";
import { authenticate } from "./authentication.ts";
import type { Core } from "./core.ts";
import { gitVariables, runGit } from "./git-process.ts";
import { readRef } from "./git-refs.ts";
import { branchesForMaintainers } from "./maintainer-edits.ts";
import { canRead, may } from "./permissions.ts";
import type { PushCommand } from "./push-rules.ts";
import { hookVariables, readPushCommands } from "./push-rules.ts";
import { refMoved } from "./refs.ts";
import { fullName } from "./serializers/addresses.ts";
import type { Repository } from "./state.ts";
import type { Usage } from "./usage.ts";

const services =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.+)$/;

/** Whether a path is one that Git clients request. */
export function isGitPath(path: string): boolean {
  return services.test(path);
}

/** Responds to Git clients: anybody can read public repositories; pushing needs a token with write access. */
export async function answerGit(core: Core, usage: Usage, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [, owner = "", name = "", service = ""] = services.exec(pathname) ?? [];
  const caller = authenticate(core.store, request.headers.get("authorization"));
  const repository = core.store.repository(decodeURIComponent(owner), decodeURIComponent(name));
  if (!caller) return signIn();
  if (!repository || !canRead(caller, repository)) {
    return caller.kind === "anonymous"
      ? signIn()
      : new Response("Repository not found.\n", { status: 404 });
  }
  const isPush = [service, searchParams.get("service")].includes("git-receive-pack");
  // Every Git command requests the refs first, and once.
  if (!isPush) {
    if (service === "info/refs") usage.count(caller, "gitFetches");
    return await serve(core, repository, request, service);
  }
  if (caller.kind === "anonymous") return signIn();
  if (service === "info/refs") usage.count(caller, "gitPushes");
  if (may(caller, repository, { role: "write", app: "contents" })) {
    return await answerPush(core, repository, caller, request, service);
  }
  const lent = branchesForMaintainers(core, repository, caller);
  if (lent.size === 0) return denied(repository, caller);
  return await answerPush(core, repository, caller, request, service, lent);
}

async function answerPush(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  request: Request,
  service: string,
  onlyTo?: ReadonlySet<string>,
): Promise<Response> {
  const user = { REMOTE_USER: caller.user.login };
  if (service === "info/refs") return await serve(core, repository, request, service, user);
  const body = Buffer.from(await request.arrayBuffer());
  const commands = readPushCommands(body);
  if (onlyTo && !commands.every(({ ref }) => onlyTo.has(ref))) return denied(repository, caller);
  return await core.lock.run(async () => {
    const variables = { ...user, ...hookVariables(repository, caller, commands) };
    const response = await serve(core, repository, request, service, variables, body);
    for (const command of commands) {
      if (isDone(core, repository, command)) {
        await refMoved(core, repository, caller, command);
      }
    }
    core.store.save();
    return response;
  });
}

/** A push may be rejected in part. */
function isDone(core: Core, repository: Repository, { ref, before, after }: PushCommand) {
  const now = readRef(core.store.pathOf(repository), ref) ?? null;
  return now === after && before !== after;
}

async function serve(
  core: Core,
  repository: Repository,
  request: Request,
  service: string,
  variables: Readonly<Record<string, string>> = {},
  body?: Buffer,
): Promise<Response> {
  const { headers, method } = request;
  const all = {
    ...gitVariables(),
    GIT_PROJECT_ROOT: core.store.directory,
    GIT_HTTP_EXPORT_ALL: "1",
    PATH_INFO: `/${fullName(repository)}.git/${service}`,
    QUERY_STRING: new URL(request.url).search.slice(1),
    REQUEST_METHOD: method,
    CONTENT_TYPE: headers.get("content-type") ?? "",
    HTTP_CONTENT_ENCODING: headers.get("content-encoding") ?? "",
    HTTP_GIT_PROTOCOL: headers.get("git-protocol") ?? "",
    REMOTE_ADDR: "127.0.0.1",
    ...servedObjects,
    ...variables,
  };
  const input = body ?? Buffer.from(await request.arrayBuffer());
  return readCgi((await runGit(["http-backend"], all, input)).output);
}

/** Like GitHub, serves any object by its hash, and supports filters. https://git-scm.com/docs/git-config#Documentation/git-config.txt-uploadpackallowFilter */
const servedObjects = {
  GIT_CONFIG_COUNT: "2",
  GIT_CONFIG_KEY_0: "uploadpack.allowFilter",
  GIT_CONFIG_VALUE_0: "true",
  GIT_CONFIG_KEY_1: "uploadpack.allowAnySHA1InWant",
  GIT_CONFIG_VALUE_1: "true",
};

/** Parses headers, an empty line, and the body. */
function readCgi(output: Buffer): Response {
  const end = output.indexOf("\r\n\r\n");
  if (end < 0) return new Response("Git did not respond.\n", { status: 500 });
  const headers = new Headers();
  for (const line of output.toString("latin1", 0, end).split("\r\n")) {
    const [, name = "", value = ""] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (name) headers.append(name, value);
  }
  const status = Number(headers.get("status")?.slice(0, 3) ?? 200);
  headers.delete("status");
  return new Response(new Uint8Array(output.subarray(end + 4)), { status, headers });
}

function signIn(): Response {
  return new Response("Authentication is required.\n", {
    status: 401,
    headers: { "www-authenticate": 'Basic realm="GitHub"' },
  });
}

function denied(repository: Repository, caller: Exclude<Caller, { kind: "anonymous" }>): Response {
  const text = `Permission to ${fullName(repository)}.git denied to ${caller.user.login}.\n`;
  return new Response(text, { status: 403 });
}
