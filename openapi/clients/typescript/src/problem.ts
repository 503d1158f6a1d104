/** A field that was refused: a JSON pointer into what was sent, and a code. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
}

/** The members that every problem has. */
const COMMON = new Set(["type", "title", "status", "detail", "code", "request_id", "errors"]);

/**
 * A refusal by the service (RFC 9457). Switch on `code`, which does not change; show `title` and
 * `detail`, which are in the language of the client. New codes may come: treat one that you do not
 * know by its `status`.
 */
export class LinliProblem extends Error {
  override readonly name = "LinliProblem";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** What is malformed, of a 422. */
  readonly errors: readonly FieldError[];
  /** Further members of this code, such as `state` and `wanted`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** What support asks for. */
  readonly request_id: string;
  /** Seconds to wait before the same request is sent again, if the service has said so. */
  readonly retryAfter: number | undefined;

  constructor(body: Record<string, unknown>, response: Response) {
    const text = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : "");
    super(`${response.status} ${text("code")}: ${text("title")}`);
    this.status = response.status;
    this.code = text("code");
    this.title = text("title");
    this.detail = text("detail");
    this.errors = Array.isArray(body["errors"]) ? body["errors"].filter(isFieldError) : [];
    this.members = Object.fromEntries(Object.entries(body).filter(([name]) => !COMMON.has(name)));
    this.request_id = text("request_id");
    this.retryAfter = secondsToWait(response);
  }

  /** Whether it is of one of these codes. */
  is(...codes: readonly string[]): boolean {
    return codes.includes(this.code);
  }
}

export type NetworkFailure = "offline" | "timeout" | "gateway";

/**
 * No answer of the service came, after all repeats. Whether a write was done is not known: send it
 * again as it was, and its key is kept, so that it is not done twice.
 */
export class NetworkError extends Error {
  override readonly name = "NetworkError";

  constructor(
    readonly kind: NetworkFailure,
    options?: ErrorOptions,
  ) {
    super(`no answer: ${kind}`, options);
  }
}

/** The problem in an answer, or undefined where something between client and service answered. */
export function problemIn(error: unknown, response: Response): LinliProblem | undefined {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) {
    return undefined;
  }
  return new LinliProblem(isRecord(error) ? error : {}, response);
}

/** Whether an error is a problem, of one of the codes where some are given. */
export function isProblem(error: unknown, ...codes: readonly string[]): error is LinliProblem {
  return error instanceof LinliProblem && (codes.length === 0 || error.is(...codes));
}

export function secondsToWait(response: Response): number | undefined {
  const given = response.headers.get("retry-after");
  const seconds = given === null ? Number.NaN : Number(given);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value["pointer"] === "string" && typeof value["code"] === "string";
}
