/** `npm run sign-in`: the service that signs people in with GitHub, for a host that runs Node. */
import { once } from "node:events";
import { serve } from "@hono/node-server";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { signInHandler } from "../src/services/sign-in/handler.ts";
import { signInSettings } from "../src/services/sign-in/settings.ts";
import type { ExitCode } from "./command.ts";
import { runCommand, UsageError } from "./command.ts";

await runCommand(
  {
    usage: "npm run sign-in -- [--port PORT]",
    about: `Signs people in with GitHub for the form, at the path of signInUrl (or SIGN_IN_URL). Needs
SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET; docs/launching.md says where they come from.
Put a server with a certificate before it. Ends with Ctrl-C.`,
    options: {
      port: { type: "string", value: "PORT", help: "where it listens on this machine (8082)" },
    },
  },
  async ({ flags }): Promise<ExitCode> => {
    const port = Number(flags.port ?? "8082");
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new UsageError("--port must be a number up to 65535.");
    }
    requireSoundConfig(boardConfig);
    const settings = signInSettings(boardConfig, readEnvironment());
    const server = serve({ fetch: signInHandler(settings), port, hostname: "127.0.0.1" });
    await once(server, "listening");
    const address = server.address();
    const listening = typeof address === "object" ? address?.port : port;
    console.log(`Signing in is at ${settings.url}; this machine answers on port ${listening}.`);
    await new Promise<void>((settle) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => settle());
    });
    server.close();
    return 0;
  },
);
