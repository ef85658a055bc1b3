/** The settings of the board, from `src/services/core-bundle.ts`. */
declare module "virtual:board-config" {
  export const boardConfig: import("../../board/config.ts").BoardConfig;
}
