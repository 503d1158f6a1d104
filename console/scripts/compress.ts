import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = /\.(css|html|js|json|md|svg)$/;
/** Bytes below which one packet holds the file anyway. */
const WORTH_IT = 1024;
/** Where the header of a gzip names the system that compressed, and its name for none. */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;

/** Leaves a `.gz` beside each text file of a build, which the service sends to who takes it. It holds no
 * time and no system, so that the same files are compressed to the same bytes. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf-8' })) {
        if (!COMPRESSIBLE.test(name)) continue;
        const content = readFileSync(join(dir, name));
        if (content.length < WORTH_IT) continue;
        const packed = gzipSync(content, { level: constants.Z_BEST_COMPRESSION });
        packed[SYSTEM_AT] = UNKNOWN_SYSTEM;
        writeFileSync(join(dir, `${name}.gz`), packed);
      }
    },
  };
}
