/** Rule: an error if a post ends before it was submitted, or was renewed or closed before it was listed. */

import { fields } from "#words/fields.ts";
import * as words from "#words/rules.ts";
import type { Day } from "../days.ts";
import type { JobField } from "../job/schema.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

export const daysInOrder: Rule = {
  name: "days-in-order",
  severity: "error",
  restsOn: ["submitted", "published"],
  *check({ job }): Iterable<Finding> {
    const { submitted, published, renewed = [], closed, expires } = job;
    const listed: [JobField, Day] = published ? ["published", published] : ["submitted", submitted];

    if (expires && expires < submitted)
      yield tooEarly("expires", expires, ["submitted", submitted]);
    const early = renewed.find((day) => day < listed[1]);
    if (early) yield tooEarly("renewed", early, listed);
    if (renewed.some((day, index) => index > 0 && day < (renewed[index - 1] ?? ""))) {
      yield { field: "renewed", ...words.renewalsOutOfOrder };
    }
    if (closed && closed.on < listed[1]) yield tooEarly("closed", closed.on, listed);
  },
};

function tooEarly(field: JobField, day: Day, [other, otherDay]: [JobField, Day]): Finding {
  const [label, otherLabel] = [fields[field].label, fields[other].label];
  return { field, ...words.tooEarly(label, day, otherLabel, otherDay) };
}
