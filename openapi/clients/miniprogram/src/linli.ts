export { createLinli } from "./client";
export { LinliError, isProblem } from "./errors";
export type * from "./types";
export type * from "./wx";
