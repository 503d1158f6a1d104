// A browser whose pages are watched: what the policy refuses, and what fails in a script.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from './demo.mjs';

const FLAGS = [
  ...['--lang=zh-CN', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf-8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PATIENCE_MS = 15_000;

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export async function launch() {
  return chromium.launch({
    executablePath: process.env.LINLI_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
    env: { ...process.env, FONTCONFIG_FILE: ownFonts() },
  });
}

/** Fonts of the service itself, so that Chinese is shown on machines without a Chinese font. */
function ownFonts() {
  const file = join(mkdtempSync(join(tmpdir(), 'linli-fonts-')), 'fonts.conf');
  const folders = ['/usr/share/fonts', join(ROOT, 'app', 'kernel', 'files', 'font')];
  const listed = folders.map((folder) => `<dir>${folder}</dir>`).join('');
  const first = ['sans-serif', 'system-ui']
    .map((family) => `<alias><family>${family}</family><prefer><family>Linli Sans SC</family></prefer></alias>`)
    .join('');
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${listed}${first}</fontconfig>`);
  return file;
}

/** A page of a fresh profile; `faults` grows with each violation of the policy and each error. */
export async function openPage(browser, base, viewport = DESK, more = {}) {
  const context = await browser.newContext({
    baseURL: base,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: viewport === PHONE,
    ...more,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy|violates/i.test(text)) faults.push(`policy: ${text}`);
    else if (message.type() === 'warning' && text.startsWith('[Vue')) faults.push(text);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return { context, page, faults };
}

/** Faults that axe finds on the page as it is, by the rules of WCAG 2.2 A and AA; none are left out. */
export async function axe(page) {
  // What axe needs is brought in by the debugger, which the policy of the page does not bind.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    WCAG,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} (${failureSummary.split('\n').at(-1).trim()})`).join('; ')}`,
  );
}
