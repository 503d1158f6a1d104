import type { PlainInit } from "./client.js";
import type { Method } from "./operations.js";
import { isProblem } from "./problem.js";
import { randomText } from "./random.js";
import type { Answer, Data, Inits, PathOf } from "./types.js";
import type { Versions } from "./versions.js";

type Call = (
  method: Method,
  path: string,
  init: PlainInit,
  key: string,
  versions: Versions,
) => Promise<Answer<unknown>>;

type Write = Exclude<Method, "get">;

/** What outlives the page of a form, where its owner keeps it. */
export interface Resuming {
  /** The key of a press whose outcome was not known when the page went. */
  readonly key?: string | undefined;
  /** Called with the key before a press leaves, and with undefined once its outcome is known. */
  readonly onPending?: ((key: string | undefined) => void) | undefined;
}

/**
 * One thing that a person wants done, as a form holds it from opening to leaving.
 *
 * - A second press while the first is on its way, or after it was done, sends nothing: it gets the
 *   answer of the first.
 * - After a lost answer the next press carries the same key, also with other content: what was
 *   done is not done twice. The service then refuses other content (`idempotency_key_reused`), and
 *   once its person has been told so, the next press is another act, with a key of its own.
 * - A page that is loaded anew goes on with the `pending` key that its form has kept.
 * - After a refusal it is sent again with the same key; other content after it was done is
 *   another act, with a key of its own.
 * - Versions are those that were known when it was made: what somebody else has changed since is
 *   not overwritten (`version_stale`), even if a list in the background has read it.
 */
export class Submission<Paths extends object> {
  #key: string;
  #isPending: boolean;
  #versions: Versions;
  #sending: { content: string; answer: Promise<Answer<unknown>> } | undefined;
  #isDone = false;

  constructor(
    readonly call: Call,
    readonly snapshot: () => Versions,
    readonly resuming: Resuming = {},
  ) {
    this.#key = resuming.key ?? randomText();
    this.#isPending = resuming.key !== undefined;
    this.#versions = snapshot();
  }

  /** The key, from the first press until it is known that the thing was done. */
  get pending(): string | undefined {
    return this.#isPending ? this.#key : undefined;
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  async post<Path extends PathOf<Paths, "post">>(
    path: Path,
    ...[init]: Inits<Paths, Path, "post">
  ): Promise<Data<Paths, Path, "post">> {
    return (await this.#send("post", path, init)) as Data<Paths, Path, "post">;
  }

  async put<Path extends PathOf<Paths, "put">>(
    path: Path,
    ...[init]: Inits<Paths, Path, "put">
  ): Promise<Data<Paths, Path, "put">> {
    return (await this.#send("put", path, init)) as Data<Paths, Path, "put">;
  }

  async delete<Path extends PathOf<Paths, "delete">>(
    path: Path,
    ...[init]: Inits<Paths, Path, "delete">
  ): Promise<Data<Paths, Path, "delete">> {
    return (await this.#send("delete", path, init)) as Data<Paths, Path, "delete">;
  }

  /** Begins another act: a new key, and the versions that are known now. */
  reset(): void {
    this.#forgetKey();
    this.#versions = this.snapshot();
    this.#sending = undefined;
    this.#isDone = false;
  }

  #note(isPending: boolean): void {
    this.#isPending = isPending;
    this.resuming.onPending?.(this.pending);
  }

  #forgetKey(): void {
    this.#key = randomText();
    this.#note(false);
  }

  async #send(method: Write, path: PropertyKey, init: unknown): Promise<unknown> {
    const given = (init ?? {}) as PlainInit;
    const content = JSON.stringify([method, path, given.params, fileNumber(given.body) ?? given.body]);
    if (this.#sending !== undefined) {
      const isSame = this.#sending.content === content;
      if (isSame || !this.#isDone) return (await this.#sending.answer).data;
      this.reset();
    }
    this.#note(true);
    const answer = this.call(method, String(path), given, this.#key, this.#versions);
    const sending = { content, answer };
    this.#sending = sending;
    try {
      const { data } = await answer;
      if (this.#sending === sending) this.#finish();
      return data;
    } catch (error) {
      if (this.#sending === sending) this.#fail(error);
      throw error;
    }
  }

  #finish(): void {
    this.#isDone = true;
    this.#note(false);
  }

  #fail(error: unknown): void {
    this.#sending = undefined;
    // An earlier press was done, with other content.
    if (isProblem(error, "idempotency_key_reused")) this.#forgetKey();
  }
}

const numbers = new WeakMap<Blob, string>();
let files = 0;

/** Files are told from each other by which they are, not by what is in them. */
function fileNumber(body: unknown): string | undefined {
  if (!(body instanceof Blob)) return undefined;
  const number = numbers.get(body) ?? `file ${(files += 1)}`;
  numbers.set(body, number);
  return number;
}
