import { NetworkError, secondsToWait } from "./problem.js";

export interface RetryRules {
  /** How often a request is sent again at most. */
  readonly repeats: number;
  /** Seconds that are waited for a busy service at most; a longer Retry-After is an error. */
  readonly longestWait: number;
  /** Seconds before the first repeat after no answer; they double each time. */
  readonly firstWait: number;
  /** Seconds after which no answer is expected any more. */
  readonly timeout: number;
}

export const RETRY_RULES: RetryRules = { repeats: 3, longestWait: 10, firstWait: 0.4, timeout: 30 };

export type Fetch = (request: Request) => Promise<Response>;

const GATEWAY = new Set([502, 504]);
const BUSY = new Set([409, 429, 503]);

/**
 * Sends a request until an answer comes. What may be repeated (reads, and writes with a key) is
 * repeated after no answer and after `Retry-After`, as it was.
 */
export async function send(
  request: Request,
  mayRepeat: boolean,
  rules: RetryRules,
  fetch: Fetch,
): Promise<Response> {
  for (let repeat = 0; ; repeat += 1) {
    const isLast = !mayRepeat || repeat >= rules.repeats;
    let wait = rules.firstWait * 2 ** repeat * (0.75 + Math.random() / 2);
    try {
      const response = await once(request.clone(), rules.timeout, fetch);
      const asked = BUSY.has(response.status) ? secondsToWait(response) : undefined;
      if (!GATEWAY.has(response.status) && asked === undefined) return response;
      if (isLast || (asked ?? 0) > rules.longestWait) return response;
      wait = asked ?? wait;
      await response.body?.cancel();
    } catch (error) {
      if (request.signal.aborted) throw error;
      if (isLast || !(error instanceof NetworkError)) throw error;
    }
    await pause(wait, request.signal);
  }
}

async function once(request: Request, timeout: number, fetch: Fetch): Promise<Response> {
  const ours = new AbortController();
  const clock = setTimeout(() => ours.abort(), timeout * 1000);
  const pass = () => ours.abort();
  request.signal.addEventListener("abort", pass);
  try {
    return await fetch(new Request(request, { signal: ours.signal }));
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    throw new NetworkError(ours.signal.aborted ? "timeout" : "offline", { cause: error });
  } finally {
    clearTimeout(clock);
    request.signal.removeEventListener("abort", pass);
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(done, seconds * 1000);
    const give = () => {
      clearTimeout(clock);
      reject(signal.reason);
    };
    function done() {
      signal.removeEventListener("abort", give);
      resolve();
    }
    signal.addEventListener("abort", give, { once: true });
  });
}
