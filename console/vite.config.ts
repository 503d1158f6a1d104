import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { compressed } from './scripts/compress.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Address of a running service, for `npm run dev`; `linli demo` listens there. */
const service = process.env.LINLI_SERVICE ?? 'http://127.0.0.1:8000';

export default defineConfig({
  base: '/console/',
  plugins: [vue(), compressed()],
  resolve: {
    alias: {
      '@linli/admin-client': here('../openapi/clients/typescript/src/index.ts'),
      '@': here('./src'),
    },
    // The client lies outside this folder and has no modules of its own here.
    dedupe: ['openapi-fetch'],
  },
  build: {
    outDir: here('../app/console/dist'),
    emptyOutDir: true,
    // Licences of what is bundled go along with it.
    license: { fileName: 'licenses.md' },
    target: 'es2022',
    // The pages allow neither inline styles nor scripts; fonts and pictures are files, too.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: {
    fs: { allow: [here('..')] },
    proxy: { '/admin/v1': service, '/v1': service },
  },
  test: { environment: 'node', include: ['tests/**/*.test.ts'], setupFiles: ['./tests/browser.ts'] },
});
