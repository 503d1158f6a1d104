import { LinliError, createLinli, isProblem } from "./linli";

declare const module: { exports: unknown };

// What a mini-program requires: CommonJS without the helpers that would make it of a module.
module.exports = { createLinli, LinliError, isProblem };
