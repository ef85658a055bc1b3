import { describe, expect, it } from "vitest";
import { boardConfig } from "../src/board.config.ts";
import { runScript } from "./run-script.ts";

/** Nothing responds there, so any request fails. */
const nobody = { GITHUB_API_URL: "http://127.0.0.1:9", GITHUB_SERVER_URL: "http://127.0.0.1:9" };

// An adopted board has no samples.
describe.runIf(boardConfig.demo)("housekeeping on a board that nobody has adopted", () => {
  it("does nothing, says so, and sends no request", async () => {
    const { code, stdout, stderr } = await runScript("housekeeping", [], {
      variables: { ...nobody, GITHUB_TOKEN: "token" },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Nothing to do: this board shows sample posts.*npm run adopt/);
  });

  it("sends no reminders about samples, either", async () => {
    const { code, stdout, stderr } = await runScript("remind", [], {
      variables: { ...nobody, GITHUB_TOKEN: "token" },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^No reminders: this board shows sample posts/);
  });
});
