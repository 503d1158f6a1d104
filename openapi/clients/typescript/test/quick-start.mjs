// Writes the quick start of the README as a program that is compiled and run: node test/quick-start.mjs URL
import { readFileSync, writeFileSync } from "node:fs";

const [, , url] = process.argv;
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [, code] = readme.match(/<!-- quick start -->\n```ts\n([^]*?)```/) ?? [];
const program = code.replace("@linli/client", "../src/index.js").replace("http://127.0.0.1:8000", url);
writeFileSync(new URL("./quick-start.gen.ts", import.meta.url), program);
