import type { components, operations } from "./schema";
import type { Language } from "./language";
import type { Wx } from "./wx";

/** The schemas of the document, by name: `Schemas["TicketOut"]`. */
export type Schemas = components["schemas"];
/** The operations of the document, by the name under which they are called. */
export type OperationId = keyof operations;
export type { Language } from "./language";

type Given<I extends OperationId> = operations[I]["parameters"];
type Media<C> = C extends { "application/json": infer J }
  ? J
  : C extends { "application/pdf": unknown } | { "application/octet-stream": unknown }
    ? ArrayBuffer
    : string;
type Content<R> = R extends { content: infer C } ? Media<C> : undefined;
type Part<K extends string, V> = [V] extends [never]
  ? unknown
  : Record<string, never> extends V
    ? { [P in K]?: V }
    : { [P in K]: V };
type Sent<B> = B extends { content: { "application/json": infer J } } ? J : never;

/** What is sent must be known to this version; what comes in may have grown: the enums of `Schemas`
 * have room for values that nobody knows yet. */
export type Known<T> = KnownText<Extract<T, string>> | KnownParts<Exclude<T, string>>;
type KnownText<T extends string> = [Listed<T>] extends [never] ? T : Listed<T>;
type Listed<T extends string> = T extends string ? (string extends T ? never : T) : never;
type KnownParts<T> = T extends object ? { [K in keyof T]: Known<T[K]> } : T;
/** The nonce of a check-in is made and kept by the client, like an Idempotency-Key. */
type WithoutNonce<B> = B extends { nonce: string } ? Omit<B, "nonce"> & { nonce?: string } : B;

export type Path<I extends OperationId> = Given<I> extends { path: infer P } ? P : never;
export type Query<I extends OperationId> = Known<NonNullable<Given<I>["query"]>>;
export type Body<I extends OperationId> = operations[I] extends { requestBody?: infer B }
  ? Known<WithoutNonce<Sent<NonNullable<B>>>>
  : never;
/** What an operation is called with: `path`, `query` and `body`, those that it has. */
export type Input<I extends OperationId> = Part<"path", Path<I>> &
  Part<"query", Query<I>> &
  Part<"body", Body<I>>;
/** What an operation answers; `undefined` where the answer has no content. */
export type Answer<I extends OperationId> = Content<
  operations[I]["responses"][keyof operations[I]["responses"] & (200 | 201 | 202 | 204)]
>;
/** Operations whose answers are pages of a list. */
export type PagedId = {
  [I in OperationId]: Answer<I> extends { items: unknown[]; next_cursor: string | null } ? I : never;
}[OperationId];

export interface CallOptions {
  /** Milliseconds for one attempt; 15,000 unless the client was made with another value. */
  timeout?: number;
}
export type Arguments<I extends OperationId> = Record<string, never> extends Input<I>
  ? [input?: Input<I>, options?: CallOptions]
  : [input: Input<I>, options?: CallOptions];

export interface Options {
  /** Scheme and host of the service, without a path: `https://linli.example.cn`. */
  baseUrl: string;
  /** Language of problems and messages; Chinese unless given. */
  language?: Language;
  /** The global `wx` unless given. */
  wx?: Wx;
  /** Under what names the login and the keys are stored; "linli" unless given. */
  storageName?: string;
  timeout?: number;
  /** Repeats after the first attempt, of reads and of writes that have a key; 3 unless given. */
  retries?: number;
  /** Milliseconds before the first repeat, doubled for each further one; 500 unless given. */
  backoff?: number;
}

/** One page after the other. `next()` after a failure asks for the same page again. */
export interface Pages<T> extends AsyncIterableIterator<T> {
  readonly isDone: boolean;
  next(): Promise<IteratorResult<T, undefined>>;
}

export interface Upload {
  path: string;
  filePath: string;
  /** Name of the field of the file; "file" unless given. */
  name?: string;
  /** Other fields of the form: texts. */
  formData?: Record<string, string>;
}

/** One thing that the person wants done. It has one key, however often it is sent: a second call
 * while the first is under way joins it, and a call after a failure that leaves open whether it was
 * done sends the same key again. After an answer the next call is a new thing. */
export interface Submission {
  call<I extends OperationId>(id: I, ...given: Arguments<I>): Promise<Answer<I>>;
  upload(upload: Upload, options?: CallOptions): Promise<unknown>;
  /** Whether a sending has been left open: under way, or without an answer. */
  readonly isOpen: boolean;
  /** Forget the key: what is sent next is a new thing. */
  forget(): void;
}

export interface Linli {
  language: Language;
  call<I extends OperationId>(id: I, ...given: Arguments<I>): Promise<Answer<I>>;
  pages<I extends PagedId>(id: I, ...given: Arguments<I>): Pages<Answer<I>>;
  /** With a name, its key is stored, so that an app that was closed repeats it. */
  submission(name?: string): Submission;
  /** POST of one file as multipart/form-data; the answer is parsed. */
  upload(upload: Upload, options?: CallOptions): Promise<unknown>;
  /** Log in now, and not with the first call. */
  logIn(): Promise<void>;
  /** End the login here and, if it can be reached, at the service. */
  logOut(): Promise<void>;
}
