/**
 * Starts a workflow that builds and publishes the current state of the board’s branch. For other workflows: one that
 * they call would use the commit that the run started with, and publish an outdated site.
 */
import { publish as words } from "#words/terminal-github.ts";
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
