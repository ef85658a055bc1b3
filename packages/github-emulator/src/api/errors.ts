/** GitHub's errors, in its own words, because programs compare them. */

const documentationUrl = "https://docs.github.com/rest";

export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly (string | ErrorDetail)[];

  constructor(status: number, message: string, errors: readonly (string | ErrorDetail)[] = []) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.errors = errors;
  }

  body(): Record<string, unknown> {
    return {
      message: this.message,
      ...(this.errors.length > 0 && { errors: this.errors }),
      documentation_url: documentationUrl,
      status: String(this.status),
    };
  }
}

export type ErrorDetail = {
  resource: string;
  code: string;
  field?: string;
  message?: string;
  value?: string;
};

export function notFound(): ApiError {
  return new ApiError(404, "Not Found");
}

export function forbidden(message = "Must have admin rights to Repository."): ApiError {
  return new ApiError(403, message);
}

/** The message for an app's token without the required permission. */
export function notForIntegration(): ApiError {
  return forbidden("Resource not accessible by integration");
}

export function unprocessable(message: string): ApiError {
  return new ApiError(422, message);
}

/** A 422 with the reason in `errors`, as a custom message. */
export function invalid(resource: string, message: string): ApiError {
  return new ApiError(422, "Validation Failed", [{ resource, code: "custom", message }]);
}

/** A 422 for a value that a field cannot have. */
export function invalidField(resource: string, field: string, code = "invalid"): ApiError {
  return new ApiError(422, "Validation Failed", [{ resource, field, code }]);
}

/** The response to a review that is not allowed. */
export function unprocessableEntity(reason: string): ApiError {
  return new ApiError(422, "Unprocessable Entity", [reason]);
}

/** A request that the emulator does not support, although it supports the operation. */
export class UnknownRequest extends Error {
  constructor(what: string) {
    super(`The emulator does not support ${what}.`);
    this.name = "UnknownRequest";
  }
}
