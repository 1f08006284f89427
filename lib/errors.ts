/** Every way an operation can end badly, and its HTTP status. Adding a code without a status does not compile. */
export const ERROR_STATUS = {
  'malformed-request': 400,
  'malformed-json': 400,
  'malformed-multipart': 400,
  'malformed-csv': 400,
  'invalid-cursor': 400,
  unauthenticated: 401,
  forbidden: 403,
  'cross-origin-refused': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'in-use': 409,
  'invalid-state': 409,
  'idempotency-in-flight': 409,
  'precondition-failed': 412,
  'payload-too-large': 413,
  'too-many-parts': 413,
  'unsupported-media-type': 415,
  'unsupported-image-type': 415,
  'range-not-satisfiable': 416,
  'unknown-host': 421,
  'validation-failed': 422,
  'image-corrupt': 422,
  'image-too-large': 422,
  'image-too-small': 422,
  'idempotency-key-reused': 422,
  'hash-mismatch': 422,
  'address-refused': 422,
  'rate-limited': 429,
  internal: 500,
  'blob-corrupt': 500,
  'address-unreachable': 502,
  'answer-too-large': 502,
  unavailable: 503,
  'insufficient-storage': 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export type FieldError = {
  pointer?: string;
  parameter?: string;
  header?: string;
  code: string;
  detail: string;
};

type AppErrorOptions = {
  /** One sentence that may be shown to anyone: what, why, what next. Never raw input, SQL, paths or stacks. */
  detail?: string;
  errors?: FieldError[];
  /** Further members of the problem document, such as `projects` of an in-use manifest. */
  extra?: Record<string, unknown>;
  /** Extra response headers, such as the current ETag of a 412. */
  headers?: Record<string, string>;
  /** For the log only. */
  cause?: unknown;
};

/** The one error class that services, repositories and stages throw on purpose. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly extra: Record<string, unknown> | undefined;
  readonly headers: Record<string, string> | undefined;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ?? code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail;
    this.errors = options.errors;
    this.extra = options.extra;
    this.headers = options.headers;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
