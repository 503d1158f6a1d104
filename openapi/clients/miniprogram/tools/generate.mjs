// Makes what is generated from the document, and builds the client and the page of the demo:
// `npm run generate`, or with a folder as argument to leave both there.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { declarations } from "./declarations.mjs";
import { enumsOf, read, slim, tableOf } from "./document.mjs";

const HERE = new URL("../", import.meta.url);
const DOCUMENT = new URL("../../resident.json", HERE);
const LABELS = new URL("../../labels.json", HERE);
const NOTE = "// Generated from openapi/resident.json: do not edit. Licence: Apache-2.0.\n";

const at = (path) => new URL(path, HERE);
const write = (path, text) => writeFileSync(at(path), text);

/** Enums may grow: beside the known values stands any text. */
function open(schema, { path }) {
  const isNamed = path?.startsWith("#/components/schemas/") && path.split("/").length === 4;
  if (!isNamed || schema.type !== "string" || !schema.enum) return undefined;
  const known = schema.enum.map((value) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)));
  const other = ts.factory.createTypeReferenceNode("Unknown");
  return ts.factory.createUnionTypeNode([...known, other]);
}

async function schema() {
  const nodes = await openapiTS(slim(document), {
    defaultNonNullable: false,
    transform: open,
    silent: true,
  });
  const unknown = "/** A value that this version does not know yet. */\nexport type Unknown = string & {};\n";
  return NOTE + unknown + astToString(nodes);
}

function labels(document) {
  const all = existsSync(LABELS) ? read(LABELS) : {};
  const kept = {};
  for (const name of enumsOf(document).sort())
    if (all[name])
      kept[name] = Object.fromEntries(
        Object.entries(all[name]).map(([value, { zh, en }]) => [value, [zh, en]]),
      );
  const json = JSON.stringify(kept, undefined, 2);
  return `${NOTE}export const LABELS: Record<string, Record<string, [zh: string, en: string]>> = ${json};\n`;
}

async function bundle(entry, target, more = {}) {
  await build({
    absWorkingDir: at(".").pathname,
    entryPoints: [entry],
    outfile: target,
    bundle: true,
    minify: true,
    format: "cjs",
    target: "es2018",
    charset: "utf8",
    mangleProps: /^_[a-z]/i,
    // The entries are CommonJS at their end, which saves what would make it of modules.
    logOverride: { "commonjs-variable-in-esm": "silent" },
    legalComments: "none",
    banner: { js: "/* 邻里 Linli, Apache-2.0 */" },
    logLevel: "warning",
    ...more,
  });
}

const document = read(DOCUMENT);
const own = at("dist/");
const dist = process.argv[2] ? pathToFileURL(`${resolve(process.argv[2])}/`) : own;
const isOwn = fileURLToPath(dist) === fileURLToPath(own);
/** The page /demo of `linli demo`, which plays the mini-program in a browser. */
const page = isOwn ? at("../../../app/demo/page/dist/") : new URL("page/", dist);
for (const folder of [dist, page]) mkdirSync(folder, { recursive: true });
const built = (folder, name) => fileURLToPath(new URL(name, folder));

// What the sources need of the document stands beside them, and is not committed.
write("src/schema.ts", await schema());
write("src/operations.ts", `${NOTE}export const TABLE = \`${tableOf(document)}\`;\n`);
write("src/labels_table.ts", labels(document));
await bundle("src/index.ts", built(dist, "linli.js"));
await bundle("src/dates.ts", built(dist, "dates.js"));
await bundle("src/labels.ts", built(dist, "labels.js"));
const modules = ["language", "schema", "types", "wx", "errors", "client"];
writeFileSync(built(dist, "linli.d.ts"), declarations(at("src/index.ts"), modules));
writeFileSync(built(dist, "dates.d.ts"), declarations(at("src/dates.ts"), ["language", "dates"]));
writeFileSync(built(dist, "labels.d.ts"), declarations(at("src/labels.ts"), ["language", "labels"]));

const browser = {
  format: "iife",
  target: "es2020",
};
await bundle("simulator/src/main.ts", built(page, "simulator.js"), browser);
await bundle("simulator/simulator.css", built(page, "simulator.css"), { banner: {} });
copyFileSync(at("simulator/index.html"), built(page, "index.html"));
