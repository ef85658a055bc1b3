import type { Octokit } from "@octokit/rest";
import { describe, expect, it } from "vitest";
import type { Emulator } from "./test-emulator.ts";
import { hello, startEmulator, submit } from "./test-emulator.ts";

const names = { owner: hello.owner, name: hello.repo } as const;
const one = { ...hello, pull_number: 1 } as const;
const issueOne = { ...hello, issue_number: 1 } as const;

/** A response has the shape of its query. */
type Json = ReturnType<typeof JSON.parse>;

/** Queries fields of the pull request that `submit` creates. */
async function askPull(octokit: Octokit, fields: string) {
  const { repository } = await askRepository(octokit, `pullRequest(number: 1) { ${fields} }`);
  return repository.pullRequest;
}

/** Queries fields of the repository. */
async function askRepository(octokit: Octokit, fields: string) {
  const query = `query ($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) { ${fields} }
  }`;
  return await octokit.graphql<Json>(query, names);
}

/** The response to a query that is rejected in part or as a whole. Its status is always 200. */
async function refusal(emulator: Emulator, query: string, login = "rita") {
  const response = await fetch(emulator.github.graphqlUrl, {
    method: "POST",
    headers: { authorization: `Bearer ${emulator.github.tokenFor(login)}` },
    body: JSON.stringify({ query, variables: names }),
  });
  expect(response.status).toBe(200);
  return await response.json();
}

