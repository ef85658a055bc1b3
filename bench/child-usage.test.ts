import { describe, expect, it } from "vitest";
import { measure } from "./child-usage.ts";

const node = (script: string) => ({
  file: process.execPath,
  parameters: ["--eval", script],
  directory: import.meta.dirname,
});
const burn = (milliseconds: number) =>
  `while (process.cpuUsage().user < ${milliseconds * 1000}) for (let i = 0; i < 1e6; i += 1);`;

describe("the measured usage of a program", () => {
  it("counts time computing, not time waiting", async () => {
    const usage = await measure(node(`${burn(400)} setTimeout(() => {}, 1500);`));

    expect(usage.user).toBeGreaterThanOrEqual(0.35);
    expect(usage.user).toBeLessThan(1.2);
    expect(usage.wall).toBeGreaterThan(1.5);
  });

  it("includes the time of its children", async () => {
    const child = JSON.stringify(burn(500));
    const usage = await measure(
      node(`require("node:child_process").spawnSync(process.execPath, ["--eval", ${child}])`),
    );

    expect(usage.user).toBeGreaterThanOrEqual(0.45);
  });

  it("includes its peak memory", async () => {
    const size = 200 * 2 ** 20;
    const usage = await measure(node(`Buffer.alloc(${size}, 1); setTimeout(() => {}, 300);`));

    expect(usage.memory).toBeGreaterThan(size);
    expect(usage.memory).toBeLessThan(2 * size);
  });

  it("is an error if the program fails", async () => {
    await expect(measure(node(`console.error("no ink"); process.exit(3);`))).rejects.toThrow(
      /ended with 3\.\nno ink/,
    );
  });
});
