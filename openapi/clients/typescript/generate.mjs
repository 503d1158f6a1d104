// Makes src/generated/ from the OpenAPI documents: types, what the layer has to know of each
// operation, the bounds of forms, and the labels of enums. Usage: node generate.mjs [FOLDER]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { boundsOf } from "./generator/bounds.mjs";
import { operationsOf } from "./generator/operations.mjs";
import { withoutWhatTheLayerDoes } from "./generator/trim.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const documents = resolve(here, "../..");
const out = resolve(process.argv[2] ?? join(here, "src/generated"));
const HEAD = "// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.\n";
const BLOB = ts.factory.createTypeReferenceNode("Blob");

const read = (name) => JSON.parse(readFileSync(join(documents, name), "utf8"));
const write = (name, text) => writeFileSync(join(out, name), HEAD + text);
const data = (value) => JSON.stringify(value, null, 1).replaceAll(/"([A-Za-z_]\w*)":/g, "$1:");

async function types(document) {
  const ast = await openapiTS(withoutWhatTheLayerDoes(document), {
    defaultNonNullable: false,
    alphabetize: true,
    transform: (schema) => (schema.format === "binary" ? BLOB : undefined),
  });
  return astToString(ast);
}

mkdirSync(out, { recursive: true });
for (const name of ["admin", "resident"]) {
  const document = read(`${name}.json`);
  write(`${name}.ts`, await types(document));
  write(
    `${name}-operations.ts`,
    `import type { Operations } from "../operations.js";\n\nexport const operations: Operations = ${data(operationsOf(document))};\n`,
  );
  const { bounds, requests } = boundsOf(document);
  write(
    `${name}-bounds.ts`,
    `export const bounds = ${data(bounds)} as const;\n\nexport const requests = ${data(requests)} as const;\n`,
  );
}
const labels = existsSync(join(documents, "labels.json")) ? read("labels.json") : {};
write(
  "labels.ts",
  `import type { Labels } from "../labels.js";\n\nexport const labels: Labels = ${data(labels)};\n`,
);