describe("a query about a pull request", () => {
  it("agrees with the REST API", async () => {
    await using emulator = await startEmulator();
    const { working } = await submit(emulator);
    const { clock } = emulator.github;
    const rita = emulator.as("rita");
    const bot = emulator.bot({ statuses: "write", issues: "write", pull_requests: "write" });
    const later = () => clock.advance(60_000);
    later();
    const { data: comment } = await rita.rest.issues.createComment({ ...issueOne, body: "Hello" });
    later();
    await bot.rest.issues.createComment({ ...issueOne, body: "Welcome" });
    later();
    await rita.rest.issues.updateComment({ ...hello, comment_id: comment.id, body: "Hello, sam" });
    await rita.rest.reactions.createForIssueComment({
      ...hello,
      comment_id: comment.id,
      content: "+1",
    });
    await rita.rest.issues.addLabels({ ...issueOne, labels: ["waiting"] });
    await rita.rest.issues.addAssignees({ ...issueOne, assignees: ["rob"] });
    await rita.rest.issues.removeAssignees({ ...issueOne, assignees: ["rob"] });
    later();
    await working.git("reset", "-q", "--hard", "origin/main");
    await working.commit("post", { "docs/second.md": "again\n" });
    await working.git("push", "-q", "--force", "origin", "post");
    later();
    await rita.rest.pulls.createReview({ ...one, event: "APPROVE" });
    const { data: pull } = await rita.rest.pulls.get(one);
    const status = { ...hello, sha: pull.head.sha, context: "board" } as const;
    await bot.rest.repos.createCommitStatus({ ...status, state: "pending" });
    await bot.rest.repos.createCommitStatus({ ...status, state: "success", description: "Fine" });

    const answer = await askPull(
      rita,
      `id databaseId number title body state isDraft closed merged mergeable mergeStateStatus
      author { __typename login ... on User { id databaseId } }
      headRefOid headRefName baseRefOid baseRefName isCrossRepository
      headRepository { nameWithOwner owner { login } }
      createdAt updatedAt closedAt mergedAt lastEditedAt changedFiles additions deletions
      potentialMergeCommit { oid parents(first: 2) { nodes { oid } } }
      labels(first: 10) { nodes { id name } }
      assignees(first: 10) { totalCount }
      comments(first: 100) { nodes {
        id databaseId body createdAt updatedAt lastEditedAt isMinimized
        author { __typename login ... on Bot { databaseId } }
        reactionGroups { content viewerHasReacted reactors(first: 5) { totalCount nodes { ... on User { login } } } }
      } }
      reviews(last: 100) { nodes { id databaseId state body submittedAt createdAt author { login } commit { oid } } }
      commits(last: 1) { totalCount nodes { commit { oid committedDate author { user { login } }
        status { state contexts { context state description createdAt creator { __typename login } } } } } }
      files(first: 10) { nodes { path changeType additions deletions } }
      timelineItems(first: 10, itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT, LABELED_EVENT, HEAD_REF_FORCE_PUSHED_EVENT]) { nodes {
        __typename
        ... on AssignedEvent { id createdAt actor { login } assignee { ... on User { login } } }
        ... on LabeledEvent { createdAt label { name } }
        ... on HeadRefForcePushedEvent { actor { login } beforeCommit { oid } afterCommit { oid } }
      } }`,
    );

    const comments = (await rita.rest.issues.listComments(issueOne)).data;
    const reviews = (await rita.rest.pulls.listReviews(one)).data;
    const events = (await rita.rest.issues.listEvents(issueOne)).data;
    const [assigned] = events.filter(({ event }) => event === "assigned");
    const { data: verdicts } = await rita.rest.repos.getCombinedStatusForRef({
      ...hello,
      ref: pull.head.sha,
    });
    expect(answer).toMatchObject({
      id: pull.node_id,
      databaseId: pull.id,
      number: 1,
      title: pull.title,
      body: "",
      state: "OPEN",
      isDraft: false,
      closed: false,
      merged: false,
      mergeable: "MERGEABLE",
      mergeStateStatus: "CLEAN",
      author: { __typename: "User", login: "sam", id: pull.user.node_id, databaseId: pull.user.id },
      headRefOid: pull.head.sha,
      headRefName: "post",
      baseRefOid: pull.base.sha,
      baseRefName: "main",
      isCrossRepository: true,
      headRepository: { nameWithOwner: "sam/hello", owner: { login: "sam" } },
      createdAt: pull.created_at,
      updatedAt: pull.updated_at,
      closedAt: null,
      mergedAt: null,
      lastEditedAt: null,
      changedFiles: pull.changed_files,
      additions: pull.additions,
      deletions: pull.deletions,
      potentialMergeCommit: {
        oid: pull.merge_commit_sha,
        parents: { nodes: [{ oid: pull.base.sha }, { oid: pull.head.sha }] },
      },
      labels: { nodes: [{ id: pull.labels[0]?.node_id, name: "waiting" }] },
      assignees: { totalCount: 0 },
      files: {
        nodes: [{ path: "docs/second.md", changeType: "ADDED", additions: 1, deletions: 0 }],
      },
    });
    expect(answer.comments.nodes).toMatchObject(
      comments.map((known) => ({
        id: known.node_id,
        databaseId: known.id,
        body: known.body,
        createdAt: known.created_at,
        updatedAt: known.updated_at,
        isMinimized: false,
      })),
    );
    const [edited, welcome] = answer.comments.nodes;
    expect(edited.lastEditedAt).toBe(comments[0]?.updated_at);
    expect(edited.reactionGroups).toHaveLength(8);
    expect(edited.reactionGroups[0]).toEqual({
      content: "THUMBS_UP",
      viewerHasReacted: true,
      reactors: { totalCount: 1, nodes: [{ login: "rita" }] },
    });
    expect(welcome).toMatchObject({
      lastEditedAt: null,
      author: { __typename: "Bot", login: "github-actions", databaseId: comments[1]?.user?.id },
    });
    expect(answer.reviews.nodes).toEqual(
      reviews.map((known) => ({
        id: known.node_id,
        databaseId: known.id,
        state: "APPROVED",
        body: "",
        submittedAt: known.submitted_at,
        createdAt: known.submitted_at,
        author: { login: "rita" },
        commit: { oid: known.commit_id },
      })),
    );
    const [{ commit }] = answer.commits.nodes;
    expect(commit).toMatchObject({ oid: pull.head.sha, author: { user: { login: "sam" } } });
    expect(commit.status).toEqual({
      state: "SUCCESS",
      contexts: [
        {
          context: "board",
          state: "SUCCESS",
          description: "Fine",
          createdAt: verdicts.statuses[0]?.created_at,
          creator: { __typename: "Bot", login: "github-actions" },
        },
      ],
    });
    expect(answer.timelineItems.nodes).toEqual([
      { __typename: "LabeledEvent", createdAt: expect.any(String), label: { name: "waiting" } },
      {
        __typename: "AssignedEvent",
        id: assigned?.node_id,
        createdAt: assigned?.created_at,
        actor: { login: "rita" },
        assignee: { login: "rob" },
      },
      { __typename: "UnassignedEvent" },
      {
        __typename: "HeadRefForcePushedEvent",
        actor: { login: "sam" },
        beforeCommit: { oid: expect.not.stringMatching(pull.head.sha) },
        afterCommit: { oid: pull.head.sha },
      },
    ]);
  });

  it("covers merged, conflicting and closed ones", async () => {
    await using emulator = await startEmulator();
    const { octokit } = await submit(emulator, { changes: { "docs/first.md": "four\n" } });
    const rita = emulator.as("rita");
    await submit(emulator, { login: "rob", changes: { "docs/first.md": "five\n" } });
    const { data: merge } = await rita.rest.pulls.merge(one);
    // The last successful test merge.
    const { data: conflicting } = await rita.rest.pulls.get({ ...hello, pull_number: 2 });
    const fields =
      "state merged mergeable mergedBy { login } mergeCommit { oid } potentialMergeCommit { oid }";
    const { repository } = await askRepository(
      rita,
      `first: pullRequest(number: 1) { ${fields} } second: pullRequest(number: 2) { ${fields} }`,
    );
    expect(repository).toEqual({
      first: {
        state: "MERGED",
        merged: true,
        mergeable: "UNKNOWN",
        mergedBy: { login: "rita" },
        mergeCommit: { oid: merge.sha },
        potentialMergeCommit: null,
      },
      second: {
        state: "OPEN",
        merged: false,
        mergeable: "CONFLICTING",
        mergedBy: null,
        mergeCommit: null,
        potentialMergeCommit: { oid: conflicting.merge_commit_sha },
      },
    });
    await octokit.rest.repos.delete({ owner: "sam", repo: "hello" });
    expect(await askPull(rita, "headRepository { name } headRef { name }")).toEqual({
      headRepository: null,
      headRef: null,
    });
  });
});

