/** How near a built site is to what its host takes. */
import type { Host } from "../config.ts";

/** What hosts limit. */
export type SiteSize = {
  files: number;
  bytes: number;
  largestFile: { path: string; bytes: number };
  /** The folder with the most entries, which are its files and folders. */
  fullestFolder: { path: string; entries: number };
};

export type LimitKind = "files" | "bytes" | "fileBytes" | "folderEntries";

const limits: Readonly<Record<Host, Readonly<Partial<Record<LimitKind, number>>>>> = {
  // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
  "github-pages": { bytes: 1_000_000_000 },
  // Of the free plan: https://developers.cloudflare.com/pages/platform/limits/
  "cloudflare-pages": { files: 20_000, fileBytes: 25 * 2 ** 20 },
  // It says files, but may mean folders as well: https://docs.netlify.com/site-deploys/overview/
  netlify: { folderEntries: 54_000 },
};

/** The part of a limit from which it is near. */
const nearFrom = 0.8;

/** A limit that is near or exceeded. */
export type NearLimit = {
  host: Host;
  kind: LimitKind;
  limit: number;
  used: number;
  isExceeded: boolean;
  /** The file or folder that it is about, from the site's root. */
  path?: string;
};

/** The limits of a host that a site is near to or exceeds. */
export function nearLimits(size: SiteSize, host: Host | null): NearLimit[] {
  if (!host) return [];
  const { files, bytes, largestFile, fullestFolder } = size;
  const found: Readonly<Record<LimitKind, { used: number; path?: string }>> = {
    files: { used: files },
    bytes: { used: bytes },
    fileBytes: { used: largestFile.bytes, path: largestFile.path },
    folderEntries: { used: fullestFolder.entries, path: fullestFolder.path },
  };
  return (Object.entries(limits[host]) as [LimitKind, number][])
    .map(([kind, limit]) => ({
      ...{ host, kind, limit, ...found[kind] },
      isExceeded: found[kind].used > limit,
    }))
    .filter(({ used, limit }) => used >= limit * nearFrom);
}
