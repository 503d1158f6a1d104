// What the other scripts share: walking folders, and where things lie.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CONSOLE = fileURLToPath(new URL('..', import.meta.url));
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DIST = join(ROOT, 'app', 'console', 'dist');

/** Paths of all files below a folder, relative to it and in one order on every machine. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

export function fail(lines) {
  for (const line of lines) console.error(line);
  if (lines.length > 0) process.exit(1);
}
