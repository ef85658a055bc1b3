/** Enforces rules on pushes with Git. They are decided here, and enforced by Git's `update` hook. */
import type { AuthenticatedCaller } from "./authentication.ts";
import { pushViolations } from "./rules.ts";
import type { Repository } from "./state.ts";
import { mayChangeWorkflows, workflowFolder, workflowRefusal } from "./workflow-files.ts";

/**
 * The hook in every repository. It decides nothing: `EMULATOR_REFUSED` has a line `ref TAB reason`
 * for each ref that must not move at all, and `EMULATOR_FORCED` for each that may only move forward.
 * `EMULATOR_WORKFLOWS` is the reason why workflow files are rejected.
 */
export const refuseHook = `#!/bin/sh
tab=$(printf '\\t')
reason() { [ -z "$1" ] || printf '%s\\n' "$1" | awk -F "$tab" -v ref="$2" '$1 == ref { print $2; exit }'; }
refuse() { echo "error: GH013: Repository rule violations found for $1." >&2; echo "- $2" >&2; exit 1; }
zero=0000000000000000000000000000000000000000

why=$(reason "$EMULATOR_REFUSED" "$1")
[ -z "$why" ] || refuse "$1" "$why"
[ "$3" != $zero ] || exit 0

why=$(reason "$EMULATOR_FORCED" "$1")
if [ -n "$why" ] && [ "$2" != $zero ] && ! git merge-base --is-ancestor "$2" "$3"; then
  refuse "$1" "$why"
fi

if [ -n "$EMULATOR_WORKFLOWS" ]; then
  known=$(for tip in $(git for-each-ref --format='%(objectname)' refs/heads | sort -u); do
    git ls-tree -r "$tip" ${workflowFolder}/
  done)
  git ls-tree -r "$3" ${workflowFolder}/ | while IFS= read -r entry; do
    printf '%s\\n' "$known" | grep -qxF "$entry" || exit 1
  done || refuse "$1" "$EMULATOR_WORKFLOWS"
fi
`;

export type PushCommand = { before: string | null; after: string | null; ref: string };

/** Parses the ref updates at the beginning of a push request: https://git-scm.com/docs/pack-protocol#_pushing_data_to_a_server */
export function readPushCommands(request: Buffer): PushCommand[] {
  const commands: PushCommand[] = [];
  let position = 0;
  while (position + 4 <= request.length) {
    const length = Number.parseInt(request.toString("latin1", position, position + 4), 16);
    if (!(length > 4)) break;
    const line = request
      .toString("utf8", position + 4, position + length)
      .replace(/[\0\n].*$/s, "");
    const [, before, after, ref] = /^([0-9a-f]{40}) ([0-9a-f]{40}) (.+)$/.exec(line) ?? [];
    if (before && after && ref)
      commands.push({ before: commit(before), after: commit(after), ref });
    position += length;
  }
  return commands;
}

/** The environment of the hook for a push. */
export function hookVariables(
  repository: Repository,
  caller: AuthenticatedCaller,
  commands: readonly PushCommand[],
): Record<string, string> {
  const reasons = (isForced: boolean) =>
    commands
      .flatMap((command) => {
        const [reason] = pushViolations(repository, caller, command.ref, { ...command, isForced });
        return reason ? [`${command.ref}\t${reason}`] : [];
      })
      .join("\n");
  return {
    EMULATOR_REFUSED: reasons(false),
    EMULATOR_FORCED: reasons(true),
    EMULATOR_WORKFLOWS: mayChangeWorkflows(caller)
      ? ""
      : workflowRefusal(caller, `${workflowFolder}/*`),
  };
}

function commit(name: string): string | null {
  return /^0+$/.test(name) ? null : name;
}
