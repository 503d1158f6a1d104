import createClient from "openapi-fetch";
import { isSettled, Keys } from "./keys.js";
import { type Method, type Operations, type Plan, planner } from "./operations.js";
import { isProblem, NetworkError, problemIn } from "./problem.js";
import { Session } from "./session.js";
import { type SessionStore, memoryStore } from "./store.js";
import { type Resuming, Submission } from "./submission.js";
import { type Fetch, RETRY_RULES, type RetryRules, send } from "./transport.js";
import type { Answer, Data, Inits, Item, ListPath, PathOf } from "./types.js";
import { Versions } from "./versions.js";

export type Language = "zh" | "en";

export interface Options<User> {
  /** Where the service is, such as `https://linli.example`; on its own pages it is left out. */
  readonly baseUrl?: string;
  /** Where the login is kept; in memory unless one is given. */
  readonly store?: SessionStore<User>;
  /** The language of problems and texts: Chinese unless it is set. */
  readonly language?: Language;
  readonly fetch?: Fetch;
  readonly retry?: Partial<RetryRules>;
}

/** What a call takes, as the layer handles it. */
export interface PlainInit {
  readonly params?: { readonly path?: object; readonly query?: object };
  readonly body?: unknown;
  readonly signal?: AbortSignal | null;
}

/** A call that a submission makes: its key, and the versions that its person has seen. */
export interface Held {
  readonly key: string;
  readonly versions: Versions;
}

