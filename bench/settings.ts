/** The settings and the day with which everything is built. */
import type { BoardConfig } from "../src/board/config.ts";
import type { Day } from "../src/board/days.ts";
import { boardConfig } from "../src/board.config.ts";

/** With it, the site has the editor. */
export const signInUrl = "https://sign-in.example.org/auth";

/** This board's, without samples: pages of real posts have markup for search engines. */
export const benchConfig: BoardConfig = { ...boardConfig, demo: null, signInUrl };

export const benchDay: Day = "2027-01-31";
