// Compares two builds: `node compare.mjs FOLDER FOLDER`. A `.gz` is compared by what it holds, since
// another version of Node.js compresses to other bytes.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fail, filesBelow } from './files.mjs';

const [first, second] = process.argv.slice(2).map((folder) => resolve(folder));

function content(folder, name) {
  const bytes = readFileSync(join(folder, name));
  if (!name.endsWith('.gz')) return bytes;
  const held = gunzipSync(bytes);
  if (!held.equals(readFileSync(join(folder, name.slice(0, -3))))) {
    fail([`${folder}: ${name} holds something else than the file beside it`]);
  }
  return held;
}

const names = filesBelow(first);
const others = filesBelow(second);
const differences = [
  ...names.filter((name) => !others.includes(name)).map((name) => `only in ${first}: ${name}`),
  ...others.filter((name) => !names.includes(name)).map((name) => `only in ${second}: ${name}`),
  ...names
    .filter((name) => others.includes(name))
    .filter((name) => !content(first, name).equals(content(second, name)))
    .map((name) => `not the same: ${name}`),
];
fail(differences);
console.log(`${names.length} files are the same`);
