/** `npm run sign-in`: the service that signs people in with GitHub, for a host that runs Node. */
import { once } from "node:events";
import { serve } from "@hono/node-server";
import { signIn as words } from "#words/terminal-posts.ts";
import { signInHandler } from "../src/services/sign-in/handler.ts";
import { signInSettings } from "../src/services/sign-in/settings.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";

const definition = {
  usage: words.usage,
  about: words.about,
  options: { port: { type: "string", ...words.options.port } },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const port = Number(flags.port ?? "8082");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(words.badPort);
  const settings = signInSettings(context.config, context.environment);
  const server = serve({ fetch: signInHandler(settings), port, hostname: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  const listening = typeof address === "object" ? address?.port : port;
  context.print(words.listening(settings.url, listening));
  await context.untilStopped();
  server.close();
  return 0;
});

if (import.meta.main) await startCommand(command);