type Sender = (
  method: Method,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const LANGUAGES = { zh: "zh-CN,zh;q=0.9,en;q=0.5", en: "en,zh-CN;q=0.5" } as const;
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const STEP_UP = "identity.step_up_required";

/** The parts that the clients of administrators and residents share. */
export class Client<Paths extends object, User> {
  readonly session: Session<User>;
  language: Language;
  /** Asks the person for their password and code where an act takes them; true once they were
   * given by `stepUp`. The act is then sent again by itself. */
  onStepUp: (() => Promise<boolean>) | undefined;
  readonly #plan: (method: Method, path: string) => Plan;
  readonly #send: Sender;
  readonly #fetch: Fetch;
  readonly #rules: RetryRules;
  readonly #keys = new Keys();
  readonly #versions = new Versions();
  #steppingUp: Promise<boolean> | undefined;

  constructor(options: Options<User>, operations: Operations, refreshPath: string) {
    this.language = options.language ?? "zh";
    this.#plan = planner(operations);
    this.#fetch = options.fetch ?? ((request) => fetch(request));
    this.#rules = { ...RETRY_RULES, ...options.retry };
    this.#send = createClient<Record<string, never>>({
      baseUrl: options.baseUrl ?? globalThis.location?.origin ?? "",
    }).request as unknown as Sender;
    this.session = new Session(options.store ?? memoryStore(), async (refresh_token, device) => {
      const init = { body: { refresh_token, device } };
      const { data } = await this.callOpen("post", refreshPath, init, true);
      return data as { access_token: string; refresh_token: string };
    });
  }

  async get<Path extends PathOf<Paths, "get">>(
    path: Path,
    ...[init]: Inits<Paths, Path, "get">
  ): Promise<Data<Paths, Path, "get">> {
    return (await this.answer("get", path, ...([init] as Inits<Paths, Path, "get">))).data;
  }

  async post<Path extends PathOf<Paths, "post">>(
    path: Path,
    ...[init]: Inits<Paths, Path, "post">
  ): Promise<Data<Paths, Path, "post">> {
    return (await this.answer("post", path, ...([init] as Inits<Paths, Path, "post">))).data;
  }

  async put<Path extends PathOf<Paths, "put">>(
    path: Path,
    ...[init]: Inits<Paths, Path, "put">
  ): Promise<Data<Paths, Path, "put">> {
    return (await this.answer("put", path, ...([init] as Inits<Paths, Path, "put">))).data;
  }

  async delete<Path extends PathOf<Paths, "delete">>(
    path: Path,
    ...[init]: Inits<Paths, Path, "delete">
  ): Promise<Data<Paths, Path, "delete">> {
    return (await this.answer("delete", path, ...([init] as Inits<Paths, Path, "delete">))).data;
  }

  /** Calls an operation, and gives what the headers of its answer say, too. */
  async answer<M extends Method, Path extends PathOf<Paths, M>>(
    method: M,
    path: Path,
    ...[init]: Inits<Paths, Path, M>
  ): Promise<Answer<Data<Paths, Path, M>>> {
    const answer = await this.call(method, String(path), (init ?? {}) as PlainInit);
    return answer as Answer<Data<Paths, Path, M>>;
  }

  /** Yields the pages of a list, one request each. */
  async *pages<Path extends ListPath<Paths>>(
    path: Path,
    ...[init]: Inits<Paths, Path, "get">
  ): AsyncGenerator<Data<Paths, Path, "get">, void, void> {
    const given = (init ?? {}) as PlainInit;
    let cursor: string | null | undefined;
    do {
      const query = { ...given.params?.query, ...(cursor ? { cursor } : {}) };
      const params = { ...given.params, query };
      const { data } = await this.call("get", String(path), { ...given, params });
      yield data as Data<Paths, Path, "get">;
      cursor = (data as { next_cursor?: string | null }).next_cursor;
    } while (cursor);
  }

  /** Returns all elements of a list, page by page. */
  async all<Path extends ListPath<Paths>>(
    path: Path,
    ...[init]: Inits<Paths, Path, "get">
  ): Promise<Item<Paths, Path>[]> {
    const found: Item<Paths, Path>[] = [];
    for await (const page of this.pages(path, ...([init] as Inits<Paths, Path, "get">))) {
      found.push(...(page as { items: Item<Paths, Path>[] }).items);
    }
    return found;
  }

  /** What a form holds while it is open: it is sent once, however often somebody presses. With the
   * key of a press that was pending when a page went, the form that comes back goes on with it. */
  submission(resuming: Resuming = {}): Submission<Paths> {
    const call = (method: Method, path: string, init: PlainInit, key: string, versions: Versions) =>
      this.call(method, path, init, { key, versions });
    return new Submission(call, () => this.#versions.snapshot(), resuming);
  }

  /** Calls an operation by its name; the typed methods above lead here. */
  async call(
    method: Method,
    path: string,
    init: PlainInit,
    held?: Held,
  ): Promise<Answer<unknown>> {
    const plan = this.#plan(method, path);
    if (plan.isOpen) return this.callOpen(method, path, init, method === "get");
    const again = () => this.#carryOut(method, path, init, plan, held);
    try {
      return await again();
    } catch (error) {
      if (!isProblem(error, STEP_UP) || !(await this.#stepUp())) throw error;
      return again();
    }
  }

  /** Calls an operation without a login: those that begin one, and public ones. */
  async callOpen(
    method: Method,
    path: string,
    init: PlainInit,
    mayRepeat: boolean,
  ): Promise<Answer<unknown>> {
    const plan = this.#plan(method, path);
    return this.#exchange(method, path, init, plan, (request) =>
      send(request, mayRepeat, this.#rules, this.#fetch),
    );
  }

  async #carryOut(
    method: Method,
    path: string,
    init: PlainInit,
    plan: Plan,
    held: Held | undefined,
  ): Promise<Answer<unknown>> {
    return this.#exchange(method, path, init, plan, async (request) => {
      const url = new URL(request.url);
      if (plan.isVersioned) {
        const version = held?.versions.of(url.pathname) ?? this.#versions.of(url.pathname);
        if (version !== undefined) request.headers.set("If-Match", version);
      }
      const write = `${method} ${request.url}\n${await textOf(init.body)}`;
      if (plan.isKeyed) request.headers.set("Idempotency-Key", held?.key ?? this.#keys.of(write));
      const response = await this.#authorized(request, method === "get" || plan.isKeyed);
      this.#versions.note(request.method, url, response);
      if (plan.isKeyed && !held && isSettled(response)) this.#keys.settle(write);
      return response;
    });
  }

  /** Sends a request with the access token, once more with a new one where it was spent. */
  async #authorized(request: Request, mayRepeat: boolean): Promise<Response> {
    for (let isSecond = false; ; isSecond = true) {
      const token = await this.session.token();
      const sent = request.clone();
      if (token !== undefined) sent.headers.set("Authorization", `Bearer ${token}`);
      const response = await send(sent, mayRepeat, this.#rules, this.#fetch);
      if (response.status !== 401 || isSecond || token === undefined) return response;
      if (!(await this.session.refresh(token))) return response;
    }
  }

  async #exchange(
    method: Method,
    path: string,
    init: PlainInit,
    plan: Plan,
    fetch: Fetch,
  ): Promise<Answer<unknown>> {
    const type = plan.isSheet ? await sheetType(init.body) : undefined;
    const { data, error, response } = await this.#send(method, path, {
      ...init,
      headers: {
        "Accept-Language": LANGUAGES[this.language],
        ...(type === undefined ? {} : { "Content-Type": type }),
      },
      parseAs: plan.parseAs,
      bodySerializer: (body: unknown) => (plan.isSheet ? body : JSON.stringify(body)),
      fetch,
    });
    if (!response.ok) throw problemIn(error, response) ?? new NetworkError("gateway");
    return {
      data,
      status: response.status,
      location: response.headers.get("location") ?? undefined,
      isReplayed: response.headers.get("idempotent-replayed") === "true",
    };
  }

  #stepUp(): Promise<boolean> {
    this.#steppingUp ??= (this.onStepUp?.() ?? Promise.resolve(false)).finally(() => {
      this.#steppingUp = undefined;
    });
    return this.#steppingUp;
  }
}

/** A workbook is a zip file, whatever name or type a system gives it. */
async function sheetType(body: unknown): Promise<string> {
  if (!(body instanceof Blob)) return "text/csv";
  const [first, second] = new Uint8Array(await body.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b ? WORKBOOK : "text/csv";
}

async function textOf(body: unknown): Promise<string> {
  return body instanceof Blob ? body.text() : (JSON.stringify(body) ?? "");
}
