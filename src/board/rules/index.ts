/** The registry of rules, and how they are run over a post. */
import type { Problem } from "../problem.ts";
import { addressTaken } from "./address-taken.ts";
import type { Rule, RuleContext, Subject } from "./rule.ts";

/** All rules, in the order in which their findings are reported. */
export const rules: readonly Rule[] = [addressTaken];

/** What the site build needs to know: only what keeps a post from being published. */
export const errorRules: readonly Rule[] = rules.filter(({ severity }) => severity === "error");

/** Applies rules to a post. A rule that crashes is reported and does not hide the others. */
export function applyRules(
  subject: Subject,
  context: RuleContext,
  chosen: readonly Rule[] = rules,
): Problem[] {
  return chosen.flatMap((rule) => {
    const { name, severity } = rule;
    const from = { file: subject.file, rule: name, severity };
    try {
      return [...rule.check(subject, context)].map((finding) => ({ ...from, ...finding }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [
        {
          ...from,
          field: null,
          message: `The check “${name}” failed on this file: ${reason}.`,
          fix: "This is a fault of the board, not of the post. Please tell its maintainers.",
        },
      ];
    }
  });
}
