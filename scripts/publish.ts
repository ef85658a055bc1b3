/**
 * Has the site of the board's branch built and published as it is now. For workflows: a workflow that is
 * called as part of a run uses the commit that the run started with, and would publish an outdated site.
 */
import { publish as words } from "../src/board/words/en/terminal-github.ts";
import { publish } from "../src/services/github/actions/publish.ts";
import { defineCommand, startCommand } from "./command.ts";
import { connect, workflowPage } from "./github.ts";

const definition = { usage: words.usage, about: words.about, options: {} };

export const command = defineCommand(definition, async (context) => {
  const github = connect(context);
  await publish(github);
  context.print(words.asked(workflowPage(github, "publish.yml")));
  return 0;
});

if (import.meta.main) await startCommand(command);
