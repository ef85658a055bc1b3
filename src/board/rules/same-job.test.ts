import { describe, expect, it } from "vitest";
import { exampleConfig, exampleNow, examplePost } from "../../../test/example-job.ts";
import { Board } from "../listing/board.ts";
import { jobsApi } from "../listing/jobs-api.ts";
import { isSameJob, listedJob } from "./same-job.ts";

const job = {
  title: "Data Engineer (m/f/d)",
  company: "Example GmbH",
  city: "Graz",
  country: "AT",
};

describe("two posts about one job", () => {
  it.each([
    ["are written a little differently", { title: "data engineer", company: "Example" }, true],
    ["are in another place", { city: "Linz" }, false],
    ["are by another company", { company: "Example Labs" }, false],
    ["have another title", { title: "Senior Data Engineer" }, false],
  ])("%s", (_, changes, expected) => {
    expect(isSameJob(job, { ...job, ...changes })).toBe(expected);
  });

  it("may lack a place, as in the title of a pull request", () => {
    expect(isSameJob(job, { title: job.title, company: job.company })).toBe(true);
  });

  it.each([
    ["on site", {}],
    [
      "in several places",
      {
        city: undefined,
        country: undefined,
        places: [
          { city: "Graz", country: "AT" },
          { city: "Linz", country: "AT" },
        ],
      },
    ],
    ["remote", { workplace: "remote" as const, city: undefined, remote_from: ["AT", "DE"] }],
  ])("are recognized in the board’s list if the job is %s", (_, changes) => {
    const post = examplePost(changes);
    const { jobs } = jobsApi(new Board([post], exampleConfig, exampleNow));
    expect(jobs.map((listed) => isSameJob(post.job, listedJob(listed)))).toEqual([true]);
  });
});
