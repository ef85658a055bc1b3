import { describe, expect, it } from "vitest";
import { formGroups } from "../src/board/form/groups.ts";
import { jobFields, jobSchema } from "../src/board/job/schema.ts";
import { exampleConfig } from "../test/example-job.ts";
import { cmsConfig, cmsFields } from "./cms-config.ts";

const local = { kind: "local", url: "http://127.0.0.1:8081/api/v1" } as const;
const gitHub = {
  kind: "github",
  signInUrl: "https://sign-in.example.org/board/auth",
  apiUrl: "https://api.github.com",
} as const;
const siteUrl = "https://jobs.example.org/";
const fields = cmsFields(exampleConfig);

function field(name: string) {
  return fields.find((one) => one.name === name);
}

describe("the form", () => {
  it("shows every field that a submitter fills in, and pay as four", () => {
    const submitters = jobFields.filter(
      (name) => jobSchema.properties[name].filledBy === "submitter" && name !== "salary",
    );
    const shown = fields.filter(({ widget }) => widget !== "hidden").map(({ name }) => name);
    const pay = ["salary_min", "salary_max", "salary_currency", "salary_per"];
    expect(shown.toSorted()).toEqual(["_notice", ...submitters, ...pay].toSorted());
  });

  it("has them in the order of the form on the site", () => {
    const order = formGroups(exampleConfig).flatMap(({ fields }) => fields.map(({ name }) => name));
    const shown = fields.map(({ name }) => name).filter((name) => order.includes(name));
    expect(shown).toEqual(order);
  });

  it("hides what it fills in automatically, and leaves out what only the board sets", () => {
    const hidden = fields.filter(({ widget }) => widget === "hidden").map(({ name }) => name);
    expect(hidden).toEqual(["submitted", "submitted_by", "_slug"]);
    for (const name of ["published", "approved", "renewed", "closed", "featured", "aliases"]) {
      expect(field(name)).toBeUndefined();
    }
  });
});

describe("the collections", () => {
  const { collections } = cmsConfig(exampleConfig, local, siteUrl);

  it("are the live posts, with new ones, and the archive, without", () => {
    expect(collections).toMatchObject([
      { name: "jobs", folder: "jobs", create: true, slug: "{{fields._slug}}" },
      { name: "archive", folder: "jobs/archive", create: false },
    ]);
  });

  it("do not include the archive on GitHub", () => {
    const names = cmsConfig(exampleConfig, gitHub, siteUrl).collections.map(({ name }) => name);
    expect(names).toEqual(["jobs"]);
  });

  it("allow no deletion", () => {
    expect(collections.map((collection) => collection.delete)).toEqual([false, false]);
  });
});

describe("the backend", () => {
  it("is the local server if there is one", () => {
    expect(cmsConfig(exampleConfig, local, siteUrl).backend).toEqual({
      name: "proxy",
      proxy_url: "http://127.0.0.1:8081/api/v1",
    });
  });

  it("is GitHub on a published site, with the path of the sign-in separate from its origin", () => {
    expect(cmsConfig(exampleConfig, gitHub, siteUrl)).toMatchObject({
      publish_mode: "editorial_workflow",
      backend: { api_root: "https://api.github.com", open_authoring: true, squash_merges: true },
    });
    expect(cmsConfig(exampleConfig, gitHub, siteUrl).backend).toMatchObject({
      name: "github",
      repo: "example-org/python-job-board",
      branch: "main",
      base_url: "https://sign-in.example.org",
      auth_endpoint: "board/auth",
    });
  });
});
