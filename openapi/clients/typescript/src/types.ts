import type { FetchOptions } from "openapi-fetch";
import type {
  FilterKeys,
  PathsWithMethod,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";
import type { Method } from "./operations.js";

/** The addresses of a document that have the method. */
export type PathOf<Paths extends object, M extends Method> = PathsWithMethod<Paths, M>;

type Given<Paths extends object, Path extends keyof Paths, M extends Method> = FetchOptions<
  FilterKeys<Paths[Path], M>
>;

/** What a call takes: `params` (path and query), `body`, and a signal that gives it up. */
export type Init<Paths extends object, Path extends keyof Paths, M extends Method> = Pick<
  Given<Paths, Path, M>,
  Extract<keyof Given<Paths, Path, M>, "params" | "body" | "signal">
>;

/** The last argument of a call, which may be left out where nothing in it is required. */
export type Inits<Paths extends object, Path extends keyof Paths, M extends Method> =
  RequiredKeysOf<Init<Paths, Path, M>> extends never
    ? [init?: Init<Paths, Path, M>]
    : [init: Init<Paths, Path, M>];

type Operation<Paths extends object, Path extends keyof Paths, M extends Method> = FilterKeys<
  Paths[Path],
  M
>;

/** What the operation answers with. */
export type Data<Paths extends object, Path extends keyof Paths, M extends Method> =
  Operation<Paths, Path, M> extends infer O extends Record<string | number, unknown>
    ? SuccessResponse<ResponseObjectMap<O>>
    : never;

/** A list and its next page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor?: string | null;
}

/** The addresses whose GET answers with a list in pages. */
export type ListPath<Paths extends object> = {
  [Path in PathOf<Paths, "get">]: Data<Paths, Path, "get"> extends {
    items: unknown[];
    next_cursor?: string | null;
  }
    ? Path
    : never;
}[PathOf<Paths, "get">];

/** One element of the list at an address. */
export type Item<Paths extends object, Path extends keyof Paths> =
  Data<Paths, Path, "get"> extends { items: (infer One)[] } ? One : never;

/** An answer with what its headers say. */
export interface Answer<T> {
  readonly data: T;
  readonly status: number;
  /** The address of what was created. */
  readonly location: string | undefined;
  /** Whether the service had done it before, by the same key. */
  readonly isReplayed: boolean;
}
