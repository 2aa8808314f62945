/** Everything an HTTP request can be refused for: a code, its status, and its sentence `http.<code>` in every locale. */
export const PROBLEMS = {
  'bad-request': 400,
  'json-invalid': 400,
  'idempotency-key-missing': 400,
  'body-invalid': 400,
  'query-invalid': 400,
  'activity-type-missing': 400,
  'activity-empty': 400,
  'file-empty': 400,
  'upload-invalid': 400,
  'token-missing': 401,
  'token-invalid': 401,
  'signed-out': 401,
  'sign-in-wrong': 401,
  'token-expired': 403,
  'wrong-conversation': 403,
  'origin-refused': 403,
  'not-permitted': 403,
  'not-found': 404,
  'conversation-unknown': 404,
  'file-unknown': 404,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'text-too-long': 413,
  'file-too-large': 413,
  'too-many-files': 413,
  'media-type': 415,
  'file-type': 415,
  'upgrade-required': 426,
  'too-many-requests': 429,
  'internal-error': 500,
  stopping: 503,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

/** Thrown by a handler to answer with a 4xx; the server turns it into `{error: {code, message, details}}`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: ProblemCode,
    details?: Readonly<Record<string, string | number>>,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}
