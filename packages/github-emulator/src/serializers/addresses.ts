/** Addresses that answers hold, and the other names that GitHub gives to everything. */
import type { Core } from "../core.ts";
import type { Repository } from "../state.ts";

/** Where the API is, below the origin. */
export const apiPath = "/api/v3";

export function apiAddress(core: Core, path: string): string {
  return `${core.origin}${apiPath}${path}`;
}

export function fullName({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}

/** The address of something in a repository, in the API. */
export function repositoryApi(core: Core, repository: Repository, path = ""): string {
  return apiAddress(core, `/repos/${fullName(repository)}${path}`);
}

/** The address of something in a repository, for people. */
export function repositoryPage(core: Core, repository: Repository, path = ""): string {
  return `${core.origin}/${fullName(repository)}${path}`;
}

/** The opaque name of a thing in GitHub's other API, which all answers have and nobody here reads. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}
