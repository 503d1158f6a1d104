// Sizes of a build, and the bound of what the browser loads before the first page is there.
import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST, fail, filesBelow } from './files.mjs';

const MOST_FIRST_LOAD_KB = 400;

const folder = resolve(process.argv[2] ?? DIST);
const names = filesBelow(folder).filter((name) => !name.endsWith('.gz'));
const kb = (name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length / 1000;

/** Files that a file needs before it runs: what the page names, and what modules import. */
function needed(name) {
  const text = readFileSync(join(folder, name), 'utf-8');
  if (name.endsWith('.html')) {
    return [...text.matchAll(/(?:src|href)="\/console\/([^"]+)"/g)].map((match) => match[1]);
  }
  if (!name.endsWith('.js')) return [];
  const imports = text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^'"();]*?\bfrom\s*)?["'](\.[^"']+)["']/g);
  return [...imports].map((match) => posix.join(posix.dirname(name), match[1]));
}

const first = new Set();
const waiting = ['index.html'];
while (waiting.length > 0) {
  const name = waiting.pop();
  if (first.has(name) || !names.includes(name)) continue;
  first.add(name);
  waiting.push(...needed(name));
}
const sum = (those) => those.reduce((total, name) => total + kb(name), 0);
const rounded = (number) => number.toFixed(1).padStart(7);
for (const name of names.sort((a, b) => kb(b) - kb(a)).slice(0, 12)) {
  console.log(`${rounded(kb(name))} kB gzip ${first.has(name) ? 'first ' : 'later '} ${name}`);
}
const total = sum([...first]);
console.log(`${rounded(total)} kB gzip in the first load (at most ${MOST_FIRST_LOAD_KB}), ${rounded(sum(names))} in all, ${names.length} files`);
if (total > MOST_FIRST_LOAD_KB) fail([`the first load is more than ${MOST_FIRST_LOAD_KB} kB`]);
