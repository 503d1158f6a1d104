import { errorOf } from "./errors";
import { pages } from "./pages";
import { session } from "./session";
import { openStore } from "./store";
import { submission } from "./submission";
import { OPERATIONS, pathOf, queryOf } from "./table";
import { type Sending, retryAfterOf, transport } from "./transport";
import type { CallOptions, Linli, Options, Upload } from "./types";
import type { Wx } from "./wx";

declare const wx: Wx;

/** Lists that are kept with their ETag, so that one that has not changed is not sent again. */
const MAX_CACHED = 20;

interface Given {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: object;
}

/** Makes a client. One for the whole app is enough: App({ linli: createLinli({ baseUrl }) }). */
export function createLinli(options: Options): Linli {
  const { retries = 3, backoff = 500, timeout: usual = 15_000, storageName = "linli" } = options;
  const platform = options.wx || wx;
  const base = options.baseUrl.replace(/\/+$/, "");
  const language = () => linli.language;
  const cached = new Map<string, { etag: string; text: string }>();
  const store = openStore(platform, storageName);
  const send = transport(platform, retries, backoff, language);
  const login = session(
    platform,
    store,
    send,
    (path, body, _isSafe) => sendingOf("POST", path, { _isSafe, data: JSON.stringify(body) }),
    language,
  );

  function sendingOf(method: Sending["method"], path: string, more: Partial<Sending>): Sending {
    const header: Record<string, string> = {
      Accept: "application/json",
      "Accept-Language": language(),
    };
    if (method !== "GET") header["Content-Type"] = "application/json";
    return { timeout: usual, ...more, url: base + path, method, header };
  }

  /** Send it with a token, and once more with another one where it is refused. */
  async function deliver(sending: Sending, isOpen?: boolean): Promise<unknown> {
    const { header, method, url } = sending;
    const place = language() + url;
    const known = method === "GET" ? cached.get(place) : undefined;
    if (known) header["If-None-Match"] = known.etag;
    let token = isOpen ? "" : await login._token();
    const attempt = () => {
      if (token) header.Authorization = `Bearer ${token}`;
      return send(sending);
    };
    let reply = await attempt();
    if (token && reply._status === 401) {
      token = await login._replace(token);
      reply = await attempt();
    }
    const { _status: status, _body: body, _headers: headers, _text: text } = reply;
    if (known && status === 304) return JSON.parse(known.text);
    if (status >= 300) throw errorOf(status, body, language(), retryAfterOf(reply));
    if (method === "GET" && headers.etag && text) remember(place, headers.etag, text);
    return body;
  }

  function remember(place: string, etag: string, text: string): void {
    cached.delete(place);
    cached.set(place, { etag, text });
    // A Map keeps the order in which it was filled: the first is the oldest.
    if (cached.size > MAX_CACHED) cached.delete(cached.keys().next().value!);
  }

  async function call(id: string, given: Given = {}, more?: CallOptions, key?: string) {
    const operation = OPERATIONS[id];
    const { _method: method, _hasNonce: hasNonce, _isKeyed: isKeyed } = operation;
    const own = key || (isKeyed || hasNonce ? await store._random() : "");
    const body = hasNonce ? { nonce: own, ...given.body } : given.body;
    const sending = sendingOf(method, pathOf(operation, given.path) + queryOf(given.query), {
      ...more,
      _isBytes: operation._isBytes,
      _isSafe: method === "GET" || isKeyed || hasNonce,
      data: body && JSON.stringify(body),
    });
    if (isKeyed) sending.header["Idempotency-Key"] = own;
    return deliver(sending, operation._isOpen);
  }

  async function upload(given: Upload, more?: CallOptions, key?: string): Promise<unknown> {
    const { path, filePath, name = "file", formData = {} } = given;
    const _upload = { filePath, name, formData };
    const sending = sendingOf("POST", path, { ...more, _isSafe: true, _upload });
    // The platform writes the type with its boundary.
    delete sending.header["Content-Type"];
    sending.header["Idempotency-Key"] = key || (await store._random());
    return deliver(sending);
  }

  const linli = {
    language: options.language || "zh",
    call: (id: string, given?: Given, more?: CallOptions) => call(id, given, more),
    pages: (id: string, given?: Given, more?: CallOptions) =>
      pages((cursor) =>
        call(id, { ...given, query: { ...(given && given.query), cursor } }, more) as Promise<never>,
      ),
    submission: (name?: string) => submission({ call, upload }, store, name),
    upload: (given: Upload, more?: CallOptions) => upload(given, more),
    logIn: () => login._token().then(() => undefined),
    async logOut() {
      try {
        if (store._get("login")) await call("logOut");
      } catch {
        // A login that nobody refreshes ends by itself.
      }
      login._forget();
      cached.clear();
    },
  };
  return linli as unknown as Linli;
}
