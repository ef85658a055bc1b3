/** URLs and node ids in responses. */
import type { Core } from "../core.ts";
import type { Repository } from "../state.ts";

/** Path of the API. */
export const apiPath = "/api/v3";

export function apiAddress(core: Core, path: string): string {
  return `${core.origin}${apiPath}${path}`;
}

export function fullName({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}

/** The API URL of something in a repository. */
export function repositoryApi(core: Core, repository: Repository, path = ""): string {
  return apiAddress(core, `/repos/${fullName(repository)}${path}`);
}

/** The URL of something in a repository, for people. */
export function repositoryPage(core: Core, repository: Repository, path = ""): string {
  return `${core.origin}/${fullName(repository)}${path}`;
}

/** The opaque id of an object in GitHub's GraphQL API, which all responses have. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}
