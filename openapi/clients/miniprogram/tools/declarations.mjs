// Declarations of the public modules in one file, so that two files are all that an app copies.
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const OPTIONS = {
  declaration: true,
  emitDeclarationOnly: true,
  strict: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2018,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  lib: ["lib.es2018.d.ts"],
};

export function declarations(entry, modules) {
  const texts = new Map();
  const program = ts.createProgram([fileURLToPath(entry)], OPTIONS);
  program.emit(undefined, (file, text) => texts.set(basename(file, ".d.ts"), text), undefined, true);
  return modules.map((name) => flat(texts.get(name))).join("\n");
}

/** Without imports and exports of other modules, which stand in the same file. */
function flat(text) {
  return text
    .replace(/^import .*?;\n/gms, "")
    .replace(/^export (type )?\{.*?;\n/gms, "")
    .trim()
    .concat("\n");
}
