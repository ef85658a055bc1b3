import { describe, expect, it } from "vitest";
import { fields as words } from "#words/fields.ts";
import { exampleConfig } from "../../../test/example-job.ts";
import { jobFields, jobSchema } from "../job/schema.ts";
import type { FormField } from "./fields.ts";
import { formFields } from "./fields.ts";

const fields = formFields(exampleConfig);

function field(name: string) {
  return fields.find((one) => one.name === name);
}

function optionsOf(one: FormField | undefined) {
  return one && "options" in one.control ? one.control.options : undefined;
}

function values(name: string) {
  return optionsOf(field(name))?.map(({ value }) => value);
}

describe("the form", () => {
  it("has the order of the schema", () => {
    const order = fields.map(({ name }) => jobFields.indexOf(name as (typeof jobFields)[number]));
    const known = order.filter((index) => index >= 0);
    expect(known).toEqual(known.toSorted((a, b) => a - b));
  });

  it("requires what the schema requires", () => {
    const required = fields.filter((one) => one.required).map(({ name }) => name);
    expect(required.toSorted()).toEqual(
      jobSchema.required.filter((name) => !name.startsWith("submitted")).toSorted(),
    );
  });

  it("has a label and a hint for each field", () => {
    expect(field("apply_url")).toMatchObject({
      label: "Link to apply",
      hint: words.apply_url.hint,
    });
    expect(field("salary_currency")).toMatchObject({ label: "Currency" });
  });

  it("offers the board’s choices by name, without retired ones", () => {
    const [first, ...others] = exampleConfig.categories;
    const config = {
      ...exampleConfig,
      categories: first ? [{ ...first, retired: true as const }, ...others] : others,
    };
    const options = optionsOf(formFields(config).find(({ name }) => name === "category"));
    expect(options?.[0]).toEqual({ label: others[0]?.name, value: others[0]?.slug });
    expect(options).toHaveLength(others.length);
  });

  it("offers countries and languages sorted by name", () => {
    expect(optionsOf(field("country"))).toContainEqual({ label: "Germany", value: "DE" });
    expect(values("country")?.indexOf("AT")).toBeLessThan(values("country")?.indexOf("BE") ?? 0);
    expect(optionsOf(field("languages"))).toContainEqual({ label: "German", value: "de" });
    expect(values("remote_from")?.slice(0, 2)).toEqual(["worldwide", "AF"]);
  });
});
