/** The command line of `npm start`. */
import { parseArgs } from "node:util";
import getPort, { portNumbers } from "get-port";
import { usage } from "#words/sandbox.ts";
import { dev } from "#words/terminal-posts.ts";

export type StartOptions = {
  fresh: boolean;
  port: number;
  githubPort: number;
};

/** Printed instead of starting: the help, or a usage error. */
export type Refusal = { text: string; code: 0 | 2 };

export function readOptions(args: string[]): StartOptions | Refusal {
  try {
    const { values } = parseArgs({
      args,
      options: {
        fresh: { type: "boolean", default: false },
        port: { type: "string", default: "8080" },
        "github-port": { type: "string", default: "8090" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { text: usage, code: 0 };
    return {
      fresh: values.fresh,
      port: readPort("port", values.port),
      githubPort: readPort("github-port", values["github-port"]),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { text: `${message}\n\n${usage}`, code: 2 };
  }
}

function readPort(flag: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1024 && port <= 65_535) return port;
  throw new Error(dev.badPort(flag));
}

/** The ports that were asked for, or the next free ones, and one for the sign-in service. */
export async function findPorts(
  options: StartOptions,
): Promise<{ port: number; githubPort: number; signInPort: number }> {
  const port = await freePort(options.port);
  const githubPort = await freePort(options.githubPort);
  const signInPort = await getPort({
    port: portNumbers(Math.min(githubPort + 1, 65_436), Math.min(githubPort + 100, 65_535)),
  });
  return { port, githubPort, signInPort };
}

async function freePort(preferred: number): Promise<number> {
  const port = await getPort({ port: portNumbers(preferred, Math.min(preferred + 99, 65_535)) });
  if (port !== preferred) console.log(dev.portInUse(preferred, port));
  return port;
}
