/** Keeps compiled code for the next run. `node --import` loads this first: a build loads hundreds of modules. */
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "../../node_modules/.cache/compiled"));
