import { type LinliError, errorOf, localError } from "./errors";
import { single } from "./single";
import type { Store } from "./store";
import { type Send, type Sending, retryAfterOf, sleep } from "./transport";
import type { Wx } from "./wx";

interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in?: number;
}

interface Stored {
  access: string;
  refresh: string;
  /** When the access token is over, by the clock of the phone. */
  until: number;
}

/** A token is not used in its last seconds. */
const MARGIN = 10_000;
const DEFAULT_LIFETIME_SECONDS = 900;

/** The login: one wx.login and one refresh at a time, whatever waits for them. */
export interface Session {
  /** Returns a token, after a login or a refresh where there is none that still holds. */
  _token(): Promise<string>;
  /** Returns another token than the one that was refused. */
  _replace(refused: string): Promise<string>;
  _forget(): void;
}

export function session(
  wx: Wx,
  store: Store,
  send: Send,
  post: (path: string, body: unknown, _isSafe: boolean) => Sending,
  language: () => string,
): Session {
  let login = store._get("login") as Stored | undefined;
  const renewal = single();

  function keep(tokens: Tokens): string {
    const { access_token: access, refresh_token: refresh, expires_in } = tokens;
    const until = Date.now() + (expires_in || DEFAULT_LIFETIME_SECONDS) * 1000;
    login = { access, refresh, until };
    store._set("login", login);
    return access;
  }

  function forget(): void {
    login = undefined;
    store._remove("login");
  }

  async function device(): Promise<unknown> {
    if (!store._get("device")) store._set("device", await store._random());
    return store._get("device");
  }

  const wechatCode = () =>
    new Promise<string>((resolve, reject) =>
      wx.login({
        success: ({ code }) => resolve(code),
        fail: () => reject(localError("wechat_login", language())),
      }),
    );

  async function tokensOf(sending: Sending): Promise<Tokens> {
    const reply = await send(sending);
    if (reply._status < 300) return reply._body as Tokens;
    throw errorOf(reply._status, reply._body, language(), retryAfterOf(reply));
  }

  /** Log in. A code is good once: where its answer is lost another code is sent. */
  async function logIn(attempt = 0): Promise<Tokens> {
    const body = { code: await wechatCode(), device: await device() };
    try {
      return await tokensOf(post("/v1/auth/wechat/sessions", body, false));
    } catch (error) {
      const { status, retryAfter = 1 } = error as LinliError;
      if (attempt === 2 || (status && status < 500)) throw error;
      await sleep(status ? retryAfter * 1000 : 0);
    }
    return logIn(attempt + 1);
  }

  async function obtain(): Promise<string> {
    if (login) {
      // The same device may repeat a refresh whose answer was lost.
      const body = { refresh_token: login.refresh, device: await device() };
      try {
        return keep(await tokensOf(post("/v1/auth/sessions/refresh", body, true)));
      } catch (error) {
        const { status } = error as LinliError;
        if (!status || status === 429 || status >= 500) throw error;
        forget();
      }
    }
    return keep(await logIn());
  }

  return {
    async _token() {
      if (login && login.until - MARGIN > Date.now()) return login.access;
      return renewal._run(obtain);
    },
    async _replace(refused) {
      // Whoever came first has replaced it.
      if (login && login.access !== refused && !renewal._isRunning()) return login.access;
      return renewal._run(obtain);
    },
    _forget: forget,
  };
}
