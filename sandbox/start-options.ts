/** The command line of `npm start`. */
import { parseArgs } from "node:util";
import getPort, { portNumbers } from "get-port";

const usage = `npm start -- [--fresh] [--port PORT] [--github-port PORT]

The whole board on this machine: its site, its form, and a stand-in for GitHub in which to review.
Ends with Ctrl-C; the next start goes on from there. For work on the site's templates: npm run dev.

  --fresh             throw away what an earlier start has left, and begin anew
  --port PORT         where to serve the site (8080)
  --github-port PORT  where to serve the stand-in for GitHub (8090)
  --help              this text`;

export type StartOptions = {
  fresh: boolean;
  port: number;
  githubPort: number;
  /** Of the service that signs people in for the form. */
  signInPort: number;
};

/** How a start can end before it has begun: what to print, and the exit code. */
export type Refusal = { text: string; code: 0 | 2 };

/** Reads the words of the command line, and finds free ports. */
export async function readOptions(words: string[]): Promise<StartOptions | Refusal> {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        fresh: { type: "boolean", default: false },
        port: { type: "string", default: "8080" },
        "github-port": { type: "string", default: "8090" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { text: usage, code: 0 };
    const wanted = [readPort("port", values.port), readPort("github-port", values["github-port"])];
    const [port, githubPort] = [await freePort(wanted[0]), await freePort(wanted[1])];
    const signInPort = await getPort({
      port: portNumbers(Math.min(githubPort + 1, 65_436), Math.min(githubPort + 100, 65_535)),
    });
    return { fresh: values.fresh, port, githubPort, signInPort };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { text: `${message}\n\n${usage}`, code: 2 };
  }
}

function readPort(flag: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1024 && port <= 65_535) return port;
  throw new Error(`--${flag} must be a number from 1024 to 65535.`);
}

/** The port that is wanted, or the next one that is free. */
async function freePort(wanted = 0): Promise<number> {
  const port = await getPort({ port: portNumbers(wanted, Math.min(wanted + 99, 65_535)) });
  if (port !== wanted) console.log(`Port ${wanted} is in use; port ${port} is used instead.`);
  return port;
}
