/**
 * The core speaks of a post as a file: of its fields by their names there, and of how to write their
 * values. Here the same is said of the form: by its labels, beside the control that is to be changed.
 */
import type { JobField } from "../job/schema.ts";
import { fieldNotes, jobFields, jobSchema } from "../job/schema.ts";
import type { Problem } from "../problem.ts";
import { salaryLabels } from "../words/en/fields.ts";
import type { Draft, SalaryPart } from "./form-data.ts";
import { salaryControl, salaryParts } from "./form-data.ts";

/** `control` is the name of the control that a problem is shown beside; null where it is about the whole. */
export type FormProblem = Problem & { control: string | null };

/** Says in the form’s terms what is wrong with a draft. What is wrong with the pay can be several problems here. */
export function inFormWords(problem: Problem, draft: Draft): FormProblem[] {
  const { field, rule, message, fix } = problem;
  if (field === "salary" && rule === "schema") return problemsOfPay(problem, draft.salary);
  return [
    {
      ...problem,
      control: field === "salary" ? salaryControl("min") : field,
      message: withLabels(message),
      fix: rule === "schema" || fix === fixOf(field) ? fixInForm(field) : withLabels(fix),
    },
  ];
}

/** Each part that is missing or wrong: the core reports one at a time, and this form has a control for each. */
function problemsOfPay(problem: Problem, salary: unknown): FormProblem[] {
  const pay = typeof salary === "object" && salary !== null ? salary : {};
  const required: readonly string[] = jobSchema.properties.salary.required;
  return salaryParts.flatMap((part) => {
    const base = { ...problem, control: salaryControl(part) };
    const label = salaryLabels[part];
    if (required.includes(part) && !Object.hasOwn(pay, part)) {
      const fix = "Fill it in too, or leave all of the pay empty.";
      return [{ ...base, message: `“${label}” is missing.`, fix }];
    }
    const isIt = problem.message.startsWith(`“${part}” of “salary” `);
    return isIt ? [{ ...base, message: withLabels(problem.message), fix: fixOfPay[part] }] : [];
  });
}

const amountFix = "Write the amount in figures, such as 65000.";
const fixOfPay: Record<SalaryPart, string> = {
  min: amountFix,
  max: amountFix,
  currency: "Choose one from the list.",
  per: "Choose one from the list.",
};

function fixOf(field: string | null): string | undefined {
  return jobFields.includes(field as JobField) ? fieldNotes(field as JobField).fix : undefined;
}

/** The mend that the schema gives, but where it tells how to write into a file what is chosen or composed here. */
function fixInForm(field: string | null): string {
  return linesOfText.has(field ?? "") ? (fixOf(field) ?? "") : "";
}

/** Fields that are typed as they stand in the file: one line of text that is no code. */
const linesOfText: ReadonlySet<string> = new Set(
  jobFields.filter((field) => {
    const property = jobSchema.properties[field];
    return "format" in property && property.format !== "day";
  }),
);

const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(jobFields.map((field) => [field, fieldNotes(field).label])),
  ...Object.fromEntries(salaryParts.map((part) => [part, salaryLabels[part]])),
};
const names = Object.keys(labels).join("|");
const partOfPay = new RegExp(`“(${salaryParts.join("|")})” of “salary”`, "g");
// What follows “has” is what somebody typed, and may be anything.
const quotedName = new RegExp(`(?<!has )“(${names})”`, "g");
const nameInBrackets = new RegExp(` \\((?:${names})\\)`, "g");

function withLabels(text: string): string {
  return text
    .replace(partOfPay, "“$1”")
    .replace(quotedName, (quoted, name: string) => `“${labels[name] ?? quoted}”`)
    .replace(nameInBrackets, "");
}
