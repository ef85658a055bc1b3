/** The service that signs people in with GitHub, for worker platforms: they call `fetch` for each request. */
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { signInHandler } from "../src/services/sign-in/handler.ts";
import { signInSettings } from "../src/services/sign-in/settings.ts";

type Variables = Readonly<Record<string, string | undefined>>;

export default {
  async fetch(request: Request, variables: Variables): Promise<Response> {
    const settings = signInSettings(boardConfig, readEnvironment(variables));
    return await signInHandler(settings)(request);
  },
};
