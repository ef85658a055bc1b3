import { describe, expect, it } from "vitest";
import { exampleConfig } from "../../../test/example-job.ts";
import { formFields } from "./fields.ts";
import { formGroups } from "./groups.ts";

const groups = formGroups(exampleConfig);

describe("the groups of the form", () => {
  it("have every field once", () => {
    const names = groups.flatMap(({ fields }) => fields.map(({ name }) => name));
    const all = formFields(exampleConfig).map(({ name }) => name);
    expect(names.toSorted()).toEqual(all.toSorted());
  });

  it("name every field", () => {
    expect(groups.map(({ title }) => title)).not.toContain("More");
  });
});
