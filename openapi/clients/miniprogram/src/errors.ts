/** Everything that is not a success: a problem of the service (`status` ≥ 400), or `status` 0 with
 * the code "network", "timeout", "interrupted" or "wechat_login". */
export class LinliError extends Error {
  readonly isLinliError = true;
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    /** Pointers and codes of the fields of a 422. */
    readonly errors: { pointer: string; code: string }[] = [],
    /** Members that only this code has: `state`, `opens_at`, `checked_in_at`… */
    readonly members: Record<string, unknown> = {},
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number,
    /** What support asks for. */
    readonly requestId?: string,
  ) {
    super(detail || title);
    this.name = "LinliError";
  }
}

/** Whether this is an error of the client, and one of these codes where some are given. */
export function isProblem(error: unknown, ...codes: string[]): error is LinliError {
  const one = error as LinliError | undefined;
  return !!one && one.isLinliError === true && (!codes.length || codes.includes(one.code));
}

const LATER = ["请稍后重试。", "Try again in a moment."];
const TEXTS: Record<string, string[]> = {
  network: ["网络不通", "No network"],
  timeout: ["网络超时", "The network is slow"],
  interrupted: ["操作被打断", "Interrupted"],
  wechat_login: ["微信登录未完成", "WeChat has not logged in"],
  unexpected: ["服务暂时无法使用", "The service cannot answer"],
};

export function localError(code: string, language: string, status = 0, after?: number): LinliError {
  const at = language === "en" ? 1 : 0;
  return new LinliError(status, code, TEXTS[code][at], LATER[at], [], {}, after);
}

/** The error of a reply whose body is a problem, or anything, as a proxy may send it. */
export function errorOf(
  status: number,
  body: unknown,
  language: string,
  after?: number,
): LinliError {
  if (!body || typeof body !== "object" || !("code" in body))
    return localError("unexpected", language, status, after);
  const { type, status: _, code, title, detail, errors, request_id, ...members } = body as Record<
    string,
    never
  >;
  return new LinliError(status, code, title, detail, errors, members, after, request_id);
}
