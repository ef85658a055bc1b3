/** Builds the site each time that `npm run dev` asks for it. In one process, because a second build has all code loaded. */
import { answerRebuilder } from "../src/services/rebuild.ts";
import { command } from "./build.ts";
import { runCommand } from "./command.ts";

if (import.meta.main) {
  answerRebuilder(({ parameters, variables }) => runCommand(command, parameters, variables));
}
