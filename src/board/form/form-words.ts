/** A problem of a post as the form shows it: beside a control, with the fix for people who fill in a form. */
import { jobSchema } from "../job/schema.ts";
import type { Problem } from "../problem.ts";
import { salaryLabels } from "../words/en/fields.ts";
import { amountFix, chooseFromList, completeThePay } from "../words/en/form.ts";
import { missing } from "../words/en/problems.ts";
import type { Draft, SalaryPart } from "./form-data.ts";
import { salaryControl, salaryParts } from "./form-data.ts";

/** `control` is the name of the control that a problem is shown beside, or null if it is about the whole post. */
export type FormProblem = Problem & { control: string | null };

/** A problem with the pay can be several here: the form has a control for each part of it. */
export function inFormWords(problem: Problem, draft: Draft): FormProblem[] {
  const { field, rule, fix, formFix = fix } = problem;
  if (field === "salary" && rule === "schema") return problemsOfPay(problem, draft.salary);
  const control = field === "salary" ? salaryControl("min") : field;
  return [{ ...problem, control, fix: formFix }];
}

/** Each part that is missing or wrong, where the schema's check reports one at a time. */
function problemsOfPay(problem: Problem, salary: unknown): FormProblem[] {
  const pay = typeof salary === "object" && salary !== null ? salary : {};
  const required: readonly string[] = jobSchema.properties.salary.required;
  return salaryParts.flatMap((part) => {
    const control = salaryControl(part);
    if (required.includes(part) && !Object.hasOwn(pay, part)) {
      return [{ ...problem, control, message: missing(salaryLabels[part]), fix: completeThePay }];
    }
    return problem.part === part ? [{ ...problem, control, fix: fixOfPay[part] }] : [];
  });
}

const fixOfPay: Record<SalaryPart, string> = {
  min: amountFix,
  max: amountFix,
  currency: chooseFromList,
  per: chooseFromList,
};
