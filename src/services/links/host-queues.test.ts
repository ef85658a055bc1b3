import { describe, expect, it } from "vitest";
import type { Reply } from "./ask.ts";
import { HostQueues } from "./host-queues.ts";

const well: Reply = { status: 200, location: undefined, retryAfter: undefined };
const silent: Reply = { failure: "no-answer" };

describe("requests to a host", () => {
  it("wait for the previous one, but not for other hosts", async () => {
    const queues = new HostQueues();
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const ask = (host: string, name: string) =>
      queues.inTurn(host, () => {
        begun.push(name);
        return new Promise((resolve) => ends.push(() => resolve(well)));
      });
    const all = [ask("a.net", "first"), ask("a.net", "second"), ask("b.net", "other")];
    await expect.poll(() => begun).toEqual(["first", "other"]);
    ends[0]?.();
    await expect.poll(() => begun).toEqual(["first", "other", "second"]);
    for (const end of ends) end();
    expect(await Promise.all(all)).toEqual([well, well, well]);
  });

  it("stop after three without a response in a row", async () => {
    const queues = new HostQueues();
    let asked = 0;
    const ask = (reply: Reply) =>
      queues.inTurn("a.net", () => {
        asked += 1;
        return Promise.resolve(reply);
      });
    for (const reply of [silent, silent, well, silent, silent, silent]) await ask(reply);
    expect(asked).toBe(6);
    expect(await ask(well)).toEqual(silent);
    expect(asked).toBe(6);
    expect(await queues.inTurn("b.net", () => Promise.resolve(well))).toEqual(well);
  });

  it("continue after some that were canceled, which do not count as silence", async () => {
    const queues = new HostQueues();
    const never = () => Promise.reject(new Error("It was asked."));
    for (let count = 0; count < 5; count += 1) {
      expect(await queues.inTurn("a.net", never, AbortSignal.abort())).toEqual(silent);
    }
    expect(await queues.inTurn("a.net", () => Promise.resolve(well))).toEqual(well);
  });

  it("continue after one that fails", async () => {
    const queues = new HostQueues();
    const failing = queues.inTurn("a.net", () => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
    expect(await queues.inTurn("a.net", () => Promise.resolve(well))).toEqual(well);
  });
});
