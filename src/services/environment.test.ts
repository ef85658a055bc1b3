import { describe, expect, it } from "vitest";
import { readEnvironment } from "./environment.ts";

describe("the environment", () => {
  it("sets the folder of posts and the time", () => {
    const environment = readEnvironment({
      JOBS_DIR: "elsewhere",
      BOARD_NOW: "2027-01-31T13:00:00+01:00",
    });
    expect(environment.jobsDir).toBe("elsewhere");
    expect(environment.now.toISO()).toBe("2027-01-31T12:00:00.000Z");
  });

  it("reads a day as midnight UTC", () => {
    expect(readEnvironment({ BOARD_NOW: "2027-01-31" }).now.toISO()).toBe(
      "2027-01-31T00:00:00.000Z",
    );
  });

  it("defaults to the current time and the repository’s own posts", () => {
    const before = Date.now();
    const { jobsDir, now } = readEnvironment({});
    expect(jobsDir).toBe("jobs");
    expect(now.toMillis()).toBeGreaterThanOrEqual(before);
    expect(now.zoneName).toBe("UTC");
  });

  it("sets GitHub’s addresses and our token, with GitHub Actions’ variables", () => {
    expect(readEnvironment({}).github).toEqual({
      apiUrl: "https://api.github.com",
      serverUrl: "https://github.com",
    });
    const elsewhere = {
      GITHUB_API_URL: "http://127.0.0.1:8090/api/v3",
      GITHUB_SERVER_URL: "http://127.0.0.1:8090",
      GITHUB_TOKEN: "secret",
    };
    expect(readEnvironment(elsewhere).github).toEqual({
      apiUrl: "http://127.0.0.1:8090/api/v3",
      serverUrl: "http://127.0.0.1:8090",
      token: "secret",
    });
  });

  it("has the event that triggered a workflow", () => {
    expect(readEnvironment({ GITHUB_EVENT_NAME: "schedule" }).eventName).toBe("schedule");
    expect(readEnvironment({})).not.toHaveProperty("eventName");
  });

  it("has the mail server, if any", () => {
    const smtpUrl = "smtps://board:secret@mail.example.org";
    expect(readEnvironment({ SMTP_URL: smtpUrl }).smtpUrl).toBe(smtpUrl);
    expect(readEnvironment({ SMTP_URL: "" })).not.toHaveProperty("smtpUrl");
  });

  it("can give a copy of the board a different address", () => {
    expect(readEnvironment({}).settings).toEqual({});
    expect(readEnvironment({ BOARD_STAGING: "true" }).settings).toEqual({ staging: true });
    expect(() => readEnvironment({ BOARD_STAGING: "yes" })).toThrow(/BOARD_STAGING is “yes”/);
    expect(readEnvironment({ BOARD_URL: "http://localhost:8080/" }).settings).toEqual({
      url: "http://localhost:8080/",
    });
  });

  it("names an invalid variable", () => {
    expect(() => readEnvironment({ BOARD_NOW: "tomorrow" })).toThrow(/BOARD_NOW is “tomorrow”/);
  });
});
