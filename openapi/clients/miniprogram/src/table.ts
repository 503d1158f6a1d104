import { TABLE } from "./operations";

/** An operation: its path, and what kind of request it is. */
export interface Operation {
  _path: string;
  _method: "GET" | "POST" | "PUT" | "DELETE";
  _isOpen: boolean;
  _isKeyed: boolean;
  _hasNonce: boolean;
  _isBytes: boolean;
}

/** Letters of the table: the method, large where it takes a key; n is a POST with a nonce in its
 * body, b a GET of bytes. An o after it: open, needs no login. */
const METHODS: Record<string, Operation["_method"]> = {
  g: "GET",
  b: "GET",
  p: "POST",
  n: "POST",
  u: "PUT",
  d: "DELETE",
};

/** Read the table. Each line has how many segments of the path above it shares and the letters, then
 * the segments that follow, and the name, in which ^ and ~ stand for the last segment. */
function read(): Record<string, Operation> {
  const table: Record<string, Operation> = {};
  let segments: string[] = [];
  for (const line of TABLE.split("\n")) {
    const [marks, rest, name] = line.split(" ");
    segments = segments.slice(0, +marks[0]).concat(rest ? rest.split("/") : []);
    const last = segments[segments.length - 1];
    const letter = marks[1].toLowerCase();
    table[name.replace("^", camel(`-${last}`)).replace("~", camel(last))] = {
      _path: `/v1/${segments.join("/")}`,
      _method: METHODS[letter],
      _isOpen: !!marks[2],
      _isKeyed: letter !== marks[1],
      _hasNonce: letter === "n",
      _isBytes: letter === "b",
    };
  }
  return table;
}

/** "find-cover" is findCover, and "-find-cover" FindCover. */
const camel = (segment: string): string =>
  segment.replace("{", "").replace(/[-_]./g, (pair) => pair[1].toUpperCase());

export const OPERATIONS = read();

const encode = encodeURIComponent;

/** Put the parameters into the path. */
export function pathOf(operation: Operation, path: Record<string, unknown> = {}): string {
  return operation._path.replace(/\{(\w+)/g, (_, name: string) => {
    const value = path[name] === undefined ? path[`${name}_id`] : path[name];
    // An empty segment would be another path.
    if (value === undefined || value === null || value === "") throw new TypeError(`path: ${name}`);
    return encode(String(value));
  });
}

/** Query of a URL: lists repeat their name; what is undefined or null is left out. */
export function queryOf(query: Record<string, unknown> = {}): string {
  const parts: string[] = [];
  for (const name of Object.keys(query))
    for (const value of ([] as unknown[]).concat(query[name]))
      if (value !== undefined && value !== null)
        parts.push(`${encode(name)}=${encode(String(value))}`);
  return parts.length ? `?${parts.join("&")}` : "";
}
