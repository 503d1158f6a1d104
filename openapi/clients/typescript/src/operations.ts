/** What the layer does otherwise than for most operations, each named as `METHOD path`. */
export interface Operations {
  /** Writes that take no Idempotency-Key. */
  readonly unkeyed: readonly string[];
  /** Writes that need the version that was read. */
  readonly versioned: readonly string[];
  /** Operations that take no login. */
  readonly open: readonly string[];
  /** Operations that take a sheet, as text or as a file. */
  readonly sheets: readonly string[];
  /** Operations that answer with a file. */
  readonly files: readonly string[];
  /** Operations that answer with a text that is not JSON. */
  readonly texts: readonly string[];
}

export type Method = "get" | "post" | "put" | "delete";

/** How one operation is called. */
export interface Plan {
  readonly isKeyed: boolean;
  readonly isVersioned: boolean;
  readonly isOpen: boolean;
  readonly isSheet: boolean;
  readonly parseAs: "json" | "blob" | "text";
}

export function planner(operations: Operations): (method: Method, path: string) => Plan {
  const has = (names: readonly string[]) => {
    const set = new Set(names);
    return (name: string) => set.has(name);
  };
  const isUnkeyed = has(operations.unkeyed);
  const isVersioned = has(operations.versioned);
  const isOpen = has(operations.open);
  const isSheet = has(operations.sheets);
  const isFile = has(operations.files);
  const isText = has(operations.texts);
  return (method, path) => {
    const name = `${method.toUpperCase()} ${path}`;
    return {
      isKeyed: method !== "get" && !isUnkeyed(name),
      isVersioned: isVersioned(name),
      isOpen: isOpen(name),
      isSheet: isSheet(name),
      parseAs: isFile(name) ? "blob" : isText(name) ? "text" : "json",
    };
  };
}
