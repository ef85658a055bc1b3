/** What `npm start` prints, and the people in it. */

export const usage = `npm start -- [--fresh] [--port PORT] [--github-port PORT]

Runs the whole board on this machine: the site, the editor, and a GitHub emulator to review posts in.
Press Ctrl-C to stop. The next start continues where you stopped. To work on the site itself, use npm run dev.

  --fresh             delete what earlier starts left, and start over
  --port PORT         port of the site (default: 8080)
  --github-port PORT  port of the GitHub emulator (default: 8090)
  --help              show this text`;

export const people = { submitter: "sends posts", reviewer: "reviews posts" };

/** `site`: where the other one shows the board. `lock`: path of its lock file. */
export function alreadyRunning(pid: number, site: string, lock: string): string {
  return `npm start is already running in this folder, as process ${pid}: ${site}
To stop it, press Ctrl-C in its terminal. If that process is not npm start, delete ${lock}.`;
}

export const preparing = "Preparing the sandbox…";
export const published = "The site has been published.";

export function workflowFailed(name: string, run: string): string {
  return `The workflow “${name}” failed: ${run}`;
}

export function siteNotBuilt(output: string): string {
  return `The site could not be built.\n${output}`;
}

/** Texts of links that the emulator’s pages show. */
export const links = { site: "Site", preview: "Preview" };

export function welcome(
  { list, pulls, editor, create }: Record<"list" | "pulls" | "editor" | "create", string>,
  { submitter, reviewer, colleague }: Record<"submitter" | "reviewer" | "colleague", string>,
  seconds: string,
): string {
  return `Ready in ${seconds} s. The bot is still commenting on the sample submissions. Try this:

  1. See the site:      ${list}
  2. Review a post:     ${pulls}
                        Sign in as ${reviewer}, open one that is waiting, and comment /approve or press “Squash and merge”.
                        Reload the page after a few seconds to see the bot’s answer.
  3. Send a post:       ${editor}
                        Sign in as ${submitter}, fill in the form, and press “Save”, then “Send for review”. Other ways to send one: ${create}
  4. Review as a team:  Open one that is waiting as ${reviewer}, and in a private window as ${colleague}.
                        Comment /claim as one, then /approve as the other: the bot answers who claimed it. /help lists all commands.
  5. Stop:              Press Ctrl-C. npm start continues where you stopped; npm start -- --fresh starts over.
`;
}
