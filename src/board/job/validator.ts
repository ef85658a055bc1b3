/** The schema compiled to a function that validates fields. */
import type { CodeOptions, ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import type { BoardConfig } from "../config.ts";
import { schemaFor } from "./board-schema.ts";
import { formats } from "./formats.ts";
import type { Job } from "./schema.ts";

const validators = new WeakMap<BoardConfig, ValidateFunction<Job>>();

/**
 * The validator of a board, compiled on first use. Browsers must not compile code, so their bundles replace
 * this module with a validator compiled ahead by `createAjv`.
 */
export function validatorFor(config: BoardConfig): ValidateFunction<Job> {
  const known = validators.get(config);
  if (known) return known;
  // Each command compiles it once, so optimizing takes longer than it saves.
  const validator = createAjv({ optimize: false }).compile<Job>(schemaFor(config));
  validators.set(config, validator);
  return validator;
}

/** The compiler of the schema. `code` has options for generated code. */
export function createAjv(code: CodeOptions = {}): Ajv {
  // ownProperties: a field called `constructor` or `toString` is unknown, not inherited.
  const ajv = new Ajv({
    allErrors: true,
    ownProperties: true,
    formats,
    allowUnionTypes: true,
    // The words are ours.
    messages: false,
    // Choices are compared in a loop, which is a third of the code that compares them one by one.
    loopEnum: 1,
    code,
  });
  ajv.addVocabulary(["filledBy", "section"]);
  return ajv;
}
