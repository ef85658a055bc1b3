/** The schema as a function that judges fields. */
import type { CodeOptions, ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import type { BoardConfig } from "../config.ts";
import { schemaFor } from "./board-schema.ts";
import { formats } from "./formats.ts";
import type { Job } from "./schema.ts";

const validators = new WeakMap<BoardConfig, ValidateFunction<Job>>();

/**
 * The validator of a board, created on first use. For pages, where eval is forbidden, the bundler replaces this
 * module with a precompiled one.
 */
export function validatorFor(config: BoardConfig): ValidateFunction<Job> {
  const known = validators.get(config);
  if (known) return known;
  // Every command compiles it once, so optimizing its code would cost more than it saves.
  const validator = createAjv({ optimize: false }).compile<Job>(schemaFor(config));
  validators.set(config, validator);
  return validator;
}

/** What compiles the schema. `code` says how, where the code itself is wanted. */
export function createAjv(code: CodeOptions = {}): Ajv {
  // ownProperties: a field called `constructor` or `toString` is unknown, not inherited.
  const ajv = new Ajv({
    allErrors: true,
    ownProperties: true,
    formats,
    allowUnionTypes: true,
    code,
  });
  ajv.addVocabulary(["filledBy", "section"]);
  return ajv;
}
