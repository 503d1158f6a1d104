// What the built client must be: small, without what a mini-program lacks, and made of what is
// committed. `npm run check`
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MAX_BYTES = 12_000;
const MAX_PAGE_BYTES = 40_000;
const LACKING = [
  /\bfetch\b/,
  /\bURLSearchParams\b/,
  /\bAbortController\b/,
  /\brandomUUID\b/,
  /\beval\b/,
  /\bFunction\s*\(/,
  /\bIntl\b/,
  /\btoLocale\w*/,
  /\bDate\.parse\b/,
  /\bTextDecoder\b/,
  /\bXMLHttpRequest\b/,
  /\b(window|document|process|globalThis|Buffer)\b/,
  /\b(fromEntries|flatMap|matchAll|replaceAll|allSettled)\b/,
  /\?\./,
  /\?\?/,
  /\bPATCH\b/,
  // Of a text: only milliseconds are taken.
  /\bnew Date\(["'`]/,
];

const read = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url), "utf8");
const faults = [];
for (const name of ["linli.js", "dates.js", "labels.js"]) {
  const text = read(name);
  for (const pattern of LACKING) if (pattern.test(text)) faults.push(`${name}: ${pattern.exec(text)[0]}`);
  if (!text.includes("module.exports")) faults.push(`${name}: not CommonJS`);
}
const size = Buffer.byteLength(read("linli.js"));
if (size > MAX_BYTES) faults.push(`linli.js: ${size} bytes, at most ${MAX_BYTES}`);
console.log(`linli.js ${size} bytes of ${MAX_BYTES}, dates.js ${Buffer.byteLength(read("dates.js"))}, labels.js ${Buffer.byteLength(read("labels.js"))}`);
const page = new URL("../../../../app/demo/page/dist/", import.meta.url);
const gzipped = ["index.html", "simulator.css", "simulator.js"]
  .map((name) => gzipSync(readFileSync(new URL(name, page))).length)
  .reduce((sum, bytes) => sum + bytes);
if (gzipped > MAX_PAGE_BYTES) faults.push(`/demo: ${gzipped} bytes gzipped, at most ${MAX_PAGE_BYTES}`);
console.log(`/demo ${gzipped} bytes gzipped, with the client and its labels, of ${MAX_PAGE_BYTES}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
