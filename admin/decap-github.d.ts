/** The parts of Decap's GitHub backend that the board overrides. The package has no types. */

declare module "decap-cms-backend-github" {
  import type { Component, ReactNode } from "react";

  type User = { login?: string; name?: string };
  type Credentials = { token: string };

  /** The file of a post, as Decap passes it to a backend. */
  type DataFile = { path: string; slug: string; raw: string };
  type PersistOptions = {
    collectionName: string;
    commitMessage: string;
    newEntry?: boolean;
    /** There is already a draft. */
    unpublished?: boolean;
  };
  type TreeFile = { path: string; sha: string };
  /** The used part of https://docs.github.com/rest/pulls/pulls#list-pull-requests */
  type Pull = {
    number: number;
    state: "open" | "closed";
    merged_at: string | null;
    html_url: string;
    labels: { name: string }[];
    head: { sha: string; ref: string; user: { login: string } | null };
    user: { login: string } | null;
  };

  /** Decap's settings under `backend`, and where it is. */
  type BackendConfig = { backend: { repo?: string } };

  export class API {
    constructor(config: object);
    branch: string;
    repo: string;
    originRepo: string;
    repoOwner: string;
    repoURL: string;
    originRepoURL: string;
    cmsLabelPrefix: string;
    request(path: string, ...more: object[]): Promise<unknown>;
    generateContentKey(collection: string, slug: string): string;
    getBranch(branch: string): Promise<{ commit: { sha: string } }>;
    getDefaultBranch(): Promise<{ commit: { sha: string } }>;
    getHeadReference(branch: string): Promise<string>;
    getDifferences(
      from: string,
      to: string,
    ): Promise<{ commits: { commit: { message: string } }[] }>;
    getPullRequests(
      head: string | undefined,
      state: "open" | "closed" | "all",
      predicate: (pull: Pull) => boolean,
    ): Promise<Pull[]>;
    getOpenAuthoringPullRequest(branch: string, pulls: Pull[]): Promise<Pull>;
    updateTree(base: string, files: TreeFile[]): Promise<{ sha: string; parentSha: string }>;
    commit(message: string, tree: { sha: string; parentSha: string }): Promise<{ sha: string }>;
    patchBranch(branch: string, sha: string, options?: { force?: boolean }): Promise<unknown>;
    createBranch(branch: string, sha: string): Promise<unknown>;
    createPR(title: string, branch: string): Promise<unknown>;
    openPR(number: number): Promise<unknown>;
    mergePR(pull: Pull): Promise<unknown>;
    deleteFiles(paths: string[], message: string): Promise<unknown>;
    listFiles(path: string, options?: object): Promise<{ path: string }[]>;
    readFileMetadata(
      path: string,
      sha: string | null | undefined,
    ): Promise<{ author: string; updatedOn: string }>;
    persistFiles(
      files: DataFile[],
      media: object[],
      options: PersistOptions & { useWorkflow?: boolean },
    ): Promise<unknown>;
    editorialWorkflowGit(
      files: TreeFile[],
      slug: string,
      media: object[],
      options: PersistOptions,
    ): Promise<unknown>;
    updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<void>;
  }

  type PageProps = {
    onLogin(data: Credentials): void;
    error?: string | undefined;
    [more: string]: unknown;
  };

  type PageState = {
    loginError?: string;
    findingFork?: boolean;
    requestingFork?: boolean;
    approveFork?: () => void;
    refuseFork?: () => void;
  };

  type PageParts = { LoginButton: ButtonPart; TextButton: ButtonPart };
  type ButtonPart = (props: {
    onClick?: (() => void) | undefined;
    children?: ReactNode;
  }) => ReactNode;

  export class AuthenticationPage extends Component<PageProps, PageState> {
    loginWithOpenAuthoring(data: Credentials): Promise<unknown>;
    getPermissionToFork(): Promise<unknown>;
    render(): ReactNode;
    getAuthenticationPageRenderArgs(): {
      renderPageContent?: (parts: PageParts) => ReactNode;
      renderButtonContent?: () => ReactNode;
    };
  }

  export class GitHubBackend {
    constructor(config: BackendConfig, options: object);
    api: API | null;
    repo: string | undefined;
    originRepo: string;
    branch: string;
    apiRoot: string;
    squashMerges: boolean;
    useOpenAuthoring: boolean | undefined;
    _currentUserPromise: Promise<User> | undefined;
    authComponent(): unknown;
    currentUser(credentials: Credentials): Promise<User>;
    authenticateWithFork(options: {
      userData: Credentials;
      getPermissionToFork: () => unknown;
    }): Promise<unknown>;
    authenticate(credentials: Credentials): Promise<object>;
    logout(): unknown;
    unpublishedEntry(which: { id?: string; collection?: string; slug?: string }): Promise<unknown>;
    entriesByFolder(folder: string, extension: string, depth: number): Promise<unknown>;
    persistEntry(entry: { dataFiles: DataFile[] }, options: PersistOptions): Promise<unknown>;
    updateUnpublishedEntryStatus(
      collection: string,
      slug: string,
      status: string,
    ): Promise<unknown>;
  }
}
