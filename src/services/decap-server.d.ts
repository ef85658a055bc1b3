/** The part of Decap's server that this project uses; the package brings no types of its own. */
declare module "decap-server/dist/middlewares.js" {
  import type { Express } from "express";

  const middlewares: {
    /** Lets the app read and write below `GIT_REPO_DIRECTORY`, at `/api/v1`. */
    registerLocalFs(app: Express): Promise<void>;
  };
  export default middlewares;
}
