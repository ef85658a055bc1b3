/** What GitHub answers when it does not do what it was asked to, in its own words: programs compare them. */

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

/** What an app's token is told where its permissions do not reach. */
export function notForIntegration(): ApiError {
  return forbidden("Resource not accessible by integration");
}

export function unprocessable(message: string): ApiError {
  return new ApiError(422, message);
}

/** The answer whose reason stands in `errors`, with a text of its own. */
export function invalid(resource: string, message: string): ApiError {
  return new ApiError(422, "Validation Failed", [{ resource, code: "custom", message }]);
}

/** The answer to a value that a field cannot have. */
export function invalidField(resource: string, field: string, code = "invalid"): ApiError {
  return new ApiError(422, "Validation Failed", [{ resource, field, code }]);
}

/** The answer to what reviewing forbids. */
export function unprocessableEntity(reason: string): ApiError {
  return new ApiError(422, "Unprocessable Entity", [reason]);
}

/** A request whose answer the stand-in does not know, though it knows the operation. */
export class UnknownRequest extends Error {
  constructor(what: string) {
    super(`The emulator does not know ${what}.`);
    this.name = "UnknownRequest";
  }
}
