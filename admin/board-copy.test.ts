import { describe, expect, it } from "vitest";
import type { Answer, Ask } from "./board-copy.ts";
import { findOrMakeCopy, renewCopy } from "./board-copy.ts";

const board = { repository: "example-org/python-job-board", branch: "main" };
const name = "python-job-board";

function repository(fullName: string, parent?: string): Answer {
  const address = `https://github.com/${fullName}`;
  const origin = parent && { fork: true, parent: { full_name: parent } };
  return { status: 200, body: { full_name: fullName, html_url: address, ...origin } };
}

const missing: Answer = { status: 404, body: { message: "Not Found" } };

/** Answers by what is asked for; the last answer of a list is given again and again. */
function gitHub(answers: Readonly<Record<string, readonly Answer[]>>) {
  const asked: string[] = [];
  const ask: Ask = (method, path) => {
    const what = `${method} ${path.replace("/repos/", "")}`;
    const before = asked.filter((one) => one === what).length;
    asked.push(what);
    const list = answers[what] ?? [missing];
    return Promise.resolve(list[Math.min(before, list.length - 1)] ?? missing);
  };
  return { ask, asked };
}

const signedIn = { login: "ada", allow: () => undefined, wait: () => Promise.resolve() };

const made = {
  [`POST ${board.repository}/forks`]: [{ ...repository(`ada/${name}`), status: 202 }],
};
const ready = `GET ada/${name}/branches/main`;

describe("the fork of the board", () => {
  it("is found if it exists", async () => {
    const { ask, asked } = gitHub({
      [`GET ada/${name}`]: [repository(`ada/${name}`, board.repository)],
    });
    const copy = await findOrMakeCopy(ask, board, signedIn);
    expect(copy.repository).toBe(`ada/${name}`);
    expect(asked).toEqual([`GET ada/${name}`]);
  });

  it("is found if it was renamed", async () => {
    const { ask } = gitHub({
      [`GET ada/${name}`]: [repository("ada/my-jobs", "Example-Org/python-job-board")],
    });
    expect((await findOrMakeCopy(ask, board, signedIn)).repository).toBe("ada/my-jobs");
  });

  it("is never an unrelated repository with the same name", async () => {
    const other = repository(`ada/${name}`);
    const another = repository(`ada/${name}`, "someone/python-job-board");
    for (const namesake of [other, another]) {
      const { ask } = gitHub({
        [`GET ada/${name}`]: [namesake],
        [`POST ${board.repository}/forks`]: [{ ...repository(`ada/${name}-1`), status: 202 }],
        [`GET ada/${name}-1/branches/main`]: [{ status: 200, body: {} }],
      });
      expect((await findOrMakeCopy(ask, board, signedIn)).repository).toBe(`ada/${name}-1`);
    }
  });

  it("is found again next to that repository without asking again", async () => {
    const { ask, asked } = gitHub({
      [`GET ada/${name}`]: [repository(`ada/${name}`)],
      [`GET ada/${name}-1`]: [repository(`ada/${name}-1`, board.repository)],
    });
    expect((await findOrMakeCopy(ask, board, signedIn)).repository).toBe(`ada/${name}-1`);
    expect(asked.filter((what) => what.startsWith("POST"))).toEqual([]);
  });

  it("is the board itself for its owner", async () => {
    const { ask } = gitHub({ [`GET example-org/${name}`]: [repository(board.repository)] });
    const copy = await findOrMakeCopy(ask, board, { ...signedIn, login: "example-org" });
    expect(copy.repository).toBe(board.repository);
  });

  it("is not created without permission", async () => {
    const { ask, asked } = gitHub(made);
    const allow = () => Promise.reject(new Error("no"));
    await expect(findOrMakeCopy(ask, board, { ...signedIn, allow })).rejects.toThrow("no");
    expect(asked.filter((what) => what.startsWith("POST"))).toEqual([]);
  });

  it("is not used until GitHub has created it", async () => {
    const { ask, asked } = gitHub({
      ...made,
      [ready]: [missing, missing, { status: 200, body: {} }],
    });
    const pauses: number[] = [];
    const wait = (pause: number) => {
      pauses.push(pause);
      return Promise.resolve();
    };
    await findOrMakeCopy(ask, board, { ...signedIn, wait });
    expect(pauses).toEqual([250, 500]);
    expect(asked.filter((what) => what === ready)).toHaveLength(3);
  });

  it("is reported if GitHub never creates it", async () => {
    const { ask } = gitHub(made);
    await expect(findOrMakeCopy(ask, board, signedIn)).rejects.toThrow("still preparing your copy");
  });

  it("is reported with GitHub’s reason if it cannot be created", async () => {
    const refusal = { status: 403, body: { message: "Forking is switched off" } };
    const { ask } = gitHub({ [`POST ${board.repository}/forks`]: [refusal] });
    await expect(findOrMakeCopy(ask, board, signedIn)).rejects.toThrow("“Forking is switched off”");
  });

  it("asks to sign in again if the token has expired", async () => {
    const { ask } = gitHub({ [`GET ada/${name}`]: [{ status: 401, body: null }] });
    await expect(findOrMakeCopy(ask, board, signedIn)).rejects.toThrow("no longer signed in");
  });
});

describe("a fork that is updated", () => {
  const copy = { repository: `ada/${name}`, address: "" };
  const renew = `POST ada/${name}/merge-upstream`;

  it("is outdated if GitHub cannot update it", async () => {
    for (const status of [409, 422, 404]) {
      const { ask } = gitHub({ [renew]: [{ status, body: null }] });
      expect(await renewCopy(ask, board, copy)).toBe(false);
    }
    const { ask } = gitHub({ [renew]: [{ status: 200, body: null }] });
    expect(await renewCopy(ask, board, copy)).toBe(true);
  });

  it("does nothing if it is the board itself", async () => {
    const { ask, asked } = gitHub({});
    expect(await renewCopy(ask, board, { ...copy, repository: board.repository })).toBe(true);
    expect(asked).toEqual([]);
  });
});
