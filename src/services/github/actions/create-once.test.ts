import { describe, expect, it, vi } from "vitest";
import { createOnce } from "./create-once.ts";

/** What Octokit throws when GitHub refuses to create something. */
function refusal(reason: string): Error {
  return Object.assign(new Error("Validation Failed"), {
    name: "HttpError",
    status: 422,
    request: { method: "POST", url: "https://api.github.com/repos/o/n/pulls" },
    response: {
      headers: {},
      data: { message: "Validation Failed", errors: [{ message: reason }] },
    },
  });
}

/** What Octokit throws when GitHub does not respond in time. */
function outage(): Error {
  return Object.assign(new Error("Server Error"), {
    name: "HttpError",
    status: 502,
    request: { method: "POST", url: "https://api.github.com/repos/o/n/pulls" },
    response: { headers: {}, data: {} },
  });
}

describe("something to create", () => {
  it("is looked for first, unless it is known not to exist", async () => {
    const find = vi.fn().mockResolvedValue(undefined);
    const create = vi.fn().mockResolvedValue(7);
    const github = { retryDelay: 0 };
    expect(await createOnce(github, find, create)).toEqual({ made: true, thing: 7 });
    expect(find).toHaveBeenCalledTimes(1);
    await createOnce(github, find, create, { lookFirst: false });
    expect(find).toHaveBeenCalledTimes(1);
  });

  it("is always looked for after an answer was lost", async () => {
    const find = vi.fn().mockResolvedValue(7);
    const create = vi.fn().mockRejectedValue(outage());
    const created = await createOnce({ retryDelay: 0 }, find, create, { lookFirst: false });
    expect(created).toEqual({ made: true, thing: 7 });
    expect(create).toHaveBeenCalledTimes(1);
  });

  it("is found where GitHub says that it exists, though its list did not show it yet", async () => {
    const find = vi.fn().mockResolvedValueOnce(undefined).mockResolvedValue(7);
    const create = vi.fn().mockRejectedValue(refusal("A pull request already exists for o:b."));
    expect(await createOnce({ retryDelay: 0 }, find, create)).toEqual({ made: false, thing: 7 });
    expect(create).toHaveBeenCalledTimes(1);
  });

  it("is not asked for again where GitHub refuses it for another reason", async () => {
    const find = vi.fn().mockResolvedValue(undefined);
    const create = vi.fn().mockRejectedValue(refusal("No commits between main and b."));
    await expect(createOnce({ retryDelay: 0 }, find, create)).rejects.toThrow("Validation Failed");
    expect(create).toHaveBeenCalledTimes(1);
  });
});