describe("a query about a repository", () => {
  it("returns files, folders, commits and refs", async () => {
    await using emulator = await startEmulator();
    const rita = emulator.as("rita");
    const content = Buffer.from([1, 0, 2]).toString("base64");
    const file = { ...hello, path: "docs/image.bin", message: "Add an image\n\nWith a reason" };
    const { data } = await rita.rest.repos.createOrUpdateFileContents({ ...file, content });
    const { repository } = await askRepository(
      rita,
      `defaultBranchRef { name prefix target { oid ... on Commit { messageHeadline messageBody } } }
      text: object(expression: "main:docs/first.md") { __typename ... on Blob { text byteSize isBinary } }
      binary: object(expression: "main:docs/image.bin") { ... on Blob { text byteSize isBinary } }
      folder: object(expression: "main:docs") { ... on Tree { entries { name type mode } } }
      commit: object(oid: "${data.commit.sha}") { ... on Commit { oid author { user { login } } } }
      nothing: object(expression: "main:docs/none.md") { oid }
      main: ref(qualifiedName: "refs/heads/main") { target { oid } }
      none: ref(qualifiedName: "refs/heads/none") { target { oid } }
      refs(refPrefix: "refs/heads/", first: 10) { totalCount nodes { name } }`,
    );
    expect(repository).toEqual({
      defaultBranchRef: {
        name: "main",
        prefix: "refs/heads/",
        target: {
          oid: data.commit.sha,
          messageHeadline: "Add an image",
          messageBody: "With a reason",
        },
      },
      text: { __typename: "Blob", text: "one\ntwo\nthree\n", byteSize: 14, isBinary: false },
      binary: { text: null, byteSize: 3, isBinary: true },
      folder: {
        entries: [
          { name: "first.md", type: "blob", mode: 0o100644 },
          { name: "image.bin", type: "blob", mode: 0o100644 },
        ],
      },
      commit: { oid: data.commit.sha, author: { user: { login: "rita" } } },
      nothing: null,
      main: { target: { oid: data.commit.sha } },
      none: null,
      refs: { totalCount: 1, nodes: [{ name: "main" }] },
    });
  });

  it("lists issues and pull requests, filtered and sorted", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam");
    for (const title of ["One", "Two", "Three"]) {
      await sam.rest.issues.create({ ...hello, title });
      emulator.github.clock.advance(1000);
    }
    await sam.rest.issues.update({ ...issueOne, body: "More" });
    await sam.rest.issues.update({ ...hello, issue_number: 2, state: "closed" });
    const { repository } = await askRepository(
      sam,
      `all: issues(first: 10) { nodes { number lastEditedAt } }
      open: issues(first: 10, states: [OPEN], orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { number state } }
      closed: issueOrPullRequest(number: 2) { __typename ... on Issue { stateReason closedAt author { login } } }
      pullRequests(first: 10) { totalCount nodes { number } }`,
    );
    const { data: first } = await sam.rest.issues.get(issueOne);
    expect(repository.all.nodes).toEqual([
      { number: 1, lastEditedAt: first.updated_at },
      { number: 2, lastEditedAt: null },
      { number: 3, lastEditedAt: null },
    ]);
    expect(repository.open.nodes).toEqual([
      { number: 1, state: "OPEN" },
      { number: 3, state: "OPEN" },
    ]);
    expect(repository.closed).toMatchObject({ __typename: "Issue", stateReason: "COMPLETED" });
    expect(repository.pullRequests).toEqual({ totalCount: 0, nodes: [] });
  });

  it("returns pages with cursors that stay valid when items are added or deleted", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam");
    await sam.rest.issues.create({ ...hello, title: "One" });
    const ids: number[] = [];
    for (const body of ["a", "b", "c", "d"]) {
      ids.push((await sam.rest.issues.createComment({ ...issueOne, body })).data.id);
    }
    const page = async (given: string) => {
      const fields = `comments(${given}) { totalCount nodes { body } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
      return (await askRepository(sam, `issue(number: 1) { ${fields} }`)).repository.issue.comments;
    };
    const first = await page("first: 2");
    expect(first).toMatchObject({
      totalCount: 4,
      nodes: [{ body: "a" }, { body: "b" }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    await sam.rest.issues.deleteComment({ ...hello, comment_id: ids[1] ?? 0 });
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({
      nodes: [{ body: "c" }, { body: "d" }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    const back = await page(`last: 1, before: "${second.pageInfo.startCursor}"`);
    expect(back).toMatchObject({ nodes: [{ body: "a" }], pageInfo: { hasNextPage: true } });
  });

  it("says who the viewer is, and what they may do", async () => {
    await using emulator = await startEmulator();
    const ask = (octokit: Octokit) =>
      octokit.graphql(
        `query ($owner: String!, $name: String!) {
          viewer { __typename login }
          repository(owner: $owner, name: $name) { viewerPermission }
        }`,
        names,
      );
    expect(await ask(emulator.as("rita"))).toEqual({
      viewer: { __typename: "User", login: "rita" },
      repository: { viewerPermission: "WRITE" },
    });
    expect(await ask(emulator.bot({}))).toEqual({
      viewer: { __typename: "User", login: "github-actions[bot]" },
      repository: { viewerPermission: null },
    });
    const query = "collaborators(first: 9) { edges { permission node { login } } }";
    expect((await askRepository(emulator.as("ada"), query)).repository.collaborators.edges).toEqual(
      [
        { permission: "WRITE", node: { login: "rita" } },
        { permission: "WRITE", node: { login: "rob" } },
        { permission: "ADMIN", node: { login: "ada" } },
      ],
    );
  });
});

describe("a query that GitHub rejects", () => {
  const repository = (fields: string) =>
    `{ repository(owner: "octo-org", name: "hello") { ${fields} } }`;

  it.each([
    [
      "for a missing repository",
      `{ repository(owner: "a", name: "b") { id } }`,
      "NOT_FOUND",
      ["repository"],
    ],
    [
      "for a missing pull request",
      repository("pullRequest(number: 9) { id }"),
      "NOT_FOUND",
      ["repository", "pullRequest"],
    ],
    [
      "for a list without a page size",
      repository("issues { nodes { id } }"),
      "MISSING_PAGINATION_BOUNDARIES",
      ["repository", "issues"],
    ],
    [
      "for a page that is too long",
      repository("issues(first: 101) { nodes { id } }"),
      "EXCESSIVE_PAGINATION",
      ["repository", "issues"],
    ],
    [
      "for an empty page",
      repository("issues(last: 0) { nodes { id } }"),
      "INVALID_PAGINATION_BOUNDARIES",
      ["repository", "issues"],
    ],
    [
      "for a page from both ends",
      repository("issues(first: 1, last: 1) { nodes { id } }"),
      "INVALID_PAGINATION_BOUNDARIES",
      ["repository", "issues"],
    ],
    [
      "with an invalid cursor",
      repository(`issues(first: 1, after: "x") { nodes { id } }`),
      "INVALID_CURSOR_ARGUMENTS",
      ["repository", "issues"],
    ],
    [
      "for what only people with write access may see",
      repository("collaborators(first: 1) { nodes { id } }"),
      "FORBIDDEN",
      ["repository", "collaborators"],
    ],
  ])(
    "%s gets an error with type and path, and null for the field",
    async (_, query, type, path) => {
      await using emulator = await startEmulator();
      const { data, errors } = await refusal(emulator, query, "sam");
      expect(data).toBeDefined();
      expect(errors).toEqual([
        { type, path, message: expect.any(String), locations: [expect.any(Object)] },
      ]);
    },
  );

  it.each([
    ["without a query", "", /query attribute must be specified/],
    ["with a syntax error", "{ viewer {", /Syntax Error/],
    ["for an unknown field", "{ viewer { age } }", /age/],
    [
      "for a bot where only people are possible",
      "{ viewer { ... on Bot { login } } }",
      /can never be of type "Bot"/,
    ],
    ["with a missing variable", "query ($login: String!) { user(login: $login) { id } }", /login/],
    [
      "for too many nodes",
      "{ viewer { repositories(first: 100) { nodes { issues(first: 100) { nodes { comments(first: 50) { nodes { id } } } } } } } }",
      /^This query requests up to 510,100 possible nodes which exceeds the maximum limit of 500,000\.$/,
    ],
  ])("%s is rejected as a whole, at no cost", async (_, query, message) => {
    await using emulator = await startEmulator();
    const answer = await refusal(emulator, query);
    expect(answer).toEqual({
      errors: [expect.objectContaining({ message: expect.stringMatching(message) })],
    });
    expect(emulator.github.usage().graphqlPoints).toBe(0);
  });

  it("has no token, or an invalid one", async () => {
    await using emulator = await startEmulator();
    await expect(emulator.anonymous.graphql("{ viewer { login } }")).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining("requires you to be authenticated"),
    });
  });
});

it("returns null for an author whose account was deleted", async () => {
  await using emulator = await startEmulator();
  const notes = await emulator.github.addRepository({ owner: "sam", name: "notes" });
  const sam = emulator.as("sam");
  await sam.rest.issues.create({ owner: "sam", repo: "notes", title: "One" });
  for (const issue of notes.issues) issue.author = "gone";
  const query = `{ repository(owner: "sam", name: "notes") { issue(number: 1) { title author { login } } } }`;
  expect(await sam.graphql(query)).toEqual({
    repository: { issue: { title: "One", author: null } },
  });
});

describe("the points budget", () => {
  const query = "{ rateLimit { limit remaining used cost nodeCount resetAt } }";

  it("is separate from the REST API's requests", async () => {
    const limits = { installationPerHour: 5, graphql: { installationPerHour: 3 } };
    await using emulator = await startEmulator({
      limits,
      now: () => new Date("2030-01-01T00:00:00Z"),
    });
    const bot = emulator.bot({});
    await bot.graphql("{ viewer { login } }");
    expect(await bot.graphql(query)).toEqual({
      rateLimit: {
        limit: 3,
        remaining: 1,
        used: 2,
        cost: 1,
        nodeCount: 0,
        resetAt: "2030-01-01T01:00:00Z",
      },
    });
    const { data } = await bot.rest.rateLimit.get();
    expect(data.resources).toMatchObject({ core: { used: 0 }, graphql: { limit: 3, used: 2 } });
    await bot.graphql(query);
    await expect(bot.graphql(query)).rejects.toMatchObject({
      name: "GraphqlResponseError",
      errors: [
        { type: "RATE_LIMITED", message: expect.stringMatching(/^API rate limit exceeded/) },
      ],
      headers: {
        "x-ratelimit-resource": "graphql",
        "x-ratelimit-limit": "3",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "1893459600",
      },
    });
    expect((await bot.rest.repos.get(hello)).status).toBe(200);
    emulator.github.clock.advance(3_600_000);
    expect((await bot.graphql<{ rateLimit: object }>(query)).rateLimit).toMatchObject({ used: 1 });
  });

  it("is reported per token owner, along with REST and Git requests", async () => {
    await using emulator = await startEmulator();
    const { github } = emulator;
    const bot = emulator.bot({});
    const before = github.usage();
    await bot.rest.repos.get(hello);
    await bot.rest.rateLimit.get();
    await bot.graphql(
      `{ repository(owner: "octo-org", name: "hello") { pullRequests(first: 100) { nodes { comments(first: 1) { nodes { id } } reviews(first: 1) { nodes { id } } } } } }`,
    );
    const clone = await emulator.clone("octo-org/hello", "rita");
    await clone.git("fetch", "-q");
    await clone.commit("topic", { "a.md": "a" });
    await clone.git("push", "-q", "origin", "topic");
    const nothing = { restRequests: 0, graphqlPoints: 0, gitFetches: 0, gitPushes: 0 };
    expect(before).toEqual(nothing);
    expect(github.usage("octo-org/hello")).toEqual({
      ...nothing,
      restRequests: 1,
      graphqlPoints: 2,
    });
    // Git sends its token only on demand, so not to read a public repository.
    expect(github.usage("rita")).toEqual({ ...nothing, gitPushes: 1 });
    expect(github.usage()).toEqual({
      restRequests: 1,
      graphqlPoints: 2,
      gitFetches: 2,
      gitPushes: 1,
    });
    expect(() => github.usage("octo-org/none")).toThrow("There is no repository");
  });

  it("can be exhausted on purpose, and queries made to fail", async () => {
    await using emulator = await startEmulator();
    const rita = emulator.as("rita");
    const ask = () => rita.graphql("{ viewer { login } }");
    const { faults } = emulator.github;
    for (const type of ["RATE_LIMIT", "RATE_LIMITED", "RESOURCE_LIMITS_EXCEEDED"] as const) {
      faults.failNextQuery(type);
      await expect(ask()).rejects.toMatchObject({ errors: [{ type }] });
    }
    faults.failNextQuery("TIMEOUT", 2);
    await expect(ask()).rejects.toMatchObject({ status: 502 });
    await expect(ask()).rejects.toMatchObject({ status: 502 });
    expect(await ask()).toEqual({ viewer: { login: "rita" } });
  });
});

describe("a mutation", () => {
  const change = `mutation ($pull: ID!, $comment: ID!, $waiting: ID!, $draft: ID!) {
    removed: removeLabelsFromLabelable(input: { labelableId: $pull, labelIds: [$draft] }) {
      clientMutationId
    }
    added: addLabelsToLabelable(input: { labelableId: $pull, labelIds: [$waiting] }) {
      clientMutationId
    }
    addReaction(input: { subjectId: $comment, content: THUMBS_UP, clientMutationId: "x" }) {
      clientMutationId
    }
  }`;

  async function prepare(emulator: Emulator) {
    await submit(emulator);
    const rita = emulator.as("rita");
    const { data: comment } = await rita.rest.issues.createComment({ ...issueOne, body: "Hello" });
    const labels = ["waiting", "draft", "other"];
    for (const name of labels) await rita.rest.issues.createLabel({ ...hello, name });
    await rita.rest.issues.addLabels({ ...issueOne, labels: ["draft", "other"] });
    const { id: pull } = await askPull(rita, "id");
    const fields = labels.map((name) => `${name}: label(name: "${name}") { id }`).join(" ");
    const { repository } = await askRepository(rita, fields);
    const { waiting, draft } = repository;
    return { pull, comment: comment.node_id, waiting: waiting.id, draft: draft.id };
  }

  it("sets labels and reactions, once however often it is sent", async () => {
    await using emulator = await startEmulator();
    const variables = await prepare(emulator);
    const bot = emulator.bot({ issues: "write" });
    for (let times = 1; times <= 2; times += 1) {
      const sent = emulator.github.events.length;
      expect(await bot.graphql(change, variables)).toEqual({
        removed: { clientMutationId: null },
        added: { clientMutationId: null },
        addReaction: { clientMutationId: "x" },
      });
      const events = emulator.github.events.slice(sent).map(({ action }) => action);
      expect(events).toEqual(times === 1 ? ["unlabeled", "labeled"] : []);
    }
    const { data } = await bot.rest.issues.get(issueOne);
    expect(data.labels).toMatchObject([{ name: "other" }, { name: "waiting" }]);
    const { data: comments } = await bot.rest.issues.listComments(issueOne);
    expect(comments[0]?.reactions?.["+1"]).toBe(1);
  });

  it("edits a comment of its own, and others’ only with write access", async () => {
    await using emulator = await startEmulator();
    const { comment } = await prepare(emulator);
    const edit = `mutation ($id: ID!) {
      updateIssueComment(input: { id: $id, body: "Goodbye" }) { clientMutationId }
    }`;
    const sent = emulator.github.events.length;
    await emulator.as("rita").graphql(edit, { id: comment });
    expect(emulator.github.events.slice(sent)).toMatchObject([
      { name: "issue_comment", action: "edited", payload: { comment: { body: "Goodbye" } } },
    ]);
    await expect(emulator.as("sam").graphql(edit, { id: comment })).rejects.toMatchObject({
      errors: [{ type: "FORBIDDEN" }],
    });
  });

  it("makes the other changes if one is refused", async () => {
    await using emulator = await startEmulator();
    const variables = { ...(await prepare(emulator)), comment: "IC_gone" };
    const bot = emulator.bot({ issues: "write" });
    await expect(bot.graphql(change, variables)).rejects.toMatchObject({
      errors: [{ type: "NOT_FOUND", path: ["addReaction"] }],
    });
    const { data } = await bot.rest.issues.get(issueOne);
    expect(data.labels).toMatchObject([{ name: "other" }, { name: "waiting" }]);
  });

  it("is refused without the permission", async () => {
    await using emulator = await startEmulator();
    const variables = await prepare(emulator);
    const forbidden = { type: "FORBIDDEN", message: "Resource not accessible by integration" };
    await expect(
      emulator.bot({ contents: "write" }).graphql(change, variables),
    ).rejects.toMatchObject({ errors: [forbidden, forbidden, forbidden] });
  });
});

it("responds 501 to unknown fields and arguments, and records them", async () => {
  const emulator = await startEmulator();
  const rita = emulator.as("rita");
  for (const fields of [
    "stargazerCount",
    "issues(first: 1, filterBy: { assignee: null }) { totalCount }",
  ]) {
    await expect(askRepository(rita, fields)).rejects.toMatchObject({ status: 501 });
  }
  await expect(
    rita.graphql(`mutation { closeIssue(input: { issueId: "x" }) { clientMutationId } }`),
  ).rejects.toMatchObject({ status: 501 });
  expect(emulator.github.unknownRequests).toEqual([
    expect.stringContaining("Repository.stargazerCount"),
    expect.stringContaining("“filterBy” of the GraphQL field Repository.issues"),
    expect.stringContaining("Mutation.closeIssue"),
  ]);
  await expect(emulator[Symbol.asyncDispose]()).rejects.toThrow("differs from GitHub");
});
