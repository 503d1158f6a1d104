// What the tests do over and over: log in, go somewhere, press, fill in, take a picture.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, ROOT } from './demo.mjs';

const PICTURES = join(ROOT, 'var', 'screenshots');

export async function logIn(page, username, code) {
  await page.goto('/console/login');
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[type="password"]').fill(PASSWORD);
  if (code !== undefined) await page.locator('input[autocomplete="one-time-code"]').fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.locator('main h1').waitFor();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

/** Opens a page of the console and waits until it has its heading and has loaded. */
export async function open(page, path) {
  await page.goto(`/console${path}`);
  await settled(page);
}

/** Waits until nothing is loading any more. */
export async function settled(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.state .spinner, [aria-busy="true"]'));
}

export async function choose(page, menuItem) {
  const menu = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: menuItem, exact: true }) });
  const link = menu.getByRole('link', { name: menuItem, exact: true }).first();
  const path = await link.getAttribute('href');
  await link.click();
  await page.waitForURL((url) => url.pathname === path);
  await settled(page);
}

/** Presses a button of the page, or of the dialog that is open. */
export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).last().click();
}

export async function fill(page, label, value) {
  await page.getByLabel(label).last().fill(value);
}

export async function picture(page, name, fullPage = true) {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
}
