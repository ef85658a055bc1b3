/** The supported part of GitHub's own actions. */
import { cp, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { checkout } from "./checkout.ts";
import type { JobContext } from "./job-context.ts";

type Inputs = Readonly<Record<string, string>>;

export type SupportedAction = {
  /** The supported inputs. Any other is an error. */
  inputs: readonly string[];
  /** Does what the action does, and returns its outputs. Throws an Error if it fails. */
  perform(job: JobContext, inputs: Inputs): Promise<Record<string, string>>;
};

const permissionPrefix = "permission-";

const permissionInputs = ["actions", "contents", "issues", "pull-requests", "statuses"].map(
  (name) => permissionPrefix + name,
);

export const supportedActions: Readonly<Record<string, SupportedAction>> = {
  "actions/checkout": {
    inputs: ["fetch-depth", "persist-credentials"],
    async perform(job, inputs) {
      await checkout(job, inputs);
      return {};
    },
  },
  "actions/setup-node": {
    inputs: ["node-version", "package-manager-cache"],
    perform({ write }, inputs) {
      const [major = ""] = process.versions.node.split(".");
      if (inputs["node-version"] !== major) {
        throw new Error(`The emulator has Node ${major}, not ${inputs["node-version"]}.`);
      }
      write(`The emulator provides Node ${process.versions.node}.\n`);
      return Promise.resolve({});
    },
  },
  "actions/create-github-app-token": {
    inputs: ["client-id", "private-key", ...permissionInputs],
    perform({ appToken }, { "client-id": clientId = "", "private-key": privateKey = "", ...more }) {
      const permissions = Object.entries(more).map(([name, level]) => {
        if (level !== "read" && level !== "write") throw new Error(`${name} cannot be “${level}”.`);
        return [name.replace(permissionPrefix, ""), level];
      });
      const made = appToken({ clientId, privateKey }, Object.fromEntries(permissions));
      return Promise.resolve({ token: made.token, "app-slug": made.slug });
    },
  },
  "actions/upload-pages-artifact": {
    inputs: ["path"],
    async perform({ directories }, { path = "_site/" }) {
      const from = resolve(directories.workspace, path);
      if (!(await isFolder(from))) throw new Error(`There is no folder ${path} to upload.`);
      await cp(from, pagesArtifact(directories.artifacts), { recursive: true, dereference: true });
      return {};
    },
  },
  "actions/upload-artifact": {
    inputs: ["name", "path", "include-hidden-files", "retention-days"],
    async perform({ directories }, { name = "artifact", path = "" }) {
      const from = resolve(directories.workspace, path);
      if (!(await isFolder(from))) throw new Error(`There is no folder ${path} to upload.`);
      await cp(from, namedArtifact(directories.artifacts, name), { recursive: true });
      return {};
    },
  },
  "actions/download-artifact": {
    inputs: ["name", "path"],
    async perform({ directories }, { name = "", path = "" }) {
      const artifact = namedArtifact(directories.artifacts, name);
      if (!(await isFolder(artifact))) throw new Error(`No artifact “${name}” was uploaded.`);
      await cp(artifact, resolve(directories.workspace, path), { recursive: true });
      return {};
    },
  },
  "actions/deploy-pages": {
    inputs: [],
    async perform({ directories, permissions, pages }) {
      if (permissions.pages !== "write" || permissions["id-token"] !== "write") {
        throw new Error("deploy-pages needs the permissions pages: write and id-token: write.");
      }
      const artifact = pagesArtifact(directories.artifacts);
      if (!(await isFolder(artifact))) throw new Error("No artifact was uploaded in this run.");
      await pages.deploy(artifact);
      await rm(artifact, { recursive: true, force: true });
      return { page_url: pages.url };
    },
  },
};

function pagesArtifact(directory: string): string {
  return join(directory, "github-pages");
}

/** Apart from that for Pages. */
function namedArtifact(directory: string, name: string): string {
  return join(directory, "named", encodeURIComponent(name));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
