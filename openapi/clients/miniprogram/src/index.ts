import { createLinli } from "./client";
import { LinliError, isProblem } from "./errors";

declare const module: { exports: unknown };

module.exports = { createLinli, LinliError, isProblem };
