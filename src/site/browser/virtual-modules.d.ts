/** The settings of the board, as the build has them; `src/services/core-bundle.ts` gives them. */
declare module "virtual:board-config" {
  export const boardConfig: import("../../board/config.ts").BoardConfig;
}
