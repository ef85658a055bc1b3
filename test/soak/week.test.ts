import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startMailServer } from "../mail-server.ts";
import { playYear } from "./year.ts";

/** Half a minute on an idle machine. */
const timeout = 300_000;

it("holds every check in a week with lost events, spam, and two outages", { timeout }, async () => {
  const mailServer = await startMailServer();
  try {
    const folder = join(tmpdir(), `soak-${process.pid}`);
    const world = await playYear({ folder, seed: 2, days: 7, mailServer });
    // Otherwise the checks had nothing to look at.
    const cases = [...world.ledger.cases.values()];
    const count = (state: string) => cases.filter((each) => each.state === state).length;
    expect(count("merged")).toBeGreaterThan(8);
    expect(count("closed")).toBeGreaterThan(2);
    expect(world.counts.lost).toBeGreaterThan(0);
    expect(world.counts.failed).toBeGreaterThan(0);
    expect(world.counts.skipped).toBeGreaterThan(0);
  } finally {
    await mailServer.stop();
  }
});
