/** Types for the used parts of decap-server, which has none. */
declare module "decap-server/dist/middlewares.js" {
  import type { Express } from "express";

  const middlewares: {
    /** Reads and writes below `GIT_REPO_DIRECTORY`, at `/api/v1`. */
    registerLocalFs(app: Express): Promise<void>;
  };
  export default middlewares;
}
