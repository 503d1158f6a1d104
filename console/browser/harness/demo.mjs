// A demo of its own port and folder, as a newcomer starts it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PYTHON = process.env.LINLI_PYTHON ?? join(ROOT, '.venv', 'bin', 'python');
const START = 'from app.cli import main; main()';
const IS_UP = 'linli tour';
export const PASSWORD = 'yunqiao-demo-town';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the demo and waits until it listens. LINLI_DEMO names one that runs already. */
export async function startDemo(people = 200) {
  if (process.env.LINLI_DEMO) return { base: process.env.LINLI_DEMO, stop: async () => {} };
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'linli-console-'));
  const demo = spawn(PYTHON, ['-c', START, 'demo', '--port', String(port), '--people', String(people)], {
    cwd: folder,
    env: { ...process.env, PYTHONPATH: ROOT },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      if (said.includes(IS_UP)) resolve();
    };
    demo.stdout.on('data', hear);
    demo.stderr.on('data', hear);
    demo.once('exit', (code) => reject(new Error(`the demo has ended with ${code}:\n${said}`)));
  });
  return {
    base: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = new Promise((resolve) => demo.once('exit', resolve));
      demo.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
